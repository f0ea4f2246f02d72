"""What an edition holds, listed: its documents, its meetings, and what could not be read."""

from dataclasses import dataclass
from datetime import date

from vectorstore import catalogue
from vectorstore.originals import Rows
from vectorstore.records import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """A line of the list of documents; `None` is "not recorded".

    Args:
        key: tells the document from every other of the library; names may be shared.
    """

    key: str
    name: str
    kind: DocumentKind
    title: str | None
    url: str | None
    council: str | None
    committee: str | None
    date: date | None
    meetings: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A meeting as the library lists it: who met and when, and the document that tells it.

    `None` is "not recorded".
    """

    council: str | None
    committee: str | None
    date: date | None
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that could not be read, and why."""

    document: str
    source: str
    reason: str


def documents(rows: Rows) -> list[DocumentSummary]:
    """Every document, by the date of its first meeting, those without a date last."""
    found = rows(
        """
        SELECT documents.id, documents.name, documents.kind, documents.title, documents.url,
               min(council) AS council, min(committee) AS committee, min(date) AS date,
               count(meetings.id) AS meetings,
               (SELECT count(*) FROM passages JOIN meetings AS held
                ON held.id = passages.meeting WHERE held.document = documents.id) AS passages
        FROM documents LEFT JOIN meetings ON meetings.document = documents.id
        GROUP BY documents.id
        ORDER BY min(date) IS NULL, min(date), documents.name
        """,
        (),
    )
    return [
        DocumentSummary(
            key=row["id"],
            name=row["name"],
            kind=DocumentKind(row["kind"]),
            title=row["title"],
            url=row["url"],
            council=row["council"],
            committee=row["committee"],
            date=catalogue.to_date(row["date"]),
            meetings=0 if row["kind"] == DocumentKind.AGREEMENT else row["meetings"],
            passages=row["passages"],
        )
        for row in found
    ]


def sittings(rows: Rows) -> list[Sitting]:
    """Every meeting, by date, those without a date last; an agreement is none."""
    found = rows(
        """
        SELECT council, committee, date, documents.name AS document
        FROM meetings JOIN documents ON documents.id = meetings.document
        WHERE documents.kind != 'agreement'
        ORDER BY date IS NULL, date, committee, documents.name
        """,
        (),
    )
    return [
        Sitting(
            council=row["council"],
            committee=row["committee"],
            date=catalogue.to_date(row["date"]),
            document=row["document"],
        )
        for row in found
    ]


def failures(rows: Rows) -> list[Failure]:
    """The sources that could not be read."""
    found = rows("SELECT name, source, reason FROM failures ORDER BY name, source", ())
    return [
        Failure(document=row["name"], source=row["source"], reason=row["reason"]) for row in found
    ]
