"""A briefing and its parts, as values."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Citation
from vectorstore.found import Coverage, Filters


class SectionKind(StrEnum):
    """What a section of a briefing tells, in the order of a fresh draft."""

    PURPOSE = "purpose"
    SUMMARY = "summary"
    TIMELINE = "timeline"
    SAID = "said"
    DECISIONS = "decisions"
    ACTIONS = "actions"
    SILENCE = "silence"
    SOURCES = "sources"


class Voice(StrEnum):
    """Whose words a line is made of."""

    MINUTES = "minutes"
    PROGRAM = "program"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement of a briefing.

    Args:
        text: verbatim where the voice is `MINUTES`.
        citations: numbers of the briefing's citations; empty only for what the program tells of
            its own search, and for what a person added.
        label: what the line is, told before it: "Vote", "Possible follow-up, 12 September 2023";
            `None` when it speaks for itself.
    """

    text: str
    voice: Voice
    citations: tuple[int, ...] = ()
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that belong together; `heading` is `None` where they need none."""

    heading: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a briefing under a heading of its own.

    Args:
        kept: after an edit by a person: the citations that its text no longer carries.
    """

    kind: SectionKind
    title: str
    blocks: tuple[Block, ...]
    kept: tuple[int, ...] = ()

    @property
    def edited(self) -> bool:
        """Whether a person changed its text."""
        return bool(self.kept) or any(
            line.voice is Voice.PERSON for block in self.blocks for line in block.lines
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a briefing is asked for; `None` and no committee do not limit.

    `since` and `until` are inclusive; meetings whose date is not recorded pass both.
    """

    topic: str
    council: str | None = None
    committees: tuple[str, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None

    def filters(self) -> tuple[Filters, ...]:
        """One for each committee, or the only one."""
        return tuple(
            Filters(council=self.council, committee=committee, since=self.since, until=self.until)
            for committee in self.committees or (None,)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The history of a topic, complete in itself: nothing more is needed to show or keep it.

    Args:
        scope: as understood, with the period that the topic's words name.
        councils: those whose minutes it quotes, sorted.
        citations: by number, each exact.
        coverage: what was searched.
        edition: the name of the edition it was taken from.
        drafted: the day on which it was put together.
    """

    scope: Scope
    councils: tuple[str, ...]
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    coverage: Coverage
    edition: str
    drafted: datetime.date

    @property
    def title(self) -> str:
        """What stands at its head."""
        return f"Briefing: {self.scope.topic}"
