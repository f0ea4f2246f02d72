"""The component of a turn by itself, fed in ways that a served page does only by chance."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import ROOT

pytestmark = pytest.mark.browser

DRAW = """async ([code, views]) => {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const draw = (await import(url)).default;
  for (const data of views) draw({ data, parentElement: document.body });
}"""


def test_a_view_that_comes_late_does_not_undo_a_later_one(page: Page) -> None:
    code = (ROOT / "ui" / "components" / "turn.js").read_text(encoding="utf-8")
    begun = {"question": "ferries", "limits": [], "citations": {}, "step": 0}
    begun |= {"state": "working", "words": "Searching"}
    failed = begun | {"step": 1, "state": "failed", "words": "No answer", "notice": "Too slow."}
    page.goto("about:blank")
    page.evaluate(DRAW, [code, [failed, begun]])
    turn = page.get_by_role("article")
    expect(turn).to_contain_text("Too slow.")
