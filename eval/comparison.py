"""Did it get better? Two runs over the same cases, figure by figure and case by case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from eval.cases import Case
from eval.measures.catalogue import MEASURES
from eval.measures.figure import Better
from eval.runs import Run
from eval.statistics import bootstrap_interval, holm, randomisation_p
from vectorstore.errors import SettingsError

SCHEMA = 1
SIGNIFICANT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure of one case in both runs."""

    id: str
    before: float
    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """One figure over the cases that have it in both runs.

    Args:
        before, after: means.
        interval: the bootstrap's 95% of the mean difference.
        p: of the randomisation test; `None` for figures of which neither direction is better.
        corrected: p after Holm's correction over all figures compared.
        better, worse: the cases that changed, the most changed first.
    """

    name: str
    cases: int
    before: float
    after: float
    interval: tuple[float, float]
    p: float | None
    corrected: float | None
    better: tuple[Change, ...]
    worse: tuple[Change, ...]

    @property
    def difference(self) -> float:
        """After less before."""
        return self.after - self.before

    @property
    def significant(self) -> bool:
        """Whether chance alone would rarely make such a difference."""
        return self.corrected is not None and self.corrected < SIGNIFICANT

    def to_json(self) -> dict[str, Any]:
        """The figure as `minutes eval compare --json` gives it."""
        return {
            "before": round(self.before, 4),
            "after": round(self.after, 4),
            "difference": round(self.difference, 4),
            "interval": [round(bound, 4) for bound in self.interval],
            "cases": self.cases,
            "p": self.p and round(self.p, 4),
            "p_holm": self.corrected and round(self.corrected, 4),
            "significant": self.significant,
            "better": [_change_json(change) for change in self.better],
            "worse": [_change_json(change) for change in self.worse],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two runs beside each other.

    Args:
        cases: how many both have, asking the same.
        left_out: ids that only one of them has, or that ask something else in each.
    """

    before: Run
    after: Run
    cases: int
    left_out: tuple[str, ...]
    figures: tuple[Paired, ...]

    def to_json(self) -> dict[str, Any]:
        """The comparison as `minutes eval compare --json` gives it."""
        return {
            "schema": SCHEMA,
            "before": self.before.name,
            "after": self.after.name,
            "cases": self.cases,
            "left_out": list(self.left_out),
            "figures": {figure.name: figure.to_json() for figure in self.figures},
        }


def compare(before: Run, after: Run) -> Comparison:
    """Compare the cases that two runs share.

    Raises:
        SettingsError: they share none.
    """
    asked = {case.id: _asked(case) for case in before.cases}
    asked_after = {case.id: _asked(case) for case in after.cases}
    shared = [id for id in asked if asked_after.get(id) == asked[id]]
    if not shared:
        raise SettingsError("The two runs share no case: compare runs of the same test set.")
    pairs = [_paired(name, shared, before, after) for name in MEASURES]
    figures = [pair for pair in pairs if pair is not None]
    return Comparison(
        before=before,
        after=after,
        cases=len(shared),
        left_out=tuple(sorted((asked.keys() | asked_after.keys()) - set(shared))),
        figures=tuple(_corrected(figures)),
    )


def _asked(case: Case) -> object:
    return case.question, case.history, case.filters, case.answerable


def _paired(name: str, shared: Sequence[str], before: Run, after: Run) -> Paired | None:
    values = [{r.id: r.figures.get(name) for r in run.results} for run in (before, after)]
    changes = [
        Change(id=id, before=first.value, after=second.value)
        for id in shared
        if (first := values[0].get(id)) and (second := values[1].get(id))
    ]
    if not changes:
        return None
    differences = [change.after - change.before for change in changes]
    rose = [change for change in changes if change.after > change.before]
    fell = [change for change in changes if change.after < change.before]
    towards = MEASURES[name].better
    gained, lost = (fell, rose) if towards is Better.LOWER else (rose, fell)
    return Paired(
        name=name,
        cases=len(changes),
        before=float(np.mean([change.before for change in changes])),
        after=float(np.mean([change.after for change in changes])),
        interval=bootstrap_interval(differences),
        p=None if towards is Better.NEITHER else randomisation_p(differences),
        corrected=None,
        better=_most_changed(gained) if towards is not Better.NEITHER else (),
        worse=_most_changed(lost) if towards is not Better.NEITHER else (),
    )


def _most_changed(changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: -abs(change.after - change.before)))


def _corrected(figures: Sequence[Paired]) -> list[Paired]:
    corrected = holm({figure.name: figure.p for figure in figures if figure.p is not None})
    return [replace(figure, corrected=corrected.get(figure.name)) for figure in figures]


def _change_json(change: Change) -> dict[str, Any]:
    return {"id": change.id, "before": round(change.before, 4), "after": round(change.after, 4)}
