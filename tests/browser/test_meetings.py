"""Browsing the meetings of the library."""

import re

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


def test_a_paragraph_is_seen_on_the_page_that_it_is_printed_on(page: Page, address: str) -> None:
    page.goto(f"{address}/meetings?committee=Cabinet&year=2023")
    page.get_by_role("combobox", name=re.compile("Document")).click()
    page.get_by_role("option", name=re.compile("19 January 2023")).click()
    meeting = page.get_by_role("article")
    search = page.get_by_label("Search within")
    search.fill("both been flooded")
    search.press("Enter")
    expect(meeting.locator("mark")).to_have_text("both been flooded")
    paragraph = meeting.locator("p.paragraph", has=page.locator("mark"))
    opener = paragraph.get_by_role("button", name="page 2 as it is printed")
    opener.click()
    alt = "Page 2 of cabinet-2023-01-19.pdf; the words are marked"
    expect(meeting.get_by_role("img", name=alt)).to_be_visible()
    expect(meeting.locator(".box").first).to_be_in_viewport()
    opener.press("Enter")
    expect(meeting.get_by_role("img")).to_have_count(0)
