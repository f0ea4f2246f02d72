"""The catalogue of one edition in SQLite: how records are written and read back."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore.abbreviations import abbreviations
from vectorstore.keywords import parts
from vectorstore.records import (
    AgendaItem,
    Document,
    DocumentKind,
    Meeting,
    MeetingStatus,
    Paragraph,
    ParagraphKind,
    Passage,
    Reference,
    Span,
    StoredPassage,
    Vote,
)
from vectorstore.wording import fold

SCHEMA = 1


def create(path: Path, facts: dict[str, str]) -> None:
    """Make an empty catalogue that remembers the given facts."""
    connection = sqlite3.connect(path)
    with connection:
        connection.executescript(files("vectorstore").joinpath("schema.sql").read_text())
        connection.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
    connection.close()


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection for the one writer; transactions are begun by `transaction`."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection to a published catalogue, which never changes: no locks are taken.

    The connection may be used by any thread, one at a time.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, whatever happens in between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def facts(connection: sqlite3.Connection) -> dict[str, str]:
    """What the catalogue remembers of how it was made."""
    return dict(connection.execute("SELECT name, value FROM facts").fetchall())


# --- Writing -------------------------------------------------------------------------------


def embedded_text(heading: str, words: str) -> str:
    """What is embedded for a passage: its heading context, then its words, white space folded."""
    return f"{heading}\n{fold(words)}" if heading else fold(words)


def text_digest(text: str) -> str:
    """The key of a distinct text."""
    return hashlib.sha256(text.encode()).hexdigest()


def document_id(document: Document) -> str:
    """The same bytes are the same document, wherever they were read from."""
    return document.digest[:16]


def put_document(
    connection: sqlite3.Connection, document: Document, passages: Sequence[Passage]
) -> None:
    """Write a document with all that hangs on it; to be called within a transaction."""
    key = document_id(document)
    connection.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            document.name,
            document.digest,
            document.kind,
            document.title,
            document.url,
            document.text,
            json.dumps(document.page_starts),
            json.dumps([(span.start, span.end) for span in document.unplaced]),
        ),
    )
    for ordinal, meeting in enumerate(document.meetings):
        _put_meeting(connection, key, ordinal, meeting)
    _put_passages(connection, key, document, passages)
    for passage in passages:
        put_vocabulary(
            connection, f"{passage.heading} {document.text[passage.start : passage.end]}"
        )
    connection.executemany(
        "INSERT OR IGNORE INTO abbreviations VALUES (?, ?, ?, ?, ?)",
        (
            (found.short, fold(found.long), key, paragraph.start + found.start,
             paragraph.start + found.end)
            for _, _, paragraph in document.paragraphs()
            for found in abbreviations(document.text[paragraph.start : paragraph.end])
        ),
    )  # fmt: skip


def put_vocabulary(connection: sqlite3.Connection, text: str) -> None:
    """Add the words of a text to the vocabulary."""
    connection.executemany(
        "INSERT OR IGNORE INTO vocabulary VALUES (?)", ((word,) for word in set(parts(text)))
    )


def _put_meeting(connection: sqlite3.Connection, key: str, ordinal: int, meeting: Meeting) -> None:
    meeting_id = f"{key}.{ordinal}"
    connection.execute(
        "INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            meeting_id,
            key,
            ordinal,
            meeting.council,
            meeting.committee,
            meeting.date and meeting.date.isoformat(),
            meeting.time,
            meeting.venue,
            meeting.status,
            meeting.chair,
            json.dumps(meeting.present),
            json.dumps(meeting.in_attendance),
            json.dumps(meeting.apologies),
        ),
    )
    for item_ordinal, item in enumerate(meeting.items):
        _put_item(connection, meeting_id, item_ordinal, item)


def _put_item(
    connection: sqlite3.Connection, meeting_id: str, ordinal: int, item: AgendaItem
) -> None:
    item_id = f"{meeting_id}.{ordinal}"
    connection.execute(
        "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (item_id, meeting_id, ordinal, item.number, item.minute_number, item.title,
         item.first_page, item.cut_off, item.restricted),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (f"{item_id}.{index}", item_id, index, paragraph.label, paragraph.kind,
             paragraph.heading, paragraph.page, paragraph.start, paragraph.end,
             json.dumps(paragraph.speakers))
            for index, paragraph in enumerate(item.paragraphs)
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO votes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (item_id, index, vote.subject, vote.outcome, vote.in_favour, vote.against,
             vote.abstained, vote.start, vote.end)
            for index, vote in enumerate(item.votes)
        ),
    )  # fmt: skip


def _put_passages(
    connection: sqlite3.Connection, key: str, document: Document, passages: Sequence[Passage]
) -> None:
    ordinals: dict[str, int] = {}
    for passage in passages:
        paragraph = f"{key}.{passage.meeting}.{passage.item}.{passage.paragraph}"
        ordinal = ordinals[paragraph] = ordinals.get(paragraph, -1) + 1
        raw = document.text[passage.start : passage.end]
        digest = text_digest(embedded_text(passage.heading, raw))
        # The id changes with the embedded text, so that a vector never outlives its words.
        identity = f"{document.digest}:{passage.start}:{passage.end}:{digest}"
        connection.execute(
            'INSERT INTO passages (id, meeting, paragraph, ordinal, heading, raw, "start", "end", '
            "text_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (text_digest(identity)[:20], f"{key}.{passage.meeting}", paragraph, ordinal,
             passage.heading, raw, passage.start, passage.end, digest),
        )  # fmt: skip


def remove_document(connection: sqlite3.Connection, key: str) -> None:
    """Take a document out with all that hangs on it; to be called within a transaction."""
    # The full-text index hears of a deletion only when the passages themselves are deleted.
    connection.execute(
        "DELETE FROM passages WHERE row IN (SELECT passage_row FROM places WHERE document = ?)",
        (key,),
    )
    connection.execute("DELETE FROM documents WHERE id = ?", (key,))


# --- Reading -------------------------------------------------------------------------------


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
    )


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
        votes=tuple(
            Vote(
                **{name: value for name, value in found.items() if name not in ("item", "ordinal")}
            )
            for found in of_item("votes")
        ),
    )


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


def to_date(value: str | None) -> date | None:
    """A kept date; `None` when not recorded."""
    return date.fromisoformat(value) if value else None


def _status(value: str | None) -> MeetingStatus | None:
    return MeetingStatus(value) if value else None


def pack(vector: NDArray[np.float32]) -> bytes:
    """A unit vector as it is kept in the catalogue."""
    return vector.astype("<f2").tobytes()


def unpack(packed: bytes) -> NDArray[np.float32]:
    """A kept vector, shape (dimension,), of unit length but for the rounding to 16 bits."""
    return np.frombuffer(packed, dtype="<f2").astype(np.float32)
