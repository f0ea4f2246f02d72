"""What a library follows, kept beside its editions."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from vectorstore.errors import LibraryError
from vectorstore.following import (
    FOLLOWING,
    Followed,
    Following,
    Visit,
    followed_json,
    open_following,
)

SITE = Followed(address="https://democracy.marlshire.example/")
COMMITTEE = Followed(
    address=SITE.address, committee="Cabinet", since=dt.date(2023, 1, 1), attachments=True
)
NOON = dt.datetime(2024, 6, 4, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(hours=1)
SEEN = Visit(source="https://x.example/1", found="read", visited_at=NOON, fingerprint="f", etag="e")


@pytest.fixture
def following(tmp_path: Path) -> Iterator[Following]:
    with open_following(tmp_path / "home") as opened:
        yield opened


def test_what_is_followed_is_kept_in_order_with_its_limits(tmp_path: Path) -> None:
    with open_following(tmp_path) as following:
        following.follow(SITE)
        following.follow(COMMITTEE)
    with open_following(tmp_path) as following:
        assert following.followed() == [SITE, COMMITTEE]


def test_followed_again_it_has_the_limits_of_the_last_time(following: Following) -> None:
    following.follow(COMMITTEE)
    following.follow(Followed(address=SITE.address, committee="Cabinet"))
    assert following.followed() == [Followed(address=SITE.address, committee="Cabinet")]


def test_an_unfinished_look_goes_on_as_the_one_that_it_was(following: Following) -> None:
    following.follow(SITE)
    assert following.begin(SITE, NOON) == NOON
    assert following.begin(SITE, LATER) == NOON
    following.finish(SITE, LATER)
    assert following.begin(SITE, LATER) == LATER
    assert following.followed()[0].finished_at == LATER


def test_a_look_that_was_left_for_long_begins_anew(following: Following) -> None:
    following.follow(SITE)
    following.begin(SITE, NOON)
    days_later = NOON + dt.timedelta(days=3)
    assert following.begin(SITE, days_later) == days_later


def test_visits_belong_to_what_was_followed(following: Following) -> None:
    following.follow(SITE)
    following.follow(COMMITTEE)
    following.visit(SITE, SEEN)
    assert following.visits(SITE) == {SEEN.source: SEEN}
    assert following.visits(COMMITTEE) == {}
    assert (following.count(SITE), following.count(COMMITTEE)) == (1, 0)


def test_unfollowing_one_leaves_the_others(following: Following) -> None:
    for each in (SITE, COMMITTEE):
        following.follow(each)
        following.visit(each, SEEN)
    following.unfollow(SITE)
    assert following.followed() == [COMMITTEE]
    assert following.visits(COMMITTEE) == {SEEN.source: SEEN}


def test_what_was_erased_is_remembered_as_not_wanted_and_as_nothing_more(
    following: Following,
) -> None:
    page = Followed(address=SEEN.source)
    for each in (SITE, page):
        following.follow(each)
        following.visit(each, SEEN)
    following.never_again(SEEN.source)
    assert following.followed() == [SITE]
    visit = following.visits(SITE)[SEEN.source]
    assert (visit.found, visit.fingerprint) == ("forgotten", None)


def test_a_list_that_is_damaged_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FOLLOWING).write_bytes(b"no database" * 1000)
    with pytest.raises(LibraryError, match="can be followed anew"), open_following(tmp_path):
        pass


def test_the_list_is_json_for_scripts() -> None:
    [told] = json.loads(json.dumps(followed_json([(COMMITTEE, 3)])))["sources"]
    assert told == {
        "address": SITE.address, "committee": "Cabinet", "since": "2023-01-01", "until": None,
        "council": None, "attachments": True, "last_update": None, "documents": 3,
    }  # fmt: skip
