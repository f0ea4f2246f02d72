"""The component of a turn by itself, fed in ways that a served page does only by chance."""

import base64
import io
from collections.abc import Sequence
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.serving import ROOT
from ui.components.component import script
from ui.components.turn import PARTS

pytestmark = pytest.mark.browser

CODE = script("turn", *PARTS)
DRAW = """async ([code, views]) => {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const draw = (await import(url)).default;
  window.sent = [];
  const setTriggerValue = (name, value) => window.sent.push([name, value]);
  window.draw = (data, parentElement = document.body) =>
    draw({ data, parentElement, setTriggerValue });
  views.forEach((view) => window.draw(view));
}"""


def picture() -> str:
    """A picture of two pixels by three, as it is sent."""
    holder = io.BytesIO()
    Image.new("RGB", (2, 3), "white").save(holder, format="WEBP")
    return base64.b64encode(holder.getvalue()).decode()


def answered(paragraph: dict[str, Any], pages: Sequence[int] = ()) -> dict[str, Any]:
    """A view of an answer with one citation, of that paragraph on those pages."""
    citation = {
        "name": "Cabinet", "body": "Cabinet", "place": [], "document": "ferry.pdf", "link": None,
        "pages": list(pages), "kept": False, "notes": [], "paragraphs": [paragraph],
    }  # fmt: skip
    sentence = {"runs": [["The ferry stays open.", False]], "citations": [1]}
    section = {"date": "", "body": "Cabinet", "distinction": None}
    return {
        "question": "ferry", "limits": {}, "step": 1, "state": "answered", "words": "Answered",
        "sections": [section | {"runs": [{"label": None, "sentences": [sentence]}]}],
        "citations": {"1": citation}, "coverage": "All", "copy": "",
    }  # fmt: skip


def test_a_view_that_comes_late_does_not_undo_a_later_one(page: Page) -> None:
    begun = {"question": "ferries", "limits": {}, "citations": {}, "step": 0}
    begun |= {"state": "working", "words": "Searching"}
    failed = begun | {"step": 1, "state": "failed", "words": "No answer", "notice": "Too slow."}
    page.goto("about:blank")
    page.evaluate(DRAW, [CODE, [failed, begun]])
    turn = page.get_by_role("article")
    expect(turn).to_contain_text("Too slow.")


def test_a_question_comes_to_the_top_though_its_answer_is_drawn_in_another_place(
    page: Page,
) -> None:
    """Streamlit may give a component a new place; and what is above it may shrink meanwhile."""
    begun = {"id": "t", "question": "ferries", "limits": {}, "citations": {}, "step": 0}
    begun |= {"state": "working", "words": "Searching"}
    failed = begun | {"step": 1, "state": "failed", "words": "No answer", "notice": "Too slow."}
    page.goto("about:blank")
    page.evaluate(DRAW, [CODE, []])
    top = """([views, reads]) => {
      document.body.innerHTML = "<div></div><main></main><main></main><footer></footer>";
      const [above, ...places] = document.body.children;
      above.style.height = "3000px";
      document.querySelector("footer").style.height = "2000px";
      window.draw(views[0], places[0]);
      if (reads) {
        window.dispatchEvent(new Event("wheel"));
        window.scrollTo(0, 0);
      }
      above.style.height = "1500px";
      places[0].remove();
      window.draw(views[1], places[1]);
      return Math.abs(places[1].querySelector("article").getBoundingClientRect().top) < 60;
    }"""
    assert page.evaluate(top, [[begun, failed], False])
    again = [view | {"id": "u"} for view in (begun, failed)]
    assert not page.evaluate(top, [again, True])


def test_what_the_original_shows_struck_through_is_shown_struck_where_it_stood(page: Page) -> None:
    paragraph = {
        "label": "2",
        "before": "RESOLVED that the ferry ",
        "quoted": "stay open",
        "after": ".",
        "deleted": [[24, "<b>be sold</b>"], [28, "not"], [34, "at once"]],
    }
    page.goto("about:blank")
    page.evaluate(DRAW, [CODE, [answered(paragraph)]])
    page.get_by_role("button", name="Citation 1").click()
    words = page.locator(".paragraph .words")
    expect(words.locator("del")).to_have_text(["<b>be sold</b>", "not", "at once"])
    expect(words).to_have_text("RESOLVED that the ferry <b>be sold</b> staynot  open.at once ")
    expect(words.locator("mark")).to_contain_text("stay")


def test_words_that_run_over_the_foot_of_a_page_lead_to_both(page: Page) -> None:
    paragraph = {"label": "2", "before": "", "quoted": "stay open", "after": ".", "deleted": []}
    view = answered(paragraph, pages=[4, 5])
    shown = {"of": 1, "page": 4, "words": "Page 4.", "alt": "Page 4 of ferry.pdf"}
    shown |= {"picture": picture(), "width": 200, "height": 300, "marks": [[0.1, 0.5, 0.4, 0.1]]}
    page.goto("about:blank")
    page.add_style_tag(path=ROOT / "ui/components/page.css")
    page.evaluate(DRAW, [CODE, [view]])
    page.get_by_role("button", name="Citation 1").click()
    expect(page.get_by_text("Page 4 is on its way")).to_be_visible()
    assert page.evaluate("sent") == [["page", {"of": 1, "page": 4}]]

    page.evaluate("view => draw(view)", view | {"page": shown})
    seen = page.get_by_role("img", name="Page 4 of ferry.pdf")
    expect(seen).to_be_visible()
    assert seen.evaluate("img => img.decode().then(() => img.naturalWidth)") == 2
    whole, box = seen.bounding_box(), page.locator(".box").bounding_box()
    assert whole is not None
    assert box is not None
    assert abs(box["x"] - whole["x"] - 0.1 * whole["width"]) < 1
    assert abs(box["y"] - whole["y"] - 0.5 * whole["height"]) < 1

    page.get_by_role("button", name="Page 5").click()
    expect(seen).to_have_count(0)
    assert page.evaluate("sent")[1:] == [["page", {"of": 1, "page": 5}]]
    expect(page.get_by_role("button", name="Page 5")).to_be_focused()
    problem = {"of": 1, "page": 5, "problem": "The page cannot be shown. <b>It is gone.</b>"}
    page.evaluate("view => draw(view)", view | {"page": problem})
    expect(page.get_by_role("region")).to_contain_text("<b>It is gone.</b>")
    page.get_by_role("button", name="Page 4").click()
    page.evaluate("view => draw(view)", view | {"page": shown})
    expect(seen).to_be_visible()


def test_only_pictures_are_shown_whatever_is_sent(page: Page) -> None:
    paragraph = {"label": "2", "before": "", "quoted": "stay open", "after": ".", "deleted": []}
    view = answered(paragraph, pages=[4])
    sent = {"of": 1, "page": 4, "words": "", "alt": "", "width": 1, "height": 1, "marks": []}
    sent["picture"] = ",<svg onload=alert(1)>"
    page.goto("about:blank")
    page.evaluate(DRAW, [CODE, [view | {"page": sent}]])
    page.get_by_role("button", name="Citation 1").click()
    address = page.locator(".sheet img").get_attribute("src") or ""
    assert address.startswith("data:image/webp;base64,")


def test_an_answer_is_copied_where_there_is_no_clipboard(page: Page) -> None:
    """As over http from another computer. Keys go on from the button that was pressed."""
    paragraph: dict[str, Any] = {
        "label": None,
        "before": "",
        "quoted": "Open.",
        "after": "",
        "deleted": [],
    }
    page.goto("about:blank")
    page.evaluate("document.body.append(document.createElement('input'))")
    page.evaluate(DRAW, [CODE, [answered(paragraph) | {"copy": "The ferry stays open. [1]"}]])
    assert page.evaluate("navigator.clipboard === undefined")
    copying = page.get_by_role("button", name="Copy with citations")
    copying.click()
    expect(page.get_by_text("Copied")).to_be_visible()
    expect(copying).to_be_focused()
    field = page.locator("body > input")
    field.press("Control+V")
    expect(field).to_have_value("The ferry stays open. [1]")
