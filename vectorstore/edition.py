"""One published edition: coverage, search, passages and their surroundings. Read only."""

import json
import sqlite3
import threading
import weakref
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore import (
    business,
    catalogue,
    formalities,
    holdings,
    originals,
    reading,
    scope,
    versions,
)
from vectorstore.business import RecordedAction, RecordedDecision, RecordedVote
from vectorstore.embedding import Embedder
from vectorstore.errors import LibraryError
from vectorstore.found import NO_FILTERS, Coverage, Filters, Hit, StoredPassage
from vectorstore.holdings import DocumentSummary, Failure, Sitting
from vectorstore.keywords import Term
from vectorstore.originals import Original
from vectorstore.records import ActionKind, Deletion, Document, Origin
from vectorstore.search import Search
from vectorstore.vectors import Vectors


class Edition:
    """A published, immutable state of the whole library. Threads may share it."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self.name = folder.name
        self._embedder = embedder
        self._connection = catalogue.open_to_read(folder / "catalogue.sqlite")
        weakref.finalize(self, self._connection.close)
        self._lock = threading.Lock()
        self._search = Search(self._rows, Vectors(folder / "chroma"), embedder)

    # --- What is there ---------------------------------------------------------------------

    @cached_property
    def passages(self) -> int:
        """How many passages there are."""
        [row] = self._rows("SELECT count(*) AS passages FROM passages")
        count: int = row["passages"]
        return count

    def coverage(self, filters: Filters = NO_FILTERS) -> Coverage:
        """What a search with these filters goes through."""
        condition, values = scope.condition(filters)
        [row] = self._rows(
            f"""
            SELECT count(DISTINCT document) AS documents,
                   count(*) FILTER (WHERE documents.kind != 'agreement') AS meetings,
                   min(date) AS first_date, max(date) AS last_date,
                   count(*) FILTER (WHERE date IS NULL AND documents.kind != 'agreement')
                       AS undated,
                   (SELECT count(*) FROM failures) AS unreadable,
                   json_group_array(DISTINCT committee) AS committees
            FROM meetings JOIN documents ON documents.id = meetings.document
            WHERE {condition}
            """,
            values,
        )
        return Coverage(
            meetings=row["meetings"],
            documents=row["documents"],
            committees=tuple(sorted(filter(None, json.loads(row["committees"])))),
            first_date=catalogue.to_date(row["first_date"]),
            last_date=catalogue.to_date(row["last_date"]),
            undated=row["undated"],
            unreadable=row["unreadable"],
        )

    def councils(self) -> tuple[str, ...]:
        """The councils recorded, sorted."""
        return self._distinct("council")

    def committees(self) -> tuple[str, ...]:
        """The committees recorded, sorted."""
        return self._distinct("committee")

    def documents(self) -> list[DocumentSummary]:
        """Every document, by the date of its first meeting, those without a date last."""
        return holdings.documents(self._rows)

    def sittings(self) -> list[Sitting]:
        """Every meeting, by date, those without a date last; an agreement is none."""
        return holdings.sittings(self._rows)

    def document(self, name: str) -> Document:
        """A document by its name, its key or one of the places it was read from.

        Raises:
            LibraryError: there is none, or several have the name.
        """
        keys = self.document_keys(name)
        if not keys:
            raise LibraryError(
                f"The library holds no document called “{name}”: "
                "`minutes status --documents` lists them."
            )
        if len(keys) > 1:
            places = ", ".join(sorted(source for key in keys for source in self._sources(key)))
            raise LibraryError(f"Several documents are called “{name}”: name one of {places}.")
        with self._lock:
            return reading.read_document(self._connection, keys[0])

    def document_keys(self, name: str) -> list[str]:
        """The keys of the documents with this name, key or source."""
        rows = self._rows(
            "SELECT id FROM documents WHERE ? IN (name, id) UNION "
            "SELECT document FROM sources WHERE source = ? ORDER BY 1",
            (name, name),
        )
        return [row["id"] for row in rows]

    def sources(self, name: str) -> list[str]:
        """The places that the documents with this name or source were read from."""
        return [source for key in self.document_keys(name) for source in self._sources(key)]

    def origins(self, name: str) -> list[Origin]:
        """All places with the minutes of a document of this name or source, the cited first."""
        return versions.origins(self._rows, self.document_keys(name))

    def failures(self) -> list[Failure]:
        """The sources that could not be read."""
        return holdings.failures(self._rows)

    def passage(self, passage_id: str) -> StoredPassage:
        """A passage by its id.

        Raises:
            KeyError: this edition has no such passage.
        """
        rows = self._rows("SELECT * FROM places WHERE passage = ?", (passage_id,))
        if not rows:
            raise KeyError(passage_id)
        return reading.stored_passage(rows[0])

    def key_of(self, passage_id: str) -> str:
        """The key of the document that a passage is of.

        Raises:
            KeyError: this edition has no such passage.
        """
        rows = self._rows("SELECT document FROM places WHERE passage = ?", (passage_id,))
        if not rows:
            raise KeyError(passage_id)
        key: str = rows[0]["document"]
        return key

    def passages_at(self, document: str, start: int, end: int) -> list[StoredPassage]:
        """The passages of a document that hold any character between two offsets, in order."""
        rows = self._rows(
            'SELECT * FROM places WHERE document_name = ? AND "start" < ? AND "end" > ? '
            'ORDER BY "start"',
            (document, end, start),
        )
        return [reading.stored_passage(row) for row in rows]

    def verbatim(self, passage_id: str, start: int, end: int) -> str:
        """The characters of a passage's document between two offsets, as they were read."""
        [row] = self._rows(
            "SELECT substr(text, ?, ?) AS verbatim FROM documents "
            "WHERE id = (SELECT document FROM places WHERE passage = ?)",
            (start + 1, end - start, passage_id),
        )
        verbatim: str = row["verbatim"]
        return verbatim

    def deletions(self, passage_id: str) -> tuple[Deletion, ...]:
        """What is struck through in the document of a passage; empty without such a passage."""
        rows = self._rows(
            "SELECT deletions FROM documents "
            "WHERE id = (SELECT document FROM places WHERE passage = ?)",
            (passage_id,),
        )
        return reading.deletions(rows[0]["deletions"]) if rows else ()

    def original(self, passage_id: str) -> Original:
        """The source that a passage was read from.

        Raises:
            KeyError: this edition has no such passage.
        """
        return originals.original(self._rows, passage_id)

    def surroundings(
        self, passage_id: str, *, before: int = 2, after: int = 2
    ) -> list[StoredPassage]:
        """A passage with its neighbours in the same agenda item, in the order of the text.

        Raises:
            KeyError: this edition has no such passage.
        """
        rows = self._rows(
            "SELECT * FROM places WHERE item = (SELECT item FROM places WHERE passage = ?) "
            "ORDER BY paragraph_ordinal, passage_ordinal",
            (passage_id,),
        )
        at = next((i for i, row in enumerate(rows) if row["passage"] == passage_id), None)
        if at is None:
            raise KeyError(passage_id)
        near = rows[max(0, at - before) : at + after + 1]
        return [reading.stored_passage(row) for row in near]

    # --- Business --------------------------------------------------------------------------

    def decisions(
        self, filters: Filters = NO_FILTERS, items: Iterable[str] | None = None
    ) -> list[RecordedDecision]:
        """The decisions of meetings, by date, undated last; `items` keeps to agenda items."""
        return business.decisions(self._rows, filters, items)

    def votes(
        self, filters: Filters = NO_FILTERS, items: Iterable[str] | None = None
    ) -> list[RecordedVote]:
        """The votes of meetings, by date, undated last; `items` keeps to agenda items."""
        return business.votes(self._rows, filters, items)

    def actions(
        self, filters: Filters = NO_FILTERS, items: Iterable[str] | None = None
    ) -> list[RecordedAction]:
        """The requests and undertakings of meetings, by date; `items` keeps to agenda items."""
        return business.actions(self._rows, filters, items)

    def latest_actions(
        self, filters: Filters, kinds: Iterable[ActionKind], most: int
    ) -> tuple[list[RecordedAction], int]:
        """What the agenda items of the latest so many requests and undertakings hold, by date, and
        how many of these kinds there are in all."""
        items, recorded = business.latest_items(self._rows, filters, kinds, most)
        return self.actions(items=items), recorded

    def actions_in(self, passages: Iterable[str]) -> list[RecordedAction]:
        """The requests and undertakings of the agenda items that some passages are of."""
        return self.actions(items=self._items_of(passages))

    def votes_in(self, passages: Iterable[str]) -> list[RecordedVote]:
        """The votes of the agenda items that some passages are of."""
        return self.votes(items=self._items_of(passages))

    def roles(self) -> list[tuple[str, str]]:
        """The names that the minutes give an office, each with that office."""
        rows = self._rows("SELECT DISTINCT name, office FROM roles ORDER BY name, office")
        return [(row["name"], row["office"]) for row in rows]

    def formalities(self, filters: Filters = NO_FILTERS, *, most: int) -> list[StoredPassage]:
        """What may tell who was at the latest so many meetings, where and when, by date."""
        return formalities.formalities(self._rows, filters, most)

    # --- Search ----------------------------------------------------------------------------

    def terms(self, question: str) -> tuple[Term, ...]:
        """The content words of a question as this library writes them, with their frequencies."""
        return self._search.terms(question)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of questions or sentences, shape (texts, dimension)."""
        return self._embedder.queries(texts)

    def search(self, query: str, *, limit: int = 10, filters: Filters = NO_FILTERS) -> list[Hit]:
        """The passages that share words or meaning with a query, best first.

        Raises:
            DamagedLibrary: the vector index does not give back what it should.
        """
        return self._search.hits(query, limit=limit, filters=filters)

    def similarities(self, query: str, passages: Iterable[str]) -> dict[str, float]:
        """The cosine of a query and each of some passages, by the ids of these."""
        return self._search.similarities(query, passages)

    def _items_of(self, passages: Iterable[str]) -> list[str]:
        rows = self._rows(
            "SELECT DISTINCT item FROM places WHERE passage IN (SELECT value FROM json_each(?))",
            (json.dumps(list(passages)),),
        )
        return [row["item"] for row in rows]

    def _sources(self, key: str) -> list[str]:
        rows = self._rows("SELECT source FROM sources WHERE document = ? ORDER BY source", (key,))
        return [row["source"] for row in rows]

    def _distinct(self, column: str) -> tuple[str, ...]:
        rows = self._rows(
            f"SELECT DISTINCT {column} AS name FROM meetings WHERE {column} IS NOT NULL ORDER BY 1"
        )
        return tuple(row["name"] for row in rows)

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()
