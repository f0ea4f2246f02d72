"""The catalogue of one edition in SQLite: connections, transactions, and how values are kept."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vectorstore.records import Document
from vectorstore.wording import fold

SCHEMA = 3


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
        if connection.in_transaction:  # a full disk has ended it already
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def facts(connection: sqlite3.Connection) -> dict[str, str]:
    """What the catalogue remembers of how it was made."""
    return dict(connection.execute("SELECT name, value FROM facts").fetchall())


def digests(path: Path) -> set[str]:
    """The digests of the documents that a catalogue holds, cited or not."""
    with closing(open_to_read(path)) as connection:
        return {row["digest"] for row in connection.execute("SELECT digest FROM versions")}


def embedded_text(heading: str, words: str) -> str:
    """What is embedded for a passage: its heading context, then its words, white space folded."""
    return f"{heading}\n{fold(words)}" if heading else fold(words)


def text_digest(text: str) -> str:
    """The key of a distinct text."""
    return hashlib.sha256(text.encode()).hexdigest()


def document_id(document: Document) -> str:
    """The same bytes are the same document, wherever they were read from."""
    return document.digest[:16]


def to_date(value: str | None) -> date | None:
    """A kept date; `None` when not recorded."""
    return date.fromisoformat(value) if value else None


def pack(vector: NDArray[np.float32]) -> bytes:
    """A unit vector as it is kept in the catalogue."""
    return vector.astype("<f2").tobytes()


def unpack(packed: bytes) -> NDArray[np.float32]:
    """A kept vector, shape (dimension,), of unit length but for the rounding to 16 bits."""
    return np.frombuffer(packed, dtype="<f2").astype(np.float32)
