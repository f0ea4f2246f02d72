"""From a question to the page it is answered on."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.reading import ask, open_page
from tests.ingest.printed_places import places
from tests.sample_library import SAMPLES

pytestmark = pytest.mark.browser

QUESTION = "Which libraries were flooded and served as rest centres?"
PDF = SAMPLES / "cabinet-2023-01-19.pdf"
# On the second page of the PDF, the first line of what answers the question.
WORDS = "Sallowby and Thackmere had both been flooded"


def open_citation(turn: Locator) -> Locator:
    """Open the first citation of the PDF; gives back what opens."""
    marker = turn.get_by_role("button", name=re.compile(r"^Citation \d+: .*19 January 2023")).first
    marker.click()
    return turn.get_by_role("region", name="in its surroundings")


def test_a_question_and_a_click_lead_to_the_highlighted_page(page: Page, address: str) -> None:
    open_page(page, address)
    panel = open_citation(ask(page, QUESTION))
    expect(panel.locator("mark")).to_be_visible()
    picture = panel.get_by_role("img")
    expect(picture).to_have_attribute(
        "alt", "Page 2 of cabinet-2023-01-19.pdf; the words are marked"
    )
    expect(panel).to_contain_text("Page 2: the words are marked.")
    assert yellow_where_the_words_are(panel)


def yellow_where_the_words_are(panel: Locator) -> bool:
    """Whether the pixels around the words on the screen are marked, and those beside are not."""
    # Streamlit's bars lie over what is beneath them, also in a picture of it.
    bars = "[data-testid=stHeader], [data-testid=stBottom] { display: none }"
    panel.page.add_style_tag(content=bars)
    sheet = panel.locator(".sheet")
    # All of the page, not only what the frame shows of it.
    sheet.evaluate("sheet => { sheet.parentElement.style.height = 'auto'; }")
    seen = Image.open(io.BytesIO(sheet.screenshot())).convert("RGB")
    [place] = places(PDF.read_bytes(), 2, WORDS)
    box = [
        round(share * size)
        for share, size in zip(
            (place.left, place.top, place.left + place.width, place.top + place.height),
            (seen.width, seen.height, seen.width, seen.height),
            strict=True,
        )
    ]
    left, top, right, bottom = box
    height = bottom - top
    there = yellow_share(seen.crop((left, top, right, bottom)))
    above = yellow_share(seen.crop((left, top - 3 * height, right, top - 2 * height)))
    before = yellow_share(seen.crop((left - 6 * height, top, left - height, bottom)))
    return there > 0.5 and above == before == 0


def yellow_share(part: Image.Image) -> float:
    """How much of a picture is as yellow as a mark."""
    pixels = [part.getpixel((x, y)) for x in range(part.width) for y in range(part.height)]
    yellow = [
        isinstance(pixel, tuple) and pixel[0] - pixel[2] > 60 and pixel[1] > 150 for pixel in pixels
    ]
    return sum(yellow) / max(len(yellow), 1)


def test_the_words_are_in_view_and_the_page_can_be_enlarged_by_keys(
    page: Page, address: str
) -> None:
    open_page(page, address)
    panel = open_citation(ask(page, QUESTION))
    expect(panel.locator(".box").first).to_be_visible()
    panel.locator("figure").scroll_into_view_if_needed()
    expect(panel.locator(".box").first).to_be_in_viewport()
    large = panel.get_by_role("button", name="Enlarge")
    large.focus()
    page.keyboard.press("Enter")
    dialog = panel.get_by_role("dialog", name="Page 2")
    expect(dialog.locator(".box").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(panel).to_be_visible()
    expect(large).to_be_focused()


def test_a_page_stays_while_the_conversation_goes_on(page: Page, address: str) -> None:
    open_page(page, address)
    panel = open_citation(ask(page, QUESTION))
    expect(panel.get_by_role("img")).to_be_visible()
    ask(page, "potholes")
    expect(panel.get_by_role("img")).to_be_visible()


def test_a_reopened_conversation_still_shows_the_page(page: Page, address: str) -> None:
    open_page(page, address)
    ask(page, QUESTION)
    page.reload()
    panel = open_citation(page.get_by_role("article"))
    expect(panel.locator(".box").first).to_be_visible()


def test_the_original_is_handed_out_as_a_file(page: Page, address: str) -> None:
    open_page(page, address)
    panel = open_citation(ask(page, QUESTION))
    with page.expect_download() as waiting:
        panel.get_by_role("button", name="Download the original").click()
    download = waiting.value
    assert download.suggested_filename == PDF.name
    assert Path(download.path()).read_bytes() == PDF.read_bytes()


def test_a_citation_of_a_text_shows_no_page(page: Page, address: str) -> None:
    open_page(page, address)
    turn = ask(page, "e-scooters")
    turn.get_by_role("button", name=re.compile("^Citation 1:")).first.click()
    panel = turn.get_by_role("region", name="in its surroundings")
    expect(panel).to_contain_text(".txt")
    expect(panel.get_by_role("figure")).to_have_count(0)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    context.set_default_timeout(120_000)
    yield context.new_page()
    context.close()


def test_a_phone_shows_the_page_without_scrolling_sideways(phone: Page, address: str) -> None:
    open_page(phone, address)
    panel = open_citation(ask(phone, QUESTION))
    expect(panel.locator(".box").first).to_be_visible()
    overflow = phone.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0
    assert yellow_where_the_words_are(panel)


def test_a_mark_on_the_line_of_time_leads_to_its_meeting(page: Page, address: str) -> None:
    open_page(page, address)
    turn = ask(page, "What was said about libraries?")
    line = turn.get_by_role("navigation", name="Meetings over time")
    marks = line.get_by_role("button")
    assert marks.count() >= 3
    name = marks.last.get_attribute("aria-label") or ""
    marks.last.focus()
    page.keyboard.press("Enter")
    heading = turn.get_by_role("heading", level=3).last
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    assert name.startswith(heading.locator(".date").inner_text())


def test_a_limit_found_in_the_question_can_be_taken_away(page: Page, address: str) -> None:
    open_page(page, address)
    turn = ask(page, "What was said about libraries since 2024?")
    expect(turn).to_contain_text("as your question says")
    turn.get_by_role("button", name="Ask again without: From 1 January 2024").click()
    again = page.get_by_role("article").nth(1)
    expect(again).to_contain_text("Searched ")
    expect(again.get_by_text("Limited to")).to_have_count(0)
    expect(again.get_by_role("heading", level=3).first).to_contain_text("2021")


def test_a_suggested_question_is_asked_with_one_click(page: Page, address: str) -> None:
    open_page(page, address)
    ask(page, "potholes")
    group = page.get_by_role("group", name="You may also ask")
    suggested = group.get_by_role("button").first
    words = suggested.inner_text()
    suggested.click()
    turn = page.get_by_role("article").nth(1)
    expect(turn.get_by_role("heading", level=2)).to_have_text(words)
    expect(turn.get_by_role("button", name=re.compile("^Citation")).first).to_be_visible()
