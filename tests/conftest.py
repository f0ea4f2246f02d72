"""What all tests share: the embedding model, loaded once."""

import pytest
from hypothesis import settings

from vectorstore.embedding import Embedder
from vectorstore.settings import LibrarySettings

# How long an example takes says more about the machine than about the code.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The model that comes with the program."""
    return Embedder(LibrarySettings())
