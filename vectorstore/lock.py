"""One writer of a folder at a time; the second is told who the first is."""

import json
import os
import sys
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from vectorstore.errors import LibraryLocked

HOLDER = "writer.json"
"""The file in the folder that says who its writer is."""

# Seconds that a writer waits for one who only looks whether there is a writer.
_PATIENCE = 1.0


class FolderLock:
    """The lock of a folder's one writer; the system frees it when its process ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / "writer.lock")
        self._holder = folder / HOLDER

    def take(self) -> bool:
        """Take the lock; whether nobody else has it. The folder is made if there is none."""
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=_PATIENCE)
        except Timeout:
            return False
        command = Path(sys.argv[0]).name or "python"
        holder = {"pid": os.getpid(), "command": command, "since": datetime.now().isoformat()}
        self._holder.write_text(json.dumps(holder))
        return True

    def release(self) -> None:
        """Give the lock back."""
        self._holder.unlink(missing_ok=True)
        self._lock.release()

    def is_held(self) -> bool:
        """Whether anybody has it, this process or another."""
        if not self._holder.exists():
            return False
        try:
            with self._lock.acquire(timeout=0):
                return False
        except Timeout:
            return True

    def holder(self) -> str:
        """Who has it, to begin a sentence with."""
        try:
            holder = json.loads(self._holder.read_text())
            since = datetime.fromisoformat(holder["since"])
            return f"Process {holder['pid']} ({holder['command']}, since {since:%H:%M on %d %B %Y})"
        except (OSError, ValueError, KeyError, TypeError):
            return "Another process"


class WriterLock(FolderLock):
    """The lock of a library's one writer."""

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            LibraryLocked: another process has it.
        """
        if not self.take():
            raise LibraryLocked(
                f"{self.holder()} is writing to the library: wait until it has "
                "finished, or stop it, and try again."
            )
