"""What a search may have found, made by hand."""

from assistant.evidence.finding import Candidate, Findings
from assistant.extractive.completing import sentences
from assistant.understanding.question import Part, kind_of
from tests.assistant.invented import passage
from vectorstore.keywords import Term
from vectorstore.records import StoredPassage

FERRY = passage("The ferry was late.", id="ferry")


def candidate(
    held: StoredPassage = FERRY,
    at: int = 0,
    *,
    score: float = 0.5,
    own: float = 1.0,
    likeness: float = 0.6,
    titled: float = 0.0,
) -> Candidate:
    """The sentence of a passage that stands at an index."""
    start, end = sentences(held)[at]
    return Candidate(
        passage=held,
        start=start,
        end=end,
        words=" ".join(held.raw[start - held.start : end - held.start].split()),
        opening=at == 0,
        coverage=own,
        own=own,
        titled=titled,
        likeness=likeness,
        score=score,
    )


def term(word: str, *, passages: int = 5, corrected: str | None = None) -> Term:
    """A word of a question."""
    return Term(word=word, phrases=(corrected or word,), passages=passages, corrected=corrected)


def findings(question: str, *candidates: Candidate, terms: tuple[Term, ...] = ()) -> Findings:
    """What was found for a question of one part; every term tells as much as the others."""
    return Findings(
        part=Part(text=question, kind=kind_of(question)),
        terms=terms,
        weights={one.word: 1.0 for one in terms},
        hits=(),
        candidates=tuple(sorted(candidates, key=lambda found: -found.score)),
    )
