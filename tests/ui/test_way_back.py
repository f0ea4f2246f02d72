"""Where somebody lands who had to sign in first: never anywhere but in the app."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.way_back import COOKIE, WayBack, page_left

HERE = "https://minutes.example"


def app() -> TestClient:
    """An app that signs people in as Streamlit does, as far as addresses go."""

    def begin(request: Request) -> RedirectResponse:
        return RedirectResponse("https://id.example/authorize")

    def end(request: Request) -> RedirectResponse:
        return RedirectResponse("/")

    routes = [Route("/auth/login", begin), Route("/oauth2callback", end)]
    served = Starlette(routes=routes, middleware=[Middleware(WayBack)])
    return TestClient(served, base_url=HERE, follow_redirects=False)


def landing(client: TestClient, left: str | None) -> str:
    """Where a sign-in leads that begins on a page."""
    client.get("/auth/login", headers={"Referer": left} if left else {})
    return client.get("/oauth2callback").headers["location"]


@pytest.mark.parametrize(
    "page",
    [
        "/",
        "/decisions",
        "/?q=what%27s+the+latest%3F&committee=Cabinet&since=2022-01-01",
        "/?c=0123456789abcdef",
        "/meetings?passage=a%2Fb;c,d%22e",
    ],
)
def test_a_sign_in_leads_to_the_page_on_which_it_began(page: str) -> None:
    assert landing(app(), HERE + page) == page


def test_the_provider_is_not_told_the_page() -> None:
    reply = app().get("/auth/login", headers={"Referer": f"{HERE}/?q=potholes"})
    assert reply.headers["location"] == "https://id.example/authorize"


def test_the_page_is_led_to_once() -> None:
    client = app()
    assert landing(client, f"{HERE}/decisions") == "/decisions"
    assert client.get("/oauth2callback").headers["location"] == "/"


def test_a_sign_in_from_elsewhere_forgets_the_page_of_one_before() -> None:
    client = app()
    client.get("/auth/login", headers={"Referer": f"{HERE}/decisions"})
    assert landing(client, None) == "/"


@pytest.mark.parametrize(
    "left",
    [
        "https://elsewhere.example/decisions?q=potholes",
        "https://minutes.example.elsewhere.example/decisions",
        "https://minutes.example@elsewhere.example/decisions",
        "https://[elsewhere/decisions",
        f"{HERE}/decisions.html?q=potholes",
        f"{HERE}/?q=" + "%F0%9F%90%88" * 400,
        "decisions",
    ],
)
def test_a_page_that_is_none_of_the_apps_is_not_led_to(left: str) -> None:
    assert landing(app(), left) == "/"


@given(left=st.text(st.characters(max_codepoint=255)))
def test_whatever_a_request_says_leads_to_this_app(left: str) -> None:
    headers = Headers({"host": "minutes.example", "referer": f"{HERE}/{left}"})
    page, _, _ = page_left(headers).partition("?")
    assert not set(page) & set("/\\:.@#%")


@pytest.mark.parametrize(
    "kept", ["/elsewhere.example", "%2F%2Felsewhere.example", "%5Celsewhere.example", "a%0D%0Ab"]
)
def test_a_cookie_that_somebody_else_wrote_leads_nowhere(kept: str) -> None:
    client = app()
    client.cookies.set(COOKIE, kept)
    assert client.get("/oauth2callback").headers["location"] == "/"
