"""Summaries: each figure over the cases that have it."""

from dataclasses import replace

from eval.measures.figure import Figure
from eval.result import CaseResult
from eval.summary import summarise
from tests.eval.invented import CASE, SILENT


def result(id: str, score: float | None = None, **figures: float) -> CaseResult:
    return CaseResult(
        id=id,
        answer={"status": "answered", "evidence_score": score},
        figures={name: Figure(value=value, reason="") for name, value in figures.items()},
    )


CASES = [
    replace(CASE, id="a", tags=("number", "typo")),
    replace(CASE, id="b", tags=("number",)),
    replace(SILENT, id="c", tags=("typo",)),
]


def test_means_are_over_the_cases_that_have_the_figure() -> None:
    summary = summarise(
        CASES,
        [
            result("a", accuracy=1.0, nugget_recall=0.5, seconds=1.0),
            result("b", accuracy=0.0, seconds=9.0),
            result("c", accuracy=1.0, refused=1.0, seconds=2.0),
        ],
    ).to_json()
    assert summary["cases"] == 3
    assert summary["statuses"] == {"answered": 3}
    assert summary["figures"]["accuracy"]["mean"] == 0.6667
    assert summary["figures"]["nugget_recall"] == {"mean": 0.5, "cases": 1, "interval": [0.5, 0.5]}
    seconds = summary["figures"]["seconds"]
    assert (seconds["mean"], seconds["p50"], seconds["p95"]) == (2.0, 2.0, 8.3)
    assert summary["tags"]["number"] == {
        "cases": 2,
        "figures": {
            "nugget_recall": {"mean": 0.5, "cases": 1},
            "accuracy": {"mean": 0.5, "cases": 2},
            "seconds": {"mean": 5.0, "cases": 2, "p50": 5.0, "p95": 8.6},
        },
    }
    assert list(summary["tags"]) == ["number", "typo"]
    assert summary["calibration"] is None
    assert "aurc" not in summary["figures"]


def test_the_score_is_held_against_right_answers_and_silence_is_never_answered_rightly() -> None:
    summary = summarise(
        CASES,
        [
            result("a", 0.9, accuracy=1.0),
            result("b", 0.1, accuracy=0.0),
            # Refused rightly: had it been answered, that would have been wrong.
            result("c", -0.3, accuracy=1.0, refused=1.0),
        ],
    ).to_json()
    # Risks 0, 1/2, 2/3.
    assert summary["calibration"]["aurc"] == 0.3889
    assert summary["calibration"]["e_aurc"] == 0.0
    assert summary["figures"]["aurc"]["mean"] == 0.3889
    assert [point[1] for point in summary["calibration"]["points"]] == [0.0, 0.5, 0.6667]
