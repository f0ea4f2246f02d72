"""Who is using the app, and what they may do."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

import streamlit as st

from ui.signing_in import Provider, SignInSettings, provider
from vectorstore.errors import MinutesError
from vectorstore.settings import from_environment


class NotSignedIn(MinutesError):
    """Somebody who has yet to say who they are, or has to say so again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who uses the app.

    Args:
        id: tells this person from every other, for as long as the library lasts.
        name: how the pages call them; None where nobody signs in.
        editor: whether they may change the library and measure answers; else they read.
    """

    id: str
    name: str | None
    editor: bool


# Without sign-in only this computer reaches the app, so everybody is its one person.
LOCAL = Person(id="local", name=None, editor=True)


def person() -> Person:
    """Who is asking for the page that is being drawn.

    Raises:
        NotSignedIn: nobody has signed in, or too long ago.
    """
    trusted = provider()
    if trusted is None:
        return LOCAL
    claims = st.user.to_dict()
    return identified(claims, trusted, from_environment(SignInSettings), now=time.time())


def signed_in() -> Person | None:
    """Who is asking, or None where they have yet to sign in."""
    try:
        return person()
    except NotSignedIn:
        return None


def identified(
    claims: Mapping[str, Any], trusted: Provider, settings: SignInSettings, *, now: float
) -> Person:
    """The person of whom a provider says so much.

    Args:
        claims: those of the ID token, whose signature, issuer and nonce have been verified.
        now: seconds since 1970.

    Raises:
        NotSignedIn: they do not say who it is, were made for another app, or are too old.
    """
    issuer, subject, issued = claims.get("iss"), claims.get("sub"), claims.get("iat")
    if claims.get("is_logged_in") is not True or not issuer or not subject:
        raise NotSignedIn("Sign in first.")
    # The standard has the audience checked; what verifies the token lets some others pass.
    if trusted.client_id not in _several(claims.get("aud")):
        raise NotSignedIn("This sign-in is for another app.")
    if not isinstance(issued, int | float) or now - issued > settings.sign_in_hours * 3600:
        raise NotSignedIn("You signed in long ago; please do so again.")
    email = _verified_email(claims)
    name = claims.get("name") or claims.get("preferred_username") or email or subject
    return Person(
        # No issuer has a space in it.
        id=f"{issuer} {subject}",
        name=str(name),
        editor=_is_listed(email, settings) or _is_claimed(claims, settings.editor_claim),
    )


def editors_only(page: Callable[[], None]) -> Callable[[], None]:
    """A page that readers cannot draw, however they got to its address."""

    @wraps(page)
    def guarded() -> None:
        if person().editor:
            page()
            return
        st.title("For editors")
        st.text("This page is for editors. Whoever looks after this service can make you one.")

    return guarded


def _verified_email(claims: Mapping[str, Any]) -> str | None:
    # Some providers write the word instead of the value.
    verified = claims.get("email_verified") in (True, "true")
    return str(claims["email"]).lower() if verified and claims.get("email") else None


def _is_listed(email: str | None, settings: SignInSettings) -> bool:
    return email is not None and email in {
        each.strip().lower() for each in settings.editors.split(",")
    }


def _is_claimed(claims: Mapping[str, Any], editor_claim: str) -> bool:
    """Whether the claims hold what "name:value" asks for."""
    name, _, value = editor_claim.rpartition(":")
    if not name:
        return False
    found: Any = claims
    # The names of some providers' claims are addresses, with dots of their own.
    for step in [name] if name in claims else name.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return value in _several(found)


def _several(found: object) -> list[object]:
    return found if isinstance(found, list) else [found]
