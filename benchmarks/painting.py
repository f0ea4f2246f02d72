"""How long somebody waits for the web app until they can type a question.

Run as `python -m benchmarks.painting`. The app is served in a process of its own over an invented
library, and has been looked at once before. Each load is timed by the page itself, in Chromium,
from going to the address until its heading is there, the field for questions is there, and the
field has taken what is typed: first by somebody new, whose browser keeps nothing of the app yet,
then by the same person again.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Page

from benchmarks.invented_library import make_library
from benchmarks.measuring import print_conditions, print_table
from tests.browser.serving import chromium, served

SEEN = ("heading", "field", "typed")
# The page looks by itself, once a frame: looked for from without, it would be slower. Where it has
# seen the field it says so, and the keys are pressed.
WATCH = """
window.seen = {};
const see = (name) => (seen[name] ??= performance.now() / 1000);
addEventListener("input", () => see("typed"), true);
const look = () => {
  if (document.querySelector("h1")?.checkVisibility()) see("heading");
  const field = document.querySelector("textarea[aria-label='Ask about the minutes']");
  if (!field?.checkVisibility() || field.disabled) return requestAnimationFrame(look);
  see("field");
  field.focus();
  console.debug("the field is there");
};
requestAnimationFrame(look);
"""
FETCHED = """() => {
  const files = performance.getEntriesByType("resource");
  return [files.length, files.reduce((sum, file) => sum + file.encodedBodySize, 0)];
}"""


def type_a_question(page: Page, address: str) -> list[float]:
    """Open the app and type as soon as it lets one; the seconds until each was seen."""
    with page.expect_console_message(lambda message: message.text == "the field is there"):
        page.goto(address, wait_until="commit")
    page.keyboard.type("potholes")
    return [float(page.evaluate(f"seen.{name}")) for name in SEEN]


def load(browser: Browser, address: str) -> tuple[list[float], list[float], list[int]]:
    """What somebody new waits for, what they wait for the next time, and what was fetched first.

    The last is how many files, and their bytes as they were sent.
    """
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        new = type_a_question(page, address)
        fetched = [int(number) for number in page.evaluate(FETCHED)]
        page.goto("about:blank")
        return new, type_a_question(page, address), fetched


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
            loads = [load(browser, address) for _ in range(options.loads)]
    *waited, fetched = zip(*loads, strict=True)
    rows = [
        [f"{who}: {what}", f"{np.median(taken):.2f}", f"{max(taken):.2f}"]
        for who, times in zip(("somebody new", "again"), waited, strict=True)
        for what, taken in zip(SEEN, zip(*times, strict=True), strict=True)
    ]
    print_table([f"{options.loads} loads by", "median, s", "worst, s"], rows)
    files, size = max(fetched)
    print(f"Somebody new fetched {files} files, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
