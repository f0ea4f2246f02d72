"""The risk-coverage curve as the page draws and tells it."""

from eval.calibration import risk_coverage
from ui.evaluation.calibration import calibration_curve


def test_the_curve_is_told_in_words_where_so_much_is_first_covered() -> None:
    found = risk_coverage([0.9, 0.8, 0.7, 0.6, None], [0, 0, 1, 0, 1])
    curve = calibration_curve({"points": found.points})
    assert [(step.told, step.value) for step in curve.steps] == [
        ("Wrong among the surest quarter", "0.000"),
        ("Wrong among the surest half", "0.333"),
        ("Wrong among all", "0.400"),
    ]
    assert len(curve.line.split()) == 5
    # The broken line is at the risk of all questions.
    assert curve.line.endswith(f",{curve.level}")


def test_a_single_question_is_a_curve_too() -> None:
    found = risk_coverage([0.5], [1])
    assert {step.value for step in calibration_curve({"points": found.points}).steps} == {"1.000"}
