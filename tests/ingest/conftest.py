"""What the tests of ingestion share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.document import read_document
from ingest.metadata import Metadata
from vectorstore.records import Document

FIXTURES = Path(__file__).parent / "fixtures"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def read_fixture() -> Callable[[str], Document]:
    """Reads one of the invented texts."""

    def read(name: str) -> Document:
        return read_document(name, (FIXTURES / name).read_bytes(), Metadata())

    return read


@pytest.fixture
def read_text() -> Callable[[str], Document]:
    """Reads a text given in the test."""

    def read(text: str) -> Document:
        return read_document("minutes.txt", text.encode(), Metadata())

    return read


@pytest.fixture
def shared_minutes() -> Path:
    """The folder with real records of committees; the test is skipped where it is absent."""
    folder = ROOT / "../shared/minutes"
    if not folder.is_dir():
        pytest.skip("the real records are not beside this checkout")
    return folder
