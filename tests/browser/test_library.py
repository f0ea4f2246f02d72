"""Looking after the library: files added, sites followed, editions, erasure, as editors see it."""

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.reading import ask, open_page
from tests.browser.serving import served
from tests.ingest.sites.moderngov import Simulator
from tests.ingest.sites.published import CROSSINGS, Item, Meeting

pytestmark = pytest.mark.browser

SWANS = """MARLSHIRE COUNTY COUNCIL

HARBOUR BOARD

MINUTES of a meeting of the Harbour Board held in the Ferry Room on Tuesday, 14 May 2024.

PRESENT: Mrs O Quill (Chairman) and Mr B Thrale

UNRESTRICTED ITEMS

1.    Swan census
(Item 1)

Mrs Quill reported that 412 swans had been counted on the lagoon at Brackwell.

RESOLVED that the swan census be held every year.
"""


@pytest.fixture(scope="module")
def own_address(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app serves a copy of the sample library, which these tests change."""
    home = shutil.copytree(sample_home, tmp_path_factory.mktemp("library") / "home")
    with served(home, MINUTES_SITE_PRIVATE="1", MINUTES_SITE_INTERVAL="0") as serving:
        yield serving


@pytest.fixture
def site() -> Iterator[Simulator]:
    """A council's site with meetings of one committee."""
    with Simulator() as simulator:
        simulator.put(CROSSINGS, *(sitting(number) for number in range(1, 13)))
        yield simulator


def sitting(month: int) -> Meeting:
    """A meeting about a ferry."""
    ferry = Item(
        id=f"80{month}",
        title="Chain ferry",
        minutes=f"<p>1. Mr Thrale said that the ferry had broken down {month} times.</p>",
    )
    return Meeting(id=f"50{month:02}", date=dt.date(2023, month, 4), items=[ferry])


def open_section(page: Page, address: str, section: str) -> None:
    """Go to a section of the page."""
    page.goto(f"{address}/library?section={section.replace(' ', '+')}")
    expect(page.get_by_role("tab", name=section)).to_have_attribute("aria-selected", "true")


def account(page: Page, title: str | re.Pattern[str]) -> Locator:
    """What is told of the last job."""
    return page.get_by_role("region", name=title)


def file(name: str, content: str) -> FilePayload:
    """A file of text as a person chooses it."""
    return FilePayload(name=name, mimeType="text/plain", buffer=content.encode())


def add(page: Page, name: str, text: str, committee: str | None = None) -> None:
    """Choose a file and add it, up to its end."""
    page.locator("input[type=file]").set_input_files(file(name, text))
    expect(page.get_by_text(name)).to_be_visible()
    if committee:
        page.get_by_text("What the files do not say").click()
        page.get_by_role("combobox", name="Committee").fill(committee)
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Add to the library").click()
    expect(account(page, "Adding 1 file")).to_contain_text("asked of edition")


def test_an_added_file_is_cited_in_the_answer_to_the_next_question(
    page: Page, own_address: str
) -> None:
    open_page(page, own_address)
    page.get_by_role("link", name="Library").click()
    page.get_by_role("tab", name="Add files").click()
    add(page, "harbour-board.txt", SWANS, committee="Lagoon Panel")
    expect(account(page, "Adding 1 file")).to_contain_text("Added")
    page.get_by_role("link", name="Ask the minutes").click()
    turn = ask(page, "How many swans were counted?")
    expect(turn).to_contain_text("412 swans")
    expect(turn).to_contain_text("Lagoon Panel")


def test_what_cannot_be_read_is_told_with_its_reason(page: Page, own_address: str) -> None:
    open_section(page, own_address, "Add files")
    page.locator("input[type=file]").set_input_files(
        [
            file("[broken](minutes).pdf", "%PDF-1.4 cut short"),
            file("geese.txt", SWANS.replace("Swan", "Goose").replace("swan", "goose")),
        ]
    )
    page.get_by_role("button", name="Add to the library").click()
    told = account(page, "Adding 2 files")
    expect(told).to_contain_text("Failed1")
    expect(told).to_contain_text("Added1")
    row = page.get_by_role("table", name="Adding 2 files").get_by_role("row").nth(1)
    expect(row).to_contain_text("[broken](minutes).pdf")
    page.get_by_role("button", name="Close").click()
    expect(told).not_to_be_attached()
    page.get_by_role("tab", name="What it holds").click()
    failures = page.get_by_role("table", name="What could not be read")
    expect(failures).to_contain_text("[broken](minutes).pdf")
    expect(failures.get_by_role("link")).to_have_count(0)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download as a spreadsheet").click()
    assert "[broken](minutes).pdf" in downloading.value.path().read_text(encoding="utf-8-sig")


def test_a_cell_of_the_chart_leads_to_its_meetings(page: Page, own_address: str) -> None:
    open_section(page, own_address, "What it holds")
    chart = page.get_by_role("table", name="Meetings by committee and year")
    expect(chart.get_by_text("none", exact=True).first).to_be_visible()
    cell = chart.get_by_role("button", name=re.compile(r"^Cabinet, 2023: "))
    cell.focus()
    page.keyboard.press("Enter")
    expect(cell).to_have_attribute("aria-pressed", "true")
    found = page.get_by_role("table", name="Cabinet, 2023")
    expect(found.get_by_role("row")).to_have_count(3)
    page.get_by_role("link", name="Read them on the page of meetings").click()
    expect(page.get_by_role("article").get_by_role("heading", level=2)).to_contain_text("Cabinet")
    assert "committee=Cabinet" in page.url
    assert "year=2023" in page.url


def test_a_site_is_looked_at_followed_updated_and_left(
    page: Page, own_address: str, site: Simulator
) -> None:
    open_section(page, own_address, "Web sites")
    page.get_by_role("textbox", name="Address").fill(site.address)
    page.get_by_role("textbox", name="Committee").fill("Crossings Committee")
    page.get_by_role("button", name="Only say what it would fetch").click()
    told = account(page, "Looking at 127.0.0.1")
    expect(told).to_contain_text("12 meetings would be fetched")
    expect(page.get_by_role("table", name="Looking at 127.0.0.1")).to_contain_text("4 July 2023")
    expect(page.get_by_text("No site is followed yet.")).to_be_visible()
    page.get_by_role("button", name="Follow", exact=True).click()
    expect(account(page, "Following 127.0.0.1")).to_contain_text("Added12")
    followed = page.get_by_role("table", name="Sites that are followed")
    expect(followed).to_contain_text("Crossings Committee")
    page.get_by_role("button", name="Update all").click()
    expect(account(page, "Updating 1 source")).to_contain_text("Unchanged12")
    page.get_by_text("Follow one no longer").click()
    # By the key: a press may meet the button while it is still unfolding.
    page.get_by_role("button", name=re.compile("^Remove: ")).press("Enter")
    expect(page.get_by_text("No site is followed yet.")).to_be_visible()


def test_a_job_goes_on_while_other_pages_are_read_and_can_be_stopped_and_gone_on_with(
    page: Page, own_address: str, site: Simulator
) -> None:
    site.pause = 0.5
    open_section(page, own_address, "Web sites")
    page.get_by_role("textbox", name="Address").fill(site.address)
    page.get_by_role("button", name="Follow", exact=True).click()
    told = account(page, "Following 127.0.0.1")
    expect(told.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_role("button", name="Follow", exact=True)).to_be_disabled()
    page.get_by_role("link", name="Meetings").click()
    expect(page.get_by_role("article")).to_be_visible()
    page.get_by_role("link", name="Library").click()
    expect(told).to_contain_text("Reading")
    page.get_by_role("button", name="Stop").click()
    expect(told).to_contain_text("Stopped.")
    site.pause = 0
    page.get_by_role("button", name="Go on").click()
    expect(told).to_contain_text("asked of edition")


def test_going_back_and_erasing_ask_once(page: Page, own_address: str) -> None:
    open_section(page, own_address, "Add files")
    add(page, "otters.txt", SWANS.replace("swan", "otter"))
    page.get_by_role("tab", name="Erase").click()
    page.get_by_role("combobox", name="Document").fill("otters")
    page.get_by_role("option", name=re.compile("otters.txt")).click()
    page.get_by_role("button", name="Erase it", exact=True).click()
    page.get_by_role("button", name="No, keep it").click()
    page.get_by_role("button", name="Erase it", exact=True).click()
    page.get_by_role("button", name="Yes, erase it for good").click()
    expect(account(page, "Erasing otters.txt")).to_contain_text("otters.txt is erased")
    page.get_by_role("tab", name="Editions").click()
    expect(page.get_by_role("table", name="Editions")).to_contain_text("(current)")
    # Erasing has left no other edition to go back to.
    expect(page.get_by_role("button", name="Go back to it", exact=True)).not_to_be_attached()
    page.get_by_role("tab", name="Add files").click()
    add(page, "herons.txt", SWANS.replace("swan", "heron"))
    page.get_by_role("tab", name="Editions").click()
    rows = page.get_by_role("table", name="Editions").get_by_role("row")
    expect(rows.nth(1)).to_contain_text("(current)")
    page.get_by_role("button", name="Go back to it", exact=True).click()
    page.get_by_role("button", name="Yes, go back").click()
    expect(rows.nth(2)).to_contain_text("(current)")
