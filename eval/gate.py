"""Limits that a run must keep, for a build that is to fail when answers get worse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from eval.measures.catalogue import MEASURES
from eval.summary import AREA
from vectorstore.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The least or the most that a figure may be."""

    figure: str
    bound: float
    least: bool

    def __str__(self) -> str:
        return f"{self.figure} {'>=' if self.least else '<='} {self.bound:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A limit that a run does not keep; `mean` is `None` where no case has the figure."""

    limit: Limit
    mean: float | None

    def __str__(self) -> str:
        if self.mean is None:
            return f"{self.limit.figure} has no case to be taken from, and {self.limit} is wanted"
        return f"{self.limit.figure} is {self.mean:.4f}, and {self.limit} is wanted"


def read_limit(text: str, *, least: bool) -> Limit:
    """A limit as it is typed: `vital_nugget_recall=0.9`.

    Raises:
        SettingsError: there is no such figure, or the bound is no number.
    """
    name, _, bound = text.partition("=")
    if name not in MEASURES and name != AREA:
        raise SettingsError(f"There is no figure “{name}”: choose {', '.join([*MEASURES, AREA])}.")
    try:
        value = float(bound)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise SettingsError(f"“{text}” is no limit such as vital_nugget_recall=0.9.")
    return Limit(figure=name, bound=value, least=least)


def breaches(summary: Mapping[str, Any], limits: Sequence[Limit]) -> list[Breach]:
    """The limits that a summary does not keep; a figure that it lacks keeps none."""
    found = []
    for limit in limits:
        spread = summary["figures"].get(limit.figure)
        mean = None if spread is None else float(spread["mean"])
        kept = mean is not None and (mean >= limit.bound if limit.least else mean <= limit.bound)
        if not kept:
            found.append(Breach(limit=limit, mean=mean))
    return found
