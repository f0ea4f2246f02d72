"""The statistics against examples worked out by hand."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.statistics import (
    bootstrap_interval,
    holm,
    median_of_rows,
    randomisation_p,
    share_as_far,
)

ALL_SIGNS = np.array(list(product((1, -1), repeat=4)))


@pytest.mark.parametrize(
    ("differences", "p"),
    [
        # Of the 16 ways to sign 1, 1, 1, 1, two have a mean of at least 1: (2 + 1) / (16 + 1).
        ([1, 1, 1, 1], 0.1765),
        # Of 4, 2, 1, 1 (mean 2): all four up or down, and no other: 3 / 17.
        ([4, 2, 1, 1], 0.1765),
        # Of 4, 2, 1, -1 (sum 6): up to sign, 8 (+1 for the last) and 6 twice: (6 + 1) / 17.
        ([4, 2, 1, -1], 0.4118),
        ([0, 0, 0, 0], 1.0),
    ],
)
def test_the_randomisation_test_counts_signs_as_far_from_nought(
    differences: list[float], p: float
) -> None:
    assert round(share_as_far(differences, ALL_SIGNS), 4) == p


def test_drawn_signs_come_near_to_all_of_them_and_are_the_same_each_time() -> None:
    # Two of 2^10 ways: 0.00195.
    assert randomisation_p([1.0] * 10) == pytest.approx(2 / 1024, abs=0.001)
    assert randomisation_p([1.0, 0.5, -0.2]) == randomisation_p([1.0, 0.5, -0.2])


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=12))
def test_a_p_value_is_never_nought_and_direction_makes_no_difference(values: list[float]) -> None:
    p = randomisation_p(values, rounds=200)
    assert 0 < p <= 1
    assert p == randomisation_p([-value for value in values], rounds=200)


def test_holm_multiplies_the_smallest_by_their_number_and_never_falls() -> None:
    # Holm: 0.01 * 4, then 0.02 * 3, then max(0.06, 0.03 * 2), then max(0.06, 0.5).
    corrected = holm({"a": 0.03, "b": 0.01, "c": 0.5, "d": 0.02})
    assert {name: round(p, 4) for name, p in corrected.items()} == {
        "b": 0.04,
        "d": 0.06,
        "a": 0.06,
        "c": 0.5,
    }
    assert holm({"a": 0.7, "b": 0.8}) == {"a": 1.0, "b": 1.0}
    assert holm({}) == {}


def test_the_interval_holds_what_resampling_mostly_gives() -> None:
    assert bootstrap_interval([0.5]) == (0.5, 0.5)
    low, high = bootstrap_interval([0.0] * 50 + [1.0] * 50)
    # The normal approximation gives 0.5 -+ 1.96 * 0.05.
    assert low == pytest.approx(0.402, abs=0.011)
    assert high == pytest.approx(0.598, abs=0.011)


def test_the_interval_of_a_median_is_of_the_values() -> None:
    low, high = bootstrap_interval([1.0, 2.0, 3.0, 4.0, 100.0], of=median_of_rows)
    assert (low, high) == (1.0, 100.0)
