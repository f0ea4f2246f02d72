"""The extractive composer: the fewest verbatim sentences that answer, and their quotes."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.answer import SentenceKind
from assistant.finding import Candidate, Findings
from assistant.question import BROAD, Kind
from assistant.statement import Quote, Statement
from vectorstore.records import DECIDES, StoredPassage
from vectorstore.wording import fold, sentence_spans

# How near the best sentence another must come, and how many there may be.
NEAR_NARROW, MOST_NARROW = 0.86, 3
NEAR_BROAD, MOST_BROAD, MOST_OF_A_PASSAGE = 0.60, 12, 4
# A sentence that gives the sort of thing asked for is worth this much more.
FITTING = 0.10
# A broad answer takes whole paragraphs that open with the topic: how much of it they must hold.
ON_TOPIC = 0.75

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FIGURE = re.compile(
    r"(?<![\d/])(?!(?:19|20)\d\d\b)\d[\d,.]*(?:%|\b)|\b(?:two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|once|twice|half)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(rf"\b(?:{_MONTHS}|(?:19|20)\d\d|yesterday|week|month|weeks|months)\b")
_WHO = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Supt|Superintendent|Inspector|Sir|Lord|Chair|"
    r"Chairman|Chairwoman|Cabinet Member)\b|\b[A-Z][a-z]+ [A-Z][a-z]+"
)
_FITS: dict[Kind, Callable[[Candidate], bool]] = {
    Kind.FIGURE: lambda candidate: bool(_FIGURE.search(candidate.words)),
    Kind.WHEN: lambda candidate: bool(_WHEN.search(candidate.words)),
    Kind.WHO: lambda candidate: bool(_WHO.search(candidate.words)),
    Kind.DECIDED: lambda candidate: candidate.passage.reference.kind in DECIDES,
}
# A sentence that opens like this leans on the one before it.
_LEANS = re.compile(
    r"^(?:This|These|That|Those|It|They|He|She|His|Her|Their|Its|Such|Both|The latter|The former|"
    r"In addition|Additionally|However|Therefore|As a result|In response|For example|Examples)\b"
)
_LEADS_TO_LIST = re.compile(r"[:;]\s*$")

Following = Callable[[str], Sequence[StoredPassage]]
"""The passages after one, by its id, in the same agenda item and in the order of the text."""


def fits(candidate: Candidate, kind: Kind) -> bool:
    """Whether a sentence gives the sort of thing that is asked for: a figure, a date, a name."""
    return kind not in _FITS or _FITS[kind](candidate)


def choose(findings: Findings) -> list[Candidate]:
    """The sentences that answer one part of a question, best first."""
    kind = findings.part.kind
    ranked = sorted(
        (
            replace(found, score=found.score + FITTING) if kind in _FITS and fits(found, kind)
            else found
            for found in findings.candidates
        ),
        key=lambda candidate: -candidate.score,
    )  # fmt: skip
    if not ranked:
        return []
    if kind in BROAD:
        return _everything(ranked)
    best = ranked[0].score
    return [found for found in ranked if found.score >= NEAR_NARROW * best][:MOST_NARROW]


def _everything(ranked: Sequence[Candidate]) -> list[Candidate]:
    best = ranked[0]
    topical = {
        found.passage.id
        for found in ranked
        if found.opening and found.own >= ON_TOPIC * best.own > 0
    }
    chosen: list[Candidate] = []
    of_passage: dict[str, int] = {}
    for found in ranked:
        near = found.score >= NEAR_BROAD * best.score
        mentions = best.own > 0 and found.own >= ON_TOPIC * best.own
        if not (near or mentions or found.passage.id in topical):
            continue
        taken = of_passage.get(found.passage.id, 0)
        if taken < MOST_OF_A_PASSAGE and len(chosen) < MOST_BROAD:
            chosen.append(found)
            of_passage[found.passage.id] = taken + 1
    return chosen


def compose(chosen: Iterable[Candidate], following: Following) -> list[Statement]:
    """Statements out of chosen sentences, in the order of meetings' dates and of the text.

    Neighbouring sentences share a quote; a sentence that leans on the one before it brings that
    one along, and one that leads to a list brings the list.
    """
    spans: dict[str, tuple[StoredPassage, set[tuple[int, int]]]] = {}

    def take(passage: StoredPassage, taken: Iterable[tuple[int, int]]) -> None:
        spans.setdefault(passage.id, (passage, set()))[1].update(taken)

    for candidate in chosen:
        passage = candidate.passage
        take(passage, _with_support(candidate))
        if _LEADS_TO_LIST.search(candidate.words):
            for point in _list_after(passage, following(passage.id)):
                take(point, _sentences(point))
    ordered = sorted(spans.values(), key=lambda found: _place(found[0]))
    return [statement for passage, taken in ordered for statement in _statements(passage, taken)]


def _place(passage: StoredPassage) -> tuple[bool, str, str, int]:
    """By date, those without one last; then by meeting and place in it."""
    held = passage.reference.date
    return held is None, str(held), passage.reference.meeting, passage.start


def _sentences(passage: StoredPassage) -> list[tuple[int, int]]:
    return [
        (passage.start + start, passage.start + end) for start, end in sentence_spans(passage.raw)
    ]


def _with_support(candidate: Candidate) -> list[tuple[int, int]]:
    sentences = _sentences(candidate.passage)
    at = sentences.index((candidate.start, candidate.end))
    first = at
    while first > 0 and _LEANS.match(_words(candidate.passage, sentences[first])):
        first -= 1
    return sentences[first : at + 1]


def _list_after(lead: StoredPassage, after: Sequence[StoredPassage]) -> list[StoredPassage]:
    """The points of the list that a paragraph leads to, by their printed labels."""
    label = lead.reference.paragraph or ""
    points: list[StoredPassage] = []
    for passage in after:
        own = passage.reference.paragraph or ""
        nested = bool(label) and own.startswith((f"{label}(", f"{label} •"))
        lettered = not nested and own.isalpha() and own != label and (points or own == "a")
        if not (nested or lettered):
            break
        points.append(passage)
    return points


def _statements(passage: StoredPassage, taken: set[tuple[int, int]]) -> list[Statement]:
    sentences = _sentences(passage)
    numbered = [(index, span) for index, span in enumerate(sentences) if span in taken]
    kind = SentenceKind.DECIDED if passage.reference.kind in DECIDES else SentenceKind.SAID
    statements = []
    # Sentences that follow each other have the same difference of index and rank.
    for _, run in groupby(enumerate(numbered), key=lambda pair: pair[1][0] - pair[0]):
        spans = [span for _, (_, span) in run]
        quote = Quote(passage=passage, start=spans[0][0], end=spans[-1][1])
        statements += [
            Statement(
                text=_words(passage, span),
                quotes=(quote,),
                kind=kind,
                meeting=passage.reference.meeting,
            )
            for span in spans
        ]
    return statements


def _words(passage: StoredPassage, span: tuple[int, int]) -> str:
    return fold(passage.raw[span[0] - passage.start : span[1] - passage.start])
