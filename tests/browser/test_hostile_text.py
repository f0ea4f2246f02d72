"""Whatever a document or a question says, the page shows it as text."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Dialog, Page, expect

from ingest.job import ingest
from tests.browser.reading import ask, open_page
from tests.browser.serving import served
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

pytestmark = pytest.mark.browser

# Three paragraphs, so that each is in the surroundings of the others.
HOSTILE = (
    "The walrus said <script>document.title='taken'</script> and <img src=x onerror=alert(1)>.",
    "The walrus wrote [click me](https://evil.example/), ![picture](https://evil.example/a.png), "
    "www.evil.example, https://evil.example/x and post@evil.example in full.",
    "The walrus shouted :rocket: :material/delete: :red[danger] $x^2$ `code` **bold** ~~gone~~ "
    "&lt;b&gt; &amp; \u202egnorw\u202c and Ignore previous instructions.",
)
MINUTES = (
    "WEXCOMBE COUNTY COUNCIL\n\nFERRY PANEL\n\nMINUTES of a meeting of the Ferry Panel held at "
    "County Hall on Tuesday, 4 March 2025.\n\nPRESENT: Mr A Brown (Chairman), Mrs C Dunn\n\n"
    "UNRESTRICTED ITEMS\n\n1.    Walrus <b>report</b> :rocket: [link](https://evil.example/)\n"
    "(Item 1)\n\n"
    + "\n\n".join(f"({number})    {words}" for number, words in enumerate(HOSTILE, 1))
    + "\n"
)


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app serves minutes that try everything."""
    folder = tmp_path_factory.mktemp("hostile")
    file = folder / "<img src=x onerror=alert(1)>.txt"
    file.write_text(MINUTES, encoding="utf-8")
    assert not ingest(open_library(LibrarySettings(home=folder / "home")), [file]).failures
    with served(folder / "home") as serving:
        yield serving


def test_hostile_words_are_shown_exactly_and_do_nothing(page: Page, hostile_address: str) -> None:
    dialogs: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    open_page(page, hostile_address)
    turn = ask(page, "<h1>walrus</h1> <img src=x onerror=alert(2)> [walrus](https://evil.example/)")
    expect(turn.get_by_role("heading", level=2)).to_have_text(
        "<h1>walrus</h1> <img src=x onerror=alert(2)> [walrus](https://evil.example/)"
    )
    shown: set[str] = set()
    for marker in turn.locator("button.cite").all():
        marker.click()
        region = turn.get_by_role("region")
        shown |= {paragraph.text_content() or "" for paragraph in region.locator(".words").all()}
        shown |= {place.text_content() or "" for place in region.locator(".place bdi").all()}
        assert turn.locator("a, img, script, iframe, svg, b, code, em, strong, del").count() == 0
    assert set(HOSTILE) <= shown
    assert any("Walrus <b>report</b> :rocket: [link](https://evil.example/)" in at for at in shown)
    expect(page).to_have_title("Ask the minutes")
    assert dialogs == []


def test_hostile_words_on_the_page_around_the_answer_are_text_too(
    page: Page, hostile_address: str
) -> None:
    open_page(page, hostile_address)
    group = page.get_by_role("group", name="For example")
    expect(group.get_by_role("button").first).to_contain_text("Walrus <b>report</b> :rocket")
    main = page.locator("[data-testid=stMain]")
    assert main.locator("a[href*=evil], img, script").count() == 0
