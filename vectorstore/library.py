"""The library of minutes: the published edition to read, a revision to write, and its upkeep."""

import threading
from collections.abc import Callable
from contextlib import suppress

from vectorstore import catalogue
from vectorstore.edition import Edition
from vectorstore.editions import CATALOGUE, CHROMA, EditionInfo, Editions
from vectorstore.embedding import Embedder
from vectorstore.errors import DamagedLibrary, EmptyLibrary, LibraryError, WrongModel
from vectorstore.revision import Revision, Step
from vectorstore.settings import LibrarySettings
from vectorstore.verification import catalogue_problems, vector_problems


def open_library(settings: LibrarySettings) -> "Library":
    """The library at the settings' home; nothing is read or made until it is used."""
    return Library(settings)


class Library:
    """All editions under one home. Threads may share it."""

    def __init__(self, settings: LibrarySettings) -> None:
        self.settings = settings
        self.embedder = Embedder(settings)
        self._editions = Editions(settings.home)
        self._opened: tuple[EditionInfo, Edition] | None = None
        self._lock = threading.Lock()

    def current(self) -> Edition:
        """The published edition; hold on to it for one question, ask again for the next.

        Raises:
            EmptyLibrary: nothing has been published yet.
            WrongModel: another model or schema made it.
            DamagedLibrary: files of it are missing or cut short.
        """
        while True:
            name = self._editions.current()
            if name is None:
                raise EmptyLibrary(
                    f"The library at {self.settings.home} is empty: "
                    "add minutes with `minutes ingest PATH`."
                )
            try:
                return self._opened_edition(name)
            except DamagedLibrary:
                # Or was it replaced and removed while it was being opened?
                if self._editions.current() == name:
                    raise

    def edition(self, name: str) -> Edition:
        """An edition that is kept, the current one or an earlier; what is published stays so.

        Raises:
            LibraryError: there is no such edition.
            WrongModel: another model or schema made it.
            DamagedLibrary: files of it are missing or cut short.
        """
        self._refuse_unusable(name)
        with self._lock:
            if self._opened is not None and self._opened[0].name == name:
                return self._opened[1]
        return Edition(self._editions.folder(name), self.embedder)

    def _opened_edition(self, name: str) -> Edition:
        with self._lock:
            if self._opened is None or self._opened[0].name != name:
                info = self._editions.info(name)
                self._refuse_foreign(info)
                self._refuse_damaged(info)
                self._opened = info, Edition(self._editions.folder(name), self.embedder)
            info, edition = self._opened
        self._refuse_damaged(info)
        return edition

    def editions(self) -> list[EditionInfo]:
        """The editions on disk that were published, newest first."""
        infos = []
        for name in reversed(self._editions.published()):
            with suppress(DamagedLibrary):
                infos.append(self._editions.info(name))
        return infos

    def current_name(self) -> str | None:
        """The name of the published edition; `None` when nothing has been published yet."""
        return self._editions.current()

    def original(self, digest: str) -> bytes:
        """The bytes of a source as they were read, by their SHA-256.

        Raises:
            LibraryError: they are not kept.
        """
        known = digest.isalnum() and (self._editions.originals / digest).is_file()
        if not known:
            raise LibraryError("The original of this document is not kept: ingest it again.")
        return (self._editions.originals / digest).read_bytes()

    def revise(self, on_step: Callable[[Step], None] = lambda step: None) -> Revision:
        """The next edition in the making; entering it takes the writer's lock.

        Raises (on entering):
            LibraryLocked: another process is writing.
            WrongModel: another model or schema made the library.
        """
        name = self._editions.current()
        if name is not None:
            self._refuse_foreign(self._editions.info(name))
        return self._revision(on_step)

    def _revision(self, on_step: Callable[[Step], None]) -> Revision:
        return Revision(self.settings, self._editions, self.embedder, on_step)

    def rollback(self, name: str | None = None) -> str:
        """Make an earlier edition current again: the one before, or the one named.

        Returns its name.

        Raises:
            LibraryError: there is no such edition.
        """
        with self._revision(lambda step: None):
            target = name or self._before_current()
            if target is None:
                raise LibraryError("There is no earlier edition to go back to.")
            self._refuse_unusable(target)
            self._editions.make_current(target)
        return target

    def _before_current(self) -> str | None:
        """The edition that the current one was made from, or else the last of the older ones."""
        current, published = self._editions.current() or "", self._editions.published()
        base = self._editions.base(self._editions.folder(current))
        older = [name for name in published if name < current]
        return base if base in older else max(older, default=None)

    def forget(self, document: str) -> str:
        """Erase a document from this and every earlier edition; returns its digest.

        Raises:
            LibraryError: there is no such document, or several of the name.
        """
        with self.revise() as revision:
            found = self.current().document(document)
            revision.forget(found)
            revision.publish()
        return found.digest

    def verify(self) -> list[str]:
        """The problems of the current edition, a sentence each; empty when it is sound.

        Raises:
            EmptyLibrary, WrongModel: there is nothing to verify, or another model's.
        """
        name = self._editions.current()
        if name is None:
            self.current()
            return []
        info = self._editions.info(name)
        self._refuse_foreign(info)
        folder = self._editions.folder(name)
        problems = [
            f"{path} is missing or cut short." for path in self._editions.missing_files(info)
        ]
        problems += catalogue_problems(folder / CATALOGUE)
        if not problems:
            problems += vector_problems(folder / CATALOGUE, folder / CHROMA, info.model)
        return problems

    def repair(self, on_step: Callable[[Step], None] = lambda step: None) -> str | None:
        """Make the vector index again from the catalogue, as a new edition; returns its name.

        Nothing is embedded again.

        Raises:
            DamagedLibrary: the catalogue itself is damaged.
        """
        name = self._editions.current()
        if name is None:
            self.current()
            return None
        problems = list(catalogue_problems(self._editions.folder(name) / CATALOGUE))
        if problems:
            raise DamagedLibrary(
                f"The catalogue of edition {name} is itself damaged: go back to an earlier one "
                "with `minutes rollback`, then ingest again."
            )
        with self.revise(on_step) as revision:
            revision.rebuild_vectors()
            return revision.publish()

    def _refuse_unusable(self, name: str) -> None:
        """Refuse an edition that is not kept, or cannot be read."""
        if name not in self._editions.published():
            raise LibraryError(f"There is no edition {name}: `minutes editions` lists those kept.")
        info = self._editions.info(name)
        self._refuse_foreign(info)
        self._refuse_damaged(info)

    def _refuse_foreign(self, info: EditionInfo) -> None:
        if info.schema != catalogue.SCHEMA:
            raise WrongModel(
                f"The library at {self.settings.home} was made by another version of the program "
                f"(schema {info.schema}, this one reads {catalogue.SCHEMA}): ingest the minutes "
                "again into another MINUTES_HOME."
            )
        made, asked = info.model, self.settings
        if (made.name, made.query_prefix, made.passage_prefix) != (
            asked.embedding_model, asked.query_prefix, asked.passage_prefix,
        ):  # fmt: skip
            raise WrongModel(
                f"The library at {self.settings.home} was embedded with the model “{made.name}”, "
                f"the settings ask for “{asked.embedding_model}”: set MINUTES_EMBEDDING_MODEL and "
                "its prefixes as they were, or ingest into another MINUTES_HOME."
            )
        if made.revision != self.embedder.revision:
            raise WrongModel(
                f"The library at {self.settings.home} was embedded with other weights of the "
                f"model “{made.name}”: bring those back, or ingest into another MINUTES_HOME."
            )

    def _refuse_damaged(self, info: EditionInfo) -> None:
        missing = self._editions.missing_files(info)
        if missing:
            raise DamagedLibrary(
                f"Edition {info.name} is damaged ({missing[0]} is missing or cut short): "
                "run `minutes verify --repair`."
            )
