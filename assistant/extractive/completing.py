"""What a sentence needs beside it to be understood: verbatim neighbours, never new words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.evidence.choosing import asks
from assistant.evidence.finding import Candidate
from assistant.understanding.question import Kind
from vectorstore.records import DECIDES, ParagraphKind, StoredPassage
from vectorstore.wording import fold, sentence_spans

Sentence = tuple[StoredPassage, tuple[int, int]]
"""A passage and the offsets, into the document's text, of one of its sentences."""

# A sentence that opens like this leans on the one before it.
_LEANS = re.compile(
    r"^(?:This|These|That|Those|It|They|He|She|His|Her|Their|Its|Such|Both|The latter|The former|"
    r"In addition|Additionally|However|Therefore|As a result|In response|For example|Examples)\b"
)
_LEADS_TO_LIST = re.compile(r"[:;]\s*$")
# What belongs to one decision: the motion, its points, the votes, the resolution.
_OF_A_DECISION = DECIDES | {ParagraphKind.MOTION}


def sentences(passage: StoredPassage) -> list[tuple[int, int]]:
    """Offsets of a passage's sentences into the document's text."""
    return [
        (passage.start + start, passage.start + end) for start, end in sentence_spans(passage.raw)
    ]


def completed(
    candidate: Candidate, around: Sequence[StoredPassage], kind: Kind
) -> Iterator[Sentence]:
    """A sentence with the neighbours it needs, itself among them, in no particular order.

    Args:
        around: the passages of the same agenda item, in the order of the text.
    """
    passage = candidate.passage
    at = next(index for index, other in enumerate(around) if other.id == passage.id)
    before, after = around[:at], around[at + 1 :]
    spans = sentences(passage)
    last = spans.index((candidate.start, candidate.end))
    first = last
    while first > 0 and _LEANS.match(_words(passage, spans[first])):
        first -= 1
    yield from ((passage, span) for span in spans[first : last + 1])
    if asks(candidate.words):
        yield from _reply(passage, spans[last + 1 :], after)
    if _LEADS_TO_LIST.search(candidate.words):
        yield from _whole(_list_after(passage, after))
    if kind is Kind.DECIDED and passage.reference.kind in _OF_A_DECISION:
        yield from _whole(_decision(list(reversed(before))))
        yield from _whole(_decision(after))


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


def _decision(neighbours: Sequence[StoredPassage]) -> Iterator[StoredPassage]:
    """The neighbours, nearest first, as far as they belong to the same decision."""
    for passage in neighbours:
        if passage.reference.kind not in _OF_A_DECISION:
            return
        yield passage


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


def _words(passage: StoredPassage, span: tuple[int, int]) -> str:
    return fold(passage.raw[span[0] - passage.start : span[1] - passage.start])
