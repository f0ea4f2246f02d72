"""Where the marks of a chart stand."""

from eval.reports.charts import SIDE, curve


def test_a_curve_runs_from_left_to_right_with_the_risk_upwards() -> None:
    drawn = curve([(0.5, 0.0), (1.0, 0.5)])
    assert drawn.line == f"{SIDE / 2:.1f},{SIDE:.1f} {SIDE:.1f},0.0"
    ends = [*drawn.coverages[::4], *drawn.risks[::4]]
    assert ends == [(0.0, "0"), (SIDE, "1"), (SIDE, "0"), (0.0, "0.5")]


def test_a_score_that_knows_nothing_errs_everywhere_as_all_answers_do() -> None:
    assert curve([(0.5, 1.0), (1.0, 0.5)]).chance == SIDE / 2


def test_little_risk_is_drawn_on_a_short_scale_and_none_at_its_foot() -> None:
    assert [told for _, told in curve([(1.0, 0.08)]).risks] == [
        "0",
        "0.025",
        "0.05",
        "0.075",
        "0.1",
    ]
    flat = curve([(0.5, 0.0), (1.0, 0.0)])
    assert flat.chance == SIDE
    assert [told for _, told in curve([(1.0, 0.9)]).risks][-1] == "1"
