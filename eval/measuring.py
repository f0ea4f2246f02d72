"""All figures of one case. What breaks in taking one of them leaves the others alone."""

from collections.abc import Callable, Mapping, Sequence

from eval.cases import Case
from eval.measures import citations, facts, refusals, retrieval, support
from eval.measures.catalogue import MEASURES
from eval.measures.figure import Figure
from eval.measures.judges import deterministic
from eval.measures.support import Judge
from eval.sources import Sources
from eval.systems.system import Response, System

Taken = Mapping[str, Figure | None]

_SUPPORT = ("citation_recall", "citation_precision", "unjudged_sentences")
_RETRIEVAL = tuple(retrieval.RANKED)


def figures_of(
    case: Case, response: Response, system: System, sources: Sources, judge: Judge | None
) -> dict[str, Figure]:
    """The figures of one case, without those that do not apply to it.

    Args:
        judge: of support; `None` takes the deterministic one for the answer's composer.
    """
    answer = response.answer

    def supported() -> Taken:
        statements = support.supported(answer, sources, judge or deterministic(answer.composer))
        return {
            "citation_recall": support.citation_recall(statements),
            "citation_precision": support.citation_precision(statements),
            "unjudged_sentences": support.unjudged_sentences(statements),
        }

    def ranked() -> Taken:
        if not case.answerable:
            return {}
        relevances = retrieval.relevant_pieces(case, sources, system.pieces_at)
        return retrieval.ranking(response.retrieved, relevances)

    def read(budget: int) -> Figure | None:
        return retrieval.evidence_recall(case, sources, response.retrieved, budget=budget)

    steps: list[tuple[Sequence[str], Callable[[], Taken | Figure | None]]] = [
        (["vital_nugget_recall"], lambda: facts.nugget_recall(case, answer, vital=True)),
        (["nugget_recall"], lambda: facts.nugget_recall(case, answer, vital=False)),
        (["evidence_precision"], lambda: citations.evidence_precision(case, answer, sources)),
        (_SUPPORT, supported),
        (["exactness"], lambda: citations.exactness(answer, sources)),
        (["attribution"], lambda: facts.attribution(case, answer, sources)),
        (["refused"], lambda: refusals.refused(case, answer)),
        (["wrongly_refused"], lambda: refusals.wrongly_refused(case, answer)),
        (["accuracy"], lambda: refusals.accuracy(case, answer, sources)),
        (_RETRIEVAL, ranked),
        *(
            ([f"evidence_recall_{budget}"], lambda budget=budget: read(budget))
            for budget in retrieval.BUDGETS
        ),
    ]
    taken: dict[str, Figure | None] = _sizes(case, response)
    for names, take in steps:
        taken |= _safely(case, names, take)
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


def _safely(
    case: Case, names: Sequence[str], take: Callable[[], Taken | Figure | None]
) -> dict[str, Figure | None]:
    # A measure that fails must cost its own figure and nothing else, whatever it raises.
    try:
        taken = take()
    except Exception as error:
        return {**failed(case, f"It could not be taken: {described(error)}", names)}
    return dict(taken) if isinstance(taken, Mapping) else {names[0]: taken}


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
