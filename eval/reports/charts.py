"""Where the marks of a chart stand, in the units of its drawing; the page draws them."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.reports.view import FigureView

LABEL, SCALE, ROW = 190, 420, 24
"""Widths of the labels and of the scale from 0 to 1, and the height of a row."""
SIDE = 260
"""The side of the square that holds a curve."""

# The risks that the scale of a curve may end at: little risk is seen on a short one.
_ENDS = (0.1, 0.25, 0.5, 1.0)
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_STEPS = (
    (0.25, "Wrong among the surest quarter"),
    (0.5, "Wrong among the surest half"),
    (1.0, "Wrong among all"),
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A risk-coverage curve, the coverage from left to right and the risk upwards.

    Args:
        line: of the curve, as a drawing's `points`.
        chance: the height of the risk that a score which knows nothing would have everywhere.
        steps: what the curve says at a few places, in words, with the risk.
        coverages, risks: places on the two scales, with what stands there.
    """

    line: str
    chance: float
    steps: tuple[tuple[str, float], ...]
    coverages: tuple[tuple[float, str], ...]
    risks: tuple[tuple[float, str], ...]


def curve(points: Sequence[Sequence[float]]) -> Curve:
    """The curve through (coverage, risk) points, at least one, the coverage rising to 1."""
    highest = max(risk for _, risk in points)
    end = next((end for end in _ENDS if highest <= end), 1.0)

    def height(risk: float) -> float:
        return round((1 - risk / end) * SIDE, 1)

    return Curve(
        line=" ".join(f"{coverage * SIDE:.1f},{height(risk)}" for coverage, risk in points),
        chance=height(points[-1][1]),
        steps=tuple((told, _risk(points, share)) for share, told in _STEPS),
        coverages=tuple((share * SIDE, f"{share:g}") for share in _QUARTERS),
        risks=tuple((height(share * end), f"{share * end:.3g}") for share in _QUARTERS),
    )


def _risk(points: Sequence[Sequence[float]], coverage: float) -> float:
    """The risk where so much is first covered."""
    return next(risk for covered, risk in points if covered >= coverage)


def _across(share: float) -> float:
    return round(LABEL + SCALE * min(max(share, 0.0), 1.0), 1)
