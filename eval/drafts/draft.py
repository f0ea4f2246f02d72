"""A draft: what may become a case once somebody has read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from eval.cases import Case, case_json
from vectorstore.found import NO_FILTERS, Filters


class Origin(StrEnum):
    """Where a draft comes from."""

    LIBRARY = "library"
    THUMBS_DOWN = "thumbs_down"


class State(StrEnum):
    """What has become of a draft."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dislike:
    """What one person disliked: an answer to what they asked.

    Args:
        answer: as `minutes ask --json` gives it; it names its edition.
        history: the questions before it.
        note: what they said was wrong with it; `None` when nothing.
    """

    question: str
    answer: Mapping[str, Any]
    history: tuple[str, ...] = ()
    filters: Filters = NO_FILTERS
    note: str | None = None

    @property
    def edition(self) -> str:
        """What the answer was made of."""
        return str(self.answer["edition"])

    def case(self) -> Case:
        """What is known of a case by it: only what was asked."""
        return Case(
            id="thumbs-down",
            question=self.question,
            history=self.history,
            filters=self.filters,
            answerable=True,
            evidence=(),
            nuggets=(),
            tags=(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft as the queue holds it.

    Args:
        case: as proposed. From a thumbs-down it has only the question: whether the minutes answer
            it, by what evidence and with which facts is for the reader to say.
        answer: the answer that was disliked, as `minutes ask --json` gives it; `None` for drafts
            from a library.
        edition: what the draft was made of.
        note: what the person who disliked the answer said of it; `None` when nothing.
        made_at: with its time zone.
    """

    id: int
    origin: Origin
    state: State
    case: Case
    answer: Mapping[str, Any] | None
    edition: str
    note: str | None
    made_at: datetime

    def to_json(self) -> dict[str, Any]:
        """The draft as `minutes eval drafts --json` gives it."""
        return {
            "id": self.id,
            "origin": self.origin.value,
            "state": self.state.value,
            "case": case_json(self.case),
            "answer": self.answer,
            "edition": self.edition,
            "note": self.note,
            "made_at": self.made_at.isoformat(timespec="seconds"),
        }
