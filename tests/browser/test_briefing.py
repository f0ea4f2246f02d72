"""From a topic to a Word file, as an officer does it."""

import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_topic_becomes_a_word_file_in_three_clicks(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}/briefing")
    topic = page.get_by_label("Topic")
    topic.click()
    topic.fill("e-scooters")
    page.get_by_role("button", name="Draft the briefing").click()
    expect(page.get_by_role("region", name="Sources")).to_be_visible(timeout=120_000)
    with page.expect_download() as started:
        page.get_by_role("button", name="Word").click()
    assert started.value.suggested_filename == "e-scooters.docx"
    kept = tmp_path / "briefing.docx"
    started.value.save_as(kept)
    paragraphs = docx.Document(str(kept)).paragraphs
    assert paragraphs[0].text == "Briefing: e-scooters"
    assert any("Carried: 6 for, 1 against, 1 abstained." in each.text for each in paragraphs)


def test_a_note_opens_below_its_line_and_sections_can_be_arranged(page: Page, address: str) -> None:
    page.goto(f"{address}/briefing")
    page.get_by_label("Topic").fill("potholes")
    page.get_by_role("button", name="Draft the briefing").click()
    summary = page.get_by_role("region", name="Summary")
    mark = summary.get_by_role("button", name="Note 1", exact=True)
    mark.click(timeout=120_000)
    expect(mark).to_have_attribute("aria-expanded", "true")
    expect(summary.get_by_role("note")).to_contain_text("Environment and Transport Committee")
    with page.expect_popup() as opened:
        summary.get_by_role("link", name="In the minutes").click()
    expect(opened.value.locator(".paragraph.here")).to_be_in_viewport()
    mark.click()
    expect(summary.get_by_role("note")).to_have_count(0)
    headings = page.get_by_role("region").get_by_role("heading", level=2)
    expect(headings.first).to_have_text("Purpose")
    page.get_by_role("button", name="Move down").first.click()
    expect(headings.first).to_have_text("Summary")
    page.get_by_role("button", name="Leave out").first.click()
    expect(headings.first).to_have_text(re.compile("Purpose"))
    expect(page.get_by_text("Summary (left out)")).to_be_visible()
