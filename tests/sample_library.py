"""The sample minutes as a library, ingested once for all tests that read it."""

from pathlib import Path

import pytest

from ingest.job import ingest
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

SAMPLES = Path(__file__).parents[1] / "samples" / "library"
COUNCILS = SAMPLES.parent / "councils"


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the sample library; tests that would change it make a copy."""
    home = tmp_path_factory.getbasetemp() / "sample-library"
    library = open_library(LibrarySettings(home=home))
    if library.current_name() is None:
        report = ingest(library, [SAMPLES])
        assert not report.failures
    return home
