"""One source, from its bytes to the document with its meetings, items and paragraphs."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from ingest import readers
from ingest.actions import actions
from ingest.apologies import apologies
from ingest.chrome import without_template_marks
from ingest.decisions import decisions
from ingest.exempt import without_exempt
from ingest.lines import Layout, gaps, lay_out
from ingest.metadata import Metadata
from ingest.preface import formal, is_preface
from ingest.roles import roles
from ingest.shapes import parse
from ingest.speakers import People, people_of, speakers
from vectorstore.errors import UnreadableDocument
from vectorstore.records import (
    AgendaItem,
    Document,
    DocumentKind,
    Meeting,
    MeetingStatus,
    Paragraph,
)
from vectorstore.wording import fold

# Raised whenever the same bytes would be read differently, so that they are read again.
READER_VERSION = 8
_STAMP = re.compile(r"(?:draft|unconfirmed)(?: minutes)?", re.IGNORECASE)


def read_document(name: str, content: bytes, metadata: Metadata) -> Document:
    """What a source says, with what is known about it from elsewhere.

    Args:
        name: base name of the file, or the address of the page.
        metadata: holds over what the text says.

    Raises:
        UnreadableDocument: it cannot be read, or has no minutes in it.
    """
    reading = readers.read(name, content)
    reading = replace(reading, text=without_template_marks(reading.text))
    layout = lay_out(
        reading.text,
        headings=reading.headings,
        bold=reading.bold,
        full=reading.full,
        page_starts=reading.page_starts,
        title=reading.title,
        kind=metadata.kind,
        outline=reading.outline,
    )
    kind, parsed = parse(layout)
    listed = (name for each in parsed.meetings for name in (*each.present, *each.in_attendance))
    people = replace(people_of(reading.text), listed=frozenset(listed))
    document = Document(
        name=name,
        digest=hashlib.sha256(content).hexdigest(),
        kind=kind,
        title=metadata.title or parsed.title or reading.title,
        url=metadata.url or reading.url,
        text=reading.text,
        page_starts=reading.page_starts,
        meetings=tuple(
            _complete(meeting, layout, people, metadata, _status(reading.furniture))
            for meeting in parsed.meetings
        ),
        unplaced=gaps(reading.text, parsed.placed),
        deletions=reading.deletions,
        unread_pages=reading.unread_pages,
        roles=roles(reading.text),
        attached_to=metadata.attached_to,
    )
    if kind is not DocumentKind.AGREEMENT:
        document = _with_business(without_exempt(document), people)
    if all(is_preface(meeting, item) for meeting, item, _ in document.paragraphs()):
        raise UnreadableDocument(
            "No minutes could be found in it; if it is an agenda, ingest it when its minutes "
            "are published."
        )
    return document


def _with_business(document: Document, people: People) -> Document:
    """The document with what its meetings decided, asked for and undertook.

    What is short before the first item tells of the meeting; in an agreement it is its preamble.
    """

    def completed(meeting: Meeting, item: AgendaItem) -> AgendaItem:
        paragraphs = item.paragraphs
        if is_preface(meeting, item):
            paragraphs = tuple(formal(document.text, each) for each in paragraphs)
        return replace(
            item,
            paragraphs=paragraphs,
            decisions=decisions(document.text, item.paragraphs, item.votes),
            actions=tuple(
                action
                for paragraph in item.paragraphs
                for action in actions(document.text, paragraph.start, paragraph.end, people)
            ),
        )

    return replace(
        document,
        meetings=tuple(
            replace(meeting, items=tuple(completed(meeting, each) for each in meeting.items))
            for meeting in document.meetings
        ),
    )


def _status(furniture: Iterable[str]) -> MeetingStatus | None:
    """What is printed across or above the pages: "DRAFT"."""
    drafts = any(_STAMP.fullmatch(fold(words)) for words in furniture)
    return MeetingStatus.DRAFT if drafts else None


def _complete(
    meeting: Meeting,
    layout: Layout,
    people: People,
    metadata: Metadata,
    stamped: MeetingStatus | None,
) -> Meeting:
    """The meeting with what the metadata know, and its paragraphs with page and speakers."""

    def with_page_and_speakers(paragraph: Paragraph) -> Paragraph:
        words = layout.text[paragraph.start : paragraph.end]
        return replace(
            paragraph,
            page=layout.page_of(paragraph.start),
            speakers=paragraph.speakers or speakers(words, people),
        )

    def completed(item: AgendaItem) -> AgendaItem:
        paragraphs = tuple(map(with_page_and_speakers, item.paragraphs))
        first = paragraphs[0].page if paragraphs else None
        return replace(item, paragraphs=paragraphs, first_page=item.first_page or first)

    return replace(
        meeting,
        council=metadata.council or meeting.council,
        committee=metadata.committee or meeting.committee,
        date=metadata.date or meeting.date,
        status=metadata.status or meeting.status or stamped,
        apologies=meeting.apologies or apologies(layout.text, meeting.items),
        items=tuple(map(completed, meeting.items)),
    )
