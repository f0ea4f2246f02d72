"""Documents into the catalogue, and out of it again without a trace."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from vectorstore.abbreviations import defined
from vectorstore.catalogue import document_id, embedded_text, text_digest
from vectorstore.keywords import parts, quoted
from vectorstore.records import AgendaItem, Document, Meeting, Passage
from vectorstore.wording import fold


def put_document(
    connection: sqlite3.Connection, document: Document, passages: Sequence[Passage]
) -> None:
    """Write a document with all that hangs on it; to be called within a transaction."""
    key = document_id(document)
    connection.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            json.dumps([(each.position, each.text) for each in document.deletions]),
            document.attached_to,
            json.dumps(document.unread_pages),
        ),
    )
    for ordinal, meeting in enumerate(document.meetings):
        _put_meeting(connection, key, ordinal, meeting)
    _put_passages(connection, key, document, passages)
    put_vocabulary(connection, _words(connection, key))
    connection.executemany(
        "INSERT OR IGNORE INTO abbreviations VALUES (?, ?, ?, ?, ?)",
        ((each.short, fold(each.long), key, each.start, each.end) for each in defined(document)),
    )
    connection.executemany(
        "INSERT INTO roles VALUES (?, ?, ?, ?, ?)",
        ((key, each.name, each.office, each.start, each.end) for each in document.roles),
    )


def put_vocabulary(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    """Add words to the vocabulary."""
    connection.executemany(
        "INSERT OR IGNORE INTO vocabulary VALUES (?)", ((word,) for word in words)
    )


def _words(connection: sqlite3.Connection, key: str) -> set[str]:
    """The words of a document's passages, which are what a question can find."""
    rows = connection.execute(
        "SELECT passage_heading, raw FROM places WHERE document = ?", (key,)
    ).fetchall()
    return {word for row in rows for text in row for word in parts(text)}


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
        "INSERT INTO votes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (item_id, index, vote.subject, vote.outcome, vote.in_favour, vote.against,
             vote.abstained, vote.start, vote.end, json.dumps(asdict(vote.voters)))
            for index, vote in enumerate(item.votes)
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (item_id, index, each.kind, each.start, each.end, each.proposer, each.seconder,
             each.vote)
            for index, each in enumerate(item.decisions)
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO actions VALUES (?, ?, ?, ?, ?, ?)",
        (
            (item_id, index, each.kind, each.start, each.end, each.by)
            for index, each in enumerate(item.actions)
        ),
    )


def _put_passages(
    connection: sqlite3.Connection, key: str, document: Document, passages: Sequence[Passage]
) -> None:
    ordinals: dict[str, int] = {}
    for passage in passages:
        paragraph = f"{key}.{passage.meeting}.{passage.item}.{passage.paragraph}"
        ordinal = ordinals[paragraph] = ordinals.get(paragraph, -1) + 1
        raw = document.text[passage.start : passage.end]
        digest = text_digest(embedded_text(passage.heading, raw))
        meeting = document.meetings[passage.meeting]
        # The id changes with all that the index keeps, so that a vector never outlives its words
        # nor a filter field its meeting.
        identity = (
            f"{document.digest}:{passage.start}:{passage.end}:{digest}:"
            f"{meeting.council}:{meeting.committee}:{meeting.date}"
        )
        connection.execute(
            'INSERT INTO passages (id, meeting, paragraph, ordinal, heading, raw, "start", "end", '
            "text_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (text_digest(identity)[:20], f"{key}.{passage.meeting}", paragraph, ordinal,
             passage.heading, raw, passage.start, passage.end, digest),
        )  # fmt: skip


def remove_document(connection: sqlite3.Connection, key: str) -> None:
    """Take a document out with all that hangs on it; to be called within a transaction."""
    words = _words(connection, key)
    # The full-text index hears of a deletion only when the passages themselves are deleted.
    connection.execute(
        "DELETE FROM passages WHERE row IN (SELECT passage_row FROM places WHERE document = ?)",
        (key,),
    )
    connection.execute("DELETE FROM documents WHERE id = ?", (key,))
    connection.executemany(
        "DELETE FROM vocabulary WHERE word = ? AND NOT EXISTS "
        "(SELECT 1 FROM passage_words WHERE passage_words MATCH ?)",
        ((word, quoted(word)) for word in words),
    )
