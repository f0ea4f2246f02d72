"""All documents that were read, and of those with the same minutes the one that is cited.

Whatever changes, the documents of a sitting are settled anew from all of them, so that a catalogue
is the same in whichever order its documents came and went.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from vectorstore import writing
from vectorstore.catalogue import document_id
from vectorstore.originals import Rows
from vectorstore.reading import read_document, read_passages
from vectorstore.records import Document, MeetingStatus, Origin, Passage
from vectorstore.sameness import Standing, sitting, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A document with all of its passages."""

    document: Document
    passages: tuple[Passage, ...]


_WRITTEN = TypeAdapter(Written)


def put(connection: sqlite3.Connection, document: Document, passages: Sequence[Passage]) -> None:
    """Record a document in place of what its bytes were read as before."""
    key, held = document_id(document), sitting(document)
    before = _value(connection, "SELECT sitting FROM versions WHERE id = ?", key)
    writing.remove_document(connection, key)
    statuses = {meeting.status for meeting in document.meetings}
    status = statuses.pop() if len(statuses) == 1 else None
    written = _WRITTEN.dump_json(Written(document=document, passages=tuple(passages))).decode()
    connection.execute(
        "INSERT OR REPLACE INTO versions (id, digest, sitting, url, status, written) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (key, document.digest, held, document.url, status, written),
    )
    _settle(connection, held)
    if before is not None and before != held:
        _settle(connection, before)


def drop(connection: sqlite3.Connection, key: str) -> None:
    """Take out a document that no source has any more; another may be cited in its place."""
    held = _value(connection, "SELECT sitting FROM versions WHERE id = ?", key)
    writing.remove_document(connection, key)
    connection.execute("DELETE FROM versions WHERE id = ?", (key,))
    if held is not None:
        _settle(connection, held)


def erase(connection: sqlite3.Connection, key: str) -> None:
    """Take out a document with all those for which it is cited: they have the same words."""
    held = _value(connection, "SELECT sitting FROM versions WHERE id = ?", key)
    writing.remove_document(connection, key)
    connection.execute("DELETE FROM versions WHERE id = ? OR shown_as = ?", (key, key))
    if held is not None:
        _settle(connection, held)


def origins(rows: Rows, keys: Sequence[str]) -> list[Origin]:
    """All places with the minutes of some documents, those that are cited first.

    Args:
        rows: asks the catalogue.
    """
    found = rows(
        "SELECT source, sources.document, sources.version, versions.url, versions.status "
        "FROM sources JOIN versions ON versions.id = sources.version "
        "WHERE document IN (SELECT value FROM json_each(?)) ORDER BY source",
        (json.dumps(list(keys)),),
    )
    told = [
        Origin(
            source=row["source"],
            address=row["url"],
            status=MeetingStatus(row["status"]) if row["status"] else None,
            cited=row["document"] == row["version"],
        )
        for row in found
    ]
    return sorted(told, key=lambda each: not each.cited)


def point_sources(connection: sqlite3.Connection, key: str) -> None:
    """Have the sources of a version lead to the document that is cited for it."""
    connection.execute(
        "UPDATE sources SET document = (SELECT shown_as FROM versions WHERE id = ?1) "
        "WHERE version = ?1",
        (key,),
    )


def _settle(connection: sqlite3.Connection, held: str) -> None:
    """Bring the tables to what the documents of a sitting together say."""
    rows = connection.execute("SELECT * FROM versions WHERE sitting = ?", (held,)).fetchall()
    all_written = {row["digest"]: _written(connection, row) for row in rows}
    found = standings(each.document for each in all_written.values())
    keys = {row["digest"]: row["id"] for row in rows}
    for row in rows:
        standing = found[row["digest"]]
        shown_as, completed = keys[standing.shown_as], json.dumps(sorted(standing.completed))
        if (row["shown_as"], row["completed"]) != (shown_as, completed):
            _place(connection, row["id"], shown_as, all_written[row["digest"]], standing)
        point_sources(connection, row["id"])


def _place(
    connection: sqlite3.Connection, key: str, shown_as: str, written: Written, standing: Standing
) -> None:
    """Put a document into the tables that are searched, or take it out of them."""
    writing.remove_document(connection, key)
    cited = shown_as == key
    if cited:
        kept = [
            each for each in written.passages if (each.meeting, each.item) not in standing.completed
        ]
        writing.put_document(connection, written.document, kept)
    whole = cited and not standing.completed
    connection.execute(
        "UPDATE versions SET shown_as = ?, completed = ?, written = ? WHERE id = ?",
        (
            shown_as,
            json.dumps(sorted(standing.completed)),
            None if whole else _WRITTEN.dump_json(written).decode(),
            key,
        ),
    )


def _written(connection: sqlite3.Connection, row: sqlite3.Row) -> Written:
    if row["written"] is not None:
        return _WRITTEN.validate_json(row["written"])
    return Written(
        document=read_document(connection, row["id"]),
        passages=read_passages(connection, row["id"]),
    )


def _value(connection: sqlite3.Connection, query: str, value: str) -> str | None:
    row = connection.execute(query, (value,)).fetchone()
    return None if row is None else row[0]
