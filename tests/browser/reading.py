"""What a person does on the page."""

import re

from playwright.sync_api import Locator, Page, expect


def open_page(page: Page, address: str) -> Locator:
    """Go to the page; gives back the field for questions."""
    page.goto(address)
    field = page.get_by_role("textbox", name="Ask about the minutes")
    field.wait_for()
    return field


def ask(page: Page, question: str) -> Locator:
    """Ask and wait until the answer is whole; gives back the question with its answer."""
    turns = page.get_by_role("article")
    earlier = turns.count()
    field = page.get_by_role("textbox", name="Ask about the minutes")
    field.fill(question)
    field.press("Enter")
    turn = turns.nth(earlier)
    until_whole(turn)
    return turn


def until_whole(turn: Locator) -> None:
    """Wait until an answer has ended, well or badly."""
    expect(turn).not_to_have_class(re.compile("working"), timeout=120_000)
