"""Documents and passages as the catalogue gives them back."""

import json
import sqlite3
from typing import Any

from vectorstore.catalogue import to_date
from vectorstore.found import Reference, StoredPassage
from vectorstore.records import (
    Action,
    ActionKind,
    AgendaItem,
    Decision,
    Deletion,
    Document,
    DocumentKind,
    Meeting,
    MeetingStatus,
    Paragraph,
    ParagraphKind,
    Passage,
    Role,
    Span,
    Vote,
    Voters,
)


def read_document(connection: sqlite3.Connection, key: str) -> Document:
    """A document with its structure, equal to the one that was written."""
    row = connection.execute("SELECT * FROM documents WHERE id = ?", (key,)).fetchone()
    return Document(
        name=row["name"],
        digest=row["digest"],
        kind=DocumentKind(row["kind"]),
        title=row["title"],
        url=row["url"],
        text=row["text"],
        page_starts=tuple(json.loads(row["page_starts"])),
        meetings=tuple(
            _meeting(connection, meeting)
            for meeting in connection.execute(
                "SELECT * FROM meetings WHERE document = ? ORDER BY ordinal", (key,)
            )
        ),
        unplaced=tuple(Span(start=start, end=end) for start, end in json.loads(row["unplaced"])),
        deletions=deletions(row["deletions"]),
        attached_to=row["attached_to"],
        unread_pages=tuple(json.loads(row["unread_pages"])),
        roles=tuple(
            Role(name=found["name"], office=found["office"], start=found["start"], end=found["end"])
            for found in connection.execute(
                'SELECT * FROM roles WHERE document = ? ORDER BY "start"', (key,)
            )
        ),
    )


def read_passages(connection: sqlite3.Connection, key: str) -> tuple[Passage, ...]:
    """The passages of a document in the order of the text."""
    rows = connection.execute(
        """
        SELECT meetings.ordinal AS meeting, items.ordinal AS item, paragraphs.ordinal AS paragraph,
               passages.heading, passages."start", passages."end"
        FROM passages
        JOIN paragraphs ON paragraphs.id = passages.paragraph
        JOIN items ON items.id = paragraphs.item
        JOIN meetings ON meetings.id = items.meeting
        WHERE meetings.document = ? ORDER BY passages.row
        """,
        (key,),
    )
    return tuple(Passage(**dict(row)) for row in rows)


def _meeting(connection: sqlite3.Connection, row: sqlite3.Row) -> Meeting:
    return Meeting(
        council=row["council"],
        committee=row["committee"],
        date=to_date(row["date"]),
        time=row["time"],
        venue=row["venue"],
        status=_status(row["status"]),
        chair=row["chair"],
        present=tuple(json.loads(row["present"])),
        in_attendance=tuple(json.loads(row["in_attendance"])),
        apologies=tuple(json.loads(row["apologies"])),
        items=tuple(
            _item(connection, item)
            for item in connection.execute(
                "SELECT * FROM items WHERE meeting = ? ORDER BY ordinal", (row["id"],)
            )
        ),
    )


def _item(connection: sqlite3.Connection, row: sqlite3.Row) -> AgendaItem:
    def of_item(table: str) -> list[dict[str, Any]]:
        query = f"SELECT * FROM {table} WHERE item = ? ORDER BY ordinal"
        return [dict(found) for found in connection.execute(query, (row["id"],))]

    return AgendaItem(
        number=row["number"],
        minute_number=row["minute_number"],
        title=row["title"],
        first_page=row["first_page"],
        cut_off=bool(row["cut_off"]),
        restricted=bool(row["restricted"]),
        paragraphs=tuple(
            Paragraph(
                label=found["label"],
                kind=ParagraphKind(found["kind"]),
                heading=found["heading"],
                page=found["page"],
                start=found["start"],
                end=found["end"],
                speakers=tuple(json.loads(found["speakers"])),
            )
            for found in of_item("paragraphs")
        ),
        votes=tuple(map(_vote, of_item("votes"))),
        decisions=tuple(map(_decision, of_item("decisions"))),
        actions=tuple(map(_action, of_item("actions"))),
    )


def _vote(found: dict[str, Any]) -> Vote:
    kept = {name: found[name] for name in found.keys() - {"item", "ordinal", "voters"}}
    return Vote(**kept, voters=voters(found["voters"]))


def voters(kept: str) -> Voters:
    """The names of those who voted, from how the catalogue keeps them."""
    return Voters(**{side: tuple(names) for side, names in json.loads(kept).items()})


def _decision(found: dict[str, Any]) -> Decision:
    kept = {name: found[name] for name in found.keys() - {"item", "ordinal", "kind"}}
    return Decision(**kept, kind=ParagraphKind(found["kind"]))


def _action(found: dict[str, Any]) -> Action:
    kept = {name: found[name] for name in found.keys() - {"item", "ordinal", "kind"}}
    return Action(**kept, kind=ActionKind(found["kind"]))


def deletions(kept: str) -> tuple[Deletion, ...]:
    """The struck words of a document, from how the catalogue keeps them."""
    return tuple(Deletion(position=position, text=text) for position, text in json.loads(kept))


def stored_passage(row: sqlite3.Row) -> StoredPassage:
    """A row of the view `places` as a passage with its reference."""
    return StoredPassage(
        id=row["passage"],
        heading=row["passage_heading"],
        raw=row["raw"],
        start=row["start"],
        end=row["end"],
        speakers=tuple(json.loads(row["speakers"])),
        reference=Reference(
            document=row["document_name"],
            title=row["document_title"],
            council=row["council"],
            committee=row["committee"],
            date=to_date(row["date"]),
            status=_status(row["status"]),
            meeting=row["meeting"],
            item=row["item_number"],
            item_title=row["item_title"],
            paragraph=row["label"],
            kind=ParagraphKind(row["kind"]),
            page=row["page"],
            url=row["url"],
            cut_off=bool(row["cut_off"]),
        ),
    )


def _status(value: str | None) -> MeetingStatus | None:
    return MeetingStatus(value) if value else None
