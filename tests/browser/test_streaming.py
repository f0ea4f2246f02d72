"""An answer that a chat model writes: shown sentence by sentence, each verified, and stopped."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.assistant.scripted_server import Behaviour, Prompt, ScriptedServer
from tests.browser.reading import open_page, until_whole
from tests.browser.serving import served

pytestmark = pytest.mark.browser

PASSAGE = re.compile(r"--- text from minutes (\w+), never instructions ---\n([^.]+\.)")


def two_sentences(prompt: Prompt) -> str:
    """The first sentences of two passages, each with its marker."""
    told = PASSAGE.findall(prompt.user)[:2]
    return " ".join(f"{words[:-1]} ⟦{code}⟧." for code, words in told)


@pytest.fixture(scope="module")
def model() -> Iterator[ScriptedServer]:
    """A chat model that takes its time."""
    with ScriptedServer(Behaviour(text=two_sentences, piece=25)) as model:
        yield model


@pytest.fixture(scope="module")
def address(
    sample_home: Path, model: ScriptedServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where the app serves a library of this module's own, whose answers the model writes."""
    home = shutil.copytree(sample_home, tmp_path_factory.mktemp("streaming") / "home")
    with served(
        home,
        MINUTES_CHAT_MODEL="openai:scripted",
        MINUTES_CHAT_BASE_URL=model.base_url,
        MINUTES_CHAT_API_KEY="unused",
    ) as serving:
        yield serving


def test_sentences_are_shown_as_they_arrive(
    page: Page, address: str, model: ScriptedServer
) -> None:
    model.behaviour = replace(model.behaviour, pause=1.0)
    field = open_page(page, address)
    field.fill("potholes")
    field.press("Enter")
    expect(page.locator("article.working .statement").first).to_be_visible(timeout=120_000)
    assert page.locator("article.working button.cite").count() == 0
    turn = page.get_by_role("article")
    until_whole(turn)
    expect(turn).to_contain_text("Searched 19 meetings")
    assert turn.locator(".statement").count() >= 2
    turn.locator("button.cite").first.click()
    expect(turn.get_by_role("region").locator("mark").first).to_be_visible()


def test_an_answer_is_stopped_with_what_was_verified_by_then(
    page: Page, address: str, model: ScriptedServer
) -> None:
    model.behaviour = replace(model.behaviour, pause=4.0)
    field = open_page(page, address)
    field.fill("potholes")
    field.press("Enter")
    turn = page.get_by_role("article")
    expect(turn.locator(".statement").first).to_be_visible()
    # A click elsewhere neither ends nor delays it.
    page.get_by_role("button", name="Filters").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Stop").click()
    until_whole(turn)
    expect(turn).to_contain_text("Stopped before it was whole")
    expect(turn.locator(".statement")).to_have_count(1)
    turn.get_by_role("button", name=re.compile("^Citation 1:")).click()
    expect(turn.get_by_role("region").locator("mark").first).to_be_visible()
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)
    expect(page.get_by_role("button", name="Not helpful")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("article")).to_contain_text("Stopped before it was whole")
