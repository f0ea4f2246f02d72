"""Settings and secrets of sign-in."""

import pytest

from ui.signing_in import Provider, SignInSettings, is_loopback, provider_named, refuse_strangers
from vectorstore.errors import SettingsError

SECTION = {
    "redirect_uri": "https://minutes.example.gov.uk/oauth2callback",
    "cookie_secret": "a" * 32,
    "client_id": "minutes",
    "client_secret": "shared",
    "server_metadata_url": "https://id.example.gov.uk/.well-known/openid-configuration",
}


def test_a_whole_section_names_the_provider() -> None:
    assert provider_named(SECTION) == Provider(client_id="minutes")


@pytest.mark.parametrize("name", SECTION)
def test_what_a_section_lacks_is_named(name: str) -> None:
    for section in (SECTION | {name: ""}, {k: v for k, v in SECTION.items() if k != name}):
        with pytest.raises(SettingsError, match=f"needs {name}"):
            provider_named(section)


def test_a_cookie_secret_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(SettingsError, match="cookie_secret"):
        provider_named(SECTION | {"cookie_secret": "council"})


@pytest.mark.parametrize("name", ["redirect_uri", "server_metadata_url"])
def test_secrets_are_not_sent_in_the_clear_but_on_this_computer(name: str) -> None:
    with pytest.raises(SettingsError, match="https"):
        provider_named(SECTION | {name: "http://192.0.2.1/somewhere"})
    assert provider_named(SECTION | {name: "http://127.0.0.1:{port}/somewhere"})


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "127.9.9.9"])
def test_loopback_is_this_computer(address: str) -> None:
    assert is_loopback(address)
    refuse_strangers(address, SignInSettings())


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.0.2.1", None, "not a host"])
def test_an_app_that_others_reach_needs_sign_in_or_a_plain_word(address: str | None) -> None:
    assert not is_loopback(address)
    with pytest.raises(SettingsError, match="--without-sign-in"):
        refuse_strangers(address, SignInSettings())
    refuse_strangers(address, SignInSettings(without_sign_in=True))
