"""The next edition while it is being made: documents in and out, texts embedded, vectors indexed.

Each change is one transaction and may be done again, so that an interrupted revision goes on
where it stopped.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from vectorstore import catalogue, scope, versions, writing
from vectorstore.ahead import ahead
from vectorstore.editions import CATALOGUE, CHROMA, Editions
from vectorstore.embedding import Embedder
from vectorstore.errors import DamagedLibrary
from vectorstore.keywords import parts
from vectorstore.records import Document, Passage
from vectorstore.vectors import VectorRow, Vectors

# Texts embedded between two commits: what a crash costs, and how often progress is told.
TEXTS_AT_ONCE = 256


class Placed(StrEnum):
    """What became of a document that was put into the library."""

    ADDED = "added"
    UPDATED = "updated"
    DUPLICATE = "duplicate"


class Staging:
    """A staged edition that is open for writing."""

    def __init__(self, editions: Editions) -> None:
        self._editions = editions
        self._chroma = editions.staging / CHROMA
        self._connection = catalogue.open_to_write(editions.staging / CATALOGUE)
        self._open_index: Vectors | None = None

    def close(self) -> None:
        """Let go of the files."""
        self._close_index()
        self._connection.close()

    def rows(self, query: str) -> list[sqlite3.Row]:
        """What a query on the staged catalogue gives."""
        return self._connection.execute(query).fetchall()

    def facts(self) -> dict[str, str]:
        """What the staged catalogue remembers of how it was begun."""
        return catalogue.facts(self._connection)

    def count(self, table: str) -> int:
        """How many rows a table of the catalogue has."""
        return int(self._value(f"SELECT count(*) FROM {table}") or 0)

    def sittings(self) -> int:
        """How many meetings there are; an agreement is none."""
        return int(
            self._value(
                "SELECT count(*) FROM meetings JOIN documents ON documents.id = meetings.document "
                "WHERE documents.kind != 'agreement'"
            )
            or 0
        )

    def dimension(self) -> int:
        """Of the vectors; 0 when there are none."""
        return int(self._value("SELECT length(vector) / 2 FROM embeddings LIMIT 1") or 0)

    def put(
        self, document: Document, passages: Sequence[Passage], *, source: str, fingerprint: str
    ) -> Placed:
        """Record what a source holds now; see `Revision.put`."""
        key = catalogue.document_id(document)
        with catalogue.transaction(self._connection):
            before = self._value("SELECT version FROM sources WHERE source = ?", source)
            placed = Placed.UPDATED if before else Placed.ADDED
            first = self._first_source(key)
            self._connection.execute(
                "INSERT INTO sources VALUES (?, ?, ?, ?) ON CONFLICT (source) DO UPDATE "
                "SET document = excluded.document, version = excluded.version, "
                "fingerprint = excluded.fingerprint",
                (source, key, key, fingerprint),
            )
            self._connection.execute("DELETE FROM failures WHERE source = ?", (source,))
            if before and before != key and self._first_source(before) is None:
                versions.drop(self._connection, before)
            if first in (None, source):
                versions.put(self._connection, document, passages)
            else:
                versions.point_sources(self._connection, key)
                placed = Placed.DUPLICATE
        cited = self._value("SELECT document FROM sources WHERE source = ?", source) == key
        return placed if cited else Placed.DUPLICATE

    def fail(self, source: str, name: str, reason: str) -> None:
        """Remember that a source could not be read."""
        with catalogue.transaction(self._connection):
            self._connection.execute(
                "INSERT OR REPLACE INTO failures VALUES (?, ?, ?)", (source, name, reason)
            )

    def withdraw(self, source: str) -> None:
        """Take out a source, and its document when no other has it."""
        with catalogue.transaction(self._connection):
            held = self._value("SELECT version FROM sources WHERE source = ?", source)
            for table in ("sources", "failures"):
                self._connection.execute(f"DELETE FROM {table} WHERE source = ?", (source,))
            if held and self._first_source(held) is None:
                versions.drop(self._connection, held)

    def forget(self, key: str) -> None:
        """Take a document out so that no word of it stays behind in any index."""
        self._editions.mark_erasure()
        with catalogue.transaction(self._connection):
            self._connection.execute("DELETE FROM sources WHERE document = ?", (key,))
            versions.erase(self._connection, key)
            # Another document may keep a word in another form: begin the vocabulary anew.
            self._connection.execute("DELETE FROM vocabulary")
            for heading, raw in self.rows("SELECT heading, raw FROM passages"):
                writing.put_vocabulary(self._connection, (*parts(heading), *parts(raw)))
            self._connection.execute("INSERT INTO passage_words (passage_words) VALUES ('rebuild')")
        self.drop_vectors()

    def drop_vectors(self) -> None:
        """Have the vector index made again from the catalogue's vectors."""
        self._close_index()
        shutil.rmtree(self._chroma, ignore_errors=True)

    def embed(self, embedder: Embedder, progress: Callable[[int, int], None]) -> int:
        """Embed each distinct text that has no vector yet, and index it while the next are made;
        returns how many there were."""
        missing = self.rows(
            "SELECT DISTINCT text_digest, heading, raw FROM passages "
            "WHERE text_digest NOT IN (SELECT text_digest FROM embeddings)"
        )
        texts = {
            row["text_digest"]: catalogue.embedded_text(row["heading"], row["raw"])
            for row in missing
        }
        # Texts of like length side by side: a batch is as slow as its longest text.
        digests = sorted(texts, key=lambda digest: (-len(texts[digest]), digest))
        chunks = [
            digests[start : start + TEXTS_AT_ONCE]
            for start in range(0, len(digests), TEXTS_AT_ONCE)
        ]

        def made(chunk: Sequence[str]) -> NDArray[np.float32]:
            return embedder.passages([texts[digest] for digest in chunk])

        done = 0
        with closing(ahead(made, chunks)) as embedded:
            for chunk, vectors in embedded:
                self._keep(dict(zip(chunk, vectors, strict=True)), embedder.name)
                self._index_meanwhile(chunk)
                done += len(chunk)
                progress(done, len(digests))
        return len(digests)

    def drop_unused(self) -> None:
        """Let go of vectors whose text is gone, and of the disk space where that must not stay."""
        with catalogue.transaction(self._connection):
            self._connection.execute(
                "DELETE FROM embeddings WHERE text_digest NOT IN (SELECT text_digest FROM passages)"
            )
        if self._editions.erases():
            self._connection.execute("VACUUM")

    def index_vectors(self) -> None:
        """Bring Chroma to hold just the passages of the catalogue, whatever it held before."""
        try:
            self._index_missing()
        except DamagedLibrary:
            self.drop_vectors()
            self._index_missing()

    def _index_missing(self) -> None:
        index = self._index()
        held = index.ids()
        known = {row["id"] for row in self.rows("SELECT id FROM passages")}
        index.remove(held - known)
        index.put(self._vector_rows("passage", known - held))

    def _keep(self, vectors: Mapping[str, NDArray[np.float32]], model: str) -> None:
        with catalogue.transaction(self._connection):
            self._connection.executemany(
                "INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?)",
                [(digest, model, catalogue.pack(vector)) for digest, vector in vectors.items()],
            )

    def _index_meanwhile(self, digests: Sequence[str]) -> None:
        """Index the passages of texts; a damaged index is made again once all is embedded."""
        try:
            self._index().put(self._vector_rows("text_digest", digests))
        except DamagedLibrary:
            self.drop_vectors()

    def _vector_rows(self, column: str, values: Collection[str]) -> Iterator[VectorRow]:
        rows = self._connection.execute(
            "SELECT passage, council, committee, date, vector FROM places "
            "JOIN embeddings USING (text_digest) "
            f"WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY passage_row",
            (json.dumps(list(values)),),
        )
        return map(_vector_row, rows)

    def _index(self) -> Vectors:
        if self._open_index is None:
            self._open_index = Vectors(self._chroma, create=True)
        return self._open_index

    def _close_index(self) -> None:
        if self._open_index is not None:
            self._open_index.close()
            self._open_index = None

    def _first_source(self, key: str) -> str | None:
        return self._value("SELECT source FROM sources WHERE version = ? ORDER BY rowid", key)

    def _value(self, query: str, *values: str) -> str | None:
        row = self._connection.execute(query, values).fetchone()
        return None if row is None else row[0]


def _vector_row(row: sqlite3.Row) -> VectorRow:
    return VectorRow(
        id=row["passage"],
        vector=catalogue.unpack(row["vector"]),
        council=row["council"] or "",
        committee=row["committee"] or "",
        date=scope.day_number(catalogue.to_date(row["date"])),
    )
