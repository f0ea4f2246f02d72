"""Take the pictures of the documentation: `python -m docs.screenshots`, from the repository.

Ingests the samples, serves the app over them, asks a question, opens a citation.
"""

import re
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from ingest.job import ingest
from tests.browser.reading import ask, open_page
from tests.browser.serving import chromium, served
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
QUESTION = "What has been decided about the Brackwell Bypass?"


def take_answer(browser: Browser, address: str, picture: Path) -> None:
    """An answer with its second citation open."""
    context = browser.new_context(
        viewport={"width": 1080, "height": 1100}, color_scheme="light", locale="en-GB"
    )
    context.set_default_timeout(300_000)
    page = context.new_page()
    open_page(page, address)
    turn = ask(page, QUESTION)
    turn.get_by_role("button", name=re.compile(r"^Citation 2:")).click()
    page.evaluate("document.fonts.ready")
    page.screenshot(path=picture, animations="disabled")
    context.close()


def main() -> None:
    """Make every picture anew."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        ingest(open_library(LibrarySettings(home=home)), [ROOT / "samples" / "library"])
        with served(home) as address, chromium() as browser:
            take_answer(browser, address, IMAGES / "answer.png")


if __name__ == "__main__":
    main()
