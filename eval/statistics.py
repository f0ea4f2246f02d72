"""How sure a figure is, and how sure a difference: resampling, with nothing assumed of its shape.

Every draw is seeded, so that the same run always gives the same summary.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

ROUNDS = 10_000
_SEED = 20_250_130
_BLOCK = 500

Values = NDArray[np.float64]


def bootstrap_interval(
    values: Sequence[float], *, of: Callable[[Values], Values] | None = None, rounds: int = ROUNDS
) -> tuple[float, float]:
    """The 95% percentile interval of a mean (B. Efron and R. Tibshirani, "An Introduction to the
    Bootstrap", 1993, chapter 13).

    Args:
        values: at least one.
        of: what is taken of each row of resampled values; the mean unless given.
    """
    given = np.asarray(values, dtype=np.float64)
    draw = np.random.default_rng(_SEED)
    taken = []
    # In blocks, so that a large set does not fill the memory.
    for begun in range(0, rounds, _BLOCK):
        size = min(_BLOCK, rounds - begun), len(given)
        drawn = given[draw.integers(0, len(given), size=size)]
        taken.append(drawn.mean(axis=1) if of is None else of(drawn))
    low, high = np.quantile(np.concatenate(taken), [0.025, 0.975])
    return float(low), float(high)


def median_of_rows(drawn: Values) -> Values:
    """The median of each row."""
    return np.asarray(np.median(drawn, axis=1), dtype=np.float64)


def randomisation_p(differences: Sequence[float], *, rounds: int = ROUNDS) -> float:
    """The two-sided p-value of paired differences under random changes of sign.

    The share of random signs that make the mean at least as far from nought as it is, with one
    added above and below: (count + 1) / (rounds + 1) (E. W. Noreen, "Computer-Intensive Methods
    for Testing Hypotheses", 1989; M. D. Smucker et al., CIKM 2007).
    """
    signs = np.random.default_rng(_SEED).integers(0, 2, size=(rounds, len(differences))) * 2 - 1
    return share_as_far(differences, signs)


def share_as_far(differences: Sequence[float], signs: NDArray[np.int64]) -> float:
    """(count + 1) / (rounds + 1) for given rows of signs, each 1 or -1 for every difference."""
    given = np.asarray(differences, dtype=np.float64)
    means = np.abs(signs @ given) / len(given)
    # A hair of tolerance: the same sum in another order is not exactly the same.
    count = int(np.sum(means >= abs(given.mean()) - 1e-12))
    return (count + 1) / (len(signs) + 1)


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """The p-values corrected for how many there are (S. Holm, "A simple sequentially rejective
    multiple test procedure", 1979): comparable with one limit, such as 0.05."""
    corrected: dict[str, float] = {}
    highest = 0.0
    for rank, name in enumerate(sorted(p_values, key=lambda each: p_values[each])):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[name]))
        corrected[name] = highest
    return corrected
