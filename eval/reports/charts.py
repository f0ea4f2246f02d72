"""Where the marks of a chart stand, in the units of its drawing; the page draws them."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.reports.view import FigureView

LABEL, SCALE, ROW = 190, 420, 24
"""Widths of the labels and of the scale from 0 to 1, and the height of a row."""
SIDE = 260
"""The side of the square that holds a curve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A figure between 0 and 1 with its interval, and the baselines' marks."""

    name: str
    y: int
    mean: float
    end: float
    low: float
    high: float
    others: tuple[float | None, ...]


def bars(figures: Sequence[FigureView]) -> list[Bar]:
    """The figures that lie between 0 and 1, a row each."""
    drawn = [figure for figure in figures if figure.share]
    return [
        Bar(
            name=figure.name,
            y=row * ROW,
            mean=figure.mean,
            end=_across(figure.mean),
            low=_across(figure.low),
            high=_across(figure.high),
            others=tuple(None if other is None else _across(other) for other in figure.others),
        )
        for row, figure in enumerate(drawn)
    ]


def curve(points: Sequence[Sequence[float]]) -> str:
    """A line through (x, y) points between 0 and 1, y upwards, as a drawing's `points`."""
    return " ".join(f"{x * SIDE:.1f},{(1 - y) * SIDE:.1f}" for x, y in points)


def _across(share: float) -> float:
    return round(LABEL + SCALE * min(max(share, 0.0), 1.0), 1)
