"""Which number comes after another."""

import re

import pytest

from ingest.shapes.minute_numbers import NUMBER, runs_on


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("84", "85"), ("84", "84A"), ("84A", "85"), ("4a", "4b"), ("157/24", "157A/24"),
        ("157A/24", "158/24"), ("24/099", "24/100"), ("PC/24/118", "PC/24/119"),
        ("118/2024", "119/2024"),
    ],
)  # fmt: skip
def test_one_part_counts(before: str, number: str) -> None:
    assert re.fullmatch(NUMBER, number)
    assert runs_on(number, before)


@pytest.mark.parametrize(
    ("before", "number"),
    [("84", "86"), ("84", "84"), ("84", "83"), ("118/24", "119/25"), ("84", "85/24")],
)
def test_what_skips_goes_back_or_counts_otherwise_does_not_run_on(before: str, number: str) -> None:
    assert not runs_on(number, before)


@pytest.mark.parametrize("words", ["25/00417/FUL", "A28", "24/01980", "10.5"])
def test_a_reference_a_road_and_a_sum_are_no_numbers_of_minutes(words: str) -> None:
    assert re.fullmatch(NUMBER, words) is None
