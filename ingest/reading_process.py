"""What a process that reads documents does: one after the other, within limits of its own.

It is a process apart because documents are made by strangers: one that never ends, takes all
memory or brings a library down ends this process, and with it nothing but the reading of itself.
"""

import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from ingest.document import read_document
from ingest.metadata import Metadata
from vectorstore.errors import UnreadableDocument
from vectorstore.records import Document

# Twenty thousand pages: what is longer was made to be, and would be slow in all that comes after.
LONGEST_TEXT = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A document to read.

    Args:
        name: as it is shown; its suffix says what it is where the bytes do not.
        metadata: holds over what the text says.
    """

    name: str
    content: bytes
    metadata: Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A document that could not be read.

    Args:
        reason: one sentence.
        spent: the process is in no state to read another.
    """

    reason: str
    spent: bool = False


def serve(asked: Connection, seconds: float, memory: int) -> None:
    """Read what is asked for until nobody asks any more.

    Args:
        seconds: of a processor that one document may take.
        memory: MiB of address space.
    """
    # Who presses Ctrl-C means the one that asks, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.setsid()  # so that what a reader starts ends with it
    _limit_memory(memory)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        asked.send(None)  # ready
        while True:
            task: Task = asked.recv()
            _limit_processor(seconds)
            outcome = read_within(task, memory)
            asked.send(outcome)
            if isinstance(outcome, Refusal) and outcome.spent:
                return


def read_within(task: Task, memory: int) -> Document | Refusal:
    """A document, or why it could not be read; whatever the libraries raise is a reason."""
    try:
        document = read_document(task.name, task.content, task.metadata)
    except UnreadableDocument as error:
        return Refusal(reason=str(error))
    except MemoryError:
        return Refusal(
            reason=f"Reading it takes more than {memory} MiB of memory; if it can be trusted, "
            "MINUTES_READING_MEMORY allows more.",
            spent=True,
        )
    except RecursionError:
        return Refusal(reason="It is nested too deeply to be read; save it again.")
    except Exception as error:  # whatever a document can bring about is told of that document
        return Refusal(
            reason=f"It cannot be read ({type(error).__name__}); fetch or save it again."
        )
    if len(document.text) > LONGEST_TEXT:
        return Refusal(
            reason=f"Its text has {len(document.text):,} characters, more than minutes have."
        )
    return document


if sys.platform == "win32":

    def _limit_memory(memory: int) -> None:
        """Windows offers no such limit to a process of its own."""

    def _limit_processor(seconds: float) -> None:
        """The clock alone limits it."""

else:
    import resource

    def _limit_memory(memory: int) -> None:
        size = memory * 2**20
        with suppress(ValueError, OSError):  # macOS refuses what it does not keep to
            resource.setrlimit(resource.RLIMIT_AS, (size, size))
        with suppress(ValueError, OSError):  # nor is a copy of all that memory left on the disk
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def _limit_processor(seconds: float) -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        until = int(used.ru_utime + used.ru_stime + seconds) + 1
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (until, most))
