"""How long somebody waits for the web app until they can type a question.

Run as `python -m benchmarks.painting`. The app is served in a process of its own over an invented
library, and has been looked at once before. Each load is timed in Chromium, from going to the
address until the field for questions has taken what is typed: first by somebody new, whose browser
keeps nothing of the app yet, then by the same person again.
"""

import argparse
import tempfile
from functools import partial
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Page

from benchmarks.invented_library import make_library
from benchmarks.measuring import print_conditions, print_table, seconds
from tests.browser.reading import open_page
from tests.browser.serving import chromium, served


def type_a_question(page: Page, address: str) -> None:
    """Open the app and type as soon as it lets one."""
    open_page(page, address).fill("potholes")


def load(browser: Browser, address: str) -> tuple[float, float]:
    """The seconds that somebody new waits, and those that they wait the next time."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        visit = partial(type_a_question, page, address)
        new = seconds(visit)
        page.goto("about:blank")
        return new, seconds(visit)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--loads", type=int, default=11)
    parser.add_argument("--passages", type=int, default=2_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        make_library(home, options.passages)
        print_conditions()
        with served(home) as address, chromium() as browser:
            load(browser, address)
            waited = [load(browser, address) for _ in range(options.loads)]
    rows = [
        [name, f"{np.median(taken):.2f}", f"{max(taken):.2f}"]
        for name, taken in zip(("somebody new", "again"), zip(*waited, strict=True), strict=True)
    ]
    print_table([f"{options.loads} loads by", "median, s", "worst, s"], rows)


if __name__ == "__main__":
    main()
