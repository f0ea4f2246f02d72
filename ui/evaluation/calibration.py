"""How well the score of "not found" knows a wrong answer, as a curve and in words."""

from collections.abc import Mapping
from typing import Any

from eval.reports import charts
from ui.components.curve import Curve, Step
from ui.evaluation.tables import number


def calibration_curve(calibration: Mapping[str, Any]) -> Curve:
    """The risk-coverage curve of a run's summary, with what it says at a few places."""
    drawn = charts.curve(calibration["points"])
    return Curve(
        side=charts.SIDE,
        line=drawn.line,
        level=drawn.chance,
        across=drawn.coverages,
        upwards=drawn.risks,
        title="Risk against coverage",
        axes=("coverage: share of the questions answered", "risk: share of those answered wrong"),
        steps=[Step(told=told, value=number(risk)) for told, risk in drawn.steps],
    )
