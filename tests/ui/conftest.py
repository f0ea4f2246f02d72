"""What the tests of the web pages share."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.sample_library import sample_home
from tests.ui.asking import FRONT_DOOR, Serve
from ui import opened
from vectorstore.edition import Edition
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

__all__ = ["sample_home"]


@pytest.fixture(scope="session")
def samples(sample_home: Path) -> Edition:
    """The published edition of the sample library."""
    return open_library(LibrarySettings(home=sample_home)).current()


@pytest.fixture
def copied_home(sample_home: Path, tmp_path: Path) -> Path:
    """A library that a test may damage or add to, without what other tests have asked of it."""
    conversations = shutil.ignore_patterns("conversations.sqlite*")
    return shutil.copytree(sample_home, tmp_path / "home", ignore=conversations)


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Serve:
    """The page over the library of a home."""

    def over(home: Path, **address: str) -> AppTest:
        monkeypatch.setenv("MINUTES_HOME", str(home))
        if opened.library().settings.home != home:
            st.cache_resource.clear()
        page = AppTest.from_file(str(FRONT_DOOR), default_timeout=120)
        for name, value in address.items():
            page.query_params[name] = value
        return page.run()

    return over


@pytest.fixture(autouse=True)
def _own_main_module() -> Iterator[None]:
    """Streamlit's test runner leaves its page as the main module, which new processes run again."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
