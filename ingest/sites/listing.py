"""What the lists of a site name: committees, their meetings, the documents attached to items."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from vectorstore.errors import SettingsError
from vectorstore.wording import fold

_AGREED = re.compile(r"\b(?:agreement|plan|strategy)\b", re.IGNORECASE)
# Drawings, and lists of what a committee will do next.
_NOT_AGREED = re.compile(
    r"\b(?:site|location|floor|block|layout|forward|work|seating)[- ]plan\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A committee as a site lists it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMeeting:
    """A meeting as a site lists it.

    Args:
        address: the public page of the meeting, which is the name of its minutes.
        date: `None` when the list gives none that can be read.
        cancelled: the list says so.
    """

    id: str
    address: str
    committee: Committee
    date: dt.date | None
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document that is attached to an agenda item.

    Args:
        address: where it is; `None` when only its id is known.
        item: the address of the item's page.
    """

    id: str | None
    title: str
    address: str | None
    item: str


def is_agreement(title: str) -> bool:
    """Whether a title is that of an agreement, a plan or a strategy."""
    return _AGREED.search(title) is not None and _NOT_AGREED.search(title) is None


def chosen(committees: Sequence[Committee], name: str | None) -> list[Committee]:
    """The committee of that name, or else those with it in their names; all when it is `None`.

    Raises:
        SettingsError: there is none.
    """
    if name is None:
        return list(committees)
    wanted = fold(name).casefold()
    same = [each for each in committees if fold(each.name).casefold() == wanted]
    found = same or [each for each in committees if wanted in fold(each.name).casefold()]
    if not found:
        names = ", ".join(sorted(each.name for each in committees))
        raise SettingsError(f"The site has no committee “{name}”; it has: {names}.")
    return found


def within(
    meetings: Sequence[ListedMeeting], since: dt.date | None, until: dt.date
) -> list[ListedMeeting]:
    """The meetings of a period, oldest first: sites may ignore the dates they are asked for.

    A meeting without a date passes, since leaving it out would hide it.
    """
    found = [
        each for each in meetings if each.date is None or (since or each.date) <= each.date <= until
    ]
    return sorted(found, key=lambda each: (each.date or dt.date.min, each.id))
