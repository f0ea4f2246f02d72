"""Whether people sign in, with whom, and for how long: settings and Streamlit's secrets."""

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict
from streamlit.errors import StreamlitSecretNotFoundError

from vectorstore.errors import SettingsError

_NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
# Whoever guesses it can make themselves an editor.
_SHORTEST_SECRET = 32


class SignInSettings(BaseSettings):
    """Settings of who may do what, from `MINUTES_…` in the environment.

    Args:
        editors: e-mail addresses, with commas between, of those who may edit.
        editor_claim: what an identity provider says of those who may edit, as "roles:editor".
            The claim may lie inside others: "realm_access.roles:editor".
        sign_in_hours: for how long a sign-in lasts.
        without_sign_in: whether everybody who can reach the app may use it as an editor.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTES_", frozen=True)

    editors: str = ""
    editor_claim: str = Field(default="", pattern="^$|.:.")
    sign_in_hours: float = Field(default=12.0, gt=0)
    without_sign_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Who says who somebody is: an OpenID Connect provider, as this app knows it.

    Args:
        client_id: what the provider calls this app.
    """

    client_id: str


@cache
def provider() -> Provider | None:
    """The provider that `[auth]` in Streamlit's secrets names; None where nobody signs in.

    Looked up once: secrets that vanish while the app runs must not open it to everybody.

    Raises:
        SettingsError: the secrets cannot be read, or the section lacks something.
    """
    files = st.get_option("secrets.files")
    if not any(Path(file).exists() for file in files):
        return None
    try:
        section = st.secrets.get("auth")
    except StreamlitSecretNotFoundError as error:
        raise SettingsError(f"Streamlit's secrets cannot be read: {error}.") from error
    return None if section is None else provider_named(section)


def provider_named(section: Mapping[str, Any]) -> Provider:
    """The provider that a section `[auth]` names.

    Raises:
        SettingsError: the section lacks something, or would send secrets in the clear.
    """
    for name in _NEEDED:
        if not isinstance(section.get(name), str) or not section[name]:
            raise SettingsError(f"The section [auth] of Streamlit's secrets needs {name}.")
    if len(section["cookie_secret"]) < _SHORTEST_SECRET:
        raise SettingsError(
            f"cookie_secret in [auth] needs {_SHORTEST_SECRET} characters drawn at random."
        )
    for name in ("redirect_uri", "server_metadata_url"):
        parts = urlsplit(section[name].replace("{port}", "0"))
        if parts.scheme != "https" and not is_loopback(parts.hostname):
            raise SettingsError(f"{name} in [auth] must begin with https://.")
    return Provider(client_id=section["client_id"])


def refuse_strangers(address: str | None, settings: SignInSettings) -> None:
    """See to it that an app without sign-in is reached from this computer only.

    Args:
        address: where the app will listen; None for everywhere.

    Raises:
        SettingsError: others could reach it.
    """
    if provider() is None and not settings.without_sign_in and not is_loopback(address):
        raise SettingsError(
            f"Everybody who can reach {address or 'this computer'} could change the library: set "
            "up sign-in as docs/deploying.md tells, or allow it with --without-sign-in."
        )


def is_loopback(address: str | None) -> bool:
    """Whether only this computer can be meant by an address or a name of a host."""
    try:
        found = socket.getaddrinfo(address or "0.0.0.0", None)  # noqa: S104 - not listened on
    except OSError:
        return False
    return all(ipaddress.ip_address(str(place[0])).is_loopback for *_, place in found)
