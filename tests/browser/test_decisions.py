"""Looking through what was decided."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_decisions_are_searched_and_taken_along_as_a_spreadsheet(page: Page, address: str) -> None:
    page.goto(f"{address}/decisions")
    entries = page.get_by_role("article")
    expect(entries).to_have_count(25)
    page.get_by_role("button", name="Show").click()
    expect(entries.nth(25)).to_be_attached()
    search = page.get_by_label("Search the words")
    search.fill("e-scooter trial")
    search.press("Enter")
    expect(entries.nth(25)).not_to_be_attached()
    expect(entries.first).to_contain_text("trial")
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download as a spreadsheet").click()
    text = downloading.value.path().read_text(encoding="utf-8-sig")
    assert text.startswith("Date,Council,Committee")
    assert "trial" in text
    search.fill("library")
    search.press("Enter")
    page.get_by_role("radio", name="Requests and undertakings").click()
    expect(entries.first).to_contain_text("Request")


def test_nothing_that_fits_is_said_so(page: Page, address: str) -> None:
    page.goto(f"{address}/decisions")
    search = page.get_by_label("Search the words")
    search.fill("submarines")
    search.press("Enter")
    expect(page.get_by_text("Nothing is recorded that fits")).to_be_visible()


def test_a_request_leads_to_what_may_report_back_and_to_the_minutes(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/decisions")
    page.get_by_role("radio", name="Requests and undertakings").click()
    entries = page.get_by_role("article")
    expect(entries.filter(has_text="Possible follow-up").first).to_be_visible()
    expect(entries.filter(has_text="No later minute was found").first).to_be_visible()
    words = entries.first.locator("> .words").inner_text()
    with page.expect_popup() as opening:
        entries.first.get_by_role("link", name="In the minutes").first.click()
    here = opening.value.locator(".here")
    expect(here).to_contain_text(words)
    expect(here).to_be_in_viewport()
