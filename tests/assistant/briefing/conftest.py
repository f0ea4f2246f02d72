"""A briefing on the sample library, put together once."""

import datetime

import pytest

from assistant.briefing.briefing import Briefing, Scope
from assistant.briefing.composition import brief
from vectorstore.edition import Edition

DRAFTED = datetime.date(2026, 3, 2)


@pytest.fixture(scope="session")
def scooters(edition: Edition) -> Briefing:
    """The briefing on e-scooters."""
    return brief(edition, Scope(topic="e-scooters"), DRAFTED)
