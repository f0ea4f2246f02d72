"""Documents in a form that a test can spell out."""

from pathlib import Path

from ingest.document import read_document
from ingest.metadata import read_sidecar
from vectorstore.records import Document, Span


def read(path: Path) -> Document:
    """A file with its sidecar, read in this process: quicker than in one apart."""
    return read_document(path.name, path.read_bytes(), read_sidecar(path))


def outline(document: Document) -> list[tuple[str | None, list[tuple[str | None, str, str]]]]:
    """The items of a document by number and title, each with its paragraphs."""
    return [
        (
            " ".join(part for part in (item.minute_number or item.number, item.title) if part),
            [
                (each.label, each.kind.value, document.words(each.start, each.end))
                for each in item.paragraphs
            ],
        )
        for meeting in document.meetings
        for item in meeting.items
    ]


def unplaced(document: Document) -> list[str]:
    """The runs of text that found no place."""
    return [document.words(span.start, span.end) for span in document.unplaced]


def outside(document: Document) -> list[str]:
    """The runs of text that are in no paragraph and are not listed as unplaced either."""
    spans = [*(Span(start=p.start, end=p.end) for *_, p in document.paragraphs())]
    spans += document.unplaced
    found, cursor = [], 0
    for span in [
        *sorted(spans, key=lambda each: each.start),
        Span(start=len(document.text), end=0),
    ]:
        run = document.text[cursor : span.start]
        found += [line.strip() for line in run.split("\n") if line.strip("\u200b \t\xa0\r\ufeff")]
        cursor = max(cursor, span.end)
    return found
