"""What the browser is told and asked for, over every page."""

import http.client
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, Response, WebSocket, expect

from tests.browser.reading import ask, open_page
from tests.browser.serving import served

pytestmark = pytest.mark.browser

PATHS = ("briefing", "meetings", "decisions", "library", "evaluate", "account")
HEADERS = {
    "content-security-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
}


def test_no_page_asks_another_host_or_breaks_its_policy(page: Page, address: str) -> None:
    elsewhere: list[str] = []
    bare: list[str] = []
    violations: list[str] = []

    def note_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("blob", "data") and parts.netloc != urlsplit(address).netloc:
            elsewhere.append(request.url)

    def note_response(response: Response) -> None:
        if response.url.startswith("http") and not response.headers.keys() >= HEADERS:
            bare.append(response.url)

    def note_message(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            violations.append(message.text)

    def note_socket(socket: WebSocket) -> None:
        if urlsplit(socket.url).netloc != urlsplit(address).netloc:
            elsewhere.append(socket.url)

    page.on("request", note_request)
    page.on("response", note_response)
    page.on("console", note_message)
    page.on("websocket", note_socket)
    open_page(page, address)
    turn = ask(page, "What has been decided about the Brackwell Bypass?")
    turn.get_by_role("button", name=re.compile("^Citation 1:")).first.click()
    expect(turn.get_by_role("region").locator("mark").first).to_be_visible()
    for path in PATHS:
        page.goto(f"{address}/{path}")
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_load_state("networkidle")
    assert (elsewhere, bare, violations) == ([], [], [])


def test_a_script_in_the_page_does_not_run(page: Page, address: str) -> None:
    open_page(page, address)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'taken'";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='document.title=1'>");
        }"""
    )
    page.wait_for_load_state("networkidle")
    expect(page).to_have_title("Ask the minutes")


@pytest.mark.parametrize("path", ["", "meetings", "_stcore/health", "static/nothing.js"])
def test_every_reply_carries_the_headers(address: str, path: str) -> None:
    host = urlsplit(address)
    connection = http.client.HTTPConnection(host.netloc)
    connection.request("GET", f"/{path}")
    reply = connection.getresponse()
    assert {name.lower() for name, _ in reply.getheaders()} >= HEADERS
    connection.close()


def test_a_name_from_elsewhere_that_leads_here_gets_no_answer(address: str) -> None:
    place = urlsplit(address)
    said: dict[str, int] = {}
    for host in (place.netloc, f"rebound.example:{place.port}"):
        connection = http.client.HTTPConnection(place.netloc)
        connection.request(
            "GET",
            "/_stcore/stream",
            headers={
                "Host": host,
                "Origin": f"http://{host}",
                "Connection": "Upgrade",
                "Upgrade": "websocket",
                "Sec-WebSocket-Version": "13",
                "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
            },
        )
        said[host] = connection.getresponse().status
        connection.close()
    assert list(said.values()) == [101, 403]


def test_what_goes_wrong_is_told_without_its_traces(page: Page, sample_home: Path) -> None:
    with served(sample_home, MINUTES_KEEP_EDITIONS="some") as broken:
        for path in ("", "briefing", "meetings", "decisions"):
            page.goto(f"{broken}/{path}")
            said = page.get_by_text("The environment variable MINUTES_KEEP_EDITIONS cannot be used")
            expect(said.first).to_be_visible()
            words = page.inner_text("body")
            assert "Traceback" not in words
            assert ".py" not in words
