"""Asking every case of a set, one result each: a case that breaks is a result too."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass

from assistant.answer_json import answer_json
from eval.cases import Case
from eval.measures.retrieval import relevant_pieces
from eval.measures.support import Judge
from eval.measuring import described, failed, figures_of
from eval.result import CaseResult
from eval.sources import Sources
from eval.systems.system import Response, System


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What cases are asked of and measured against.

    Args:
        judge: of support; `None` takes the deterministic one.
    """

    system: System
    sources: Sources
    judge: Judge | None = None


def results(
    cases: Sequence[Case],
    bench: Bench,
    *,
    jobs: int = 1,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[CaseResult]:
    """The result of each case, in order, each as soon as it and those before it are there.

    Args:
        jobs: cases asked at once; more than one helps where a chat model is waited for.
        cancelled: asked before each case; once it says yes, no further case is begun.
    """

    def ask(case: Case) -> CaseResult | None:
        return None if cancelled() else result(case, bench)

    pool = ThreadPoolExecutor(max_workers=jobs)
    try:
        asked = [pool.submit(ask, case) for case in cases]
        for future in asked:
            if (done := future.result()) is None:
                return
            yield done
    finally:
        pool.shutdown(cancel_futures=True)


def result(case: Case, bench: Bench) -> CaseResult:
    """The result of one case, whatever happens in it."""
    # Whatever breaks in one case must be counted against it, and must not end the run.
    try:
        response = bench.system.respond(case)
        retrieved = _retrieved(case, response, bench)
    except Exception as error:
        reason = described(error)
        return CaseResult(id=case.id, answer=None, error=reason, figures=failed(case, reason))
    return CaseResult(
        id=case.id,
        answer=answer_json(response.answer),
        retrieved=retrieved,
        evidence=_evidence(case, bench.sources),
        figures=figures_of(case, response, bench.system, bench.sources, bench.judge),
    )


def _evidence(case: Case, sources: Sources) -> tuple[dict[str, object] | None, ...]:
    places = [sources.locate(each.document, each.quote) for each in case.evidence]
    return tuple(None if place is None else asdict(place) for place in places)


def _retrieved(case: Case, response: Response, bench: Bench) -> tuple[dict[str, object], ...]:
    relevances = relevant_pieces(case, bench.sources, bench.system.pieces_at)
    return tuple(
        {
            **asdict(piece.place),
            "text": bench.sources.words(piece.place),
            "relevance": relevances.get(piece.id, 0),
        }
        for piece in response.retrieved
    )
