"""The halves of a topic: "scams and fraud", of which a meeting may have dealt with one alone."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from vectorstore.keywords import Term, words

# What a half must weigh, as a share of the topic, to be looked for by itself.
A_HALF = 0.2
# Two names side by side are one: "Brighton and Hove".
_NAMES = re.compile(r"\b[A-Z][a-z]\S*\s+(?:and|&)\s+[A-Z][a-z]")
_BETWEEN = re.compile(r"\b(?:and|or)\b|&|/|,(?=\s+\w+\s+(?:and|or)\b)", re.IGNORECASE)


def alternatives(
    question: str, terms: Sequence[Term], weights: Mapping[str, float]
) -> tuple[tuple[Term, ...], ...]:
    """The terms of a topic with one of its halves at a time; all of them where it is of one piece.

    Words that stand in neither half ("drugs and alcohol *in schools*") go with each of them.
    """
    total = sum(weights[term.word] for term in terms)
    halves = [
        half
        for half in _halves(question, terms)
        if sum(weights[term.word] for term in half) >= A_HALF * total
    ]
    if len(halves) < 2:
        return (tuple(terms),)
    outside = [term for term in terms if not any(term in half for half in halves)]
    return tuple((*half, *outside) for half in halves)


def _halves(question: str, terms: Sequence[Term]) -> list[list[Term]]:
    """The terms that stand right before and right after "and" or "or"; empty without one."""
    found: list[list[Term]] = []
    pieces = _BETWEEN.split(_NAMES.sub(" ", question))
    for before, after in pairwise(pieces):
        one, other = _run(words(before)[::-1], terms), _run(words(after), terms)
        if one and other:
            found += [half for half in (one, other) if half not in found]
    return found


def _run(told: Sequence[str], terms: Sequence[Term]) -> list[Term]:
    """The terms that some words begin with, up to the first word that is none."""
    run: list[Term] = []
    known = {term.word.casefold(): term for term in terms}
    for word in told:
        if (term := known.get(word.casefold())) is None:
            break
        run.append(term)
    return run
