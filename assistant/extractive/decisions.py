"""What belongs to one decision: the motion, how it ended, the resolution; and who voted how."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, takewhile

from assistant.evidence.leaning import gives_reasons
from assistant.understanding.motion import ENDS
from vectorstore.found import StoredPassage
from vectorstore.keywords import content_words, words
from vectorstore.records import ParagraphKind

RESOLVED = frozenset({ParagraphKind.RESOLUTION, ParagraphKind.RECOMMENDATION})
"""What a meeting made of a motion, in its own words."""

VOTING = re.compile(r"\bvot(?:ed?|es|ing)\b|\babstain\w*|\babstentions?\b", re.IGNORECASE)
"""What speaks of voting, in a question or in minutes."""

_MOVED = frozenset({ParagraphKind.MOTION})
_ENDED = re.compile(r"\b(?:carried|lost|withdrawn|defeated|fell)\b", re.IGNORECASE)
_LEADS = re.compile(r"(?::|\bthat)\s*$")
_COUNT = re.compile(
    r"\bhow many\b.*\b(?:vot(?:ed?|es|ing)|abstain\w*|abstentions?)\b|\bnumber of votes\b",
    re.IGNORECASE,
)
# An item on one matter, as an application is, has at most so many paragraphs.
ONE_MATTER = 12
_NUMBER = re.compile(r"\d")
# "RESOLVED that the update be noted." ends a matter and tells nothing of it.
_ONLY_NOTED = re.compile(
    r"(?:RESOLVED|AGREED|Resolved|Agreed)?\W*(?:(?:that|to|the)\b.{0,80}?\b)?"
    r"(?:noted?(?:\b[^,;]{0,120})?|be received(?: and noted)?|noted with thanks)\W*"
)
_VOTES_COUNTED = re.compile(r"\b\d+ vot(?:ed?|es)\b|\bvot(?:ed?|es)\b[^.;]{0,40}\b\d")
# The sides of a vote as questions name them, and how the line that lists its names begins.
_SIDES = (
    (re.compile(r"\bagainst\b|\bopposed\b", re.IGNORECASE), "against"),
    (re.compile(r"\babst\w+", re.IGNORECASE), "abst"),
    (re.compile(r"\bvot\w+ (?:for|in favour)\b", re.IGNORECASE), "for"),
)


def asks_how_it_ended(question: str) -> bool:
    """Whether a question is after whether something was carried."""
    return not ENDS.isdisjoint(words(question.casefold()))


def asks_for_votes(question: str) -> bool:
    """Whether a question is after who voted how."""
    return bool(VOTING.search(question))


def asks_for_count(question: str) -> bool:
    """Whether a question is after how many voted."""
    return bool(_COUNT.search(question))


def counted(around: Iterable[StoredPassage]) -> bool:
    """Whether an item's votes are told in numbers: "For (6)", and not "Motion carried"."""
    return any(
        (_NUMBER if passage.reference.kind is ParagraphKind.VOTE else _VOTES_COUNTED).search(
            passage.text
        )
        for passage in around
        if passage.reference.kind in _MOVED | {ParagraphKind.VOTE}
    )


def tells_the_end(words: str) -> bool:
    """Whether a sentence tells how a motion ended: "Fell, 4 votes to 7."."""
    return bool(_ENDED.search(words))


def decision(at: int, around: Sequence[StoredPassage]) -> Iterator[StoredPassage]:
    """What belongs to the same decision as a passage, without the names of those who voted.

    Args:
        at: the index of the passage among those of its agenda item, in the order of the text.
    """
    before, after = list(reversed(around[:at])), around[at + 1 :]
    kind = around[at].reference.kind
    if kind in RESOLVED:
        yield from _resolution(around[at], before, after)
    if kind is ParagraphKind.VOTE:
        votes = list(_run(before, frozenset({ParagraphKind.VOTE})))
        yield from _run(before[len(votes) :], _MOVED)
        yield from _end(after)
    if kind is ParagraphKind.MOTION:
        motion = list(_run(after, _MOVED))
        yield from motion
        yield from _end(after[len(motion) :])


def outcome(around: Sequence[StoredPassage]) -> list[StoredPassage]:
    """What an item resolved, without the reasons; nothing where it only noted something, nor where
    it is long or resolved several times over, as it then is on several matters."""
    first = next((at for at, each in enumerate(around) if each.reference.kind in RESOLVED), None)
    if first is None or len(around) > ONE_MATTER:
        return []
    resolved = list(_run(around[first:], RESOLVED))
    if any(each.reference.kind in RESOLVED for each in around[first + len(resolved) :]):
        return []
    if len(resolved) == 1 and _ONLY_NOTED.fullmatch(resolved[0].text):
        return []
    return list(takewhile(lambda each: not gives_reasons(each), resolved))


def moved(at: int, around: Sequence[StoredPassage]) -> Iterator[StoredPassage]:
    """The motion that was resolved upon, which names who proposed and who seconded it.

    Args:
        at: the index of a passage that resolves, among those of its agenda item.
    """
    before = list(reversed(around[:at]))
    until_motion = [
        *takewhile(
            lambda passage: passage.reference.kind in RESOLVED | {ParagraphKind.VOTE}, before
        )
    ]
    for passage in before[len(until_motion) : len(until_motion) + 1]:
        if passage.reference.kind is ParagraphKind.MOTION:
            yield passage


def ended(at: int, around: Sequence[StoredPassage]) -> Iterator[StoredPassage]:
    """The line that says how the vote on a resolution ended, where one was taken.

    Args:
        at: the index of a passage that resolves, among those of its agenda item.
    """
    before = _run(reversed(around[:at]), RESOLVED | {ParagraphKind.VOTE})
    yield from (line for line in before if _is_end(line))


def votes(question: str, around: Iterable[StoredPassage]) -> list[StoredPassage]:
    """The lines of an item's votes that tell what a question asks: a side, or a person's vote.

    With several votes in one item, each line comes with the one that says what was voted on.
    """
    lines = [passage for passage in around if passage.reference.kind is ParagraphKind.VOTE]
    side = next((start for pattern, start in _SIDES if pattern.search(question)), None)
    names = {word.capitalize() for word in content_words(question)}
    told = [
        line
        for line in lines
        if (line.text.lower().startswith(side) if side else names.intersection(words(line.text)))
    ]
    leads = [line for line in lines if line.text.endswith(":")]
    if len(leads) < 2:
        return told or lines
    of_told = {max((lead.start for lead in leads if lead.start < line.start), default=0)
               for line in told}  # fmt: skip
    return [line for line in lines if line in told or line.start in of_told]


def voted_on(
    lines: Iterable[StoredPassage], around: Sequence[StoredPassage]
) -> Iterator[StoredPassage]:
    """The motions that some lines of an item's votes are on: the nearest before each."""
    for line in lines:
        before = [passage for passage in around if passage.start < line.start]
        until_motion = dropwhile(
            lambda passage: passage.reference.kind is not ParagraphKind.MOTION, reversed(before)
        )
        yield from _run(until_motion, _MOVED)


def _resolution(
    point: StoredPassage, before: Sequence[StoredPassage], after: Sequence[StoredPassage]
) -> Iterator[StoredPassage]:
    """The other points that a resolution makes under one lead; points without a lead stand alone.

    Args:
        before: what comes before, the nearest first.
    """
    above = list(_run(before, RESOLVED))
    leads = [at for at, passage in enumerate([point, *above]) if _LEADS.search(passage.text)]
    if leads:
        yield from above[: leads[0]]
        yield from takewhile(
            lambda passage: not (_LEADS.search(passage.text) or gives_reasons(passage)),
            _run(after, RESOLVED),
        )


def _run(
    passages: Iterable[StoredPassage], kinds: frozenset[ParagraphKind]
) -> Iterator[StoredPassage]:
    return takewhile(lambda passage: passage.reference.kind in kinds, passages)


def _end(after: Sequence[StoredPassage]) -> Iterator[StoredPassage]:
    """How a motion ended: the line that says so, and what was resolved upon it."""
    until_next = list(
        takewhile(lambda passage: passage.reference.kind is not ParagraphKind.MOTION, after)
    )
    for index, passage in enumerate(until_next):
        if _is_end(passage):
            yield passage
            yield from _run(until_next[index + 1 :], RESOLVED)
            return
        if passage.reference.kind in RESOLVED:
            yield from _run(until_next[index:], RESOLVED)
            return


def _is_end(passage: StoredPassage) -> bool:
    return passage.reference.kind is ParagraphKind.VOTE and bool(_ENDED.search(passage.text))
