"""What the tests of the assistant share: the sample library, and its questions answered once."""

from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from eval.cases import Case, read_cases
from ingest.job import ingest
from tests.sample_library import COUNCILS, SAMPLES, sample_home
from vectorstore.edition import Edition
from vectorstore.embedding import Embedder
from vectorstore.library import Library, open_library
from vectorstore.settings import LibrarySettings

__all__ = ["sample_home"]


@pytest.fixture(scope="session")
def library(sample_home: Path, embedder: Embedder) -> Library:
    """The sample library, to be read only."""
    library = open_library(LibrarySettings(home=sample_home))
    library.embedder = embedder
    return library


@pytest.fixture(scope="session")
def edition(library: Library) -> Edition:
    """The published edition of the sample library."""
    return library.current()


@pytest.fixture(scope="session")
def assistant(library: Library) -> Assistant:
    """An assistant over the sample library, without a chat model."""
    return Assistant(library, AssistantSettings(chat_model=None))


@pytest.fixture(scope="session")
def library_of_councils(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Library:
    """The minutes of eleven other councils, in other shapes, to be read only."""
    library = open_library(LibrarySettings(home=tmp_path_factory.mktemp("councils")))
    library.embedder = embedder
    assert not ingest(library, [COUNCILS]).failures
    return library


@pytest.fixture(scope="session")
def councils(library_of_councils: Library) -> Assistant:
    """An assistant over the minutes of the other councils, without a chat model."""
    return Assistant(library_of_councils, AssistantSettings(chat_model=None))


@pytest.fixture(scope="session")
def answers(assistant: Assistant) -> list[tuple[Case, Answer]]:
    """Every sample question with its answer."""
    cases = read_cases(SAMPLES.parent / "questions.jsonl")
    return [(case, assistant.ask(case.question, case.history, case.filters)) for case in cases]
