"""What people see when there is nothing to answer from."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import ask, open_page
from tests.browser.serving import served

pytestmark = pytest.mark.browser


def test_an_empty_library_says_what_to_do(page: Page, tmp_path: Path) -> None:
    with served(tmp_path) as address:
        page.goto(address)
        expect(page.get_by_role("heading", level=2)).to_contain_text("There are no minutes")
        expect(page.get_by_text("minutes ingest FOLDER")).to_be_visible()
        expect(page.get_by_placeholder("Ask about the minutes")).to_have_count(0)
        expect(page.get_by_text("Traceback")).to_have_count(0)


def test_what_the_minutes_do_not_say_is_said_not_to_be_there(page: Page, address: str) -> None:
    open_page(page, address)
    turn = ask(page, "zeppelin quartermaster xylophone")
    expect(turn).to_contain_text("Not found in the minutes searched")
    expect(turn.locator("button.cite")).to_have_count(0)
