"""What a medium itself says of the structure of a meeting, so that no shape need infer it."""

import datetime as dt
from dataclasses import dataclass

from vectorstore.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlinedItem:
    """An item of business as the medium delimits it.

    Args:
        number: as displayed; `None` when the medium gives none.
        title: `None` when it gives none, or when the item is restricted.
        restricted: exempt from publication; nothing of it is in the text but its number.
        heading: the line that gives number and title.
        marker: the line that says that the minutes begin; empty where there are none.
        minutes: what was minuted; empty where nothing was.
    """

    number: str | None
    title: str | None
    restricted: bool
    heading: Span
    marker: Span
    minutes: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A meeting as the medium delimits it; `None` and empty tuples are "not recorded".

    Args:
        announced: the lines that say when and where it was held.
        attended: the lines that say who was there.
    """

    committee: str | None
    date: dt.date | None
    time: str | None
    venue: str | None
    chair: str | None
    present: tuple[str, ...]
    in_attendance: tuple[str, ...]
    apologies: tuple[str, ...]
    announced: Span
    attended: tuple[Span, ...]
    items: tuple[OutlinedItem, ...]
