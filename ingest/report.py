"""What an ingestion did."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from ingest.preface import is_preface
from vectorstore.records import Document, DocumentKind

SCHEMA = 1


class Outcome(StrEnum):
    """What became of one source."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A source that could not be read, and why, in one sentence."""

    document: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What an ingestion did.

    Args:
        documents: how many sources had each outcome. Skipped are files in a folder that are of
            no type that can be read.
        meetings, items, paragraphs, passages: of the documents that were added or updated;
            sections of an agreement are items, an agreement is no meeting.
        embedded: distinct texts that were embedded.
        edition: the edition that is current afterwards; `None` when there is none.
        warnings: what a person may want to mend, a sentence each.
        restricted: items that are exempt from publication and were left out.
    """

    documents: Counter[Outcome]
    meetings: int
    items: int
    paragraphs: int
    passages: int
    embedded: int
    edition: str | None
    failures: tuple[Unread, ...]
    warnings: tuple[str, ...]
    seconds: float
    restricted: int = 0

    def to_json(self) -> dict[str, object]:
        """The report as `minutes ingest --json` prints it."""
        return {
            "schema": SCHEMA,
            "documents": {outcome.value: self.documents[outcome] for outcome in Outcome},
            "meetings": self.meetings,
            "items": self.items,
            "paragraphs": self.paragraphs,
            "passages": self.passages,
            "restricted": self.restricted,
            "embedded": self.embedded,
            "edition": self.edition,
            "failures": [
                {"document": each.document, "reason": each.reason} for each in self.failures
            ],
            "warnings": list(self.warnings),
            "seconds": round(self.seconds, 3),
        }


def count_meetings(document: Document) -> int:
    """Its sittings; an agreement has none."""
    return 0 if document.kind is DocumentKind.AGREEMENT else len(document.meetings)


def count_items(document: Document) -> int:
    """Its items of business or sections, without what stands before the first."""
    return sum(
        not is_preface(meeting, item) for meeting in document.meetings for item in meeting.items
    )


def count_restricted(document: Document) -> int:
    """Its items that are exempt from publication, whose words were left out."""
    return sum(item.restricted for meeting in document.meetings for item in meeting.items)


def warnings_about(document: Document) -> list[str]:
    """What a person may want to mend about a document."""
    found: list[str] = []
    if document.unread_pages:
        pages = ", ".join(map(str, document.unread_pages))
        what = f"page {pages} is" if len(document.unread_pages) == 1 else f"pages {pages} are"
        found.append(
            f"{document.name}: {what} scanned and without text; "
            "install ocrmypdf and tesseract to read all of it."
        )
    for meeting in document.meetings:
        cut_off = [item.minute_number or item.number for item in meeting.items if item.cut_off]
        for number in cut_off:
            item = f"item {number}" if number else "its item"
            found.append(
                f"{document.name}: the text of {item} is cut off; "
                "the council's own page of the item has the rest."
            )
        restricted = sum(item.restricted and not item.paragraphs for item in meeting.items)
        if restricted:
            what = "1 item is" if restricted == 1 else f"{restricted} items are"
            found.append(f"{document.name}: {what} restricted and left out.")
        if meeting.date is None and document.kind is not DocumentKind.AGREEMENT:
            found.append(
                f"{document.name}: the date of the meeting is not recorded; "
                f"{document.name}.toml beside it can give it."
            )
    return found
