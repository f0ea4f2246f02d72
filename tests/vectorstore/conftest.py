"""Libraries to test with."""

from pathlib import Path

import pytest

from tests.vectorstore.documents import POTHOLES, SCOOTERS, WARDENS, publish
from tests.vectorstore.stand_in import WordEmbedder
from vectorstore.embedding import Embedder
from vectorstore.library import Library, open_library
from vectorstore.settings import LibrarySettings


@pytest.fixture
def library(tmp_path: Path, embedder: Embedder) -> Library:
    """An empty library with the real model."""
    library = open_library(LibrarySettings(home=tmp_path / "library"))
    library.embedder = embedder
    return library


@pytest.fixture
def quick_library(tmp_path: Path) -> Library:
    """An empty library whose embedder needs no model."""
    return open_quickly(tmp_path / "library")


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Library:
    """A published library with the real model, to be read only."""
    library = open_library(LibrarySettings(home=tmp_path_factory.mktemp("county")))
    library.embedder = embedder
    publish(library, SCOOTERS, POTHOLES, WARDENS)
    return library


def open_quickly(home: Path, *, keep_editions: int = 3) -> Library:
    """A library whose embedder needs no model."""
    library = open_library(LibrarySettings(home=home, keep_editions=keep_editions))
    library.embedder = WordEmbedder(library.settings)
    return library
