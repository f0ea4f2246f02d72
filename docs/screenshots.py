"""Take the pictures of the documentation: `python -m docs.screenshots`, from the repository.

Ingests the samples, serves the app over them and does what a person would do on every page.
"""

import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from ingest.job import ingest
from tests.browser.identity_provider import providing, sign_in, signing_in_with
from tests.browser.reading import ask, open_page
from tests.browser.serving import chromium, served
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
EDITOR = "Alex Moss"


@contextmanager
def looking(browser: Browser, width: int = 1280, height: int = 900) -> Iterator[Page]:
    """A fresh page of a size, patient enough for models to load."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="light",
        locale="en-GB",
        reduced_motion="reduce",
    )
    context.set_default_timeout(300_000)
    yield context.new_page()
    context.close()


def take(page: Page, name: str) -> None:
    """Keep what the page shows, in few enough colours for a small file."""
    page.locator("[data-test-script-state='notRunning']").wait_for()
    page.evaluate("document.fonts.ready")
    page.mouse.move(0, 0)
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    picture.convert("RGB").quantize(128).save(IMAGES / f"{name}.png", optimize=True)


def take_asking(page: Page, address: str) -> None:
    """The way from a question to the page of the source that answers it."""
    open_page(page, address)
    take(page, "ask")
    page.set_viewport_size({"width": 1280, "height": 1150})
    turn = ask(page, "What has been decided about the Brackwell Bypass?")
    turn.get_by_role("button", name=re.compile(r"^Citation 2:")).first.click()
    turn.get_by_role("region", name="in its surroundings").wait_for()
    turn.evaluate("turn => turn.scrollIntoView()")
    take(page, "answer")
    turn = ask(page, "Which libraries were flooded and served as rest centres?")
    printed = turn.get_by_role("button", name=re.compile(r"^Citation \d+: .*19 January 2023"))
    printed.first.click()
    region = turn.get_by_role("region", name="in its surroundings")
    region.get_by_text("the words are marked").wait_for()
    region.evaluate("region => region.scrollIntoView()")
    take(page, "page")


def take_reading(page: Page, address: str) -> None:
    """A draft of a briefing, a meeting, and what was decided."""
    page.goto(f"{address}/briefing")
    page.get_by_role("textbox", name="Topic").fill("e-scooters")
    page.get_by_role("button", name="Draft the briefing").click()
    page.get_by_role("heading", name="Purpose").wait_for()
    page.get_by_role("button", name="Draft the briefing").evaluate("it => it.scrollIntoView()")
    take(page, "briefing")
    page.goto(f"{address}/meetings?committee=Cabinet&year=2024")
    page.locator("summary").filter(has_text="Bypass").click()
    page.get_by_role("button", name="as it is printed").locator("visible=true").first.click()
    page.get_by_text("the words are marked").wait_for()
    take(page, "meetings")
    page.goto(f"{address}/decisions")
    page.get_by_role("textbox", name="Search the words").fill("libraries")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Download as a spreadsheet (CSV)").wait_for()
    take(page, "decisions")


def take_looking_after(page: Page, address: str) -> None:
    """The library, files being added to it, and a test set that was run."""
    page.goto(f"{address}/library")
    page.get_by_role("table").first.wait_for()
    take(page, "library")
    page.get_by_role("tab", name="Add files").click()
    page.get_by_role("heading", level=1).wait_for()
    take(page, "library-add")
    page.goto(f"{address}/evaluate")
    page.get_by_role("button", name="BM25").click()
    page.get_by_role("button", name="Run the test set").click()
    page.get_by_text("The run is finished").wait_for()
    page.get_by_role("radiogroup").first.get_by_role("radio", name="Results").click()
    page.get_by_role("row", name="vital_nugget_recall").first.wait_for()
    take(page, "evaluate")


def take_signing_in(browser: Browser, home: Path, folder: Path) -> None:
    """What somebody sees before and after signing in."""
    with providing({EDITOR: {"sub": "1", "name": EDITOR, "roles": ["editor"]}}) as provider:
        settings = {"MINUTES_EDITOR_CLAIM": "roles:editor", **signing_in_with(provider, folder)}
        with served(home, **settings) as address, looking(browser, height=420) as page:
            page.goto(address)
            page.get_by_role("button", name="Sign in").wait_for()
            take(page, "sign-in")
            sign_in(page, address, EDITOR)
            page.get_by_role("link", name="Account").click()
            page.get_by_role("button", name="Sign out").wait_for()
            take(page, "account")


def main() -> None:
    """Make every picture anew."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        home = folder / "home"
        ingest(open_library(LibrarySettings(home=home)), [ROOT / "samples" / "library"])
        with served(home) as address:
            for take_pages in (take_asking, take_reading, take_looking_after):
                with looking(browser) as page:
                    take_pages(page, address)
            with looking(browser, width=390, height=844) as page:
                open_page(page, address)
                turn = ask(page, "e-scooters")
                turn.evaluate("turn => turn.scrollIntoView()")
                take(page, "phone")
        take_signing_in(browser, home, folder)


if __name__ == "__main__":
    main()
