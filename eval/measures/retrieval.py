"""Was the evidence found, and how far up? The ranking measures are taken by `ir-measures`.

A retrieved piece of text is relevant when it holds an evidence quote, or at least half of one
that runs over its edge. Evidence is a place in a document, so the same test set measures
whatever cutting of the documents into pieces.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import ir_measures
from ir_measures import RR, Judged, R, Success, nDCG

from eval.cases import Case
from eval.measures.figure import Figure
from eval.sources import Place, Sources

RANKED = {
    "ndcg_10": nDCG @ 10,
    "r_5": R @ 5,
    "r_10": R @ 10,
    "rr_10": RR @ 10,
    "success_1": Success @ 1,
    "success_5": Success @ 5,
    "judged_10": Judged @ 10,
}
BUDGETS = (200, 400)
"""Words: about what a reader takes in at once, and what a small prompt holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a document as a system retrieves it: a passage, or a chunk.

    Args:
        id: unique within the system.
    """

    id: str
    place: Place


PiecesAt = Callable[[Place], Sequence[Piece]]
"""The pieces of a system that hold any character of a place."""


def relevant_pieces(case: Case, sources: Sources, pieces_at: PiecesAt) -> dict[str, int]:
    """The relevance of every piece that holds evidence, by its id."""
    relevances: dict[str, int] = {}
    for evidence in case.evidence:
        if (place := sources.locate(evidence.document, evidence.quote)) is None:
            continue
        for piece in pieces_at(place):
            if holds(piece.place, place):
                relevances[piece.id] = max(evidence.relevance, relevances.get(piece.id, 0))
    return relevances


def lost_evidence(case: Case, sources: Sources, pieces_at: PiecesAt) -> list[int]:
    """The relevance of each evidence quote that no piece holds, or no document at all."""
    return [
        evidence.relevance
        for evidence in case.evidence
        if not (place := sources.locate(evidence.document, evidence.quote))
        or not any(holds(piece.place, place) for piece in pieces_at(place))
    ]


def holds(piece: Place, evidence: Place) -> bool:
    """Whether a piece holds at least half of an evidence quote."""
    return 2 * piece.overlap(evidence) >= evidence.end - evidence.start


def ranking(
    retrieved: Sequence[Piece], relevances: Mapping[str, int], lost: Sequence[int] = ()
) -> dict[str, Figure]:
    """The ranking measures of one case that has evidence; nought when no piece holds any of it.

    Args:
        relevances: of the pieces that hold evidence, by their ids.
        lost: the relevance of evidence that no piece holds: each counts as a piece not found.
    """
    if not relevances:
        nought = Figure(value=0.0, reason="No piece of the documents holds its evidence.")
        return dict.fromkeys(RANKED, nought)
    wanted = {**relevances, **{f"lost {number}": worth for number, worth in enumerate(lost)}}
    qrels = [ir_measures.Qrel("case", piece, worth) for piece, worth in wanted.items()]
    run = [
        ir_measures.ScoredDoc("case", piece.id, float(-rank))
        for rank, piece in enumerate(retrieved)
    ]
    values = {
        metric.measure: float(metric.value)
        for metric in ir_measures.iter_calc(list(RANKED.values()), qrels, run)
    }
    ranks = [str(rank) for rank, piece in enumerate(retrieved, 1) if piece.id in relevances]
    reason = (
        f"{len(relevances)} pieces hold evidence; found at rank "
        f"{', '.join(ranks) or 'none'} of {len(retrieved)}."
    )
    if lost:
        reason += f" Quotes that no piece holds, which count as not found: {len(lost)}."
    return {
        name: Figure(value=values.get(measure, 0.0), reason=reason)
        for name, measure in RANKED.items()
    }


def evidence_recall(
    case: Case, sources: Sources, retrieved: Sequence[Piece], *, budget: int
) -> Figure | None:
    """Share of the evidence needed (relevance 2) in the first words that were retrieved.

    Pieces are read in their order until the budget of words is spent, the last one in part.
    A quote that stands nowhere in the documents is not found. `None` when no evidence is needed.
    """
    needed = [
        sources.locate(evidence.document, evidence.quote)
        for evidence in case.evidence
        if evidence.relevance == 2
    ]
    if not needed:
        return None
    read = list(_within(budget, sources, retrieved))
    found = sum(any(holds(piece, place) for piece in read) for place in needed if place)
    return Figure(
        value=found / len(needed),
        reason=f"{found} of {len(needed)} quotes are in the first {budget} words retrieved.",
    )


def _within(budget: int, sources: Sources, retrieved: Sequence[Piece]) -> Iterator[Place]:
    for piece in retrieved:
        place = piece.place
        words = list(_words(sources.document(place.document).text[place.start : place.end]))
        if budget < len(words):
            if budget:
                end = place.start + words[budget - 1]
                yield Place(document=place.document, start=place.start, end=end)
            return
        yield place
        budget -= len(words)


def _words(text: str) -> Iterator[int]:
    """Where each word of a text ends."""
    at = 0
    for word in text.split():
        at = text.index(word, at) + len(word)
        yield at
