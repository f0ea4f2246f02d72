"""Signing in and out."""

import streamlit as st

from ui.people import LOCAL, person


def show() -> None:
    """Draw the page: as whom somebody has signed in, and the way out."""
    somebody = person()
    st.title("Account")
    if somebody == LOCAL:
        st.text("Nobody signs in here: everybody who uses this computer is an editor.")
        return
    # As text: names come from elsewhere.
    st.text(f"You are signed in as {somebody.name}.")
    st.text(
        "As an editor you may also change the library and measure answers."
        if somebody.editor
        else "You may ask, draft briefings and browse the minutes."
    )
    # Not as a callback: the rest of the run would offer to sign in again while the browser has yet
    # to be sent to where its cookie is taken back.
    if st.button("Sign out"):
        st.logout()
        st.stop()


def show_sign_in() -> None:
    """Draw what those see who have yet to sign in, or have to do so again."""
    st.title("Ask the minutes")
    st.text("Sign in to ask, and to read the minutes.")
    st.button("Sign in", type="primary", on_click=st.login)
