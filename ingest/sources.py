"""The files that are to be ingested."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.metadata import SIDECAR_SUFFIX
from ingest.readers import SUFFIXES


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
                if file.suffix.lower() in SUFFIXES:
                    files[file] = None
                elif file.suffix.lower() != SIDECAR_SUFFIX:
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


def _files_in(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            # Word keeps a lock named "~$…" beside a file that is open.
            if not name.startswith((".", "~$")):
                yield Path(here) / name
