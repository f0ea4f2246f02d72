"""The vectors of one edition in Chroma: the one module that knows chromadb.

One process owns a Chroma folder while it is written; once its edition is published it is only
read. Everything in it can be made again from the catalogue.
"""

import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import DamagedLibrary, LibraryError

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

Row = TypeVar("Row")

COLLECTION = "passages"
# A damaged index gives back fewer than this. A sound one may fall short too: passages with the
# same words form islands in its graph, but no island is smaller than a passage's links, 16.
NEXT_TO_NOTHING = 10
# Chroma refuses more than 5,461 rows at once.
ROWS_AT_ONCE = 5_000
DAMAGED = "The vector index of this edition is damaged: run `minutes verify --repair`."
REMOVED = "This edition has just been removed from the library: ask again."


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorRow:
    """One passage as Chroma keeps it.

    Args:
        date: the meeting's, as the number yyyymmdd; 0 when not recorded.
        council, committee: "" when not recorded.
    """

    id: str
    vector: NDArray[np.float32]
    council: str
    committee: str
    date: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A passage near a question; similarity is the cosine."""

    id: str
    similarity: float


class Vectors:
    """The collection of one edition's passages."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self._folder = folder
        # Importing it takes a second, and an ingest with nothing new opens no index.
        import chromadb.errors
        from chromadb.api.shared_system_client import SharedSystemClient
        from chromadb.config import Settings

        if not create and not (folder / "chroma.sqlite3").is_file():
            raise DamagedLibrary(DAMAGED)
        try:
            # The declared type, ClientAPI, lacks `close`, which every client has.
            client: Any = chromadb.PersistentClient(
                str(folder), settings=Settings(anonymized_telemetry=False)
            )
            self._client = client
            weakref.finalize(self, client.close)
            self._collection: Collection = (
                client.get_or_create_collection(
                    COLLECTION,
                    embedding_function=None,
                    configuration={"hnsw": {"space": "cosine"}},
                )
                if create
                else client.get_collection(COLLECTION, embedding_function=None)
            )
        except (chromadb.errors.ChromaError, ValueError, OSError) as error:
            # Chroma would go on using what it could not start, also for a sound folder put there.
            SharedSystemClient._identifier_to_system.pop(str(folder), None)
            raise DamagedLibrary(DAMAGED) from error
        self._inode = folder.stat().st_ino

    def close(self) -> None:
        """Let go of the files, so that the folder can be moved or copied."""
        self._client.close()

    def ids(self) -> set[str]:
        """The ids of all passages held.

        Raises:
            DamagedLibrary: the index cannot be read.
        """
        with self._reporting_damage():
            return set(self._collection.get(include=[])["ids"])

    def put(self, rows: Iterable[VectorRow]) -> None:
        """Add or replace rows.

        Raises:
            DamagedLibrary: the index cannot be written to.
        """
        for batch in _batches(rows):
            with self._reporting_damage():
                self._collection.upsert(
                    ids=[row.id for row in batch],
                    embeddings=np.stack([row.vector for row in batch]),
                    metadatas=[
                        {"council": row.council, "committee": row.committee, "date": row.date}
                        for row in batch
                    ],
                )

    def remove(self, ids: Iterable[str]) -> None:
        """Take rows out; ids that are not there are passed over.

        Raises:
            DamagedLibrary: the index cannot be written to.
        """
        for batch in _batches(ids):
            with self._reporting_damage():
                self._collection.delete(ids=batch)

    def held(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors that the index has for these ids; those it has none for are left out.

        Raises:
            DamagedLibrary: the index cannot be read.
        """
        with self._reporting_damage():
            found = self._collection.get(ids=list(ids), include=["embeddings"])
        vectors = np.asarray(found["embeddings"], dtype=np.float32)
        return dict(zip(found["ids"], vectors, strict=True))

    def nearest(
        self, vector: NDArray[np.float32], *, limit: int, where: dict[str, Any] | None = None
    ) -> list[Near]:
        """The passages nearest to a unit vector of shape (dimension,), nearest first.

        Raises:
            DamagedLibrary: the index gives back fewer than it holds, as it does when its files
                are gone while the count still looks right.
            LibraryError: the edition was removed while it was being read.
        """
        with self._reporting_damage():
            found = self._collection.query(
                query_embeddings=np.expand_dims(vector, 0),
                n_results=limit,
                where=where,
                include=["distances"],
            )
            ids, distances = found["ids"][0], (found["distances"] or [[]])[0]
            few = where is None and len(ids) < min(limit, NEXT_TO_NOTHING)
            if few and len(ids) < self._collection.count():
                raise self._damage()
        return [
            Near(id=id_, similarity=1.0 - distance)
            for id_, distance in zip(ids, distances, strict=True)
        ]

    @contextmanager
    def _reporting_damage(self) -> Iterator[None]:
        import chromadb.errors

        try:
            yield
        except (chromadb.errors.ChromaError, OSError) as error:
            raise self._damage() from error

    def _damage(self) -> LibraryError:
        """What is wrong; Chroma makes a new folder in place of one that was removed."""
        try:
            removed = self._folder.stat().st_ino != self._inode
        except FileNotFoundError:
            removed = True
        return LibraryError(REMOVED) if removed else DamagedLibrary(DAMAGED)


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, ROWS_AT_ONCE)):
        yield batch
