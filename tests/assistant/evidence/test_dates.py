"""Dates that are asked for, told from those that cannot be meant."""

from datetime import date

import pytest

from assistant.evidence.dates import dates, in_time
from tests.assistant.found import part_of

HELD = date(2024, 6, 12)
WILL = part_of("when will the pier open again?")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("It would open in July 2024.", True),
        ("It would open in 2025.", True),
        ("It had shut in May 2024.", False),
        ("The works, begun in 2022, would end in August 2024.", True),
        ("The order of 2019 was confirmed in 2021.", False),
        ("It would open in spring.", True),
        ("Under the Piers Act 1987 it would open in spring.", True),
    ],
)
def test_what_will_happen_was_still_to_come_at_the_meeting(words: str, meant: bool) -> None:
    assert in_time(words, WILL, HELD) is meant


def test_nothing_is_too_early_where_the_meetings_day_is_unknown_or_the_past_is_asked_for() -> None:
    assert in_time("It had shut in May 2020.", WILL, None)
    assert in_time("It had shut in May 2020.", part_of("when did the pier shut?"), HELD)
    # What minutes plan has happened since.
    assert in_time("It would shut in May 2025.", part_of("when did the pier shut?"), HELD)


def test_a_rate_is_no_date() -> None:
    assert not dates("It lost 4,000 litres a day.", WILL)
    assert dates("It would take a year.", WILL)
