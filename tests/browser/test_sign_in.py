"""Signing in with a provider, what readers and editors may reach, and signing out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.identity_provider import (
    CLIENT_ID,
    IdentityProvider,
    providing,
    sign_in,
    signing_in_with,
)
from tests.browser.serving import served

pytestmark = pytest.mark.browser

READER, EDITOR, CLAIMED = "Rae Reader", "Ed Editor", "Clem Claimed"
PEOPLE: dict[str, dict[str, Any]] = {
    READER: {"sub": "1", "name": READER, "email": "rae@marlshire.example"},
    EDITOR: {
        "sub": "2",
        "name": EDITOR,
        "email": "ed@marlshire.example",
        "email_verified": True,
    },
    CLAIMED: {"sub": "3", "name": "*Clem* <b>Claimed</b>", "roles": ["minutes-editor"]},
}
EVERYBODYS = ("ask", "briefing", "meetings", "decisions")
EDITORS = ("library", "evaluate")


@pytest.fixture(scope="module")
def provider() -> Iterator[IdentityProvider]:
    """The provider that the app trusts."""
    with providing(PEOPLE) as provider:
        yield provider


@pytest.fixture(autouse=True)
def _honest_again(provider: IdentityProvider) -> Iterator[None]:
    yield
    provider.wrong.clear()
    provider.wrong_key = False


@pytest.fixture(scope="module")
def address(
    provider: IdentityProvider, sample_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where the app serves those who sign in."""
    settings = {
        "MINUTES_EDITORS": "ed@marlshire.example,rae@marlshire.example",
        "MINUTES_EDITOR_CLAIM": "roles:minutes-editor",
        **signing_in_with(provider, tmp_path_factory.mktemp("secrets")),
    }
    with served(sample_home, **settings) as serving:
        yield serving


def listed(page: Page) -> list[str]:
    """The pages that the app offers."""
    page.get_by_role("link", name="Account").wait_for()
    return page.get_by_test_id("stTopNavLink").all_inner_texts()


def come_by(page: Page, shared: str) -> None:
    """Open an address that somebody has shared, and sign in as they are asked to."""
    page.goto(shared)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name=READER).click()


def test_nothing_is_shown_before_signing_in(page: Page, address: str) -> None:
    for path in ("", *EVERYBODYS, *EDITORS, "account"):
        page.goto(f"{address}/{path}")
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        expect(page.get_by_test_id("stTopNavLink")).to_have_count(0)
        expect(page.get_by_role("textbox")).to_have_count(0)
        expect(page.get_by_role("main").get_by_role("button")).to_have_count(1)


def test_who_was_shared_a_question_lands_on_its_answer(page: Page, address: str) -> None:
    come_by(page, f"{address}/?q=potholes&committee=cabinet")
    expect(page.get_by_role("article").get_by_role("heading", level=2)).to_have_text("potholes")
    expect(page.get_by_role("button", name="Remove: Cabinet").last).to_be_visible()


def test_who_was_shared_a_page_lands_on_it(page: Page, address: str) -> None:
    come_by(page, f"{address}/meetings?committee=Cabinet")
    expect(page).to_have_url(f"{address}/meetings?committee=Cabinet")
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings")
    # Once only: the next sign-in begins on another page.
    page.get_by_role("link", name="Account").click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in").wait_for()
    expect(page).to_have_url(f"{address}/")


def test_a_sign_in_that_failed_keeps_to_the_page(
    page: Page, address: str, provider: IdentityProvider
) -> None:
    provider.wrong_key = True
    come_by(page, f"{address}/meetings?committee=Cabinet")
    page.get_by_role("button", name="Sign in").wait_for()
    expect(page).to_have_url(f"{address}/meetings?committee=Cabinet")


def test_a_reader_finds_what_everybody_may_use(page: Page, address: str) -> None:
    sign_in(page, address, READER)
    page.get_by_role("textbox", name="Ask about the minutes").wait_for()
    assert listed(page) == ["Ask the minutes", "Briefing", "Meetings", "Decisions", "Account"]


def test_a_reader_cannot_reach_a_page_for_editors_by_its_address(page: Page, address: str) -> None:
    # The address is on the editors' list, but the provider has not verified that it is theirs.
    sign_in(page, address, READER)
    for path in EDITORS:
        page.goto(f"{address}/{path}")
        expect(page.get_by_role("heading", level=1)).to_contain_text("For editors")
        expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("who", [EDITOR, CLAIMED])
def test_an_editor_is_known_by_e_mail_or_by_claim(page: Page, address: str, who: str) -> None:
    sign_in(page, address, who)
    assert {"Library", "Evaluate"} < set(listed(page))
    page.get_by_role("link", name="Library").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Library")
    page.get_by_role("link", name="Account").click()
    # A name comes from elsewhere: whatever it holds is shown as it is written.
    expect(page.get_by_text(f"You are signed in as {PEOPLE[who]['name']}.")).to_be_visible()


def test_signing_out_ends_it_here_and_at_the_provider(
    page: Page, address: str, provider: IdentityProvider
) -> None:
    sign_in(page, address, READER)
    page.get_by_role("link", name="Account").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert provider.ended[-1]["client_id"] == CLIENT_ID
    page.goto(f"{address}/meetings")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "another"},
        {"aud": "another"},
        {"aud": "another", "azp": CLIENT_ID},
        {"iss": "http://127.0.0.1:9"},
        {"exp": 1},
        {"sub": ""},
    ],
    ids=str,
)
def test_a_token_that_was_not_made_for_this_sign_in_is_refused(
    page: Page, address: str, provider: IdentityProvider, wrong: dict[str, Any]
) -> None:
    provider.wrong.update(wrong)
    sign_in(page, address, EDITOR)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)


def test_a_token_that_somebody_else_signed_is_refused(
    page: Page, address: str, provider: IdentityProvider
) -> None:
    provider.wrong_key = True
    sign_in(page, address, EDITOR)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_a_cookie_that_was_tampered_with_signs_nobody_in(page: Page, address: str) -> None:
    sign_in(page, address, READER)
    page.get_by_role("textbox", name="Ask about the minutes").wait_for()
    [cookie] = [each for each in page.context.cookies() if each["name"] == "_streamlit_user"]
    value = cookie["value"]
    forged = value[:-8] + ("A" if value[-8] != "A" else "B") + value[-7:]
    page.context.add_cookies([{"name": cookie["name"], "value": forged, "url": address}])
    page.reload()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
