"""A document of the library as it is browsed: its meetings with who was there and what was done."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ingest.quoted_pages import QuotedPage, quoted_pages
from ui.links import original_link
from ui.originals import Originals, PageAsked, page_view
from ui.wording import NO_DATE, date_words
from vectorstore.holdings import DocumentSummary
from vectorstore.originals import Original
from vectorstore.records import (
    AgendaItem,
    Document,
    DocumentKind,
    Meeting,
    MeetingStatus,
    Paragraph,
    ParagraphKind,
)

UNDATED = "Not recorded"
_KINDS = {
    ParagraphKind.RESOLUTION: "Resolved",
    ParagraphKind.RECOMMENDATION: "Recommended",
    ParagraphKind.MOTION: "Motion",
    ParagraphKind.VOTE: "Vote",
    ParagraphKind.QUESTION: "Question",
    ParagraphKind.ANSWER: "Answer",
}
_STATUS = {MeetingStatus.DRAFT: "Draft minutes", MeetingStatus.APPROVED: "Approved minutes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the list of documents is narrowed to; `None` does not narrow.

    Args:
        year: as in `years`.
    """

    council: str | None = None
    committee: str | None = None
    year: str | None = None


def year_of(summary: DocumentSummary) -> str:
    """The year of a document's first meeting."""
    return str(summary.date.year) if summary.date else UNDATED


def years(documents: Iterable[DocumentSummary]) -> list[str]:
    """The years that documents are of, latest first, those without a date last."""
    found = {year_of(each) for each in documents}
    return sorted(found - {UNDATED}, reverse=True) + sorted(found & {UNDATED})


def narrowed(documents: Iterable[DocumentSummary], choice: Choice) -> list[DocumentSummary]:
    """The documents that fit a choice, latest first."""
    fitting = [
        each
        for each in documents
        if choice.council in (None, each.council)
        and choice.committee in (None, each.committee)
        and choice.year in (None, year_of(each))
    ]
    dated = [each for each in fitting if each.date]
    return [*reversed(dated), *(each for each in fitting if not each.date)]


def line_words(summary: DocumentSummary) -> str:
    """A document as one line: "30 January 2025 – Cabinet, Marlshire County Council"."""
    body = ", ".join(filter(None, (summary.committee, summary.council)))
    if summary.kind is DocumentKind.AGREEMENT:
        body = summary.title or body
    day = date_words(summary.date) if summary.date else NO_DATE
    return f"{day} – {body or summary.title or summary.name}"


def document_view(document: Document, at: int | None = None) -> dict[str, Any]:
    """What the component draws of a document, as plain values.

    Args:
        at: an offset into the text, whose paragraph is marked; `None` marks none.
    """
    return {
        "meetings": [_meeting(document, meeting, at) for meeting in document.meetings],
        "original": original_link(document.url),
    }


def printed_page_view(
    asked: PageAsked, document: Document, originals: Originals
) -> dict[str, Any] | None:
    """The page that a paragraph is printed on, as the browser shows it; `None` where none is."""
    for _, _, paragraph in document.paragraphs():
        if paragraph.start == asked.of:
            pages = _printed_on(document, paragraph)
            return page_view(asked, document.name, document.digest, pages, originals)
    return None


def _printed_on(document: Document, paragraph: Paragraph) -> tuple[QuotedPage, ...]:
    """The pages of a paragraph that can be shown as pictures."""
    source = Original(
        digest=document.digest,
        text=document.text,
        page_starts=document.page_starts,
        exempt=any(item.restricted for meeting in document.meetings for item in meeting.items),
    )
    return quoted_pages(source, paragraph.start, paragraph.end)


def _meeting(document: Document, meeting: Meeting, at: int | None) -> dict[str, Any]:
    body = ", ".join(filter(None, (meeting.committee, meeting.council)))
    facts = {
        "Date": date_words(meeting.date),
        "Time": meeting.time,
        "Venue": meeting.venue,
        "Minutes": meeting.status and _STATUS[meeting.status],
        "Chair": meeting.chair,
        "Present": ", ".join(meeting.present),
        "In attendance": ", ".join(meeting.in_attendance),
        "Apologies": ", ".join(meeting.apologies),
        "Document": document.name,
    }
    return {
        "title": body or document.title or document.name,
        "facts": [[name, told] for name, told in facts.items() if told],
        "items": [_item(document, item, at) for item in meeting.items],
    }


def _item(document: Document, item: AgendaItem, at: int | None) -> dict[str, Any]:
    notes = []
    if item.cut_off:
        notes.append("The item goes on in a place that the library has not read.")
    return {
        "title": " ".join(filter(None, (item.minute_number or item.number, item.title)))
        or "Opening of the minutes",
        "notes": notes,
        "paragraphs": [_paragraph(document, each, at) for each in item.paragraphs],
    }


def _paragraph(document: Document, paragraph: Paragraph, at: int | None) -> dict[str, Any]:
    return {
        "kind": _KINDS.get(paragraph.kind),
        "heading": paragraph.heading,
        "label": paragraph.label,
        "page": paragraph.page,
        "pages": [page.number for page in _printed_on(document, paragraph)],
        "start": paragraph.start,
        "words": document.words(paragraph.start, paragraph.end),
        "here": at is not None and paragraph.start <= at < paragraph.end,
    }
