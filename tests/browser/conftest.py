"""A browser, and the app over the sample library to look at."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import CHROMIUM, chromium, served
from tests.sample_library import sample_home

__all__ = ["sample_home"]

PATIENCE = 120_000  # milliseconds: the first answer waits for the model to load
expect.set_options(timeout=60_000)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; without it the tests are skipped, or fail where it is required.

    Not kept longer: while it runs, no other test of the process can run an event loop.
    """
    if CHROMIUM is None:
        reason = "Chromium is not installed; MINUTES_REQUIRE_BROWSER=1 makes this a failure."
        if os.environ.get("MINUTES_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def address(sample_home: Path) -> Iterator[str]:
    """Where the app serves the sample library."""
    with served(sample_home) as serving:
        yield serving


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; nothing may go wrong in its console unnoticed."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []
