"""What a sentence needs beside it to be understood: verbatim neighbours, never new words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from assistant.evidence.asking import asks
from assistant.evidence.choosing import ON_TOPIC
from assistant.evidence.leaning import leaning_from, sentences, words_of
from assistant.evidence.weighing import Candidate
from assistant.extractive.decisions import (
    RESOLVED,
    asks_for_votes,
    asks_how_it_ended,
    decision,
    ended,
    moved,
    outcome,
    tells_the_end,
    voted_on,
    votes,
)
from assistant.understanding.question import BROAD, Kind, Part
from vectorstore.found import StoredPassage
from vectorstore.records import DECIDES, ParagraphKind

Sentence = tuple[StoredPassage, tuple[int, int]]
"""A passage and the offsets, into the document's text, of one of its sentences."""

_LEADS_TO_LIST = re.compile(
    r"[:;]\s*$|\b(?:following|several|key|these|number of)\b[^.;:]*\w\s*$", re.IGNORECASE
)
# A list without labels has at most so many words; what is longer is a debate.
MOST_LISTED = 250


def completed(
    candidate: Candidate, around: Sequence[StoredPassage], part: Part
) -> Iterator[Sentence]:
    """A sentence with the neighbours it needs, itself among them, in no particular order.

    Args:
        around: the passages of the same agenda item, in the order of the text.
    """
    passage = candidate.passage
    at = next(index for index, other in enumerate(around) if other.id == passage.id)
    after = around[at + 1 :]
    spans = sentences(passage)
    last = spans.index((candidate.start, candidate.end))
    settled = list(_settled(at, last, around, part.text)) if part.kind is Kind.DECIDED else []
    if settled:
        yield from settled
        return
    first = leaning_from(passage, spans, last)
    yield from ((passage, span) for span in spans[first : last + 1])
    if asks(candidate.words):
        yield from _reply(passage, spans[last + 1 :], after)
    # A date stands in the lead itself.
    dated = part.kind is Kind.WHEN and candidate.gives
    if _LEADS_TO_LIST.search(candidate.words) and not dated:
        listed = list(_list_after(passage, after))
        if not listed and last == len(spans) - 1:
            listed = _unlabelled_after(passage, after)
        yield from _whole(listed)
    if part.kind is Kind.DECIDED or (part.kind in BROAD and candidate.titled >= ON_TOPIC):
        yield from _whole(decision(at, around))
    # What opens an item tells what all of it is on.
    on_it = candidate.titled >= ON_TOPIC or (at == 0 and candidate.own >= ON_TOPIC)
    if part.kind in BROAD and on_it:
        yield from _whole(outcome(around))
    if part.kind is Kind.DECIDED and passage.reference.kind in RESOLVED:
        yield from _whole(moved(at, around))
        if asks_how_it_ended(part.text):
            yield from _whole(ended(at, around))


def _settled(
    at: int, sentence: int, around: Sequence[StoredPassage], question: str
) -> Iterator[Sentence]:
    """What tells how a motion ended or who voted how, where the paragraph of a sentence moves
    something or the votes are asked for; nothing where the sentence itself decides.

    Args:
        at: the index of the passage among those of its agenda item.
        sentence: the index of the sentence among those of the passage.
    """
    passage = around[at]
    moves = passage.reference.kind is ParagraphKind.MOTION
    of_votes, of_its_end = asks_for_votes(question), asks_how_it_ended(question)
    if moves and (of_votes or of_its_end):
        spans = sentences(passage)
        end = [span for span in spans[sentence + 1 :] if tells_the_end(words_of(passage, span))]
        if end:  # other votes of the item are on other motions
            yield from ((passage, span) for span in (spans[sentence], *end))
            return
    told = votes(question, around) if of_votes else []
    if told:
        yield from _whole([*voted_on(told, around), *told])
    elif moves:
        # What was resolved says how it ended; a motion that was lost has to be told with its vote.
        rest = [
            other
            for other in decision(at, around)
            if other.reference.kind in RESOLVED
            or (other.reference.kind is ParagraphKind.VOTE and of_its_end)
        ]
        if any(other.reference.kind in RESOLVED for other in rest):
            yield from _whole([passage, *rest])


def _reply(
    passage: StoredPassage, rest: Sequence[tuple[int, int]], after: Sequence[StoredPassage]
) -> Iterator[Sentence]:
    if rest:
        yield passage, rest[0]
    elif after and after[0].reference.kind not in DECIDES:
        yield after[0], sentences(after[0])[0]


def _whole(passages: Iterable[StoredPassage]) -> Iterator[Sentence]:
    for passage in passages:
        yield from ((passage, span) for span in sentences(passage))


def _list_after(lead: StoredPassage, after: Sequence[StoredPassage]) -> Iterator[StoredPassage]:
    """The points of the list that a paragraph leads to, by their printed labels."""
    label = lead.reference.paragraph or ""
    begun = False
    for passage in after:
        own = passage.reference.paragraph or ""
        nested = bool(label) and own.startswith((f"{label}(", f"{label} •"))
        lettered = own.isalpha() and own != label and (begun or own == "a")
        if not (nested or lettered):
            return
        begun = True
        yield passage


def _unlabelled_after(lead: StoredPassage, after: Sequence[StoredPassage]) -> list[StoredPassage]:
    """The points of a list without labels: as far as nobody is named who speaks, and no further
    than the next lead."""
    points = list(
        takewhile(
            lambda point: (
                point.reference.kind is lead.reference.kind
                and point.reference.paragraph is None
                and not point.speakers
                and not point.text.endswith(":")
            ),
            after if lead.reference.paragraph is None else (),
        )
    )
    return points if sum(len(point.text.split()) for point in points) <= MOST_LISTED else []
