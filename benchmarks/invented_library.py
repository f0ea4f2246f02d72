"""A published library of invented minutes, made in a process of its own.

So the memory and the caches of making it are not those of the program that is measured.
"""

import multiprocessing
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.invented import write_minutes
from ingest.job import ingest
from vectorstore.embedding import Embedder
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

# In a library of more passages than this, only every fifth word of them is embedded.
EMBEDDED_WHOLE = 20_000
EVERY = 5


class HurriedEmbedder(Embedder):
    """The real model on every fifth word of each passage: real vectors, roughly, and distinct."""

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return super().passages([" ".join(text.split()[::EVERY]) for text in texts])


def make_library(home: Path, passages: int) -> None:
    """Make a library of at least so many passages, unless there is one."""
    if (home / "current").exists():
        return
    maker = multiprocessing.get_context("spawn").Process(target=_make, args=(home, passages))
    maker.start()
    maker.join()
    if maker.exitcode:
        raise SystemExit("The library could not be made.")


def _make(home: Path, passages: int) -> None:
    library = open_library(LibrarySettings(home=home))
    if passages > EMBEDDED_WHOLE:
        library.embedder = HurriedEmbedder(library.settings)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        write_minutes(Path(folder), passages)
        report = ingest(library, [Path(folder)])
    spent = time.perf_counter() - started
    print(f"Made a library of {report.passages:,} passages in {spent:.0f} s", flush=True)
