"""The risk-coverage curve and its area, against sums by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.calibration import risk_coverage


def test_the_area_is_the_mean_risk_over_all_coverages() -> None:
    # Surest first: right, wrong, right, wrong. Risks 0, 1/2, 1/3, 1/2.
    curve = risk_coverage([0.9, 0.5, 0.2, 0.1], [0.0, 1.0, 0.0, 1.0])
    assert [round(risk, 4) for _, risk in curve.points] == [0.0, 0.5, 0.3333, 0.5]
    assert [coverage for coverage, _ in curve.points] == [0.25, 0.5, 0.75, 1.0]
    assert round(curve.area, 4) == 0.3333
    # The least: right, right, wrong, wrong. Risks 0, 0, 1/3, 1/2.
    assert round(curve.least, 4) == 0.2083
    assert round(curve.excess, 4) == 0.125


def test_questions_of_the_same_score_share_their_risk() -> None:
    one = risk_coverage([1.0, 1.0, 0.0], [0.0, 1.0, 1.0])
    other = risk_coverage([1.0, 1.0, 0.0], [1.0, 0.0, 1.0])
    assert one.points == other.points
    assert [round(risk, 4) for _, risk in one.points] == [0.5, 0.5, 0.6667]


def test_a_question_without_a_score_is_the_least_sure() -> None:
    curve = risk_coverage([None, -5.0], [1.0, 0.0])
    assert [risk for _, risk in curve.points] == [0.0, 0.5]


@given(st.lists(st.tuples(st.floats(-1, 1), st.sampled_from([0.0, 1.0])), min_size=1))
def test_no_order_is_better_than_the_least_area(given_pairs: list[tuple[float, float]]) -> None:
    curve = risk_coverage([s for s, _ in given_pairs], [w for _, w in given_pairs])
    assert curve.excess >= -1e-12
    _, whole = curve.points[-1]
    assert whole == pytest.approx(sum(w for _, w in given_pairs) / len(given_pairs))
