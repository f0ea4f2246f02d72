"""What the tests of the assistant share."""

from tests.sample_library import sample_home

__all__ = ["sample_home"]
