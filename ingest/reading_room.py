"""Documents read in processes apart, several at a time; their outcomes in the order asked."""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import LifoQueue
from types import ModuleType, TracebackType
from typing import Self, TypeVar

from ingest.limits import ReadingLimits
from ingest.reading_process import Made, Refusal, Task, Work, serve
from vectorstore.errors import SettingsError
from vectorstore.records import Document

Label = TypeVar("Label")

# Documents that are read ahead of the one whose turn it is, for each process.
AHEAD = 4
# Seconds that a process may take until it is ready; a busy machine takes long to start one.
TO_START = 60.0
# Processes begin afresh on every system: none inherits what its maker has opened or loaded.
_processes = multiprocessing.get_context("spawn")
_starting = threading.Lock()


class ReadingRoom:
    """Processes that read documents, used as a context manager; leaving it ends them at once.

    None is started before there is something to read.
    """

    def __init__(self, limits: ReadingLimits) -> None:
        self._ahead = AHEAD * limits.reading_processes
        self._desks = [Desk(limits) for _ in range(limits.reading_processes)]
        self._free: LifoQueue[Desk] = LifoQueue()
        for desk in self._desks:
            self._free.put(desk)
        self._threads = ThreadPoolExecutor(limits.reading_processes, "reading")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for desk in self._desks:
            desk.close()
        self._threads.shutdown(cancel_futures=True)
        for desk in self._desks:
            desk.close()

    def read(
        self, tasks: Iterable[tuple[Label, Task | Refusal]]
    ) -> Iterator[tuple[Label, Document | Refusal]]:
        """Read documents; a refusal among the tasks comes through in its turn.

        Raises:
            SettingsError: the limits leave no room for a process that reads.
        """
        asked: deque[tuple[Label, Future[Document | Refusal] | Refusal]] = deque()
        for label, task in tasks:
            told = task if isinstance(task, Refusal) else self._threads.submit(self._read, task)
            asked.append((label, told))
            if len(asked) > self._ahead:
                yield _settled(*asked.popleft())
        while asked:
            yield _settled(*asked.popleft())

    def _read(self, task: Task) -> Document | Refusal:
        desk = self._free.get()
        try:
            return desk.read(task)
        finally:
            self._free.put(desk)


@contextmanager
def _nothing_run_again() -> Iterator[None]:
    """Keep a new process from running the main script again, as multiprocessing has it do.

    A reader needs nothing of it, and Streamlit's is a page that only Streamlit can run.
    """
    with _starting:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _settled(
    label: Label, told: Future[Document | Refusal] | Refusal
) -> tuple[Label, Document | Refusal]:
    return label, told if isinstance(told, Refusal) else told.result()


class Desk:
    """One process that reads, replaced when it ends."""

    def __init__(self, limits: ReadingLimits) -> None:
        self._limits = limits
        self._process: SpawnProcess | None = None
        self._said: Connection | None = None
        self._closed = False

    def read(self, work: Work[Made]) -> Made | Refusal:
        """Have something made of a document in the process, which is started when there is none."""
        said = self._said or self._start()
        seconds = self._limits.reading_seconds
        try:
            said.send(work)
            if not said.poll(seconds):
                self._end()
                return Refusal(
                    reason=f"Reading it took longer than {seconds:g} seconds; if it can be "
                    "trusted, MINUTES_READING_SECONDS allows more."
                )
            outcome: Made | Refusal = said.recv()
        except (EOFError, OSError):
            return self._died()
        if isinstance(outcome, Refusal) and outcome.spent:
            self._end()
        return outcome

    def close(self) -> None:
        """End the process at once, and keep none that is being started."""
        self._closed = True
        if self._process is not None:
            _kill(self._process)
            self._process.join()

    def _start(self) -> Connection:
        said, its_end = _processes.Pipe()
        limits = self._limits
        process = _processes.Process(
            target=serve,
            args=(its_end, limits.reading_seconds, limits.reading_memory),
            name="minutes: reading",
            daemon=True,
        )
        with _nothing_run_again():
            process.start()
        self._process, self._said = process, said
        its_end.close()
        if self._closed:  # while it was being started
            _kill(process)
        try:
            ready = said.poll(TO_START) and said.recv() is None
        except (EOFError, OSError):
            ready = False
        if not ready:
            self._end()
            raise SettingsError(
                "No process that reads documents can start within the limits: "
                "allow more with MINUTES_READING_MEMORY."
            )
        return said

    def _died(self) -> Refusal:
        process = self._process
        if process is not None:
            process.join(TO_START)
        code = process.exitcode if process is not None else None
        self._end()
        how = f" ({signal.Signals(-code).name})" if code is not None and code < 0 else ""
        return Refusal(
            reason=f"The process that read it was ended{how}, for want of memory or by the "
            "document itself; fetch or save it again."
        )

    def _end(self) -> None:
        if self._process is not None:
            _kill(self._process)
            self._process.join()
        if self._said is not None:
            self._said.close()
        self._process = self._said = None


def _kill(process: SpawnProcess) -> None:
    """End a process and all that it has started."""
    if sys.platform != "win32" and process.pid is not None:
        with suppress(ProcessLookupError, PermissionError):
            if os.getpgid(process.pid) == process.pid:
                os.killpg(process.pid, signal.SIGKILL)
    process.kill()
