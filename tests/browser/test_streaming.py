"""An answer that a chat model writes is shown sentence by sentence, each verified."""

import re
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


def test_sentences_are_shown_as_they_arrive(page: Page, sample_home: Path) -> None:
    slow = Behaviour(text=two_sentences, piece=25, pause=1.0)
    with (
        ScriptedServer(slow) as model,
        served(
            sample_home,
            MINUTES_CHAT_MODEL="openai:scripted",
            MINUTES_CHAT_BASE_URL=model.base_url,
            MINUTES_CHAT_API_KEY="unused",
        ) as address,
    ):
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
