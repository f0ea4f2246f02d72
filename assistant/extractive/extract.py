"""The extractive composer: chosen sentences, made complete, as statements with their quotes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from assistant.answer import SentenceKind
from assistant.evidence.asked_for import given
from assistant.evidence.leaning import sentences, words_of
from assistant.evidence.weighing import Candidate
from assistant.extractive.completing import completed
from assistant.statement import Quote, Statement
from assistant.understanding.question import Kind, Part
from vectorstore.found import StoredPassage
from vectorstore.records import DECIDES

ELISION = "… "
"""What stands for the sentences that are left out between two of a paragraph."""

# What is asked for in these kinds is marked in the sentences that give it.
EMPHASISED = frozenset({Kind.FIGURE, Kind.WHEN})

Around = Callable[[str], Sequence[StoredPassage]]
"""The passages around one, by its id: of the same agenda item, in the order of the text."""


def compose(chosen: Iterable[tuple[Candidate, Part]], around: Around) -> list[Statement]:
    """Statements out of sentences chosen for parts of a question, each with what it needs.

    They come in the order of meetings' dates and of the text; neighbours share a quote.
    """
    spans: dict[str, tuple[StoredPassage, set[tuple[int, int]]]] = {}
    answering: dict[tuple[int, int], Part] = {}
    for candidate, part in chosen:
        if candidate.gives and part.kind in EMPHASISED:
            answering[candidate.start, candidate.end] = part
        for passage, span in completed(candidate, around(candidate.passage.id), part):
            spans.setdefault(passage.id, (passage, set()))[1].add(span)
    ordered = sorted(spans.values(), key=lambda found: place(found[0]))
    return [
        statement
        for passage, taken in ordered
        for statement in statements(passage, taken, answering)
    ]


def place(passage: StoredPassage) -> tuple[bool, str, str, int]:
    """By date, those without one last; then by meeting and place in it."""
    held = passage.reference.date
    return held is None, str(held), passage.reference.meeting, passage.start


def statements(
    passage: StoredPassage,
    taken: set[tuple[int, int]],
    answering: Mapping[tuple[int, int], Part] = MappingProxyType({}),
) -> list[Statement]:
    """The sentences taken of a passage as statements, "…" between those that are apart.

    Args:
        taken: offsets of whole sentences into the document's text.
        answering: the part of a question to which a sentence gives the figure or the date.
    """
    numbered = [(index, span) for index, span in enumerate(sentences(passage)) if span in taken]
    kind = SentenceKind.DECIDED if passage.reference.kind in DECIDES else SentenceKind.SAID
    told: list[Statement] = []
    # Sentences that follow each other have the same difference of index and rank.
    for _, run in groupby(enumerate(numbered), key=lambda pair: pair[1][0] - pair[0]):
        spans = [span for _, (_, span) in run]
        quote = Quote(passage=passage, start=spans[0][0], end=spans[-1][1])
        for span in spans:
            # Something of the paragraph is left out before a run that is not its first.
            elision = ELISION if told and span == spans[0] else ""
            words = words_of(passage, span)
            runs = given(words, answering[span]) if span in answering else ()
            told.append(
                Statement(
                    text=f"{elision}{words}",
                    quotes=(quote,),
                    kind=kind,
                    meeting=passage.reference.meeting,
                    emphasis=tuple((len(elision) + a, len(elision) + b) for a, b in runs),
                )
            )
    return told
