"""A run in figures: each with its mean, how sure it is, and how many cases it counts for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from eval.calibration import RiskCoverage, risk_coverage
from eval.cases import Case
from eval.measures.catalogue import MEASURES
from eval.result import CaseResult
from eval.statistics import bootstrap_interval, median_of_rows

SCHEMA = 1
AREA = "aurc"
"""The area under the risk-coverage curve, among the figures of a summary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One figure over the cases that have it.

    Args:
        mean: the median where the measure says so.
        interval: the bootstrap's 95%; `None` where it is not taken.
        p50, p95: of lengths and seconds only.
    """

    mean: float
    interval: tuple[float, float] | None
    cases: int
    p50: float | None = None
    p95: float | None = None

    def to_json(self) -> dict[str, Any]:
        """The figure as a summary gives it."""
        spread: dict[str, Any] = {"mean": round(self.mean, 4), "cases": self.cases}
        if self.interval is not None:
            spread["interval"] = [round(bound, 4) for bound in self.interval]
        if self.p50 is not None and self.p95 is not None:
            spread |= {"p50": round(self.p50, 4), "p95": round(self.p95, 4)}
        return spread


@dataclass(frozen=True, slots=True, kw_only=True)
class TagFigures:
    """The figures of the cases that share a tag."""

    cases: int
    figures: dict[str, Spread]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A run in figures.

    Args:
        statuses: how many cases ended in each way.
        calibration: `None` where the system has no score that decides "not found".
    """

    cases: int
    statuses: dict[str, int]
    figures: dict[str, Spread]
    tags: dict[str, TagFigures]
    calibration: RiskCoverage | None

    def to_json(self) -> dict[str, Any]:
        """The summary as `summary.json` and `--json` give it."""
        found = self.calibration
        return {
            "schema": SCHEMA,
            "cases": self.cases,
            "statuses": self.statuses,
            "figures": {name: spread.to_json() for name, spread in self.figures.items()},
            "tags": {
                tag: {
                    "cases": each.cases,
                    "figures": {name: spread.to_json() for name, spread in each.figures.items()},
                }
                for tag, each in self.tags.items()
            },
            "calibration": found
            and {
                "aurc": round(found.area, 4),
                "e_aurc": round(found.excess, 4),
                "points": [[round(value, 4) for value in point] for point in found.points],
            },
        }


def summarise(cases: Sequence[Case], results: Sequence[CaseResult]) -> Summary:
    """The summary of a run's cases, each with its result."""
    statuses: dict[str, int] = {}
    for result in results:
        statuses[result.status] = statuses.get(result.status, 0) + 1
    figures = _spreads(results, intervals=True)
    calibration = _calibration(results)
    if calibration is not None:
        figures[AREA] = _area(results, calibration)
    tags = dict.fromkeys(tag for case in cases for tag in case.tags)
    by_id = {result.id: result for result in results}
    return Summary(
        cases=len(results),
        statuses=statuses,
        figures=figures,
        tags={
            tag: _tagged([by_id[case.id] for case in cases if tag in case.tags])
            for tag in sorted(tags)
        },
        calibration=calibration,
    )


def _tagged(results: Sequence[CaseResult]) -> TagFigures:
    return TagFigures(cases=len(results), figures=_spreads(results, intervals=False))


def _spreads(results: Sequence[CaseResult], *, intervals: bool) -> dict[str, Spread]:
    taken = {
        name: [result.figures[name].value for result in results if name in result.figures]
        for name in MEASURES
    }
    return {
        name: _spread(name, values, interval=intervals) for name, values in taken.items() if values
    }


def _spread(name: str, values: Sequence[float], *, interval: bool) -> Spread:
    if not MEASURES[name].middle:
        return Spread(
            mean=float(np.mean(values)),
            interval=bootstrap_interval(values) if interval else None,
            cases=len(values),
        )
    p50, p95 = (float(value) for value in np.quantile(values, [0.5, 0.95]))
    return Spread(
        mean=p50,
        interval=bootstrap_interval(values, of=median_of_rows) if interval else None,
        cases=len(values),
        p50=p50,
        p95=p95,
    )


def _calibration(results: Sequence[CaseResult]) -> RiskCoverage | None:
    """The curve over all cases: to answer is wrong where the answer is not right, and always
    where the minutes are silent."""
    if not any(result.score is not None for result in results):
        return None
    return risk_coverage([result.score for result in results], _wrong(results))


def _wrong(results: Sequence[CaseResult]) -> list[float]:
    return [
        1.0 if "refused" in result.figures else 1.0 - result.figures["accuracy"].value
        for result in results
    ]


def _area(results: Sequence[CaseResult], whole: RiskCoverage) -> Spread:
    scores, wrong = [result.score for result in results], _wrong(results)

    def areas(drawn: Any) -> Any:
        rows = drawn.astype(int)
        return np.asarray(
            [
                risk_coverage([scores[at] for at in row], [wrong[at] for at in row]).area
                for row in rows
            ]
        )

    interval = bootstrap_interval(range(len(results)), of=areas, rounds=500)
    return Spread(mean=whole.area, interval=interval, cases=len(results))
