"""What the tests of sites share: a site on loopback, a library, and settings in a hurry."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.limits import ReadingLimits
from ingest.reading_room import ReadingRoom
from ingest.report import IngestReport
from ingest.sites.job import refresh
from ingest.sites.settings import SiteSettings
from tests.ingest.sites.following import Refresh
from tests.ingest.sites.moderngov import Simulator
from tests.vectorstore.conftest import open_quickly
from vectorstore.following import Followed
from vectorstore.library import Library


@pytest.fixture
def site() -> Iterator[Simulator]:
    """An empty ModernGov site."""
    with Simulator() as simulator:
        yield simulator


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty library whose embedder needs no model."""
    return open_quickly(tmp_path / "library")


@pytest.fixture(scope="session")
def room() -> Iterator[ReadingRoom]:
    """Where documents are read: one process for all tests."""
    with ReadingRoom(ReadingLimits(reading_processes=1)) as opened:
        yield opened


@pytest.fixture
def hurried() -> SiteSettings:
    """Settings that wait for nothing and may ask loopback."""
    return SiteSettings(
        site_interval=0,
        site_backoff=0.01,
        site_longest_wait=0.2,
        site_timeout=5,
        site_attempts=3,
        site_private=True,
        site_contact="minutes@marlshire.example",
    )


@pytest.fixture
def run(site: Simulator, library: Library, hurried: SiteSettings, room: ReadingRoom) -> Refresh:
    """Follows the site, or one page of it, and returns the report."""

    def follow(page: str | None = None, **limits: object) -> IngestReport:
        site.forget_requests()
        wanted = Followed(address=page or site.address, **limits)  # type: ignore[arg-type]
        return refresh(library, [wanted], hurried, room)

    return follow
