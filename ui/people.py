"""Who is using the app, and what they may do."""

from dataclasses import dataclass


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
