"""The files that are to be ingested, and the documents that they are or hold."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ingest.archives import ARCHIVE_SUFFIX, members
from ingest.manifest import NAMES
from ingest.metadata import SIDECAR_SUFFIX
from ingest.readers import SUFFIXES
from vectorstore.errors import UnreadableDocument

# Between the path of an archive and the name of what is in it.
WITHIN = "!/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What some paths lead to.

    Args:
        files: absolute paths, each once: those named, and those of a readable type in folders.
        skipped: files in folders of other types.
        missing: paths where nothing is.
        folders: absolute paths of the folders that were looked through.
    """

    files: tuple[Path, ...]
    skipped: int
    missing: tuple[Path, ...]
    folders: tuple[Path, ...]


def find(paths: Sequence[Path]) -> Sources:
    """Look through folders and their folders, leaving hidden files, sidecars and locks alone."""
    files: dict[Path, None] = {}
    skipped: set[Path] = set()
    missing: list[Path] = []
    folders: list[Path] = []
    for path in (each.expanduser().absolute() for each in paths):
        if path.is_dir():
            folders.append(path)
            for file in _files_in(path):
                if is_readable(file):
                    files[file] = None
                elif file.suffix.lower() != SIDECAR_SUFFIX and file.name not in NAMES:
                    skipped.add(file)
        elif path.exists():
            files[path] = None
        else:
            missing.append(path)
    return Sources(
        files=tuple(files),
        skipped=len(skipped - files.keys()),
        missing=tuple(missing),
        folders=tuple(folders),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document to be: a file, or a member of an archive.

    Args:
        id: its path; of a member the archive's, "!/" and what the archive calls it.
        name: what it is called in citations and reports: on one line, and always printable.
        content: its bytes, or why they cannot be had.
    """

    id: str
    name: str
    content: bytes | UnreadableDocument


def is_readable(file: Path) -> bool:
    """Whether a file is of a type that may hold minutes."""
    return file.suffix.lower() in SUFFIXES | {ARCHIVE_SUFFIX}


def opened(file: Path, *, megabytes: int) -> Iterator[Source]:
    """What a file holds: itself, or each document of an archive.

    Args:
        megabytes: MiB that a file, or the members of an archive together, may have.
    """
    id_, name = _storable(str(file)), shown_name(file.name)
    try:
        content = _bytes_of(file, megabytes)
        if file.suffix.lower() != ARCHIVE_SUFFIX:
            yield Source(id=id_, name=name, content=content)
            return
        for member in members(content, megabytes * 2**20):
            called = shown_name(PurePosixPath(member.path.replace("\\", "/")).name)
            yield Source(
                id=f"{id_}{WITHIN}{_storable(member.path)}", name=called, content=member.content
            )
    except UnreadableDocument as error:
        yield Source(id=id_, name=name, content=error)


def shown_name(name: str) -> str:
    """A name on one line, whatever a file system or an archive let it be."""
    return "".join(letter if letter.isprintable() else " " for letter in _storable(name))


def file_of(source: str) -> Path:
    """The file that a source is or is in."""
    return Path(source.split(WITHIN, maxsplit=1)[0])


def _storable(name: str) -> str:
    """A name whose bytes are no UTF-8 cannot be stored as it is."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _bytes_of(file: Path, megabytes: int) -> bytes:
    try:
        if file.stat().st_size > megabytes * 2**20:
            raise UnreadableDocument(
                f"It is larger than {megabytes} MiB; divide it, or allow more with "
                "MINUTES_READING_SIZE."
            )
        return file.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            f"It cannot be opened ({error.strerror}); check the path and who may read it."
        ) from error


def _files_in(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            # Word keeps a lock named "~$…" beside a file that is open.
            if not name.startswith((".", "~$")):
                yield Path(here) / name
