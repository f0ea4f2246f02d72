"""What all tests share: the embedding model, loaded once, and an end that waits for threads."""

import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

from vectorstore.embedding import Embedder
from vectorstore.settings import LibrarySettings

# How long an example takes says more about the machine than about the code.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

IN_THE_BACKGROUND = {"answer", "warm-up", "library job", "evaluation"}
PATIENCE = 60.0  # seconds


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The model that comes with the program."""
    return Embedder(LibrarySettings())


@pytest.fixture(scope="session", autouse=True)
def _no_work_outlives_the_tests() -> Iterator[None]:
    """Python aborts when it ends while a thread computes in a library that is not Python."""
    yield
    for thread in threading.enumerate():
        if thread.name in IN_THE_BACKGROUND:
            thread.join(PATIENCE)
