"""What the library records: documents, meetings, agenda items, paragraphs, passages.

Plain frozen values. Offsets (`start`, `end`) are characters into the text of the document as it
was read, end exclusive. What a source does not say is `None` ("not recorded"), never a guess.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vectorstore.wording import fold


class DocumentKind(StrEnum):
    """What sort of source a document is."""

    MINUTES = "minutes"
    AGREEMENT = "agreement"
    QUESTIONS = "questions"


class MeetingStatus(StrEnum):
    """How far the minutes of a meeting have got."""

    DRAFT = "draft"
    APPROVED = "approved"


class ParagraphKind(StrEnum):
    """What a paragraph does. The kinds in `DECIDES` decide; all others say."""

    NARRATIVE = "narrative"
    RESOLUTION = "resolution"
    RECOMMENDATION = "recommendation"
    MOTION = "motion"
    VOTE = "vote"
    QUESTION = "question"
    ANSWER = "answer"
    DECLARATION = "declaration"
    ATTENDANCE = "attendance"


DECIDES = frozenset({ParagraphKind.RESOLUTION, ParagraphKind.RECOMMENDATION, ParagraphKind.VOTE})
"""Paragraphs that tell what was decided, as against what was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of characters of a document's text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """Words that a source shows struck through: they do not stand, and are not in its text.

    Args:
        position: the offset into the text at which they stood.
    """

    position: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voters:
    """The names of those who voted, as printed; empty where the source gives none."""

    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A recorded vote.

    Args:
        subject: what was voted on, in the text's words; `None` when the text does not say.
        outcome: "carried", "lost", "withdrawn"; `None` when only the count is recorded.
        in_favour: how many voted for; `None` when carried or lost without a count (so the others).
    """

    subject: str | None
    outcome: str | None
    in_favour: int | None
    against: int | None
    abstained: int | None
    start: int
    end: int
    voters: Voters = Voters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided in one go: a resolution or recommendation with its points, or a motion.

    Args:
        kind: `RESOLUTION`, `RECOMMENDATION`, or `MOTION` for one that was voted on.
        proposer, seconder: as printed; `None` when not recorded.
        vote: which of the item's votes was taken on it; `None` when none is recorded.
    """

    kind: ParagraphKind
    start: int
    end: int
    proposer: str | None = None
    seconder: str | None = None
    vote: int | None = None


class ActionKind(StrEnum):
    """Whether something was asked for or promised."""

    REQUEST = "request"
    UNDERTAKING = "undertaking"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A sentence that asks for something to be done, or promises it.

    Args:
        by: who asks or promises, as printed; `None` when the sentence names nobody.
    """

    kind: ActionKind
    start: int
    end: int
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office that the text gives somebody: "Director of Highways".

    Args:
        start, end: of the words that say so, name and office.
    """

    name: str
    office: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The unit that people cite.

    Args:
        label: as printed, nested ones as a path: "3", "3(k)", "5 •2"; `None` when unnumbered.
        heading: the sub-heading it stands under within its item; `None` when there is none.
        page: counted from 1; `None` when the source has no pages.
        start: where its words begin, after the printed label.
        speakers: names as printed, of those the paragraph itself says spoke.
    """

    label: str | None
    kind: ParagraphKind
    start: int
    end: int
    page: int | None = None
    heading: str | None = None
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of business, or one section of an agreement.

    Args:
        number: as displayed on the agenda; `None` when not recorded.
        minute_number: the number that runs on across meetings; `None` when there is none.
        title: cleaned of what the site put into it; `None` when the source gives no title.
        cut_off: the source shows only the beginning and points elsewhere for the rest.
        restricted: exempt from publication.
    """

    number: str | None
    minute_number: str | None
    title: str | None
    first_page: int | None = None
    cut_off: bool = False
    restricted: bool = False
    paragraphs: tuple[Paragraph, ...] = ()
    votes: tuple[Vote, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One sitting; of an agreement, the one holder of its sections.

    `None` and empty tuples mean that the source does not record it.
    """

    council: str | None = None
    committee: str | None = None
    date: datetime.date | None = None
    time: str | None = None
    venue: str | None = None
    status: MeetingStatus | None = None
    chair: str | None = None
    present: tuple[str, ...] = ()
    in_attendance: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    items: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source as it was read.

    Args:
        name: the base name of a file, the address of a page: what citations show.
        digest: SHA-256 of the original bytes, in hexadecimal.
        title: its own title; `None` when it has none.
        url: where the public finds it; `None` when not recorded.
        text: what every offset refers to.
        page_starts: the offset at which each page begins; empty when the source has no pages.
        meetings: in the order of the text.
        unplaced: runs of text that belong to no item and no field of a meeting.
        deletions: what is struck through, in the order of the text.
        roles: the offices that the text gives people, in its order.
        attached_to: the address of the agenda item that it was attached to; `None` when it was
            not, or when that is not recorded.
        unread_pages: those that are only a picture, whose words could not be read.
    """

    name: str
    digest: str
    kind: DocumentKind
    title: str | None
    url: str | None
    text: str
    page_starts: tuple[int, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    unplaced: tuple[Span, ...] = ()
    deletions: tuple[Deletion, ...] = ()
    roles: tuple[Role, ...] = ()
    attached_to: str | None = None
    unread_pages: tuple[int, ...] = ()

    def paragraphs(self) -> Iterator[tuple[Meeting, AgendaItem, Paragraph]]:
        """Every paragraph in the order of the text, with the item and meeting it belongs to."""
        for meeting in self.meetings:
            for item in meeting.items:
                for paragraph in item.paragraphs:
                    yield meeting, item, paragraph

    def words(self, start: int, end: int) -> str:
        """The verbatim words between two offsets, white space folded."""
        return fold(self.text[start:end])

    @property
    def characters_read(self) -> int:
        """How many characters its text has, white space aside."""
        return _inked(self.text)

    @property
    def characters_placed(self) -> int:
        """How many of the characters read belong to an item or to a field of a meeting."""
        unplaced = sum(_inked(self.text[run.start : run.end]) for run in self.unplaced)
        return self.characters_read - unplaced


def _inked(text: str) -> int:
    return sum(map(len, text.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A place that the minutes of a document were read from.

    Args:
        source: a path or an address.
        address: where the public finds it; `None` when not recorded.
        status: of the minutes as they stand there.
        cited: it is what citations show; others have the same minutes.
    """

    source: str
    address: str | None
    status: MeetingStatus | None
    cited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is embedded and retrieved: a paragraph, or a part of a long one.

    Args:
        meeting, item, paragraph: the indices that lead to its paragraph
            (`document.meetings[meeting].items[item].paragraphs[paragraph]`).
        start, end: offsets into the document's text, within the paragraph; the passages of a
            paragraph join to the whole of it.
        heading: the context that is embedded before its words (item title, sub-heading);
            empty when there is none.
    """

    meeting: int
    item: int
    paragraph: int
    start: int
    end: int
    heading: str
