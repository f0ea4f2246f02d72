"""Evidence for a question: the sentences of the passages that a search finds, weighed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from math import log

import numpy as np

from assistant.understanding.follow_up import ASKING_WORDS
from assistant.understanding.occasion import fitting, occasion, within
from assistant.understanding.question import Kind, Part
from vectorstore.edition import Edition
from vectorstore.keywords import Term
from vectorstore.records import NO_FILTERS, Filters, Hit, ParagraphKind, StoredPassage
from vectorstore.stems import holds, stems
from vectorstore.wording import fold, sentence_spans

# Who was there matters to these kinds only.
ASK_OF_ATTENDANCE = frozenset({Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.FIGURE, Kind.YES_NO})
# Passages that a search brings, and those whose sentences are compared with the question.
FOUND, COMPARED = 40, 12
# A sentence's worth: likeness of meaning, share of the question's words, worth of its passage,
# and agreement with the meeting that the question names.
LIKENESS, COVERAGE, PASSAGE, OCCASION = 0.45, 0.35, 0.20, 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that may answer.

    Args:
        start, end: offsets into the document's text.
        opening: it is the first of its passage.
        coverage: the weight of the question's known words that it holds, as a share, 0 to 1;
            words that stand only elsewhere in its paragraph or heading count half.
        own: the same without the paragraph's help.
        titled: the same of the passage's heading alone.
        likeness: its cosine with the question.
        score: what candidates are ranked by, 0 to 1.
    """

    passage: StoredPassage
    start: int
    end: int
    words: str
    opening: bool
    coverage: float
    own: float
    titled: float
    likeness: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found for one part of a question.

    Args:
        weights: how much each term tells, by its word: rare words tell more.
        hits: the passages found, best first.
        candidates: their sentences, best first.
    """

    part: Part
    terms: tuple[Term, ...]
    weights: dict[str, float]
    hits: tuple[Hit, ...]
    candidates: tuple[Candidate, ...]

    @property
    def unknown(self) -> tuple[Term, ...]:
        """The terms that no passage of the library holds."""
        return tuple(term for term in self.terms if not term.passages)

    @property
    def known_share(self) -> float:
        """The weight of the terms that the library holds, as a share of all, 0 to 1."""
        total = sum(self.weights.values())
        known = sum(self.weights[term.word] for term in self.terms if term.passages)
        return known / total if total else 0.0


def find(edition: Edition, part: Part, filters: Filters) -> Findings:
    """Search an edition for a part of a question."""
    terms = _topic(edition.terms(part.text))
    weights = {term.word: _weight(term, edition.passages) for term in terms}
    named = occasion(part.text, edition)
    hits = _hits(edition, part, filters, named)
    candidates = _candidates(edition, part, terms, weights, hits)
    leaning = (
        replace(found, score=found.score + OCCASION * fitting(found.passage.reference, named))
        for found in candidates
    )
    return Findings(
        part=part,
        terms=terms,
        weights=weights,
        hits=tuple(hits),
        candidates=tuple(sorted(leaning, key=lambda found: -found.score)),
    )


def _hits(edition: Edition, part: Part, filters: Filters, named: Filters) -> list[Hit]:
    """The passages found, those of the meeting that the question names among them."""
    hits = edition.search(part.text, limit=FOUND, filters=filters)
    narrowed = within(filters, named)
    if narrowed != NO_FILTERS:
        hits += edition.search(part.text, limit=FOUND // 2, filters=narrowed)
    distinct = {hit.passage.id: hit for hit in reversed(hits)}
    return [
        hit
        for hit in sorted(distinct.values(), key=lambda hit: -hit.score)
        if part.kind in ASK_OF_ATTENDANCE
        or hit.passage.reference.kind is not ParagraphKind.ATTENDANCE
    ]


def share(text: Sequence[str], terms: Iterable[Term], weights: dict[str, float]) -> float:
    """The weight of the known terms that some stems hold, as a share of all known, 0 to 1."""
    known = [term for term in terms if term.passages]
    total = sum(weights[term.word] for term in known)
    if not total:
        return 0.0
    return sum(weights[term.word] for term in known if mentions(text, term)) / total


def mentions(text: Sequence[str], term: Term) -> bool:
    """Whether some stems hold a term in any of its wordings."""
    return any(holds(text, _stems(phrase)) for phrase in term.phrases)


def _topic(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms that name the topic; all of them when none does."""
    return tuple(term for term in terms if term.word.lower() not in ASKING_WORDS) or terms


def _weight(term: Term, passages: int) -> float:
    return log((passages + 1) / (term.passages + 0.5))


_stems = lru_cache(maxsize=20_000)(stems)


def _candidates(
    edition: Edition,
    part: Part,
    terms: tuple[Term, ...],
    weights: dict[str, float],
    hits: Sequence[Hit],
) -> list[Candidate]:
    spans = [(hit, start, end) for hit in hits for start, end in sentence_spans(hit.passage.raw)]
    compared = {hit.passage.id for hit in hits[:COMPARED]}
    texts = [
        fold(hit.passage.raw[start:end]) for hit, start, end in spans if hit.passage.id in compared
    ]
    vectors = edition.embed([part.text, *texts])
    likenesses = chain(np.asarray(vectors[1:] @ vectors[0]).tolist())
    return [
        _candidate(
            hit, start, end, terms, weights,
            # A passage too far down to be compared sentence by sentence lends its own likeness.
            next(likenesses) if hit.passage.id in compared else hit.similarity,
        )
        for hit, start, end in spans
    ]  # fmt: skip


def _candidate(
    hit: Hit,
    start: int,
    end: int,
    terms: tuple[Term, ...],
    weights: dict[str, float],
    likeness: float,
) -> Candidate:
    passage = hit.passage
    words = fold(passage.raw[start:end])
    own = share(_stems(words), terms, weights)
    around = share(_stems(f"{passage.heading} {passage.text}"), terms, weights)
    coverage = (own + max(own, around)) / 2
    return Candidate(
        passage=passage,
        start=passage.start + start,
        end=passage.start + end,
        words=words,
        opening=not passage.raw[:start].strip(),
        coverage=coverage,
        own=own,
        titled=share(_stems(passage.heading), terms, weights),
        likeness=likeness,
        score=LIKENESS * max(likeness, 0.0) + COVERAGE * coverage + PASSAGE * hit.score,
    )
