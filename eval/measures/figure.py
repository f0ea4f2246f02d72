"""A figure of one case, and what a measure is."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from eval.cases import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of one case.

    Args:
        reason: why it is what it is, in words that an evaluator can check.
        failed: it could not be taken, so the worst value stands in for it.
    """

    value: float
    reason: str
    failed: bool = False


class Better(StrEnum):
    """Which way a figure should go."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is measured and how it is to be read.

    Args:
        name: as summaries, gates and reports name it.
        meaning, formula: a phrase each, for the guide and the reports.
        source: where the measure was published; `None` when it is this project's own.
        applies: whether a case of this sort has the figure at all; an answer may still leave it
            without one (no citation, no precision).
        middle: its summary is the median, not the mean: lengths and seconds have long tails.
    """

    name: str
    better: Better
    meaning: str
    formula: str
    source: str | None = None
    applies: Callable[[Case], bool]
    middle: bool = False

    @property
    def worst(self) -> float | None:
        """What an error counts as; `None` where no value is better than another."""
        return {Better.HIGHER: 0.0, Better.LOWER: 1.0, Better.NEITHER: None}[self.better]
