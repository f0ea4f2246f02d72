"""Two runs beside each other: pairs of the same case, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.cases import Case
from eval.comparison import Comparison, Paired, compare
from eval.measures.figure import Figure
from eval.result import CaseResult
from eval.runs import Run
from tests.eval.invented import CASE
from vectorstore.errors import SettingsError

CASES = [replace(CASE, id=f"case-{number}") for number in range(10)]


def run(name: str, *values: float, figure: str = "accuracy", cases: list[Case] = CASES) -> Run:
    return Run(
        folder=Path(name),
        about={"label": name, "system": "minutes"},
        cases=tuple(cases),
        results=tuple(
            CaseResult(
                id=case.id,
                answer={"status": "answered", "text": ""},
                figures={figure: Figure(value=value, reason="")},
            )
            for case, value in zip(cases, values, strict=True)
        ),
        summary={"figures": {}},
    )


def only(found: Comparison) -> Paired:
    [figure] = found.figures
    return figure


def test_a_difference_comes_with_its_interval_its_chance_and_its_cases() -> None:
    figure = only(compare(run("a", *[0.0] * 10), run("b", *[1.0] * 9, 0.0)))
    assert (figure.before, figure.after, round(figure.difference, 4)) == (0.0, 0.9, 0.9)
    low, high = figure.interval
    assert 0.6 <= low < 0.9 < high <= 1.0
    # Nine of ten changed, all one way: about 2 / 2^9.
    assert figure.p == pytest.approx(2 / 512, abs=0.002)
    assert figure.corrected == figure.p
    assert figure.significant
    assert [change.id for change in figure.better] == [f"case-{number}" for number in range(9)]
    assert figure.worse == ()


def test_for_some_figures_less_is_better() -> None:
    figure = only(
        compare(
            run("a", *[0.0] * 10, figure="wrongly_refused"),
            run("b", 1.0, *[0.0] * 9, figure="wrongly_refused"),
        )
    )
    assert [change.id for change in figure.worse] == ["case-0"]
    assert not figure.significant


def test_of_lengths_neither_way_is_better() -> None:
    figure = only(
        compare(run("a", *[9.0] * 10, figure="words"), run("b", *range(10), figure="words"))
    )
    assert (figure.p, figure.corrected, figure.better, figure.worse) == (None, None, (), ())
    assert figure.to_json()["p_holm"] is None


def test_the_most_changed_cases_come_first() -> None:
    values = [0.1, 0.9, 0.5, *[0.0] * 7]
    figure = only(compare(run("a", *[0.0] * 10), run("b", *values)))
    assert [change.id for change in figure.better] == ["case-1", "case-2", "case-0"]


def test_cases_that_ask_something_else_are_left_out() -> None:
    other = [replace(CASES[0], question="something else"), *CASES[1:9], replace(CASE, id="new")]
    found = compare(run("a", *[0.0] * 10), run("b", *[0.0] * 10, cases=other))
    assert found.cases == 8
    assert found.left_out == ("case-0", "case-9", "new")
    assert only(found).cases == 8


def test_runs_without_a_case_in_common_are_not_compared() -> None:
    other = [replace(case, id=f"other-{case.id}") for case in CASES]
    with pytest.raises(SettingsError, match="share no case"):
        compare(run("a", *[0.0] * 10), run("b", *[0.0] * 10, cases=other))
