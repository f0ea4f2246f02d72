"""Where editions are on disk, and which one is current.

```
home/current            names the published edition; replaced atomically
home/editions/000012/   catalogue.sqlite  chroma/  edition.json  published
home/staging/           the next edition while it is being made
```
An edition folder without the mark `published` was finished but never became current: its maker
was stopped between the two. The mark `erased` says that every other edition must go, because they
may hold the words of a document that was erased.
"""

import json
import shutil
import sqlite3
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from vectorstore import catalogue, durable
from vectorstore.errors import DamagedLibrary

CATALOGUE = "catalogue.sqlite"
CHROMA = "chroma"
_INFO = "edition.json"
_PUBLISHED = "published"
_ERASED = "erased"
_BASE = "base"
_LEAVING = "leaving-"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInfo:
    """Which embedding model made an edition's vectors.

    Args:
        revision: the weights' digest, or the commit of a model fetched by name.
        dimension: of the vectors.
    """

    name: str
    revision: str
    dimension: int
    query_prefix: str
    passage_prefix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionInfo:
    """What an edition says of itself.

    Args:
        base: the edition it was made from; `None` for a first one.
        schema: of the catalogue.
        files: size in bytes of each file, by its path within the edition.
    """

    name: str
    base: str | None
    published_at: datetime
    schema: int
    model: ModelInfo
    documents: int
    meetings: int
    passages: int
    files: dict[str, int] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As kept in `edition.json`."""
        return asdict(self) | {"published_at": self.published_at.isoformat(timespec="seconds")}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "EditionInfo":
        """From `edition.json`."""
        published_at = datetime.fromisoformat(kept["published_at"])
        model = ModelInfo(**kept["model"])
        return cls(**kept | {"published_at": published_at, "model": model})


class Editions:
    """The editions under one home folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.staging = home / "staging"
        self.originals = home / "originals"
        self._folder = home / "editions"

    def folder(self, name: str) -> Path:
        """Where an edition is."""
        return self._folder / name

    def current(self) -> str | None:
        """The name of the published edition; `None` before the first one."""
        try:
            return (self.home / "current").read_text().strip()
        except FileNotFoundError:
            return None

    def published(self) -> list[str]:
        """The names of all editions that were once current and are still here, oldest first."""
        current = self.current()
        return [name for name in self._all() if name == current or self._mark(name).is_file()]

    def unpublished(self) -> list[str]:
        """Editions that were finished but never became current."""
        return sorted(set(self._all()) - set(self.published()))

    def next_name(self) -> str:
        """A name that no edition has had while any later one is still here."""
        return f"{max((int(name) for name in self._all()), default=0) + 1:06}"

    def info(self, name: str) -> EditionInfo:
        """What an edition says of itself.

        Raises:
            DamagedLibrary: it does not say so any more.
        """
        try:
            return EditionInfo.from_json(json.loads((self.folder(name) / _INFO).read_text()))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DamagedLibrary(
                f"Edition {name} is damaged ({_INFO} cannot be read): run `minutes rollback`."
            ) from error

    def missing_files(self, info: EditionInfo) -> list[str]:
        """Files of an edition that are gone or shorter than they were, by path.

        Longer ones are no damage: Chroma adds a row to its database whenever a reader opens it.
        """
        folder = self.folder(info.name)
        return [path for path, size in info.files.items() if _size(folder / path) < size]

    def publish(self, info: EditionInfo) -> None:
        """Turn the staging folder into an edition and make it current.

        Readers see the old edition or the new one, whenever this is interrupted.
        """
        durable.write(self.staging / _INFO, json.dumps(info.to_json(), indent=2))
        durable.sync_tree(self.staging)
        folder = self.folder(info.name)
        folder.parent.mkdir(exist_ok=True)
        self.staging.rename(folder)
        durable.sync_folder(folder.parent)
        durable.sync_folder(self.home)
        self.make_current(info.name)

    def make_current(self, name: str) -> None:
        """Point readers to an edition, durably and at once."""
        durable.replace(self.home / "current", name)
        self._mark(name).touch()

    def back_to_staging(self, name: str) -> None:
        """Take up again an edition that was finished but never became current."""
        self.folder(name).rename(self.staging)

    def keep_original(self, digest: str, original: bytes) -> None:
        """Keep the bytes of a source; it appears whole or not."""
        self.originals.mkdir(exist_ok=True)
        if not (self.originals / digest).exists():
            arriving = self.originals / f"{digest}.arriving"
            arriving.write_bytes(original)
            arriving.replace(self.originals / digest)

    def mark_erasure(self) -> None:
        """Have `tidy` remove every other edition once the staged one is current."""
        durable.write(self.staging / _ERASED, "")

    def erases(self) -> bool:
        """Whether the staged edition was begun to erase a document."""
        return (self.staging / _ERASED).is_file()

    def tidy(self, *, keep: int) -> None:
        """Remove old editions, and what erased documents have left; safe to interrupt."""
        current = self.current()
        if current is None:
            return
        with suppress(FileNotFoundError):
            # Its maker may have been stopped before it could set the mark.
            self._mark(current).touch()
        for leaving in self._folder.glob(f"{_LEAVING}*"):
            shutil.rmtree(leaving)
        erased = self.folder(current) / _ERASED
        published = self.published()
        for name in published:
            if name != current and (erased.is_file() or name not in published[-keep:]):
                self.remove(name)
        self._drop_originals()
        erased.unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """Delete an edition that is not current; it is gone at once, even when interrupted."""
        leaving = self._folder / f"{_LEAVING}{name}"
        self.folder(name).rename(leaving)
        shutil.rmtree(leaving)

    def _drop_originals(self) -> None:
        """Remove the sources that no edition holds, unless an interrupted revision needs them."""
        if self.staging.exists() or not self.originals.is_dir():
            return
        catalogues = [self.folder(name) / CATALOGUE for name in self._all()]
        try:
            held = {digest for path in catalogues for digest in catalogue.digests(path)}
        except sqlite3.DatabaseError:
            return  # What a damaged catalogue holds is not known, so nothing is let go.
        for original in self.originals.iterdir():
            if original.name not in held:
                original.unlink()

    def copy_to_staging(
        self, name: str | None, *, facts: dict[str, str], with_vectors: bool
    ) -> None:
        """Begin a staging folder, as a copy of an edition or empty; it appears whole or not.

        `facts` are what an empty catalogue is to remember of how it was made.
        """
        beginning = self.home / "staging.beginning"
        shutil.rmtree(beginning, ignore_errors=True)
        beginning.mkdir(parents=True)
        if name is None:
            catalogue.create(beginning / CATALOGUE, facts)
        else:
            source = self.folder(name)
            shutil.copy2(source / CATALOGUE, beginning / CATALOGUE)
            if with_vectors and (source / CHROMA).is_dir():
                shutil.copytree(
                    source / CHROMA,
                    beginning / CHROMA,
                    ignore=shutil.ignore_patterns(*durable.PASSING),
                    copy_function=durable.copy_live,
                )
        durable.write(beginning / _BASE, name or "")
        durable.sync_tree(beginning)
        beginning.rename(self.staging)

    def base(self, folder: Path) -> str | None:
        """The edition that a folder was begun from: "" for none; `None` when it does not say."""
        try:
            return (folder / _BASE).read_text()
        except FileNotFoundError:
            return None

    def _all(self) -> list[str]:
        if not self._folder.is_dir():
            return []
        return sorted(path.name for path in self._folder.iterdir() if path.name.isdigit())

    def _mark(self, name: str) -> Path:
        return self.folder(name) / _PUBLISHED


def file_sizes(folder: Path) -> dict[str, int]:
    """The sizes in bytes of the catalogue and the index files that must be there, by path.

    Chroma keeps the first thousand vectors in its database alone. The files that it puts beside
    it, which readers write anew with every query, count only when they have their own list.
    """
    kept = {folder / CHROMA, *(path.parent for path in folder.rglob("index_metadata.pickle"))}
    paths = [folder / CATALOGUE, *(path for place in sorted(kept) for path in place.iterdir())]
    files = [path for path in paths if path.is_file() and not durable.passes(path)]
    return {str(path.relative_to(folder)): path.stat().st_size for path in files}


def _size(path: Path) -> int:
    """In bytes; -1 when there is no such file."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return -1
