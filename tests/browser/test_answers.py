"""What people see when they ask."""

import re
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.reading import ask, open_page, until_whole

pytestmark = pytest.mark.browser


def test_an_answer_is_told_by_meeting_in_date_order(page: Page, address: str) -> None:
    open_page(page, address)
    turn = ask(page, "potholes")
    expect(turn.get_by_role("heading", level=2)).to_have_text("potholes")
    headings = turn.get_by_role("heading", level=3).all_inner_texts()
    years = [int(found.group()) for each in headings if (found := re.search(r"20\d\d", each))]
    assert len(years) > 1
    assert years == sorted(years)
    expect(turn).to_contain_text("Searched 19 meetings of 5 committees")


def test_a_citation_opens_the_quoted_words_in_their_surroundings(page: Page, address: str) -> None:
    open_page(page, address)
    turn = ask(page, "potholes")
    marker = turn.get_by_role("button", name=re.compile("^Citation 1:"))
    expect(marker).to_have_attribute("aria-expanded", "false")
    marker.click()
    expect(marker).to_have_attribute("aria-expanded", "true")
    passage = turn.get_by_role("region", name="Citation 1 in its surroundings")
    expect(passage).to_contain_text("Environment and Transport Committee, Marlshire County Council")
    expect(passage.locator("mark")).to_be_in_viewport()
    assert passage.locator("p.paragraph").count() > 1
    quoted = passage.locator("mark").inner_text()
    assert quoted in passage.locator("p.quoted").inner_text()
    passage.get_by_role("button", name="Close").click()
    expect(passage).to_have_count(0)
    expect(marker).to_be_focused()


def test_opening_a_second_citation_closes_the_first(page: Page, address: str) -> None:
    open_page(page, address)
    turn = ask(page, "e-scooters")
    for number in (1, 2):
        turn.get_by_role("button", name=re.compile(f"^Citation {number}:")).first.click()
        region = turn.get_by_role("region")
        expect(region).to_have_count(1)
        expect(region).to_have_attribute("aria-label", f"Citation {number} in its surroundings")


def test_a_follow_up_is_shown_as_it_was_understood(page: Page, address: str) -> None:
    open_page(page, address)
    ask(page, "Brackwell Bypass")
    turn = ask(page, "and what did it cost?")
    expect(turn.get_by_text("Understood as:")).to_contain_text("Brackwell")
    expect(page.get_by_role("article")).to_have_count(2)


def test_a_filter_is_shown_while_in_force_and_can_be_removed(page: Page, address: str) -> None:
    open_page(page, address)
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("combobox", name="Committee").click()
    page.get_by_role("option", name="Cabinet").click()
    page.keyboard.press("Escape")
    remove = page.get_by_role("button", name="Remove: Cabinet")
    remove.wait_for()
    turn = ask(page, "libraries")
    expect(turn).to_contain_text("Limited to Cabinet")
    for heading in turn.get_by_role("heading", level=3).all_inner_texts():
        assert "Cabinet" in heading
    remove.click()
    expect(remove).to_have_count(0)
    expect(ask(page, "libraries").get_by_text("Limited to")).to_have_count(0)


def test_a_new_question_comes_to_the_top_of_the_page(page: Page, address: str) -> None:
    open_page(page, address)
    ask(page, "e-scooters")
    turn = ask(page, "libraries")
    expect(turn.get_by_role("heading", level=2)).to_be_in_viewport()
    box = turn.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 200


def test_an_example_is_asked_with_one_click(page: Page, address: str) -> None:
    open_page(page, address)
    example = page.get_by_role("group", name="For example").get_by_role("button").first
    words = example.inner_text()
    example.click()
    turn = page.get_by_role("article")
    expect(turn.get_by_role("heading", level=2)).to_have_text(words)
    expect(turn).to_contain_text("Searched ")


def test_an_answer_can_be_reached_and_read_with_the_keyboard_alone(
    page: Page, address: str
) -> None:
    field = open_page(page, address)
    field.focus()
    page.keyboard.type("potholes")
    page.keyboard.press("Enter")
    until_whole(page.get_by_role("article"))
    marker = page.get_by_role("button", name=re.compile("^Citation 1:"))
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if marker.evaluate("button => button.getRootNode().activeElement === button"):
            break
    expect(marker).to_be_focused()
    assert marker.evaluate("button => getComputedStyle(button).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    panel = page.get_by_role("region", name="in its surroundings")
    expect(panel.locator("mark")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(marker).to_be_focused()


def test_a_copied_answer_carries_its_sources(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(120_000)
    page = context.new_page()
    open_page(page, address)
    turn = ask(page, "potholes")
    turn.get_by_role("button", name="Copy with citations").click()
    expect(turn.get_by_text("Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert copied.startswith("potholes\n")
    assert "\nSources\n[1] “" in copied


def test_the_page_asks_nothing_of_any_host_but_its_own(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    context.set_default_timeout(120_000)
    page = context.new_page()
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("blob", "data") and parts.netloc != urlsplit(address).netloc:
            elsewhere.append(request.url)

    context.on("request", note)
    open_page(page, address)
    turn = ask(page, "potholes")
    turn.get_by_role("button", name=re.compile("^Citation 1:")).click()
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("combobox", name="Committee").wait_for()
    context.close()
    assert elsewhere == []


def test_the_page_has_a_language_a_title_and_headings_in_order(page: Page, address: str) -> None:
    open_page(page, address)
    ask(page, "potholes")
    expect(page).to_have_title("Ask the minutes")
    assert page.locator("html").get_attribute("lang") == "en"
    levels = [
        int(heading.evaluate("heading => heading.tagName")[1])
        for heading in page.get_by_role("heading").all()
    ]
    assert levels[:3] == [1, 2, 3]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_phone_shows_the_answer_without_scrolling_sideways(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    context.set_default_timeout(120_000)
    page = context.new_page()
    open_page(page, address)
    turn = ask(page, "potholes")
    turn.get_by_role("button", name=re.compile("^Citation 1:")).tap()
    mark = turn.get_by_role("region").locator("mark")
    expect(mark).to_be_in_viewport()
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    context.close()
    assert overflow <= 0
