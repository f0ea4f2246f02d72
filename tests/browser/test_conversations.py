"""Conversations: kept over a restart, listed for their owner alone; shared and judged."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from eval.drafts.queue import Queue
from tests.browser.identity_provider import providing, sign_in, signing_in_with
from tests.browser.reading import ask, open_page, until_whole
from tests.browser.serving import served
from vectorstore.found import Filters

pytestmark = pytest.mark.browser

ANN, BOB = "Ann Askerigg", "Bob Bellwether"


@pytest.fixture(scope="module")
def home(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of this module's own, for conversations are kept with it."""
    return shutil.copytree(sample_home, tmp_path_factory.mktemp("conversations") / "home")


@pytest.fixture(scope="module")
def address(home: Path) -> Iterator[str]:
    """Where the app serves it."""
    with served(home) as serving:
        yield serving


@pytest.fixture(autouse=True)
def _nothing_kept(home: Path) -> None:
    for kept in home.glob("*.sqlite"):
        kept.unlink()


def listed(page: Page) -> Locator:
    """The conversations in the sidebar."""
    return page.get_by_role("navigation", name="Conversations").get_by_role("listitem")


def options(page: Page, title: str, choice: str) -> None:
    """Open the options of a conversation and take one."""
    page.get_by_role("button", name=f"Options: {title}").click()
    page.get_by_role("button", name=choice, exact=True).click()


def begin(page: Page) -> None:
    """Begin a new conversation."""
    page.get_by_role("button", name="New conversation").click()
    expect(page.get_by_role("article")).to_have_count(0)


def test_a_conversation_is_reopened_after_a_restart_with_its_citations(
    page: Page, home: Path, address: str
) -> None:
    open_page(page, address)
    ask(page, "potholes")
    expect(listed(page)).to_have_text(["potholes⋯"])
    expect(page).to_have_url(re.compile(r"\?c=\w+$"))
    query = page.url.partition("?")[2]
    # Another process remembers nothing but what is kept.
    with served(home) as anew:
        page.goto(f"{anew}/?{query}")
        turn = page.get_by_role("article")
        turn.get_by_role("button", name=re.compile("^Citation 1:")).click()
        passage = turn.get_by_role("region", name="Citation 1 in its surroundings")
        expect(passage.locator("mark")).to_contain_text("38,900 potholes")
        assert passage.locator("p.paragraph").count() > 1
        ask(page, "e-scooters")
        expect(page.get_by_role("article")).to_have_count(2)


def test_conversations_are_opened_renamed_searched_and_deleted(page: Page, address: str) -> None:
    open_page(page, address)
    ask(page, "potholes")
    begin(page)
    ask(page, "e-scooters")
    expect(listed(page)).to_have_text(["e-scooters⋯", "potholes⋯"])

    options(page, "potholes", "Rename")
    title = page.get_by_role("textbox", name="Title of the conversation")
    title.fill("For the *Chair* <b>by Friday</b>")
    title.press("Enter")
    expect(listed(page).nth(1)).to_have_text("For the *Chair* <b>by Friday</b>⋯")

    page.get_by_role("button", name="For the *Chair*").first.click()
    expect(page.get_by_role("article").get_by_role("heading", level=2)).to_have_text("potholes")

    search = page.get_by_role("textbox", name="Search your conversations")
    search.fill("rental scooters")
    search.press("Enter")
    expect(listed(page)).to_have_text(["e-scooters⋯"])
    search.fill("")
    search.press("Enter")
    expect(listed(page)).to_have_count(2)

    options(page, "For the *Chair*", "Delete")
    page.get_by_role("button", name="Cancel", exact=True).click()
    expect(listed(page)).to_have_count(2)
    options(page, "For the *Chair*", "Delete")
    page.get_by_role("button", name="Delete it").click()
    expect(listed(page)).to_have_text(["e-scooters⋯"])
    expect(page.get_by_role("article")).to_have_count(0)


def test_the_list_is_used_with_the_keyboard_alone(page: Page, address: str) -> None:
    open_page(page, address)
    ask(page, "potholes")
    menu = page.get_by_role("button", name="Options: potholes")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Rename")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("Roads")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Options: Roads")).to_be_focused()


def test_the_way_back_leads_to_the_conversation_before(page: Page, address: str) -> None:
    open_page(page, address)
    ask(page, "potholes")
    begin(page)
    ask(page, "e-scooters")
    heading = page.get_by_role("article").get_by_role("heading", level=2)
    listed(page).nth(1).get_by_role("button").first.click()
    expect(heading).to_have_text("potholes")
    page.go_back()
    expect(heading).to_have_text("e-scooters")


def test_nobody_sees_the_conversations_of_somebody_else(
    browser: Browser, home: Path, tmp_path: Path
) -> None:
    people = {ANN: {"sub": "1", "name": ANN}, BOB: {"sub": "2", "name": BOB}}
    with (
        providing(people) as provider,
        served(home, **signing_in_with(provider, tmp_path)) as address,
        browser.new_context() as anns,
        browser.new_context() as bobs,
    ):
        ann, bob = anns.new_page(), bobs.new_page()
        for page, who in ((ann, ANN), (bob, BOB)):
            page.set_default_timeout(120_000)
            sign_in(page, address, who)
            page.get_by_role("textbox", name="Ask about the minutes").wait_for()
        ask(ann, "potholes")
        expect(listed(ann)).to_have_text(["potholes⋯"])
        bob.goto(ann.url)
        expect(bob.get_by_text("You have no such conversation")).to_be_visible()
        expect(bob.get_by_role("article")).to_have_count(0)
        expect(listed(bob)).to_have_count(0)
        ask(bob, "e-scooters")
        ann.reload()
        expect(ann.get_by_role("article")).to_have_count(1)
        expect(listed(ann)).to_have_text(["potholes⋯"])


def test_a_shared_question_is_asked_once_and_a_reload_shows_the_kept_answer(
    browser: Browser, page: Page, address: str
) -> None:
    open_page(page, f"{address}/?q=libraries&committee=cabinet&since=2022-01-01")
    turn = page.get_by_role("article")
    until_whole(turn)
    expect(turn).to_contain_text("From 1 January 2022")
    expect(page.get_by_role("button", name="Remove: Cabinet").last).to_be_visible()
    turn_before = turn.inner_text()
    page.reload()
    expect(page.get_by_role("article")).to_have_count(1)
    assert page.get_by_role("article").inner_text() == turn_before
    expect(listed(page)).to_have_text(["libraries⋯"])

    page.get_by_role("button", name="Share").click()
    shared = page.get_by_role("textbox", name="Address of this question").input_value()
    assert shared == f"{address}/?q=libraries&committee=Cabinet&since=2022-01-01"
    with browser.new_context() as another:
        other = another.new_page()
        other.set_default_timeout(120_000)
        other.goto(shared)
        until_whole(other.get_by_role("article"))
        expect(other.get_by_role("article")).to_contain_text("From 1 January 2022")


def test_an_address_with_a_bad_value_is_refused_in_a_sentence(page: Page, address: str) -> None:
    open_page(page, f"{address}/?q=libraries&until=soon")
    expect(page.get_by_text("“until” in the address is not a date")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(0)


def test_a_disliked_answer_lands_in_the_evaluators_queue(
    page: Page, home: Path, address: str
) -> None:
    open_page(page, f"{address}/?q=potholes&committee=environment")
    until_whole(page.get_by_role("article"))
    page.get_by_role("button", name="Not helpful").click()
    page.get_by_role("checkbox", name="Something is missing").check()
    page.get_by_role("textbox", name="In your own words").fill("The budget for 2023.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Thank you.")).to_be_visible()
    [draft] = Queue(home).drafts()
    assert draft.case.question == "potholes"
    assert draft.case.filters == Filters(committee="Environment and Transport Committee")
    assert draft.answer is not None
    assert draft.answer["edition"] == draft.edition
    assert draft.note == "Something is missing: The budget for 2023."
    page.reload()
    pressed = page.get_by_role("button", name="Not helpful")
    expect(pressed).to_have_attribute("aria-pressed", "true")
