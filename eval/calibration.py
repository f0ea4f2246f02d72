"""Does the score that decides "not found" know when an answer would be wrong?

The risk-coverage curve of selective prediction: answer only the share of the questions that the
score is surest of (coverage), and see how many of those answers are wrong (risk). The area under
it is AURC, after Y. Geifman and R. El-Yaniv, "Selective Classification for Deep Neural Networks",
NeurIPS 2017; what is above the least possible area is E-AURC (Geifman et al., ICLR 2019).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskCoverage:
    """The curve and its area.

    Args:
        points: (coverage, risk) after each question, the surest first.
        area: AURC, the mean risk over all coverages; 0 is best.
        least: the area if every right answer were surer than every wrong one.
    """

    points: tuple[tuple[float, float], ...]
    area: float
    least: float

    @property
    def excess(self) -> float:
        """E-AURC: what a better score could still win."""
        return self.area - self.least


def risk_coverage(scores: Sequence[float | None], wrong: Sequence[float]) -> RiskCoverage:
    """The curve over questions with their scores and whether answering is wrong (1) or right (0).

    Args:
        scores: at least one; `None` is less sure than every number. Questions of the same score
            share their mean risk, so that their order does not matter.
    """
    sure = np.asarray([-np.inf if score is None else score for score in scores], dtype=np.float64)
    risks = np.asarray(wrong, dtype=np.float64)
    for score in np.unique(sure):
        tied = sure == score
        risks[tied] = risks[tied].mean()
    counts = np.arange(1, len(risks) + 1)
    curve = np.cumsum(risks[np.argsort(-sure, kind="stable")]) / counts
    least = np.cumsum(np.sort(np.asarray(wrong, dtype=np.float64))) / counts
    coverages = counts / len(risks)
    return RiskCoverage(
        points=tuple(zip(coverages.tolist(), curve.tolist(), strict=True)),
        area=float(curve.mean()),
        least=float(least.mean()),
    )
