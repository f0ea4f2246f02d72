"""Whether what is cited is relevant, and whether its words are the document's own."""

from dataclasses import replace

import pytest

from eval.measures.citations import evidence_precision, exactness
from tests.eval.invented import ASKED, BUS, CASE, DECIDED, SAID, SILENT, answer, sources


@pytest.mark.parametrize(
    ("spans", "precision"),
    [
        ([SAID], 1.0),
        ([ASKED], 1.0),  # the same paragraph as the evidence
        ([DECIDED], 0.5),
        ([SAID, DECIDED], 0.75),
        ([SAID, DECIDED, BUS], 0.5),
        ([BUS], 0.0),
        ([(80, 95)], 0.0),  # over the edge of two paragraphs, with no word of either's evidence
        ([(50, 95)], 1.0),  # the same with the last words of the evidence
    ],
)
def test_a_citation_earns_what_the_evidence_it_falls_on_is_worth(
    spans: list[tuple[int, int]], precision: float
) -> None:
    figure = evidence_precision(CASE, answer(*spans), sources())
    assert figure is not None
    assert figure.value == precision


def test_the_reason_says_where_a_citation_only_shares_a_paragraph_with_evidence() -> None:
    figure = evidence_precision(CASE, answer(SAID, ASKED, BUS), sources())
    assert figure is not None
    assert figure.reason == (
        "Each citation's worth as evidence: [1] 1, [2] 1 (the same paragraph), [3] 0."
    )


def test_a_citation_of_another_document_earns_nothing() -> None:
    elsewhere = replace(
        CASE, evidence=tuple(replace(one, document="other.txt") for one in CASE.evidence)
    )
    figure = evidence_precision(elsewhere, answer(SAID), sources())
    assert figure is not None
    assert figure.value == 0.0


def test_precision_does_not_apply_where_nothing_is_cited_or_nothing_is_there() -> None:
    assert evidence_precision(CASE, answer(), sources()) is None
    assert evidence_precision(SILENT, answer(SAID), sources()) is None


def test_exactness_compares_the_document_and_not_what_the_citation_claims() -> None:
    right = answer(SAID, DECIDED)
    first, second = right.citations
    moved = replace(right, citations=(replace(first, start=first.start + 1), second))
    reworded = replace(right, citations=(replace(first, quote=first.quote.replace("40", "41")),))
    unfolded = replace(right, citations=(replace(second, quote="RESOLVED that the   ferry"),))
    reference = replace(first.reference, document="other.txt")
    unknown = replace(right, citations=(replace(first, reference=reference),))
    for given, expected in (
        (right, 1.0),
        (moved, 0.5),
        (reworded, 0.0),
        (unfolded, 0.0),
        (unknown, 0.0),
    ):
        figure = exactness(given, sources())
        assert figure is not None
        assert figure.value == expected
    assert exactness(answer(), sources()) is None
