"""The report of an evaluation in a real browser, on paper, and with documents that try things."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from eval.comparison import compare
from eval.reports.writing import write_comparison, write_report
from tests.eval.reports.test_reports import Hostile, made
from tests.eval.test_running import OneParagraph

pytestmark = pytest.mark.browser


@pytest.fixture
def requested(page: Page) -> list[str]:
    """What the page asks for, itself first."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"It said {dialog.message}"))
    return addresses


@pytest.fixture
def report(tmp_path: Path, page: Page, requested: list[str]) -> str:
    """The report, opened."""
    write_report(made(tmp_path / "run", Hostile("ferry")), tmp_path / "report.html")
    address = (tmp_path / "report.html").as_uri()
    page.goto(address)
    return address


def test_a_link_opens_its_case(page: Page, report: str) -> None:
    expect(page.locator("details[open]")).to_have_count(0)
    page.locator("td a", has_text="ferry").click()
    opened = page.locator("details[open]")
    expect(opened).to_have_count(1)
    expect(opened).to_contain_text("This case broke: RuntimeError")
    expect(opened).to_be_in_viewport()


def test_a_heading_sorts_there_and_back_by_mouse_and_by_key(page: Page, report: str) -> None:
    table = page.locator("table.sortable").last
    ids = table.locator("tbody tr td:first-child")
    heading = table.get_by_role("button", name="id", exact=True)
    heading.click()
    assert ids.all_inner_texts() == ["ferry", "=1+1", '<b>"x"</b>']
    heading.press("Enter")
    assert ids.all_inner_texts() == ['<b>"x"</b>', "=1+1", "ferry"]
    expect(table.locator("th[aria-sort=ascending]")).to_have_count(1)


def test_nothing_is_fetched_and_nothing_that_a_document_says_is_run(
    page: Page, report: str, requested: list[str]
) -> None:
    page.locator("td a").last.click()
    expect(page.locator("details[open]")).to_contain_text("<script>alert(1)</script>")
    assert {address.split("#")[0] for address in requested} == {report}


def test_on_paper_every_case_is_open(page: Page, report: str, tmp_path: Path) -> None:
    page.pdf(path=tmp_path / "report.pdf", format="A4")
    leaves = PdfReader(tmp_path / "report.pdf").pages
    words = " ".join(" ".join(leaf.extract_text() for leaf in leaves).split())
    # The reason of the last figure of each of the two cases that did not break.
    assert words.count("Nothing broke.") == 2
    assert "This case broke: RuntimeError" in words


def test_a_comparison_opens_to_both_answers(page: Page, tmp_path: Path) -> None:
    before = made(tmp_path / "before", OneParagraph(), label="before")
    after = made(tmp_path / "after", Hostile("ferry"), label="after")
    write_comparison(compare(before, after), tmp_path / "comparison.html")
    page.goto((tmp_path / "comparison.html").as_uri())
    case = page.locator("details", has_text="ferry").first
    case.locator("summary").click()
    expect(case).to_contain_text("Before (answered)")
    expect(case).to_contain_text("After (error)")
