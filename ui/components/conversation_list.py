"""Conversations as a list, to open, rename and delete; titles are shown as text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from ui.components.component import component
from ui.conversations.store import Listed
from ui.wording import date_words

# So many are drawn; older ones are found by searching.
AT_ONCE = 50

_list = component("conversation_list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """What was asked of the list, each by the id of a conversation; `None` for what was not.

    Args:
        renamed: with the new title.
    """

    opened: str | None = None
    renamed: tuple[str, str] | None = None
    deleted: str | None = None


def show_conversations(
    listed: Sequence[Listed], *, current: str, search: str, now: datetime, key: str
) -> Pressed:
    """Draw the list; gives back what was pressed, in the one run that follows.

    Args:
        listed: the latest first.
        current: the id of the conversation that the page shows.
        search: what they were searched for; empty for all.
        now: with the time zone to tell days by.
    """
    told = _list(
        key=key,
        data=list_view(listed, current=current, search=search, now=now),
        on_opened_change=lambda: None,
        on_renamed_change=lambda: None,
        on_deleted_change=lambda: None,
    )
    return pressed(told)


def pressed(told: Mapping[str, Any]) -> Pressed:
    """What a browser sent, as far as it makes sense."""
    opened, renamed, deleted = (told.get(name) for name in ("opened", "renamed", "deleted"))
    named = renamed if isinstance(renamed, dict) else {}
    id, title = named.get("id"), named.get("title")
    return Pressed(
        opened=opened if isinstance(opened, str) else None,
        renamed=(id, title) if isinstance(id, str) and isinstance(title, str) else None,
        deleted=deleted if isinstance(deleted, str) else None,
    )


def list_view(
    listed: Sequence[Listed], *, current: str, search: str, now: datetime
) -> dict[str, Any]:
    """What the component draws, as plain values."""
    days = groupby(listed[:AT_ONCE], key=lambda each: _is_today(each, now))
    return {
        "label": "Conversations",
        "groups": [
            {
                "label": "Today" if today else "Earlier",
                "conversations": [
                    {
                        "id": each.id,
                        "title": each.title,
                        "when": None if today else date_words(_day(each, now)),
                        "current": each.id == current,
                    }
                    for each in conversations
                ],
            }
            for today, conversations in days
        ],
        "note": _note(len(listed), search),
    }


def _is_today(listed: Listed, now: datetime) -> bool:
    return _day(listed, now) >= now.date()


def _day(listed: Listed, now: datetime) -> date:
    return listed.used_at.astimezone(now.tzinfo).date()


def _note(number: int, search: str) -> str | None:
    if number > AT_ONCE:
        return "Older conversations are found by searching."
    if number == 0 and search:
        return "No conversation holds all of these words."
    if number == 0:
        return "Your conversations will be listed here, for you alone."
    return None
