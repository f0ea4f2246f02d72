"""What the tests of the web pages share."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sample_library import sample_home
from vectorstore.edition import Edition
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

__all__ = ["sample_home"]


@pytest.fixture(scope="session")
def samples(sample_home: Path) -> Edition:
    """The published edition of the sample library."""
    return open_library(LibrarySettings(home=sample_home)).current()


@pytest.fixture(autouse=True)
def _own_main_module() -> Iterator[None]:
    """Streamlit's test runner leaves its page as the main module, which new processes run again."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
