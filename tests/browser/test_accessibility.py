"""Every page, in the states that matter, against WCAG 2.2 AA as far as axe-core can tell."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.reading import ask, open_page, until_whole

pytestmark = pytest.mark.browser

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    # A window of 1280 by 900 at 200%.
    "zoomed": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}
RULES = {
    "runOnly": {"type": "tag", "values": "wcag2a wcag2aa wcag21a wcag21aa wcag22aa".split()},
    "resultTypes": ["violations"],
}
SERIOUS = ("serious", "critical")
Check = Callable[[str], None]


@pytest.fixture(params=LOOKS)
def looked_at(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A fresh page for each way to look at it."""
    look = LOOKS[request.param]
    context = browser.new_context(**look, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(120_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def check(looked_at: Page) -> Iterator[Check]:
    """Looks for barriers; what was found in all states is told at the end."""
    found: list[str] = []
    axe = Axe()

    def look(state: str) -> None:
        settle(looked_at)
        for violation in axe.run(looked_at, options=RULES).response["violations"]:
            if violation["impact"] in SERIOUS:
                places = [f"{node['html']} {node['failureSummary']}" for node in violation["nodes"]]
                found.append(f"{state}: {violation['id']} at {', '.join(places)}")
        sideways = looked_at.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if sideways > 0:
            found.append(f"{state}: {sideways} pixels to scroll sideways")

    yield look
    assert found == []


def settle(page: Page) -> None:
    """Wait until Streamlit has drawn what it has to draw."""
    page.locator("[data-test-script-state='notRunning']").wait_for()
    expect(page.locator("[data-stale='true']")).to_have_count(0)
    page.evaluate("document.fonts.ready")
    # Streamlit fetches what draws the app's own style only when it is asked to.
    page.locator("[data-testid=stHtml] style").wait_for(state="attached")
    # What was stale or disabled fades back in, from the next frame on, and has too little contrast
    # until then.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate(
        "Promise.all(document.getAnimations().map(it => "
        "it.effect.getComputedTiming().endTime === Infinity || it.finished.catch(() => null)))"
    )


def go(page: Page, address: str) -> None:
    """Open a page and wait for its heading."""
    page.goto(address)
    page.get_by_role("heading", level=1).wait_for()
    settle(page)


def test_asking_has_no_barrier(looked_at: Page, check: Check, address: str) -> None:
    open_page(looked_at, address)
    check("nothing asked yet")
    turn = ask(looked_at, "potholes")
    turn.get_by_role("button", name=re.compile("^Citation 1:")).first.click()
    expect(turn.get_by_role("region").locator("mark").first).to_be_visible()
    check("an answer with a citation open")
    looked_at.get_by_role("button", name="Filters").click()
    looked_at.get_by_role("combobox", name="Committee").wait_for()
    check("filters open")
    looked_at.keyboard.press("Escape")
    ask(looked_at, "are there any mermaids?")
    check("nothing found")


def test_the_page_of_a_source_has_no_barrier(looked_at: Page, check: Check, address: str) -> None:
    open_page(looked_at, address)
    turn = ask(looked_at, "Which libraries were flooded and served as rest centres?")
    turn.get_by_role("button", name=re.compile(r"^Citation \d+: .*19 January 2023")).first.click()
    turn.get_by_text("the words are marked").wait_for()
    check("a printed page")
    turn.get_by_role("button", name="Enlarge").click()
    looked_at.get_by_role("dialog").wait_for()
    check("a printed page at full size")
    looked_at.keyboard.press("Escape")
    looked_at.get_by_role("button", name="Not helpful").click()
    looked_at.get_by_role("button", name="Send", exact=True).wait_for()
    check("a verdict being given")


def test_limits_and_the_line_of_time_have_no_barrier(
    looked_at: Page, check: Check, address: str
) -> None:
    open_page(looked_at, address)
    turn = ask(looked_at, "What was said about libraries since 2022?")
    turn.get_by_role("navigation", name="Meetings over time").wait_for()
    turn.get_by_role("button", name="Ask again without: From 1 January 2022").wait_for()
    check("an answer with a limit and a line of time")


def test_conversations_have_no_barrier(looked_at: Page, check: Check, address: str) -> None:
    open_page(looked_at, address)
    ask(looked_at, "potholes")
    looked_at.get_by_role("button", name="Not helpful").click()
    check("what is wrong with an answer")
    looked_at.get_by_role("button", name="Share").click()
    check("the address of a question")
    # Where there is little room, the list is put away.
    away = looked_at.get_by_test_id("stExpandSidebarButton")
    if away.is_visible():
        away.click()
    options = looked_at.get_by_role("button", name="Options: potholes").first
    options.click()
    check("what can be done with a conversation")
    looked_at.get_by_role("button", name="Rename").click()
    check("renaming a conversation")
    looked_at.keyboard.press("Escape")
    options.click()
    looked_at.get_by_role("button", name="Delete", exact=True).click()
    check("deleting a conversation")


def test_reading_has_no_barrier(looked_at: Page, check: Check, address: str) -> None:
    go(looked_at, f"{address}/meetings?committee=Cabinet&year=2024")
    looked_at.get_by_role("group").locator("summary").first.click()
    looked_at.get_by_role("button", name="as it is printed").first.click()
    looked_at.get_by_text("the words are marked").wait_for()
    check("a meeting with an item open, and its page")
    go(looked_at, f"{address}/decisions")
    check("decisions")
    looked_at.get_by_text("Requests and undertakings").click()
    check("requests and undertakings")
    go(looked_at, f"{address}/account")
    check("account")


def test_a_briefing_has_no_barrier(looked_at: Page, check: Check, address: str) -> None:
    go(looked_at, f"{address}/briefing")
    check("no topic yet")
    looked_at.get_by_role("textbox", name="Topic").fill("e-scooters")
    looked_at.get_by_role("button", name="Draft the briefing").click()
    looked_at.get_by_role("button", name="Word").wait_for()
    check("a draft")
    looked_at.get_by_role("button", name="Edit", exact=True).first.click()
    looked_at.get_by_role("button", name="Keep").wait_for()
    check("a section being edited")


def test_the_pages_of_editors_have_no_barrier(looked_at: Page, check: Check, address: str) -> None:
    go(looked_at, f"{address}/library")
    for tab in looked_at.get_by_role("tab").all():
        tab.click()
        check(f"library, {tab.inner_text()}")
    go(looked_at, f"{address}/evaluate")
    for section in looked_at.get_by_role("radio").all():
        section.click()
        check(f"evaluate, {section.inner_text()}")


def test_every_page_is_titled_by_what_it_is_for(page: Page, address: str) -> None:
    titles = {}
    for path in ("", "briefing", "meetings", "decisions", "library", "evaluate", "account"):
        go(page, f"{address}/{path}")
        titles[path] = page.title()
        expect(page.get_by_role("heading", level=1)).to_contain_text(titles[path])
    assert len(set(titles.values())) == len(titles)


def test_the_keyboard_alone_leads_from_the_page_to_a_source_and_back(
    page: Page, address: str
) -> None:
    go(page, address)
    tab_to(page, page.get_by_role("textbox", name="Ask about the minutes"))
    page.keyboard.type("potholes")
    page.keyboard.press("Enter")
    until_whole(page.get_by_role("article"))
    marker = page.get_by_role("button", name=re.compile("^Citation 1:")).first
    tab_to(page, marker)
    page.keyboard.press("Enter")
    opened = page.get_by_role("region", name="Citation 1 in its surroundings")
    expect(opened.locator("mark").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(marker).to_be_focused()
    tab_to(page, page.get_by_role("link", name="Meetings"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Meetings")


def tab_to(page: Page, wanted: Locator) -> None:
    """Press the tabulator until something has the focus."""
    wanted.wait_for()
    for _ in range(120):
        if wanted.evaluate("it => it.getRootNode().activeElement === it"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the tabulator does not lead there")
