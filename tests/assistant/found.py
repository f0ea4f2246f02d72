"""What a search may have found, made by hand."""

from dataclasses import replace

from assistant.evidence.asked_for import gives
from assistant.evidence.finding import Findings
from assistant.evidence.leaning import sentences
from assistant.evidence.weighing import Candidate, Signals
from assistant.understanding.question import Part, kind_of
from tests.assistant.invented import passage
from vectorstore.found import StoredPassage
from vectorstore.keywords import Term

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
        coverage=own,
        own=own,
        titled=titled,
        likeness=likeness,
        gives=False,
        signals=Signals(),
        score=score,
    )


def term(word: str, *, passages: int = 5, corrected: str | None = None) -> Term:
    """A word of a question."""
    return Term(word=word, phrases=(corrected or word,), passages=passages, corrected=corrected)


def part_of(question: str) -> Part:
    """A question of one part."""
    return Part(text=question, asked=question, kind=kind_of(question))


def judged(found: Candidate, part: Part) -> Candidate:
    """A candidate as a search for a part would give it: does it give what is asked for?"""
    return replace(found, gives=gives(found.words, found.passage.reference.kind, part))


def findings(question: str, *candidates: Candidate, terms: tuple[Term, ...] = ()) -> Findings:
    """What was found for a question of one part; every term tells as much as the others."""
    part = part_of(question)
    return Findings(
        part=part,
        terms=terms,
        weights={one.word: 1.0 for one in terms},
        hits=(),
        candidates=tuple(
            sorted((judged(found, part) for found in candidates), key=lambda found: -found.score)
        ),
    )
