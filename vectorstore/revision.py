"""Making the next edition: from the writer's lock to publication."""

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from types import TracebackType
from typing import Self

from vectorstore import catalogue
from vectorstore.editions import CATALOGUE, CHROMA, EditionInfo, Editions, ModelInfo, file_sizes
from vectorstore.embedding import Embedder
from vectorstore.errors import DamagedLibrary
from vectorstore.lock import WriterLock
from vectorstore.records import Document, Passage
from vectorstore.settings import LibrarySettings
from vectorstore.staging import Placed, Staging
from vectorstore.verification import catalogue_problems, vector_problems


class Step(StrEnum):
    """The steps of a revision, told as each begins."""

    COPY = "copying the current edition"
    RECORD = "recording a document"
    EMBED = "embedding passages"
    INDEX = "indexing vectors"
    VERIFY = "verifying"
    PUBLISH = "publishing"
    TIDY = "removing old editions"


class Revision:
    """The one writer of a library, used as a context manager.

    Nothing is copied before the first change. What is written survives a crash or an exception
    in the staging folder, and the next revision goes on from there; readers see nothing of it
    until `publish`.
    """

    def __init__(
        self,
        settings: LibrarySettings,
        editions: Editions,
        embedder: Embedder,
        on_step: Callable[[Step], None] = lambda step: None,
    ) -> None:
        self._settings = settings
        self._editions = editions
        self._embedder = embedder
        self._on_step = on_step
        self._lock = WriterLock(editions.home)
        self._staging: Staging | None = None

    def __enter__(self) -> Self:
        self._lock.acquire()
        try:
            self._editions.tidy(keep=self._settings.keep_editions)
            self._staging = self._interrupted_staging()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._close()
        self._lock.release()

    # --- What is there ---------------------------------------------------------------------

    def pieces(self, text: str) -> int:
        """How many word pieces the embedding model makes of a text."""
        return self._embedder.pieces(text)

    @property
    def max_pieces(self) -> int:
        """How many word pieces of a passage the embedding model reads."""
        return self._embedder.max_pieces

    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of what the library holds for each source (a path or an address)."""
        rows = self._look_up("SELECT source, fingerprint FROM sources")
        return {row["source"]: row["fingerprint"] for row in rows}

    def failures(self) -> dict[str, str]:
        """The reason kept for each source that could not be read."""
        rows = self._look_up("SELECT source, reason FROM failures")
        return {row["source"]: row["reason"] for row in rows}

    # --- Changes ---------------------------------------------------------------------------

    def put(
        self,
        document: Document,
        passages: Sequence[Passage],
        *,
        source: str,
        fingerprint: str,
        original: bytes,
    ) -> Placed:
        """Record what a source holds now, in one transaction; doing it again changes nothing.

        Bytes that the library already has from another source are a duplicate: both sources
        are kept, the document stays as it was first recorded.
        """
        staging = self._begun()
        self._on_step(Step.RECORD)
        self._editions.keep_original(document.digest, original)
        return staging.put(document, passages, source=source, fingerprint=fingerprint)

    def fail(self, source: str, name: str, reason: str) -> None:
        """Remember that a source could not be read, until it is; what it held before stays."""
        if self.failures().get(source) != reason:
            self._begun().fail(source, name, reason)

    def withdraw(self, source: str) -> None:
        """Take out what a source held, which is there no longer; earlier editions keep it.

        The document stays while another source has it too.
        """
        if source in self.fingerprints() or source in self.failures():
            self._begun().withdraw(source)

    def forget(self, document: Document) -> None:
        """Erase a document: once published, no word of it is left in this or any other edition.

        What an interrupted revision left is dropped: it may hold the document in another version.
        """
        self._drop_staging()
        self._begun(with_vectors=False).forget(catalogue.document_id(document))

    def rebuild_vectors(self) -> None:
        """Have the vector index made again from the catalogue, without embedding anything."""
        self._begun(with_vectors=False).drop_vectors()

    def embed(self, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
        """Embed each distinct text that has no vector yet; returns how many there were.

        `progress` is told how many are done and how many there are in all.
        """
        if self._staging is None:
            return 0
        self._on_step(Step.EMBED)
        return self._staging.embed(self._embedder, progress)

    def publish(self) -> str | None:
        """Verify the staged edition and make it current; returns the current edition's name.

        When nothing was changed no edition is made; `None` is the name where there is none yet.

        Raises:
            DamagedLibrary: verification failed; readers keep the edition they have.
        """
        if self._staging is None:
            return self._editions.current()
        self.embed()
        self._on_step(Step.INDEX)
        self._staging.drop_unused()
        self._staging.index_vectors()
        info = self._info(self._staging)
        self._close()
        self._on_step(Step.VERIFY)
        self._verify(info)
        self._on_step(Step.PUBLISH)
        # Sizes are taken last: to be checked, the index is opened, which changes its files.
        self._editions.publish(replace(info, files=file_sizes(self._editions.staging)))
        self._on_step(Step.TIDY)
        self._editions.tidy(keep=self._settings.keep_editions)
        return info.name

    def _interrupted_staging(self) -> Staging | None:
        """The staged work on the current edition that an interrupted revision left."""
        editions = self._editions
        current = editions.current() or ""
        for name in editions.unpublished():
            untaken = not editions.staging.exists()
            if untaken and editions.base(editions.folder(name)) == current:
                editions.back_to_staging(name)
            else:
                editions.remove(name)
        of_current = editions.base(editions.staging) == current
        # An erasure is not taken up: whoever asked for it was not told that it was done.
        if of_current and not editions.erases() and (editions.staging / CATALOGUE).is_file():
            staging = Staging(editions)
            with suppress(sqlite3.DatabaseError):
                if staging.facts() == self._facts():
                    return staging
            staging.close()
        self._drop_staging()
        return None

    def _drop_staging(self) -> None:
        self._close()
        shutil.rmtree(self._editions.staging, ignore_errors=True)

    def _begun(self, *, with_vectors: bool = True) -> Staging:
        if self._staging is None:
            self._on_step(Step.COPY)
            self._editions.copy_to_staging(
                self._editions.current(), facts=self._facts(), with_vectors=with_vectors
            )
            self._staging = Staging(self._editions)
        return self._staging

    def _facts(self) -> dict[str, str]:
        settings = self._settings
        return {
            "schema": str(catalogue.SCHEMA),
            "model": settings.embedding_model,
            "query_prefix": settings.query_prefix,
            "passage_prefix": settings.passage_prefix,
        }

    def _look_up(self, query: str) -> list[sqlite3.Row]:
        if self._staging is not None:
            return self._staging.rows(query)
        current = self._editions.current()
        if current is None:
            return []
        path = self._editions.folder(current) / CATALOGUE
        with closing(catalogue.open_to_read(path)) as connection:
            return connection.execute(query).fetchall()

    def _info(self, staging: Staging) -> EditionInfo:
        return EditionInfo(
            name=self._editions.next_name(),
            base=self._editions.current(),
            published_at=datetime.now(UTC),
            schema=catalogue.SCHEMA,
            model=ModelInfo(
                name=self._settings.embedding_model,
                revision=self._embedder.revision,
                dimension=staging.dimension(),
                query_prefix=self._settings.query_prefix,
                passage_prefix=self._settings.passage_prefix,
            ),
            documents=staging.count("documents"),
            meetings=staging.sittings(),
            passages=staging.count("passages"),
        )

    def _verify(self, info: EditionInfo) -> None:
        """Check what is staged; a bad vector index is made again once."""
        staging = self._editions.staging
        problems = list(catalogue_problems(staging / CATALOGUE))
        if problems:
            shutil.rmtree(staging)
            raise DamagedLibrary(
                f"The new edition did not pass its checks and was dropped ({problems[0]}): "
                "run the command again."
            )
        if self._vector_problems(info):
            with closing(Staging(self._editions)) as again:
                again.drop_vectors()
                again.index_vectors()
            problems = self._vector_problems(info)
        if problems:
            shutil.rmtree(staging / CHROMA)
            raise DamagedLibrary(
                f"The new edition did not pass its checks ({problems[0]}): run the command again, "
                "nothing of it need be embedded again."
            )

    def _vector_problems(self, info: EditionInfo) -> list[str]:
        staging = self._editions.staging
        return list(vector_problems(staging / CATALOGUE, staging / CHROMA, info.model))

    def _close(self) -> None:
        if self._staging is not None:
            self._staging.close()
            self._staging = None
