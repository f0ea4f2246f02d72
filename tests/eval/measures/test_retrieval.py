"""The measures of retrieval, through ir-measures, against examples counted by hand."""

from dataclasses import replace
from math import log2

import pytest

from eval.cases import Evidence
from eval.measures.retrieval import (
    Piece,
    evidence_recall,
    holds,
    lost_evidence,
    ranking,
    relevant_pieces,
)
from eval.sources import Place
from tests.eval.invented import BUS, CASE, DECIDED, NAME, SAID, SILENT, piece, place, sources

FIRST, SECOND, THIRD = piece("a", (0, 86)), piece("b", DECIDED), piece("c", BUS)
PIECES = [FIRST, SECOND, THIRD]


def pieces_at(wanted: Place) -> list[Piece]:
    return [each for each in PIECES if each.place.overlap(wanted)]


def test_a_piece_is_worth_the_best_evidence_that_it_holds() -> None:
    assert relevant_pieces(CASE, sources(), pieces_at) == {"a": 2, "b": 1}
    assert relevant_pieces(SILENT, sources(), pieces_at) == {}


@pytest.mark.parametrize(("span", "held"), [((0, 10), True), ((5, 20), True), ((6, 20), False)])
def test_half_of_a_quote_is_enough_to_hold_it(span: tuple[int, int], held: bool) -> None:
    assert holds(place(span), place((0, 10))) is held


def test_the_ranking_measures_agree_with_a_count_by_hand() -> None:
    # Ranked: nothing, relevance 1, nothing, relevance 2. DCG = 1/log2(3) + 2/log2(5);
    # ideal = 2 + 1/log2(3).
    ranked = [piece("x", BUS), SECOND, piece("y", BUS), FIRST]
    figures = ranking(ranked, {"a": 2, "b": 1})
    dcg = 1 / log2(3) + 2 / log2(5)
    assert round(dcg / (2 + 1 / log2(3)), 4) == 0.5672
    assert {name: round(figure.value, 4) for name, figure in figures.items()} == {
        "ndcg_10": 0.5672,
        "r_5": 1.0,
        "r_10": 1.0,
        "rr_10": 0.5,
        "success_1": 0.0,
        "success_5": 1.0,
        "judged_10": 0.5,
    }
    assert "rank 2, 4 of 4" in figures["ndcg_10"].reason


def test_evidence_that_no_piece_holds_counts_as_not_found() -> None:
    # As above, with a quote of relevance 2 that is nowhere: ideal = 2 + 2/log2(3) + 1/2.
    ranked = [piece("x", BUS), SECOND, piece("y", BUS), FIRST]
    figures = ranking(ranked, {"a": 2, "b": 1}, lost=[2])
    dcg = 1 / log2(3) + 2 / log2(5)
    assert round(figures["ndcg_10"].value, 4) == round(dcg / (2 + 2 / log2(3) + 0.5), 4) == 0.3967
    assert round(figures["r_10"].value, 4) == 0.6667
    assert figures["rr_10"].value == 0.5
    assert figures["r_10"].reason.endswith("which count as not found: 1.")


def test_evidence_is_lost_where_no_piece_holds_half_of_it_or_no_document_has_it() -> None:
    halves = [piece("left", (0, 10)), piece("right", (45, 55))]
    assert lost_evidence(CASE, sources(), lambda wanted: halves) == [2, 1]
    assert lost_evidence(CASE, sources(), pieces_at) == []
    nowhere = replace(CASE, evidence=(replace(CASE.evidence[1], quote="no such words"),))
    assert lost_evidence(nowhere, sources(), pieces_at) == [1]


def test_pieces_beyond_the_cut_off_do_not_count() -> None:
    ranked = [*(piece(f"x{number}", BUS) for number in range(5)), FIRST]
    figures = ranking(ranked, {"a": 2, "b": 1})
    assert [figures[name].value for name in ("r_5", "r_10", "success_5")] == [0.0, 0.5, 0.0]


def test_nothing_retrieved_and_evidence_that_no_piece_holds_are_nought() -> None:
    assert {figure.value for figure in ranking([], {"a": 2}).values()} == {0.0}
    lost = ranking(PIECES, {})
    assert {figure.value for figure in lost.values()} == {0.0}
    assert lost.keys() == ranking([], {"a": 2}).keys()


@pytest.mark.parametrize(
    ("budget", "recall"),
    # The first piece has 17 words; its evidence ends with the 12th and is half read at the 8th.
    [(17 + 7, 1.0), (17, 1.0), (9, 1.0), (7, 0.0), (0, 0.0)],
)
def test_evidence_counts_as_far_as_the_budget_of_words_reaches(budget: int, recall: float) -> None:
    figure = evidence_recall(CASE, sources(), [FIRST, SECOND], budget=budget)
    assert figure is not None
    assert figure.value == recall


def test_only_evidence_that_is_needed_is_recalled() -> None:
    figure = evidence_recall(CASE, sources(), [SECOND], budget=200)
    assert figure is not None
    assert figure.value == 0.0
    acceptable = replace(CASE, evidence=CASE.evidence[1:])
    assert evidence_recall(acceptable, sources(), [SECOND], budget=200) is None


def test_a_quote_that_is_nowhere_is_not_found() -> None:
    lost = Evidence(document=NAME, quote="no such words", relevance=2)
    elsewhere = Evidence(document="other.txt", quote="late on 40 days", relevance=2)
    case = replace(CASE, evidence=(lost, elsewhere, CASE.evidence[0]))
    figure = evidence_recall(case, sources(), [piece("a", SAID)], budget=200)
    assert figure is not None
    assert round(figure.value, 4) == 0.3333
