"""All figures of one case. What breaks in taking one of them leaves the others alone."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from assistant.answer import Answer
from eval.cases import Case
from eval.measures import citations, facts, refusals, support
from eval.measures.catalogue import MEASURES
from eval.measures.figure import Figure
from eval.measures.judges import deterministic
from eval.measures.retrieval import (
    BUDGETS,
    RANKED,
    evidence_recall,
    lost_evidence,
    ranking,
    relevant_pieces,
)
from eval.measures.support import Judge
from eval.sources import Sources
from eval.systems.system import Response, System

Taken = Mapping[str, Figure | None]

_SUPPORT = ("citation_recall", "citation_precision", "unjudged_sentences")


def figures_of(
    case: Case, response: Response, system: System, sources: Sources, judge: Judge | None
) -> dict[str, Figure]:
    """The figures of one case, without those that do not apply to it.

    Args:
        judge: of support; `None` takes the deterministic one for the answer's composer.
    """
    taken: dict[str, Figure | None] = _sizes(case, response)
    for name, take in _single(case, response, sources).items():
        taken |= _safely(case, (name,), partial(_alone, name, take))
    taken |= _safely(case, _SUPPORT, lambda: _support(response.answer, sources, judge))
    taken |= _safely(case, tuple(RANKED), lambda: _ranking(case, response, system, sources))
    broken = [figure for figure in taken.values() if figure and figure.failed]
    taken["errors"] = Figure(
        value=float(bool(broken)), reason=broken[0].reason if broken else "Nothing broke."
    )
    return {name: figure for name in MEASURES if (figure := taken.get(name)) is not None}


def failed(case: Case, reason: str, names: Sequence[str] = tuple(MEASURES)) -> dict[str, Figure]:
    """The figures of a case that broke: the worst value of each that applies."""
    return {
        name: Figure(value=worst, reason=reason, failed=True)
        for name in names
        if MEASURES[name].applies(case) and (worst := MEASURES[name].worst) is not None
    }


def described(error: Exception) -> str:
    """What broke, for a person to look into."""
    return f"{type(error).__name__}: {error}"


def _safely(case: Case, names: Sequence[str], take: Callable[[], Taken]) -> Taken:
    # A measure that fails must cost its own figure and nothing else, whatever it raises.
    try:
        return take()
    except Exception as error:
        return failed(case, f"It could not be taken: {described(error)}", names)


def _single(
    case: Case, response: Response, sources: Sources
) -> dict[str, Callable[[], Figure | None]]:
    """The figures that are taken one by one."""
    answer, retrieved = response.answer, response.retrieved
    return {
        "vital_nugget_recall": lambda: facts.nugget_recall(case, answer, vital=True),
        "nugget_recall": lambda: facts.nugget_recall(case, answer, vital=False),
        "evidence_precision": lambda: citations.evidence_precision(case, answer, sources),
        "exactness": lambda: citations.exactness(answer, sources),
        "attribution": lambda: facts.attribution(case, answer, sources),
        "refused": lambda: refusals.refused(case, answer),
        "wrongly_refused": lambda: refusals.wrongly_refused(case, answer),
        "wrongly_partial": lambda: refusals.wrongly_partial(case, answer),
        "accuracy": lambda: refusals.accuracy(case, answer, sources),
    } | {
        f"evidence_recall_{budget}": partial(
            evidence_recall, case, sources, retrieved, budget=budget
        )
        for budget in BUDGETS
    }


def _alone(name: str, take: Callable[[], Figure | None]) -> Taken:
    return {name: take()}


def _support(answer: Answer, sources: Sources, judge: Judge | None) -> Taken:
    statements = support.supported(answer, sources, judge or deterministic(answer.composer))
    return {
        "citation_recall": support.citation_recall(statements),
        "citation_precision": support.citation_precision(statements),
        "unjudged_sentences": support.unjudged_sentences(statements),
    }


def _ranking(case: Case, response: Response, system: System, sources: Sources) -> Taken:
    if not case.answerable or not case.evidence:
        return {}
    return ranking(
        response.retrieved,
        relevant_pieces(case, sources, system.pieces_at),
        lost_evidence(case, sources, system.pieces_at),
    )


def _sizes(case: Case, response: Response) -> dict[str, Figure | None]:
    answer = response.answer
    words = len(answer.text.split())
    took = answer.seconds.total
    sizes: dict[str, Figure | None] = {
        "seconds": Figure(value=took, reason=f"The answer took {took:.2f} seconds.")
    }
    if answer.tokens is not None:
        sizes["tokens"] = Figure(
            value=float(answer.tokens), reason=f"The model took {answer.tokens} tokens."
        )
    if case.answerable:
        removed = answer.removed_sentences
        sizes["words"] = Figure(value=float(words), reason=f"The answer has {words} words.")
        sizes["removed_sentences"] = Figure(
            value=float(removed), reason=f"Verification removed {removed} sentences."
        )
    return sizes
