"""Who is using the app, and what they may do."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

import streamlit as st


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who uses the app.

    Args:
        id: tells this person from every other, for as long as the library lasts.
        name: how the pages call them; None where nobody has signed in.
        editor: whether they may change the library and measure answers; else they read.
    """

    id: str
    name: str | None
    editor: bool


# Without sign-in only this computer reaches the app, so everybody is its one person.
LOCAL = Person(id="local", name=None, editor=True)


def person() -> Person:
    """Who is asking for the page that is being drawn."""
    return LOCAL


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
