"""Readers and writers in processes of their own, which may be killed at any instant.

They are forked from a server that has imported everything and started nothing, since a fresh
process spends seconds on imports.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from tests.vectorstore.conftest import open_quickly
from tests.vectorstore.documents import POTHOLES, SCOOTERS, WARDENS, Written, minutes
from vectorstore.errors import MinutesError
from vectorstore.library import Library, open_library
from vectorstore.revision import Step
from vectorstore.settings import LibrarySettings

_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload([__name__])

NEWER_POTHOLES = minutes("potholes.txt", {"Highway maintenance": ["Only 20 potholes remained."]})
ADDED: tuple[Written, ...] = (
    NEWER_POTHOLES,
    WARDENS,
    *(
        minutes(f"ward{number}.txt", {f"Ward {number}": [f"Ward {number} asked for {thing}."]})
        for number, thing in enumerate(["a bench", "two lamps", "a crossing", "new bins"])
    ),
)


def begin_with(library: Library) -> None:
    """Publish the edition that the revisions below start from."""
    with library.revise() as revision:
        for written in (SCOOTERS, POTHOLES):
            written.put(revision)
        revision.publish()


def add_everything(library: Library, on_step: Callable[[Step], None] = lambda step: None) -> None:
    """A revision that adds documents and updates one; what is recorded already is passed over."""
    with library.revise(on_step) as revision:
        known = revision.fingerprints()
        for written in ADDED:
            if known.get(f"/minutes/{written.document.name}") != written.document.digest:
                written.put(revision)
        revision.publish()


def die_at(step: str, times: int) -> Callable[[Step], None]:
    """Kill this process outright when a step begins for so manieth time."""
    left = [times]

    def on_step(begun: Step) -> None:
        left[0] -= begun == step
        if left[0] == 0 and begun == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return on_step


def revising(home: Path, said: Connection, step: str = "", times: int = 1) -> None:
    """Add everything with a stand-in embedder, to be killed at a step or from outside."""
    said.send("begun")
    add_everything(open_quickly(home), die_at(step, times))


def revising_with_the_model(home: Path, said: Connection, step: str) -> None:
    """Add everything with the real model and be killed at a step."""
    add_everything(open_library(LibrarySettings(home=home)), die_at(step, 1))


def forgetting(home: Path, said: Connection, name: str, step: str) -> None:
    """Erase a document and be killed at a step."""
    library = open_quickly(home)
    with library.revise(die_at(step, 1)) as revision:
        revision.forget(library.current().document(name))
        revision.publish()


def holding(home: Path, said: Connection) -> None:
    """Hold the writer's lock until killed."""
    with open_quickly(home).revise():
        said.send(os.getpid())
        signal.pause()


def reading(home: Path, said: Connection) -> None:
    """Ask again and again until told to stop; tell the numbers that each answer was made of."""
    library = open_quickly(home)
    told: list[Any] = []
    said.send("begun")
    while not said.poll():
        try:
            edition = library.current()
            told.append((edition.name, numbers(edition.search("revision number", limit=50))))
        except MinutesError as error:
            told.append(repr(error))
    said.send(told)


def numbers(hits: list[Any]) -> list[str]:
    """The last word of every passage found, sorted."""
    return sorted(hit.passage.text.split()[-1] for hit in hits)


def start(
    task: Callable[..., None], home: Path, *options: object
) -> tuple[BaseProcess, Connection]:
    """Begin a task in a process of its own; gives the process and what it says."""
    said, its_end = _processes.Pipe()
    process = _processes.Process(target=task, args=(home, its_end, *options))
    process.start()
    its_end.close()
    return process, said
