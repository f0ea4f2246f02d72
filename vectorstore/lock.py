"""One writer at a time; the second is told who the first is."""

import json
import os
import sys
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from vectorstore.errors import LibraryLocked


class WriterLock:
    """The lock of a library's one writer; the system frees it when its process ends."""

    def __init__(self, home: Path) -> None:
        self._lock = FileLock(home / "writer.lock")
        self._holder = home / "writer.json"

    def acquire(self) -> None:
        """Take the lock at once.

        Raises:
            LibraryLocked: another process has it.
        """
        self._holder.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise LibraryLocked(
                f"{self._describe_holder()} is writing to the library: wait until it has "
                "finished, or stop it, and try again."
            ) from None
        command = Path(sys.argv[0]).name or "python"
        holder = {"pid": os.getpid(), "command": command, "since": datetime.now().isoformat()}
        self._holder.write_text(json.dumps(holder))

    def release(self) -> None:
        """Give the lock back."""
        self._holder.unlink(missing_ok=True)
        self._lock.release()

    def _describe_holder(self) -> str:
        try:
            holder = json.loads(self._holder.read_text())
            since = datetime.fromisoformat(holder["since"])
            return f"Process {holder['pid']} ({holder['command']}, since {since:%H:%M on %d %B %Y})"
        except (OSError, ValueError, KeyError, TypeError):
            return "Another process"
