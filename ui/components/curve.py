"""A curve in a square, with what it says at a few places beside it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from ui.components.component import component

_curve = component("curve")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What the curve says at one place."""

    told: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A curve; all places are in the units of its drawing, from the upper left.

    Args:
        side: of the square.
        line: through the points of the curve, as a drawing's `points`.
        level: the height of a broken line to compare it with.
        across, upwards: places on the two scales, with what stands there.
        axes: what is told from left to right, and upwards.
        steps: what those who do not see it are told as well.
    """

    side: int
    line: str
    level: float
    across: Sequence[tuple[float, str]]
    upwards: Sequence[tuple[float, str]]
    title: str
    axes: tuple[str, str]
    steps: Sequence[Step]


def show_curve(curve: Curve, *, key: str) -> None:
    """Draw a curve."""
    _curve(key=key, data=asdict(curve))
