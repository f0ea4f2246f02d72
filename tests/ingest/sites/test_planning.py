"""Which meetings are looked at, and when."""

import datetime as dt

import pytest

from ingest.document import READER_VERSION
from ingest.sites.listing import Committee, ListedMeeting
from ingest.sites.planning import UNREAD, Memory
from ingest.sites.reply import NO_VALIDATORS, Validators
from ingest.sites.seen import Found
from vectorstore.following import FORGOTTEN, Visit

NOW = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)
OLD, RECENT = dt.date(2024, 9, 1), dt.date(2025, 5, 1)
ADDRESS = "https://democracy.marlshire.example/ieListDocuments.aspx?CId=1&MId=2&Ver=4"


def meeting(date: dt.date | None = OLD) -> ListedMeeting:
    return ListedMeeting(id="2", address=ADDRESS, committee=Committee(id="1", name="A"), date=date)


def memory(
    *, found: str = Found.READ, days_ago: float = 7, held: str | None = "f", **visit: object
) -> Memory:
    told: dict[str, object] = {"fingerprint": held, "reader": READER_VERSION, "etag": "e"} | visit
    seen = Visit(
        source=ADDRESS,
        found=found,
        visited_at=NOW - dt.timedelta(days=days_ago),
        **told,  # type: ignore[arg-type]
    )
    return Memory(
        visits={ADDRESS: seen},
        fingerprints={ADDRESS: held} if held else {},
        failures=(),
        begun_at=NOW,
        relook_from=NOW.date() - dt.timedelta(days=90),
    )


NOTHING = Memory(visits={}, fingerprints={}, failures=(), begun_at=NOW, relook_from=NOW.date())


def test_what_was_never_seen_is_due() -> None:
    assert NOTHING.is_due(meeting())


@pytest.mark.parametrize(("date", "due"), [(OLD, False), (RECENT, True), (None, True)])
def test_published_minutes_are_due_while_they_may_change(date: dt.date | None, due: bool) -> None:
    assert memory().is_due(meeting(date)) is due


@pytest.mark.parametrize(
    ("found", "due"),
    [
        (Found.NOT_YET, True),
        (Found.CANCELLED, False),
        (Found.WITHHELD, False),
        (UNREAD, False),
        (FORGOTTEN, False),
    ],
)
def test_an_old_meeting_without_minutes_is_due_while_there_is_hope(found: str, due: bool) -> None:
    assert memory(found=found, held=None).is_due(meeting()) is due


@pytest.mark.parametrize(("days_ago", "due"), [(7, False), (31, True)])
def test_minutes_that_are_missing_for_years_are_looked_for_now_and_then(
    days_ago: float, due: bool
) -> None:
    years_ago = meeting(dt.date(2019, 1, 1))
    assert memory(found=Found.NOT_YET, held=None, days_ago=days_ago).is_due(years_ago) is due


def test_what_the_library_has_lost_is_due() -> None:
    lost = memory(fingerprint="f", held=None)
    assert lost.is_due(meeting())
    assert memory(fingerprint="another").is_due(meeting())


def test_what_another_version_read_is_due_and_fetched_whole() -> None:
    before = memory(reader=READER_VERSION - 1)
    assert before.is_due(meeting())
    assert before.validators(ADDRESS) == NO_VALIDATORS
    assert memory().validators(ADDRESS) == Validators(etag="e")


def test_what_this_run_has_seen_is_not_due_unless_it_was_lost() -> None:
    assert not memory(days_ago=-1).is_due(meeting(RECENT))
    assert memory(days_ago=-1, fingerprint="f", held=None).is_due(meeting(RECENT))


def test_what_was_forgotten_is_never_due() -> None:
    assert not memory(found=FORGOTTEN, held=None).is_due(meeting(RECENT))
