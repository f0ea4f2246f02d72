"""The component of a turn by itself, fed in ways that a served page does only by chance."""

import pytest
from playwright.sync_api import Page, expect

from ui.components.component import script
from ui.components.turn import PARTS

pytestmark = pytest.mark.browser

CODE = script("turn", *PARTS)
DRAW = """async ([code, views]) => {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const draw = (await import(url)).default;
  for (const data of views) draw({ data, parentElement: document.body });
}"""


def test_a_view_that_comes_late_does_not_undo_a_later_one(page: Page) -> None:
    begun = {"question": "ferries", "limits": {}, "citations": {}, "step": 0}
    begun |= {"state": "working", "words": "Searching"}
    failed = begun | {"step": 1, "state": "failed", "words": "No answer", "notice": "Too slow."}
    page.goto("about:blank")
    page.evaluate(DRAW, [CODE, [failed, begun]])
    turn = page.get_by_role("article")
    expect(turn).to_contain_text("Too slow.")


def test_what_the_original_shows_struck_through_is_shown_struck_where_it_stood(page: Page) -> None:
    paragraph = {
        "label": "2",
        "before": "RESOLVED that the ferry ",
        "quoted": "stay open",
        "after": ".",
        "deleted": [[24, "<b>be sold</b>"], [28, "not"], [34, "at once"]],
    }
    citation = {
        "name": "Cabinet", "body": "Cabinet", "place": [], "document": "ferry.pdf", "link": None,
        "pages": [], "kept": False,
        "notes": [], "paragraphs": [paragraph],
    }  # fmt: skip
    sentence = {"runs": [["The ferry stays open.", False]], "citations": [1]}
    section = {"date": "", "body": "Cabinet", "distinction": None}
    answered = {
        "question": "ferry", "limits": {}, "step": 1, "state": "answered", "words": "Answered",
        "sections": [section | {"runs": [{"label": None, "sentences": [sentence]}]}],
        "citations": {"1": citation}, "coverage": "All", "copy": "",
    }  # fmt: skip
    page.goto("about:blank")
    page.evaluate(DRAW, [CODE, [answered]])
    page.get_by_role("button", name="Citation 1").click()
    words = page.locator(".paragraph .words")
    expect(words.locator("del")).to_have_text(["<b>be sold</b>", "not", "at once"])
    expect(words).to_have_text("RESOLVED that the ferry <b>be sold</b> staynot  open.at once ")
    expect(words.locator("mark")).to_contain_text("stay")
