"""Signing in and out."""

from collections.abc import Callable
from functools import wraps

import streamlit as st

from ui.people import NotSignedIn, person


def signed_in_only(page: Callable[[], None]) -> Callable[[], None]:
    """A page in whose place those who have not signed in find the way to do so."""

    @wraps(page)
    def guarded() -> None:
        try:
            person()
        except NotSignedIn as error:
            _show_sign_in(str(error))
        else:
            page()

    return guarded


def show() -> None:
    """Draw the page: as whom somebody has signed in, and the way out."""
    somebody = person()
    st.title("Account")
    # As text: names come from elsewhere.
    st.text(f"You are signed in as {somebody.name}.")
    st.text(
        "As an editor you may also change the library and measure answers."
        if somebody.editor
        else "You may ask, draft briefings and browse the minutes."
    )
    st.button("Sign out", on_click=st.logout)


def _show_sign_in(reason: str) -> None:
    st.title("Ask the minutes")
    st.text(reason)
    st.button("Sign in", type="primary", on_click=st.login)
