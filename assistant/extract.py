"""The extractive composer: the fewest verbatim sentences that answer, and their quotes."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.answer import SentenceKind
from assistant.finding import Candidate, Findings
from assistant.question import BROAD, Kind, Part
from assistant.statement import Quote, Statement
from vectorstore.records import DECIDES, StoredPassage
from vectorstore.wording import fold, sentence_spans

# How near the best sentence another must come, and how many there may be.
NEAR_NARROW, MOST_NARROW = 0.86, 3
NEAR_BROAD, MOST_NEAR, MOST_BROAD, MOST_OF_A_PASSAGE = 0.74, 4, 14, 4
# A sentence that gives the sort of thing asked for is worth this much more.
FITTING = 0.10
# How much of the topic's weight a sentence must hold to count as being about it.
ON_TOPIC = 0.75

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_GIVES = {
    Kind.FIGURE: re.compile(
        r"(?<![\d/])(?!(?:19|20)\d\d\b)\d[\d,.]*%?|\b(?:one|two|three|four|five|six|seven|eight|nine|"
        r"ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|hundred|thousand|million|"
        r"once|twice|half|third|quarter)\b",
        re.IGNORECASE,
    ),
    Kind.WHEN: re.compile(
        rf"\b(?:\d\d? )?(?:{_MONTHS})(?: (?:19|20)\d\d)?\b|\b(?:19|20)\d\d\b|"
        r"\b(?:day|week|month|year)s?\b"
    ),
    Kind.WHO: re.compile(
        r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Cllr|Councillor|Supt|Superintendent|Inspector|"
        r"Sergeant|Constable)\.? (?:[A-Z][\w’'-]*\.? ?)+|\b[A-Z][a-z]+ [A-Z][a-z]+\b|\b[A-Z]{3,}\b"
    ),
}
_NAMELESS = re.compile(r"^(?:A|One|Another|Some|Several) Members?\b|^Members\b")
# A sentence that opens like this leans on the one before it.
_LEANS = re.compile(
    r"^(?:This|These|That|Those|It|They|He|She|His|Her|Their|Its|Such|Both|The latter|The former|"
    r"In addition|Additionally|However|Therefore|As a result|In response|For example|Examples)\b"
)
_LEADS_TO_LIST = re.compile(r"[:;]\s*$")

Following = Callable[[str], Sequence[StoredPassage]]
"""The passages after one, by its id, in the same agenda item and in the order of the text."""


def fits(candidate: Candidate, part: Part) -> bool:
    """Whether a sentence gives the sort of thing that is asked for: a figure, a date, a name.

    What the question itself says is no answer to it.
    """
    if part.kind is Kind.DECIDED:
        return candidate.passage.reference.kind in DECIDES
    if part.kind is Kind.WHO and _NAMELESS.match(candidate.words):
        return False
    if part.kind not in _GIVES:
        return True
    asked = part.text.casefold()
    given = _GIVES[part.kind].finditer(candidate.words)
    return any(match.group().strip().casefold() not in asked for match in given)


def choose(findings: Findings) -> list[Candidate]:
    """The sentences that answer one part of a question, best first."""
    kind = findings.part.kind
    ranked = sorted(
        (
            replace(found, score=found.score + FITTING * fits(found, findings.part))
            for found in findings.candidates
        ),
        key=lambda candidate: -candidate.score,
    )
    if not ranked:
        return []
    if kind in BROAD:
        return _everything(ranked)
    best = ranked[0].score
    return [found for found in ranked if found.score >= NEAR_NARROW * best][:MOST_NARROW]


def _everything(ranked: Sequence[Candidate]) -> list[Candidate]:
    """All that is about the topic, or else the few that come nearest."""
    about = {found.passage.id for found in ranked if found.opening and found.own >= ON_TOPIC}
    topical = [found for found in ranked if found.own >= ON_TOPIC or found.passage.id in about]
    nearest = [found for found in ranked if found.score >= NEAR_BROAD * ranked[0].score]
    wanted = {(found.passage.id, found.start): found for found in (*topical, *nearest[:MOST_NEAR])}
    of_passage: Counter[str] = Counter()
    chosen: list[Candidate] = []
    for found in sorted(wanted.values(), key=lambda found: -found.score)[:MOST_BROAD]:
        of_passage[found.passage.id] += 1
        if of_passage[found.passage.id] <= MOST_OF_A_PASSAGE:
            chosen.append(found)
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
