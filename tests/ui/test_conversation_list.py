"""What the list of conversations is given to draw, and what it says was pressed."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ui.components.conversation_list import AT_ONCE, Pressed, list_view, pressed
from ui.conversations.store import Listed

SUMMER = timezone(timedelta(hours=1))
NOW = datetime(2025, 6, 3, 9, 30, tzinfo=SUMMER)


def listed(id: str, used_at: datetime) -> Listed:
    return Listed(id=id, title=f"About {id}", used_at=used_at)


def test_days_are_told_by_the_reader_s_own_clock() -> None:
    view = list_view(
        [
            # Half past midnight there, though still the day before elsewhere.
            listed("a", datetime(2025, 6, 2, 23, 30, tzinfo=UTC)),
            listed("b", datetime(2025, 6, 2, 22, 30, tzinfo=UTC)),
            listed("c", datetime(2025, 3, 1, 12, 0, tzinfo=UTC)),
        ],
        current="b",
        search="",
        now=NOW,
    )
    today, earlier = view["groups"]
    assert (today["label"], earlier["label"]) == ("Today", "Earlier")
    assert [each["when"] for each in today["conversations"]] == [None]
    assert [each["when"] for each in earlier["conversations"]] == ["2 June 2025", "1 March 2025"]
    assert [each["current"] for each in earlier["conversations"]] == [True, False]


@pytest.mark.parametrize(
    ("number", "search", "note"),
    [
        (0, "", "for you alone"),
        (0, "ferry", "No conversation holds"),
        (AT_ONCE, "", None),
        (AT_ONCE + 1, "", "found by searching"),
    ],
)
def test_what_is_missing_from_the_list_is_said(number: int, search: str, note: str | None) -> None:
    several = [listed(str(each), NOW) for each in range(number)]
    view = list_view(several, current="", search=search, now=NOW)
    assert sum(len(group["conversations"]) for group in view["groups"]) <= AT_ONCE
    assert (note or "") in (view["note"] or "")
    assert (view["note"] is None) is (note is None)


def test_what_was_pressed_is_read() -> None:
    assert pressed({"opened": "a"}) == Pressed(opened="a")
    assert pressed({"deleted": "a", "opened": None}) == Pressed(deleted="a")
    assert pressed({"renamed": {"id": "a", "title": "Ferries"}}) == Pressed(
        renamed=("a", "Ferries")
    )


@pytest.mark.parametrize("sent", [7, [], {}, {"id": "a"}, {"id": 7, "title": "x"}])
def test_what_makes_no_sense_is_nothing_pressed(sent: object) -> None:
    assert pressed({"renamed": sent, "opened": {"id": "a"}, "deleted": ["a"]}) == Pressed()
