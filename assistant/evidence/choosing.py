"""The fewest sentences that answer, chosen from all that were found."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant.evidence.asked_for import given
from assistant.evidence.expanding import expands
from assistant.evidence.finding import Findings
from assistant.evidence.leaning import gives_reasons
from assistant.evidence.meetings import Paragraph, with_each_meeting
from assistant.evidence.weighing import Candidate
from assistant.understanding.question import BROAD, SHORT, Kind, Part
from vectorstore.records import DECIDES

# How near the best sentence another must come where one can settle the question, how many there
# may be, and how many words they may have together.
NEAR_NARROW, MOST_NARROW, MOST_WORDS = 0.88, 3, 40
# How near the best a sentence must come that gives what is asked for, where the best does not.
NEAR_ENOUGH = 0.7
# How much of the topic a decision must hold, as a share of what the best does.
SAME_MATTER = 0.3
# How near the best paragraph another must come: one that is about the topic, and any other.
NEAR_ON_TOPIC, NEAR_ANY = 0.7, 0.74
# The same for what one person said: there is less of it, and it names the topic more seldom.
NEAR_SPOKEN = 0.5
# How many paragraphs that are not plainly about the topic, and how many at all, may be shown.
MOST_NEAR, MOST_BROAD = 6, 16
# How many of each meeting are told of how something went.
MOST_IN_COURSE = 4
# How many words are enough: beyond them, only what is plainly about the topic is shown, and of each
# meeting the best.
READABLE = 200
# A sentence this near its paragraph's best is shown with it.
NEAR_IN_PARAGRAPH = 0.55
# The latest position is what the last meetings on the topic say.
LAST_MEETINGS = 2
# How much of the topic's weight a sentence must hold to count as being about it.
ON_TOPIC = 0.6
# What asks for the state of things now or to come, and how much of the topic's weight a sentence
# must hold to tell a later state of the same.
_OF_NOW = re.compile(
    r"\b(?:is|are) there\b|\bdo(?:es)? \S+ (?:\S+ )?have\b|\bhave we\b|\b(?:now|currently|today)\b|"
    r"\b(?:will|does|is going to|are going to)\b|"
    r"^\W*(?:what|who|when|where|how \w+) (?:is|are)\b",
    re.IGNORECASE,
)
SAME_TOPIC = 0.4
# What went how over the years, and how it is now, is told by what comes near as well.
SHORTENED = frozenset({Kind.SAID, Kind.TOPIC})
# How much of the topic's weight the title holds of an item that is on it.
NAMED_BY_TITLE, HALF_NAMED = 0.95, 0.5
# Questions after why something was decided.
_OF_A_DECISION = re.compile(
    r"\b(?:allow|approv|declin|dismiss|grant|refus|reject|revok|suspend|uph[eo]ld|withdr[ae]w)\w*|"
    r"\b(?:turn|vot|knock)\w* (?:it )?down\b|\b(?:decid|decision|agree)\w*",
    re.IGNORECASE,
)


def choose(findings: Findings) -> list[Candidate]:
    """The sentences that answer one part of a question, best first."""
    kind = findings.part.kind
    ranked = findings.candidates
    if not ranked:
        return []
    if kind in BROAD and not findings.part.borrows:
        by_paragraph = _by_paragraph(ranked)
        paragraphs = (
            _spoken(by_paragraph)
            if findings.speaker
            else with_each_meeting(_topical(by_paragraph), by_paragraph, findings)
        )
        if kind is Kind.LATEST:
            paragraphs = _most_recent(paragraphs)
        most = MOST_IN_COURSE if kind is Kind.TIMELINE else MOST_BROAD
        share = NEAR_SPOKEN if findings.speaker else NEAR_IN_PARAGRAPH
        related = [_related(paragraph, share) for paragraph in _spread(paragraphs, most)]
        if kind in SHORTENED and not (findings.speaker or findings.part.compared):
            related = _readable(related)
        return _with_its_meaning([found for paragraph in related for found in paragraph], findings)
    if kind is Kind.DECIDED and findings.only_decided:
        return [paragraph[0] for paragraph in _spread(_topical(_by_paragraph(ranked)))]
    if kind is Kind.DECIDED and findings.of_a_meeting:
        return [found for found in ranked if found.gives][:MOST_BROAD]
    giving = _reasons(ranked, findings.part) or _giving(ranked, kind)
    nearest = giving or _saying(ranked) or ranked
    near = [found for found in nearest if found.score >= NEAR_NARROW * nearest[0].score]
    restated = [] if findings.of_a_period else _restated(near, giving, findings.part)
    near = _with_latest(near, restated or (giving if _OF_NOW.search(findings.part.asked) else []))
    if kind is Kind.DECIDED:
        near = _of_each_meeting(near, giving)
    return _few(near) if kind in SHORT else near[:MOST_NARROW]


def _giving(ranked: Sequence[Candidate], kind: Kind) -> list[Candidate]:
    """What gives the sort of thing that is asked for and comes near the best; what was decided
    under the title of the topic comes near however little it repeats of that."""
    decided, best = kind is Kind.DECIDED, ranked[0]

    def comes_near(found: Candidate) -> bool:
        if decided and found.titled >= NAMED_BY_TITLE:
            return True
        same_matter = not decided or found.coverage >= SAME_MATTER * best.coverage
        return same_matter and found.score >= NEAR_ENOUGH * best.score

    giving = [found for found in ranked if found.gives and comes_near(found)]
    # Why it was decided is told where nothing tells what was.
    apart = [found for found in giving if not gives_reasons(found.passage)]
    return apart if decided and apart else giving


def _reasons(ranked: Sequence[Candidate], part: Part) -> list[Candidate]:
    """The reasons that minutes give as such for what was decided under the title of the topic."""
    if part.kind is not Kind.WHY or not _OF_A_DECISION.search(part.asked):
        return []
    return [
        found for found in ranked if found.titled >= HALF_NAMED and gives_reasons(found.passage)
    ]


def _saying(ranked: Sequence[Candidate]) -> list[Candidate]:
    """All but the leads of lists that are not plainly about the topic: they say nothing alone."""
    return [found for found in ranked if found.own >= ON_TOPIC or not found.words.endswith(":")]


def _with_its_meaning(chosen: list[Candidate], findings: Findings) -> list[Candidate]:
    """What was chosen, and first what says what an abbreviation stands for, where that is asked."""
    says = (
        found
        for found in (*chosen, *findings.candidates)
        if expands(found.words, findings.part, findings.terms)
    )
    first = next(says, None)
    return [first, *(found for found in chosen if found is not first)] if first else chosen


def _of_each_meeting(near: Sequence[Candidate], giving: Sequence[Candidate]) -> list[Candidate]:
    """The best decision of each meeting that decided on the topic, then the next best."""
    on_topic = [found for found in giving if found.own >= ON_TOPIC or found.titled >= ON_TOPIC]
    firsts = {found.passage.reference.meeting: found for found in reversed(on_topic)}
    best = sorted(firsts.values(), key=lambda found: -found.score)
    return [*best, *(found for found in near if found not in best)]


def _restated(
    near: Sequence[Candidate], giving: Sequence[Candidate], part: Part
) -> list[Candidate]:
    """What gives a figure that is given already beside another, as who tells that it has changed:
    "it now stood at £88 million, compared with £72 million"."""
    if part.kind is not Kind.FIGURE:
        return []
    told = {figure for found in near for figure in _figures(found, part)}
    return [
        found
        for found in giving
        if not told.isdisjoint(figures := _figures(found, part)) and not figures <= told
    ]


def _figures(found: Candidate, part: Part) -> set[str]:
    return {found.words[start:end].strip(" .,") for start, end in given(found.words, part)}


def _with_latest(near: Sequence[Candidate], giving: Sequence[Candidate]) -> list[Candidate]:
    """What the last meeting says that gives it, then the best: a figure of years ago is not now."""
    dated = [found for found in giving if found.passage.reference.date and found.own >= SAME_TOPIC]
    held = near[0].passage.reference.date
    last = max(dated, key=lambda found: str(found.passage.reference.date), default=None)
    if last is None or held is None or str(last.passage.reference.date) <= str(held):
        return list(near)
    return [last, *(found for found in near if found is not last)]


def _few(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The best, and as many of the next as keep the whole short."""
    few = list(ranked[:1])
    for found in ranked[1:MOST_NARROW]:
        if sum(len(each.words.split()) for each in (*few, found)) <= MOST_WORDS:
            few.append(found)
    return few


def _by_paragraph(ranked: Sequence[Candidate]) -> list[Paragraph]:
    """The candidates of each passage, best first; the passages by their best."""
    paragraphs: dict[str, list[Candidate]] = {}
    for found in ranked:
        paragraphs.setdefault(found.passage.id, []).append(found)
    return list(paragraphs.values())


def _topical(ranked: Sequence[Paragraph]) -> list[Paragraph]:
    """All that is about the topic, and the few others that come nearest, best first."""
    best = ranked[0][0].score
    return [
        paragraph
        for place, paragraph in enumerate(ranked)
        if (
            any(found.own >= ON_TOPIC for found in paragraph)
            and paragraph[0].score >= NEAR_ON_TOPIC * best
        )
        or (place < MOST_NEAR and paragraph[0].score >= NEAR_ANY * best)
    ]


def _spoken(ranked: Sequence[Paragraph]) -> list[Paragraph]:
    """What one person said that has to do with the topic, best first."""
    best = ranked[0][0].score
    return [
        paragraph
        for paragraph in ranked
        if paragraph[0].score >= NEAR_SPOKEN * best and any(found.coverage for found in paragraph)
    ]


def _most_recent(ranked: Sequence[Paragraph]) -> list[Paragraph]:
    """Those of the last meetings; of meetings without a date, all."""
    dates = {paragraph[0].passage.reference.date for paragraph in ranked} - {None}
    last = {*sorted(filter(None, dates))[-LAST_MEETINGS:], None}
    return [paragraph for paragraph in ranked if paragraph[0].passage.reference.date in last]


def _spread(ranked: Sequence[Paragraph], of_each: int = MOST_BROAD) -> list[Paragraph]:
    """The best of each meeting, then the second best of each, and so on: none is left out.

    A meeting's first two are the best of what was said and of what was decided.
    """
    turns: list[tuple[int, int, Paragraph]] = []
    taken: Counter[tuple[str, bool]] = Counter()
    for place, paragraph in enumerate(ranked):
        reference = paragraph[0].passage.reference
        of_meeting = reference.meeting, reference.kind in DECIDES
        if taken[of_meeting] < of_each:
            turns.append((taken[of_meeting], place, paragraph))
        taken[of_meeting] += 1
    return [paragraph for *_, paragraph in sorted(turns, key=lambda turn: turn[:2])[:MOST_BROAD]]


def _readable(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Some paragraphs without those that come near the topic and make the answer long; of each
    meeting the first is kept."""
    kept: list[Paragraph] = []
    told: set[str] = set()
    words = 0
    for paragraph in paragraphs:
        words += sum(len(found.words.split()) for found in paragraph)
        on_topic = any(max(found.own, found.titled) >= ON_TOPIC for found in paragraph)
        meeting = paragraph[0].passage.reference.meeting
        if on_topic or meeting not in told or words <= READABLE:
            kept.append(paragraph)
            told.add(meeting)
    return kept


def _related(paragraph: Paragraph, near: float) -> list[Candidate]:
    """The sentences of a paragraph that belong with its best."""
    return [found for found in paragraph if found.score >= near * paragraph[0].score]
