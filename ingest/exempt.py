"""What is exempt from publication is left out: restricted items, and what follows an exclusion of
the public until it is let in again. The resolution that excludes the public stays.

The words are blanked, so that every offset still counts in the same text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.telltale import Telltale
from vectorstore.errors import UnreadableDocument
from vectorstore.records import AgendaItem, Document, Meeting, Paragraph, ParagraphKind, Span
from vectorstore.wording import fold, sentence_spans

_PUBLIC = r"(?:press|public)\b"
_EXCLUDES = Telltale(
    "exclud|exclusion",
    rf"{_PUBLIC}[^.]{{0,120}}\bexcluded\b|\bexclud(?:e|ing)\b[^.]{{0,60}}{_PUBLIC}|"
    rf"\bexclusion of\b[^.]{{0,60}}{_PUBLIC}",
)
_NOT_EXCLUDED = re.compile(
    r"\bnot (?:to )?(?:be )?exclude|\b(?:no|not) (?:need|necessary|required|exempt)|"
    r"\b(?:last|previous|earlier|next|future) meeting\b",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\bRESOLVED\b|\b(?:resolved|agreed|carried)\b", re.IGNORECASE)
_FELL = re.compile(r"\b(?:lost|withdrawn|rejected|defeated|fell|not put)\b", re.IGNORECASE)
_LET_IN = re.compile(
    r"\bre-?admitted\b|\b(?:return|resum|reconven|re-?open)\w*\b[^.]{0,60}"
    rf"(?:\bopen (?:session|meeting)\b|{_PUBLIC})|{_PUBLIC}[^.]{{0,40}}\b(?:return|rejoin)ed\b",
    re.IGNORECASE,
)
_SECTION = r"(?: (?:ITEMS?|BUSINESS|MINUTES?|SESSION|PART|MATTERS?|REPORTS?))+"
_OPEN_SECTION = re.compile(rf"(?:UNRESTRICTED|PUBLIC|OPEN){_SECTION}\b[^a-z]*")
_CLOSED_SECTION = re.compile(
    rf"(?:PART (?:2|B|II)\W+)?(?:RESTRICTED|EXEMPT|CONFIDENTIAL|PRIVATE){_SECTION}"
    r"\b[^a-z]*(?:\([^()]{1,60}\))?"
)
_TITLE = re.compile(
    r"\b(?:exempt|restricted|confidential) "
    r"(?:items?|business|minutes?|reports?|appendi\w+|matters?|information)\b|"
    r"\((?:exempt|restricted|confidential)\b[^)]*\)|^(?:exempt|restricted|confidential)$",
    re.IGNORECASE,
)
# "for the next item": the public may come back after it.
_FOR_ONE_ITEM = re.compile(r"\bfor the (?:next|following) item\b(?! ?\(s\))", re.IGNORECASE)
_ALWAYS_OPEN = re.compile(r"dates? of (?:the )?(?:next|future) meetings?", re.IGNORECASE)
_OPEN_TO_ALL = re.compile(r"\bopen (?:access|minute)", re.IGNORECASE)
_NOT_FOR_PUBLICATION = re.compile(r"(?:NOT FOR PUBLICATION|EXEMPT FROM PUBLICATION)\b")
_LINES_OF_A_HEAD = 8


def is_titled_exempt(title: str) -> bool:
    """Whether the title of an item says that it is exempt from publication."""
    return _TITLE.search(title) is not None


def is_closed_section(line: str) -> bool:
    """Whether a line such as "EXEMPT ITEMS" says that what comes next is exempt."""
    return _CLOSED_SECTION.fullmatch(line) is not None and _OPEN_TO_ALL.search(line) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A paragraph with its item, and what stands between it and the paragraph before it."""

    meeting: int
    item: int
    paragraph: Paragraph
    before: Span


def without_exempt(document: Document) -> Document:
    """The document without the words that are exempt from publication.

    An item of which nothing is left is restricted and keeps its number alone; an item with a
    part left out is followed by a restricted one without a number, which stands for that part.

    Raises:
        UnreadableDocument: the whole of it is marked as not for publication.
    """
    head = [line.strip() for line in document.text.split("\n") if line.strip()][:_LINES_OF_A_HEAD]
    if any(map(_NOT_FOR_PUBLICATION.match, head)):
        raise UnreadableDocument("It is marked as not for publication, and was left out.")
    places = list(_places(document))
    exempt = _exempt(document, places)
    spans = _spans(document, places, exempt)
    closed = {
        id(place.paragraph) for place, left_out in zip(places, exempt, strict=True) if left_out
    }
    meetings = tuple(
        replace(meeting, items=tuple(_items(meeting, closed))) for meeting in document.meetings
    )
    text = document.text
    for span in spans:
        words = text[span.start : span.end]
        text = text[: span.start] + re.sub(r"[^\n]", " ", words) + text[span.end :]
    return replace(
        document,
        text=text,
        meetings=meetings,
        unplaced=tuple(run for run in document.unplaced if text[run.start : run.end].strip()),
        deletions=tuple(each for each in document.deletions if not _within(each.position, spans)),
        roles=tuple(each for each in document.roles if not _within(each.start, spans)),
    )


def _places(document: Document) -> Iterator[_Place]:
    end = 0
    for m, meeting in enumerate(document.meetings):
        for i, item in enumerate(meeting.items):
            for paragraph in item.paragraphs:
                before = Span(start=min(end, paragraph.start), end=paragraph.start)
                yield _Place(meeting=m, item=i, paragraph=paragraph, before=before)
                end = paragraph.end


def _exempt(document: Document, places: Sequence[_Place]) -> list[bool]:
    """For each paragraph whether it is exempt."""
    found: list[bool] = []
    shut, last_shut = False, None
    excludes = _EXCLUDES.search(fold(document.text)) is not None
    for index, place in enumerate(places):
        for line in document.text[place.before.start : place.before.end].split("\n"):
            if _OPEN_SECTION.fullmatch(line.strip()) or _OPEN_TO_ALL.search(line):
                shut = False
            elif is_closed_section(line.strip()):
                shut = True
        words = document.words(place.paragraph.start, place.paragraph.end)
        item = _item(document, place)
        past = last_shut is not None and (place.meeting, place.item) > last_shut
        if shut and (past or _LET_IN.search(words) or _ALWAYS_OPEN.fullmatch(item.title or "")):
            shut, last_shut = False, None
        is_vote = place.paragraph.kind is ParagraphKind.VOTE and not (found and found[-1])
        closed = _is_closed(item) and not _only_excludes(words)
        found.append(closed or (shut and not is_vote))
        if not shut and excludes and _is_excluded_from_here(document, places, index):
            shut = True
            last_shut = (place.meeting, place.item + 1) if _FOR_ONE_ITEM.search(words) else None
    return found


def _only_excludes(words: str) -> bool:
    """Whether a paragraph says no more than that the public be excluded."""
    return _EXCLUDES.search(words) is not None and len(sentence_spans(words)) == 1


def _is_closed(item: AgendaItem) -> bool:
    """Whether an item is restricted, and not the one that excludes the public."""
    return item.restricted and not _EXCLUDES.search(item.title or "")


def _is_excluded_from_here(document: Document, places: Sequence[_Place], index: int) -> bool:
    """Whether a paragraph decides that the public be excluded, or confirms that one before did.

    What is only moved counts once it is carried.
    """
    here = places[index]
    words = document.words(here.paragraph.start, here.paragraph.end)
    decides = here.paragraph.kind is ParagraphKind.RESOLUTION or _AGREED.search(words) is not None
    if not decides or _FELL.search(words):
        return False
    in_item = [
        document.words(place.paragraph.start, place.paragraph.end)
        for place in places[: index + 1]
        if (place.meeting, place.item) == (here.meeting, here.item)
    ]
    moved = next((each for each in reversed(in_item) if _EXCLUDES.search(each)), None)
    if moved is None or _NOT_EXCLUDED.search(moved):
        return False
    since = in_item[in_item.index(moved) + 1 :]
    return not any(map(_FELL.search, since)) and not any(map(_LET_IN.search, since))


def _spans(document: Document, places: Sequence[_Place], exempt: Sequence[bool]) -> list[Span]:
    """The runs to blank: from the last words that stay to the heading of what comes next."""
    spans: list[Span] = []
    for index, place in enumerate(places):
        if not exempt[index]:
            continue
        follows = index > 0 and places[index - 1].meeting == place.meeting
        start = place.before.start if follows else _heading(document, place)
        after = places[index + 1] if index + 1 < len(places) else None
        end = _heading(document, after) if after is not None else len(document.text)
        spans.append(Span(start=start, end=max(end, place.paragraph.end)))
    return spans


def _heading(document: Document, place: _Place) -> int:
    """Where the heading above a paragraph begins, or its line when it has none."""
    item, start, end = _item(document, place), place.before.start, place.before.end
    gap = document.text[start:end]
    title = r"\s+".join(map(re.escape, (item.title or "").split()))
    number = re.escape(item.minute_number or item.number or "")
    found = re.search(rf"^[ \t]*(?:{number}\.?\s+)?{title}", gap, re.MULTILINE) if title else None
    return start + (found.start() if found is not None else gap.rfind("\n") + 1)


def _items(meeting: Meeting, closed: set[int]) -> Iterator[AgendaItem]:
    for item in meeting.items:
        kept = tuple(each for each in item.paragraphs if id(each) not in closed)
        if len(kept) == len(item.paragraphs):
            yield replace(item, restricted=_is_closed(item) and not item.paragraphs)
            continue
        gone = [each for each in item.paragraphs if id(each) in closed]
        if kept:
            yield replace(
                item,
                restricted=False,
                paragraphs=kept,
                votes=tuple(each for each in item.votes if not _within(each.start, gone)),
                decisions=tuple(each for each in item.decisions if not _within(each.start, gone)),
                actions=tuple(each for each in item.actions if not _within(each.start, gone)),
            )
        yield AgendaItem(
            number=None if kept else item.number,
            minute_number=None if kept else item.minute_number,
            title=None,
            first_page=item.first_page,
            restricted=True,
        )


def _item(document: Document, place: _Place) -> AgendaItem:
    return document.meetings[place.meeting].items[place.item]


def _within(offset: int, spans: Sequence[Span | Paragraph]) -> bool:
    return any(span.start <= offset < span.end for span in spans)
