"""Files that are whole and stay so, whatever is stopped and when, power cuts included."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

# What SQLite keeps beside a database while it is written to.
PASSING = ("*-journal", "*-wal", "*-shm")


def passes(path: Path) -> bool:
    """Whether a file is there only while another is written to."""
    return any(path.match(pattern) for pattern in PASSING)


def write(path: Path, text: str) -> None:
    """Write a file and have it on the disk before going on."""
    with path.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def replace(path: Path, text: str) -> None:
    """Put a file in the place of another: whoever reads it sees the one or the other."""
    following = path.with_name(f"{path.name}.next")
    write(following, text)
    following.replace(path)
    sync_folder(path.parent)


def sync_tree(folder: Path) -> None:
    """Have everything under a folder on the disk, so that a rename can be trusted after it."""
    for inner, _, names in os.walk(folder):
        for name in names:
            # Some systems flush only what was opened for writing.
            descriptor = os.open(Path(inner) / name, os.O_RDWR)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        sync_folder(Path(inner))


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    if os.name == "nt":  # folders cannot be opened there, nor need they be
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy_live(source: str, target: str) -> None:
    """Copy a file; a SQLite one, which somebody may be writing to, as of one instant."""
    if not source.endswith(".sqlite3"):
        shutil.copy2(source, target)
        return
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
