"""What a search is limited to, what it covered, and what it gives back.

Plain frozen values; what a source does not say is `None` ("not recorded"), never a guess.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from vectorstore.records import MeetingStatus, ParagraphKind
from vectorstore.wording import fold


class Only(StrEnum):
    """The part of the minutes that a search is limited to."""

    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a search is limited to; `None` does not limit.

    `since` and `until` are inclusive. A meeting whose date is not recorded passes both:
    leaving it out would hide it, and the answer shows that its date is not recorded. `only` limits
    what is searched in the meetings, not the meetings.
    """

    council: str | None = None
    committee: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    only: Only | None = None


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was searched.

    Args:
        meetings: sittings, agreements not counted.
        committees: names, sorted; those not recorded are left out.
        first_date, last_date: `None` when no date is recorded.
        undated: meetings whose date is not recorded.
        unreadable: sources that could not be read.
    """

    meetings: int
    documents: int
    committees: tuple[str, ...]
    first_date: datetime.date | None
    last_date: datetime.date | None
    undated: int
    unreadable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where words stand, as a citation names it; `None` is "not recorded".

    Args:
        document: the document's name.
        meeting: the id of the meeting within its edition.
        item: the minute number if there is one, or the agenda's number, or the section's.
        paragraph: the label as printed.
        cut_off: the item's text goes on in a place that the library has not read.
    """

    document: str
    title: str | None
    council: str | None
    committee: str | None
    date: datetime.date | None
    status: MeetingStatus | None
    meeting: str
    item: str | None
    item_title: str | None
    paragraph: str | None
    kind: ParagraphKind
    page: int | None
    url: str | None
    cut_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPassage:
    """A passage as an edition gives it back, with all that is needed to cite it.

    Args:
        id: opaque, the same for the same words at the same place of the same meeting.
        raw: the verbatim characters, unfolded: `raw[i]` stands at offset `start + i`.
        speakers: those the paragraph says spoke.
    """

    id: str
    heading: str
    raw: str
    start: int
    end: int
    speakers: tuple[str, ...]
    reference: Reference

    @property
    def text(self) -> str:
        """The verbatim words, white space folded."""
        return fold(self.raw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that a search found.

    Args:
        score: what the hits are ranked by, 0 to 1.
        similarity: cosine of passage and question.
        keyword: BM25 as a share of the best passage's, 0 when no word matches.
    """

    rank: int
    score: float
    similarity: float
    keyword: float
    passage: StoredPassage
