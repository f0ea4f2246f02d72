"""The fewest sentences that answer, chosen from all that were found."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.finding import Candidate, Findings
from assistant.understanding.question import BROAD, Kind, Part
from vectorstore.records import DECIDES, ParagraphKind

# How near the best sentence another must come, and how many there may be.
NEAR_NARROW, MOST_NARROW = 0.84, 3
NEAR_BROAD, MOST_NEAR, MOST_BROAD = 0.74, 4, 16
# The latest position is what the last meetings on the topic say.
LAST_MEETINGS = 2
# A sentence that gives the sort of thing asked for is worth this much more.
FITTING = 0.10
# How much of the topic's weight a sentence must hold to count as being about it.
ON_TOPIC = 0.6

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
_ASKS = re.compile(
    r"\b(?:asked|queried|enquired|wanted to know|sought (?:assurance|clarification))\b"
    r"(?! to be\b)|\?$"
)
_NAMELESS = re.compile(r"^(?:A|One|Another|Some|Several) Members?\b|^Members\b")


def asks(words: str) -> bool:
    """Whether a sentence reports a question, to which the next one is the reply."""
    return bool(_ASKS.search(words))


def fits(candidate: Candidate, part: Part) -> bool:
    """Whether a sentence gives the sort of thing that is asked for: a figure, a date, a name.

    What the question itself says is no answer to it.
    """
    if part.kind is Kind.DECIDED:
        return candidate.passage.reference.kind in DECIDES | {ParagraphKind.MOTION}
    # A question gives no answer, but to "who asked for it?".
    after_asker = part.kind is Kind.WHO and asks(part.text.rstrip(" ?"))
    if part.kind in _GIVES and asks(candidate.words) and not after_asker:
        return False
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
        topical = _topical(ranked)
        return _spread(_most_recent(topical) if kind is Kind.LATEST else topical)
    near = [found for found in ranked if found.score >= NEAR_NARROW * ranked[0].score]
    fitting = [found for found in near if fits(found, findings.part)]
    return (fitting or near)[:MOST_NARROW]


def _topical(ranked: Sequence[Candidate]) -> list[Candidate]:
    """All that is about the topic, or else the few that come nearest, best first."""
    about = {found.passage.id for found in ranked if found.opening and found.own >= ON_TOPIC}
    nearest = [found for found in ranked if found.score >= NEAR_BROAD * ranked[0].score]
    return [
        found
        for found in ranked
        if found.own >= ON_TOPIC
        or found.passage.id in about
        or (found.titled >= ON_TOPIC and found.passage.reference.kind in DECIDES)
        or found in nearest[:MOST_NEAR]
    ]


def _most_recent(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Those of the last meetings; of meetings without a date, all."""
    dates = {found.passage.reference.date for found in ranked} - {None}
    last = sorted(filter(None, dates))[-LAST_MEETINGS:]
    return [
        found
        for found in ranked
        if found.passage.reference.date is None or found.passage.reference.date in last
    ]


def _spread(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The best of each meeting, then the second best of each, and so on: none is left out.

    A meeting's first two are the best of what was said and of what was decided.
    """
    turns: list[tuple[int, float, Candidate]] = []
    taken: Counter[tuple[str, bool]] = Counter()
    for found in ranked:
        of_meeting = found.passage.reference.meeting, found.passage.reference.kind in DECIDES
        turns.append((taken[of_meeting], -found.score, found))
        taken[of_meeting] += 1
    return [found for *_, found in sorted(turns, key=lambda turn: turn[:2])[:MOST_BROAD]]
