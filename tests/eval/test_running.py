"""Asking every case: in order, to the end, until it is cancelled, whatever breaks."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, repeat

import pytest

from eval.cases import Case
from eval.measures.retrieval import Piece
from eval.running import Bench, results
from eval.sources import Place
from eval.systems.system import Response
from tests.eval.invented import CASE, SAID, SILENT, answer, piece, sentence, sources

CASES = [replace(CASE, id=f"case-{number}") for number in range(6)]


class OneParagraph:
    """Answers everything with the first sentence; breaks on the cases that it is told."""

    def __init__(self, *breaks: str) -> None:
        self._breaks = breaks

    def respond(self, case: Case) -> Response:
        if case.id in self._breaks:
            raise KeyError(case.id)
        said = "Mr Orrell said that the ferry had been late on 40 days."
        given = answer(SAID, text=f"{said} [1]", sentences=[sentence(said, 1)], score=0.5)
        return Response(answer=given, retrieved=(piece("first", (0, 86)),))

    def pieces_at(self, place: Place) -> Sequence[Piece]:
        return [piece("first", (0, 86))]


def bench(*breaks: str) -> Bench:
    return Bench(system=OneParagraph(*breaks), sources=sources())


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_cases(jobs: int) -> None:
    found = list(results(CASES, bench(), jobs=jobs))
    assert [result.id for result in found] == [case.id for case in CASES]


def test_a_result_holds_the_answer_what_was_retrieved_and_where_the_evidence_is() -> None:
    [result] = results([CASE], bench())
    assert result.answer is not None
    assert (result.status, result.score) == ("answered", 0.5)
    assert [found["relevance"] for found in result.retrieved] == [2]
    assert str(result.retrieved[0]["text"]).startswith("Mr Orrell said")
    assert [place and place["start"] for place in result.evidence] == [20, 101]
    assert result.figures["vital_nugget_recall"].value == 0.5
    assert result.figures["citation_recall"].value == 1.0
    # Of its two quotes no piece holds the second: 2 / (2 + 1/log2(3)).
    assert round(result.figures["ndcg_10"].value, 4) == 0.7602
    assert result.figures["errors"].value == 0.0


def test_tokens_are_a_figure_where_a_model_counted_them() -> None:
    class Counted(OneParagraph):
        def respond(self, case: Case) -> Response:
            response = super().respond(case)
            return replace(response, answer=replace(response.answer, tokens=412))

    [result] = results([CASE], Bench(system=Counted(), sources=sources()))
    assert result.figures["tokens"].value == 412.0
    [without] = results([CASE], bench())
    assert "tokens" not in without.figures


def test_figures_that_do_not_apply_are_left_out() -> None:
    [result] = results([SILENT], bench())
    assert {"refused", "accuracy"} <= result.figures.keys()
    assert not {"wrongly_refused", "ndcg_10", "words"} & result.figures.keys()


def test_what_breaks_is_a_result_with_the_worst_figures() -> None:
    found = list(results(CASES, bench("case-2")))
    assert [result.id for result in found if result.error] == ["case-2"]
    broken = found[2]
    assert (broken.status, broken.error) == ("error", "KeyError: 'case-2'")
    assert (broken.figures["accuracy"].value, broken.figures["errors"].value) == (0.0, 1.0)
    assert broken.figures["wrongly_refused"].value == 1.0
    # How long it took and how long it was is not known, and is not made up.
    assert not {"seconds", "words", "refused"} & broken.figures.keys()


def test_a_cancelled_run_begins_no_further_case() -> None:
    asked = chain([False, False], repeat(True))
    found = list(results(CASES, bench(), cancelled=lambda: next(asked)))
    assert [result.id for result in found] == ["case-0", "case-1"]
