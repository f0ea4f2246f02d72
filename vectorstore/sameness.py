"""Which documents are the same minutes, and which of them is the one to cite.

The same minutes come more than once: in print and on a page, as a draft and approved, and again
among the papers of the next meeting. What is kept is a function of all of them, so that it does
not matter in which order they came. Nothing is left out whose words the one that is cited lacks.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from vectorstore.records import AgendaItem, Document, DocumentKind, Meeting, MeetingStatus

_WORD = re.compile(r"\w+")
# How much of an item's words another must have to be the same; between a draft and what was
# approved a few may have been corrected.
_SAME, _CORRECTED = 0.95, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What becomes of a document among those of its sitting.

    Args:
        shown_as: the digest of the document that is cited for it; its own when it is itself.
        completed: its items that are cut off and that another document has whole, by the indices
            of meeting and item: the other is cited.
    """

    shown_as: str
    completed: frozenset[tuple[int, int]] = frozenset()


def sitting(document: Document) -> str:
    """What documents must share to be the same minutes: committee and date, or else all words."""
    if document.kind is DocumentKind.MINUTES and len(document.meetings) == 1:
        [meeting] = document.meetings
        if meeting.committee is not None and meeting.date is not None:
            return f"{meeting.date} {' '.join(_words(meeting.committee))}"
    title = "" if document.kind is DocumentKind.MINUTES else document.title or ""
    said = (document.text[each.start : each.end] for *_, each in document.paragraphs())
    return hashlib.sha256(" ".join(_words(" ".join((title, *said)))).encode()).hexdigest()


def standings(documents: Iterable[Document]) -> dict[str, Standing]:
    """What becomes of each of the documents of a sitting, by digest."""
    shown: list[Document] = []
    found: dict[str, Standing] = {}
    for document in sorted(documents, key=_preference):
        better = next((each for each in shown if _covers(each, document)), None)
        found[document.digest] = Standing(shown_as=(better or document).digest)
        if better is None:
            shown.append(document)
    for document in shown:
        others = [each for each in shown if each is not document]
        found[document.digest] = Standing(
            shown_as=document.digest, completed=frozenset(_completed(document, others))
        )
    return found


def _preference(document: Document) -> tuple[bool, int, bool, int, str]:
    """What is approved first, then what is whole, then what is no draft, then the longer."""
    statuses = {meeting.status for meeting in document.meetings}
    cut_off = sum(item.cut_off for meeting in document.meetings for item in meeting.items)
    return (
        MeetingStatus.APPROVED not in statuses,
        cut_off,
        MeetingStatus.DRAFT in statuses,
        -document.characters_read,
        document.digest,
    )


def _covers(better: Document, document: Document) -> bool:
    """Whether a document has all that another says."""
    if better.kind is not document.kind or not _may_be_same(better, document):
        return False
    share = _CORRECTED if _approves(better, document) else _SAME
    business = [item for _, item in _items(document) if item.paragraphs]
    return bool(business) and all(
        any(_is_within(document, item, better, each, share) for _, each in _items(better))
        for item in business
    )


def _may_be_same(one: Document, other: Document) -> bool:
    councils = {meeting.council for each in (one, other) for meeting in each.meetings} - {None}
    times = {meeting.time for each in (one, other) for meeting in each.meetings} - {None}
    return len(councils) <= 1 and len(times) <= 1 and not _are_two_pages(one, other)


def _are_two_pages(one: Document, other: Document) -> bool:
    """Whether a site shows them as two meetings: one page that was asked for other numbers."""
    first, second = (urlsplit(each.url or each.name) for each in (one, other))
    if not first.query or (first.netloc, first.path) != (second.netloc, second.path):
        return False
    asked, otherwise = dict(parse_qsl(first.query)), dict(parse_qsl(second.query))
    return any(asked[name] != otherwise[name] for name in asked.keys() & otherwise.keys())


def _approves(better: Document, document: Document) -> bool:
    return any(each.status is MeetingStatus.DRAFT for each in document.meetings) and not any(
        each.status is MeetingStatus.DRAFT for each in better.meetings
    )


def _is_within(
    document: Document, item: AgendaItem, better: Document, other: AgendaItem, share: float
) -> bool:
    """Whether an item is the same business as another and says nothing that the other does not."""
    if not _is_same_business(item, other) or (other.cut_off and not item.cut_off):
        return False
    words, held = _of_item(document, item), _of_item(better, other)
    corrected = share == _CORRECTED
    figures = {word for word in words if word.isdigit()}
    if not corrected and not figures <= held.keys():
        return False
    return (words & held).total() >= share * words.total()


def _is_same_business(item: AgendaItem, other: AgendaItem) -> bool:
    alike = False
    for one, two in (
        (item.minute_number, other.minute_number),
        (item.number, other.number),
        (item.title, other.title),
    ):
        if one is not None and two is not None:
            if _words(one) == _words(two):
                alike = True
            elif one is not item.title:
                return False
    return alike or (item.title, other.title) == (None, None)


def _completed(document: Document, others: Sequence[Document]) -> Iterable[tuple[int, int]]:
    for (m, i), item in _places(document):
        if item.cut_off and any(
            not each.cut_off and _is_within(document, item, other, each, _SAME)
            for other in others
            if _may_be_same(document, other)
            for _, each in _items(other)
        ):
            yield m, i


def _places(document: Document) -> Iterable[tuple[tuple[int, int], AgendaItem]]:
    return [
        ((m, i), item)
        for m, meeting in enumerate(document.meetings)
        for i, item in enumerate(meeting.items)
    ]


def _items(document: Document) -> list[tuple[Meeting, AgendaItem]]:
    """The business of a document, without what stands before the first item."""
    found = [(meeting, item) for meeting in document.meetings for item in meeting.items]
    named = [(m, i) for m, i in found if i.title or i.number or i.minute_number]
    return named or found


def _of_item(document: Document, item: AgendaItem) -> Counter[str]:
    return Counter(
        word for each in item.paragraphs for word in _words(document.text[each.start : each.end])
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
