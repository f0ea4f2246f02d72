"""The evaluators' page: a set is run, a failure opened, two runs compared, a draft accepted."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from assistant.settings import AssistantSettings
from eval.drafts.draft import Dislike
from eval.drafts.queue import Queue
from eval.evaluation import Plan, evaluate
from eval.settings import FOLDER
from eval.workbench import SAMPLES, Workbench
from tests.browser.serving import served
from tests.browser.test_accessibility import Check, check, go, looked_at, settle
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

__all__ = ["check", "looked_at"]

pytestmark = pytest.mark.browser

# What only this view has: by its role and its name.
OF_VIEWS: dict[str, tuple[Literal["button", "combobox"], str]] = {
    "Run": ("button", "Run the test set"),
    "Results": ("combobox", "Which run"),
    "Compare": ("combobox", "Before"),
    "Drafts": ("combobox", "Draft"),
}
HOSTILE = "<img src=x onerror=alert(1)> **bold** [link](http://elsewhere.example) the e-scooters"


@pytest.fixture(scope="module")
def own_address(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app serves a copy of the sample library, with a small test set run once.

    Another copy, "county", may be evaluated as well.
    """
    home = tmp_path_factory.mktemp("evaluate") / "home"
    county = home.with_name("county")
    for copy in (home, county):
        shutil.copytree(sample_home, copy)
    lines = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()[:5]]
    lines.append(lines[0] | {"id": "hostile", "question": HOSTILE, "tags": ["<i>tag</i>"]})
    workbench = Workbench(home / FOLDER)
    testset = workbench.add_set("few.jsonl", "\n".join(map(json.dumps, lines)).encode())
    plan = Plan(
        testset=testset, folder=workbench.runs_folder / "earlier", systems=("minutes", "bm25")
    )
    library = open_library(LibrarySettings(home=home))
    evaluate(plan, library, AssistantSettings(chat_model=None))
    hostile = {"text": HOSTILE, "citations": [], "edition": "000001"}
    Queue(home).thumbs_down(Dislike(question=HOSTILE, answer=hostile, note=HOSTILE))
    with served(home, MINUTES_EVALUATION_LIBRARIES=str(county)) as address:
        yield address


def view(page: Page, name: str) -> None:
    """Choose a view, and wait until nothing of the one before is left."""
    page.get_by_role("radiogroup").first.get_by_role("radio", name=name, exact=True).click()
    role, its_own = OF_VIEWS[name]
    page.get_by_role(role, name=its_own).first.wait_for()
    settle(page)


def cases(page: Page) -> Locator:
    return page.locator("li.case")


def test_a_set_is_run_and_a_failure_opens_to_what_explains_it(
    page: Page, own_address: str, tmp_path: Path
) -> None:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"It said {dialog.message}"))
    page.goto(f"{own_address}/evaluate")
    expect(page.get_by_text("6 cases, 0 of which the minutes do not answer.")).to_be_visible()
    page.get_by_role("combobox", name="Library").click()
    page.get_by_role("option", name="county").click()
    page.get_by_role("button", name="BM25").click()
    page.get_by_role("button", name="Run the test set").click()
    # It goes on while somebody looks at another page.
    page.get_by_role("link", name="Meetings").click()
    expect(page.get_by_role("heading", name="Meetings")).to_be_visible()
    page.get_by_role("link", name="Evaluate").click()
    expect(page.get_by_text("The run is finished")).to_be_visible(timeout=120_000)

    page.get_by_role("button", name="See its results").click()
    expect(page.get_by_text("Over edition 000001 of county")).to_be_visible()
    expect(page.get_by_role("img", name="Risk against coverage")).to_be_visible()
    row = page.get_by_role("row", name="vital_nugget_recall").first
    expect(row).to_contain_text("to")
    expect(page.get_by_role("columnheader", name="bm25")).to_be_visible()
    page.get_by_role("radio", name="All").click()
    expect(cases(page)).to_have_count(6)
    hostile = cases(page).filter(has_text="onerror")
    line = hostile.get_by_role("button")
    line.press("Enter")
    expect(hostile.get_by_text("Why each figure is what it is")).to_be_visible()
    expect(hostile.get_by_text("retrieved at rank").first).to_be_visible()
    expect(line).to_be_focused()
    assert page.locator("li.case img, li.case strong, li.case a").count() == 0
    line.press("Enter")
    expect(hostile.get_by_text("Why each figure is what it is")).to_have_count(0)

    with page.expect_download() as downloading:
        page.get_by_role("button", name="Web page").click()
    report = tmp_path / "report.html"
    downloading.value.save_as(report)
    assert "&lt;img src=x" in report.read_text(encoding="utf-8")
    assert {url.split("/")[2] for url in requested if url.startswith("http")} == {
        own_address.removeprefix("http://")
    }
    look_at_report(page, report)


def look_at_report(page: Page, report: Path) -> None:
    """Its own script sorts and opens, which its policy allows by the digest alone."""
    page.goto(report.as_uri())
    heading = page.get_by_role("columnheader", name="question")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    page.get_by_role("link", name="hostile").click()
    expect(page.locator("#case-hostile")).to_have_attribute("open", "")
    assert page.locator("details img, details strong + strong").count() == 0


def test_cases_that_are_opened_have_no_barrier(
    looked_at: Page, check: Check, own_address: str
) -> None:
    go(looked_at, f"{own_address}/evaluate")
    for name in ("Results", "Compare"):
        view(looked_at, name)
        cases(looked_at).first.get_by_role("button").click()
        expect(cases(looked_at).first.get_by_role("heading").first).to_be_visible()
        check(name)


def test_two_systems_are_compared_case_by_case(page: Page, own_address: str) -> None:
    page.goto(f"{own_address}/evaluate")
    view(page, "Compare")
    expect(page.get_by_role("row", name="evidence_precision").first).to_be_visible()
    changed = cases(page).first
    changed.get_by_role("button").click()
    expect(changed.get_by_role("heading", name="Before: answered")).to_be_visible()
    expect(changed.get_by_role("heading", name="After: ")).to_be_visible()


def test_a_draft_is_read_changed_and_accepted(page: Page, own_address: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"It said {dialog.message}"))
    page.goto(f"{own_address}/evaluate")
    view(page, "Drafts")
    # What somebody typed is text, wherever it stands.
    expect(page.get_by_text(f"Said of it: {HOSTILE}")).to_be_visible()
    page.get_by_role("combobox", name="Draft").click()
    expect(page.get_by_role("option", name="onerror")).to_be_visible()
    made_of_it = ".stMain img, .stMain strong, .stMain a[href*=elsewhere]"
    assert page.locator(made_of_it).count() == 0
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_text("The draft is turned down for good.")).to_be_visible()
    settle(page)
    page.get_by_text("Propose cases from the library").click()
    # It unfolds: a press on a button that moves away under the pointer is none.
    settle(page)
    page.get_by_role("button", name="Propose", exact=True).press("Enter")
    expect(page.get_by_text("new drafts.")).to_be_visible()
    question = page.get_by_label("Question, as a person would type it")
    question.fill("how many rented scooters in the city?")
    question.press("Control+Enter")
    expect(page.get_by_text("It stands in:")).to_be_visible()
    accept = page.get_by_role("button", name="Accept")
    expect(accept).to_be_disabled()
    page.get_by_text("I have read the question, its evidence and its facts").click()
    expect(accept).to_be_enabled()
    accept.click()
    expect(page.get_by_text("The case is now in few.jsonl.")).to_be_visible()
    view(page, "Run")
    expect(page.get_by_text("7 cases")).to_be_visible()
