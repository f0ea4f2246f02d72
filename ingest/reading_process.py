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
from typing import Protocol, TypeVar

from ingest.document import read_document
from ingest.metadata import Metadata
from vectorstore.errors import UnreadableDocument
from vectorstore.records import Document

# Twenty thousand pages: what is longer was made to be, and would be slow in all that comes after.
LONGEST_TEXT = 50_000_000

Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)


class Work(Protocol[Made_co]):
    """Something to be made of the bytes of a document."""

    def carry_out(self) -> Made_co:
        """Make it.

        Raises:
            UnreadableDocument: the document does not allow it; anything else, when it is damaged.
        """
        ...


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

    def carry_out(self) -> Document:
        """Read it.

        Raises:
            UnreadableDocument: it cannot be read, or has no minutes in it.
        """
        document = read_document(self.name, self.content, self.metadata)
        if len(document.text) > LONGEST_TEXT:
            raise UnreadableDocument(
                f"Its text has {len(document.text):,} characters, more than minutes have."
            )
        return document


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
    """Do what is asked for until nobody asks any more.

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
            work: Work[object] = asked.recv()
            _limit_processor(seconds)
            outcome = done_within(work, memory)
            asked.send(outcome)
            if isinstance(outcome, Refusal) and outcome.spent:
                return


def done_within(work: Work[Made], memory: int) -> Made | Refusal:
    """What is made of a document, or why not; whatever the libraries raise is a reason."""
    try:
        return work.carry_out()
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
