"""An answer in the order in which it is read: by meeting, the decided set apart from the said."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answer import AnswerSentence, Citation, SentenceKind
from vectorstore.found import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Sentences that follow each other and are called the same.

    Args:
        label: what was done by them: "Decided", "Asked for"; `None` for what was said.
    """

    label: str | None
    decided: bool
    sentences: tuple[AnswerSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What an answer tells of one meeting.

    Args:
        reference: of any of its citations; `None` for sentences that report no single meeting,
            and while the citations are still to come.
        distinction: what tells it from another section of the same body and date (an agreement
            adopted at a meeting, say): its title, or its document's name; `None` when it needs
            none.
    """

    reference: Reference | None
    distinction: str | None
    runs: tuple[Run, ...]


def sections(
    sentences: Sequence[AnswerSentence], citations: Sequence[Citation]
) -> tuple[Section, ...]:
    """The sentences by meeting: those of no single meeting first, then by date, undated last."""
    references = {citation.reference.meeting: citation.reference for citation in citations}
    meetings: dict[str | None, list[AnswerSentence]] = {}
    for sentence in sentences:
        meetings.setdefault(sentence.meeting, []).append(sentence)

    def place(meeting: str | None) -> tuple[bool, bool, datetime.date]:
        day = references[meeting].date if meeting in references else None
        return meeting is not None, day is None, day or datetime.date.min

    held = Counter(map(_held, references.values()))
    told = [
        (references.get(meeting or ""), meetings[meeting])
        for meeting in sorted(meetings, key=place)
    ]
    return tuple(
        Section(
            reference=reference,
            distinction=(reference.title or reference.document)
            if reference and held[_held(reference)] > 1
            else None,
            runs=_runs(of_meeting),
        )
        for reference, of_meeting in told
    )


def _held(reference: Reference) -> tuple[str | None, str | None, datetime.date | None]:
    return reference.council, reference.committee, reference.date


def _runs(sentences: Sequence[AnswerSentence]) -> tuple[Run, ...]:
    grouped = groupby(sentences, key=lambda each: (each.label, each.kind is SentenceKind.DECIDED))
    return tuple(
        Run(label=label, decided=decided, sentences=tuple(run)) for (label, decided), run in grouped
    )
