"""Browsing the meetings of the library."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_meeting_is_found_by_committee_and_searched_within(page: Page, address: str) -> None:
    page.goto(f"{address}/meetings")
    meeting = page.get_by_role("article")
    expect(meeting).to_be_visible()
    page.get_by_role("combobox", name="Committee").click()
    page.get_by_role("option", name="Cabinet").click()
    expect(meeting.get_by_role("heading", level=2)).to_contain_text("Cabinet")
    items = meeting.locator("details")
    everything = items.count()
    meeting.locator("summary").first.click()
    expect(items.first.locator(".paragraph").first).to_be_visible()
    search = page.get_by_label("Search within")
    search.fill("bypass")
    search.press("Enter")
    expect(meeting.locator("mark").first).to_be_visible()
    assert 0 < items.count() < everything
