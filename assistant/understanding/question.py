"""A question understood: its kind, its parts, the limits it names. Rules, no model."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assistant.understanding.definition import plainly
from assistant.understanding.only import only
from assistant.understanding.period import period
from vectorstore.found import Filters, Only
from vectorstore.keywords import content_words


class Kind(StrEnum):
    """What a question asks for."""

    TOPIC = "topic"
    SAID = "said"
    DECIDED = "decided"
    FIGURE = "figure"
    WHEN = "when"
    WHO = "who"
    WHERE = "where"
    WHY = "why"
    YES_NO = "yes or no"
    LATEST = "latest"
    TIMELINE = "timeline"


BROAD = frozenset({Kind.TOPIC, Kind.SAID, Kind.LATEST, Kind.TIMELINE})
"""Kinds that want everything there is; the others want the sentence that settles it."""
SHORT = frozenset({Kind.FIGURE, Kind.WHEN, Kind.WHO, Kind.WHERE, Kind.YES_NO})
"""Kinds that a sentence or two can settle."""

# What a question is over all; the first that matches names its kind.
_WHOLE = (
    (Kind.TIMELINE, r"\bover the (?:last |past )?(?:few )?years\b|\btimeline\b|\bhistory of\b|"
                    r"\bhow (?:has|have|did)\b.*\b(?:changed?|moved?|developed?|evolved?)\b|"
                    r"\bchang\w+ (?:his|her|their|its) (?:minds?|views?|positions?)\b"),
    # Whoever spoke on one side is wanted, not the one who did so best.
    (Kind.SAID, r"^\W*who (?:argued|objected|spoke)\b(?: out)? (?:against|for|in favour|to)\b"),
    (Kind.LATEST, r"\blatest\b|\bmost recent(?:ly)?\b|\bwhere are we\b|"
                  r"\bcurrent (?:position|stance|views?)\b|"
                  r"\b(?:position|stance|views?)\b.*\b(?:now|today|currently)\b"),
)  # fmt: skip
# What it asks for; the one that comes first in its words names its kind.
_ASKED = (
    (Kind.FIGURE, r"\bhow (?:many|much|often|long|big|large|old|far)\b|\bwhat (?:number|per ?cent|"
                  r"percentage|proportion|share|figures?|cost)\b|\bwhat %|"
                  r"\bwhat (?:funding|grants?|money) (?:did|does|do|has|have|will|is|was|were)\b|"
                  r"\bwhat (?:did|does|was|were|will)\b.{1,40}\b(?:bid|charged?|paid|pay|quoted?|"
                  r"spen[dt])\W*$|\bwhat (?:did|does|has|will)\b.+\bcost\b|"
                  r"\bwhat(?:[’']s| is| was| are| were) (?:the|its|their) (?:[\w-]+ ){0,2}"
                  r"(?:costs?|price|number|"
                  r"percentage|proportion|total|underspend|overspend|deficit|saving|charge|fare|fee|fine|"
                  r"limit|penalty|population|rate|rent|salary|size|speed|subsidy|turnover)\b|"
                  r"\bfigures?\b|\bvote count\b|\bbudget\b|\b(?:which|what) was the bigger\b"),
    (Kind.WHEN, r"\bwhen\b|\b(?:what|which|on what) (?:date|day|month|year)\b|\bhow long ago\b"),
    (Kind.WHY, r"\bwhy\b|\breasons? (?:for|that|behind)\b|\bhow come\b"),
    (Kind.WHO, r"\bwho(?:m|se)?\b|\b(?:which|what) (?:councillor|member|officer|person|"
                r"charity|company|contractor|firm|operator|supplier)\b"),
    (Kind.WHERE, r"\bwhere\b|\b(?:which|what) (?:\w+ )?(?:place|town|area|location|panel)\b"),
    (Kind.DECIDED, r"\bdecid\w*|\bdecisions?\b|\bresol\w+|\bagreed?\b|\bvoted?\b|\bapprov\w+|"
                   r"\boutcome\b|\bhappened to\b|\bsigned off\b|\bcame of\b|\brecommend\w*|"
                   r"\b(?:carried|defeated|reject(?:s|ed)?|refused)\b|\babstain\w*|\babstentions?\b|"
                   r"\bsecond(?:ed|er)\b"),
    (Kind.YES_NO, r"^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would)\b"),
)  # fmt: skip


def _compiled(kinds: tuple[tuple[Kind, str], ...]) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in kinds)


_WHOLE_PATTERNS, _ASKED_PATTERNS = _compiled(_WHOLE), _compiled(_ASKED)
COURSE_WORDS = frozenset(
    """
    approach attitude attitudes change changed changes changing deal deals dealt develop developed
    development developments evolve evolved handle handled handles handling history mind minds move
    moved position positions stance time timeline view views years
    """.split()
)
"""Words that ask how something went, in a question of the kind `TIMELINE`."""
_SENTENCE_WORDS = re.compile(
    r"\b(?:what|what's|whats|how|which|tell|say|said|brief|briefing|is|are|was|were|please|about|"
    r"give|show|explain|describe|summari[sz]e)\b|\?",
    re.IGNORECASE,
)

_VOTED = re.compile(
    r"\bvot(?:ed?|es|ing)\b(?! count)|\babstain\w*|\babstentions?\b|"
    r"\bsecond(?:ed|er)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"[?;:]\s+|,?\s+(?:and|but|-|–)\s+"
    r"(?=(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|can|has|have)\b)",
    re.IGNORECASE,
)

# What people say of themselves before they ask: "I'm writing a note and need the points on …".
_FRAME = re.compile(
    r"^\s*(?:(?:hi|hello|please|thanks)\b[\s,!]*)*(?:i|we|i'm|i’m|we're|we’re|i've|i’ve)\b[^.?!]*?"
    r"\b(?:needs?|wants?|would like|like to know|looking for|wonder(?:ing)?|after)\b[\s,:]*",
    re.IGNORECASE,
)
# Every answer is in the order of meetings, with their dates.
_IN_ORDER = re.compile(
    r"[\s,;(–-]+(?:(?:by|in) (?:date|time|chronological|date and time)(?: order)?|by meeting|"
    r"in order(?: of (?:date|time))?|chronologically|with (?:the )?dates)[\s)?.!]*$",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3

# Where something was said is no part of what it was: "at the Kent and Medway meetings".
_AT_MEETINGS = re.compile(
    r"\b(?:at|in|during|from)(?: (?!about\b|at\b|for\b|from\b|in\b|of\b|on\b)[\w’'&-]+){0,5}"
    r" meetings?\b",
    re.IGNORECASE,
)


# Minutes tell when the next meeting is under a heading of their own.
_NEXT_MEETING = re.compile(r"\b(?:next|future|coming|upcoming) meetings?\b", re.IGNORECASE)
_DATES_TO_COME = "dates of future meetings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that is asked.

    Args:
        text: its words, with the topic of the whole question where its own words lack one.
        asked: its words alone.
        beside: the words of the part whose topic it borrows; empty when it borrows none.
        compared: whether it is one side of a comparison.
    """

    text: str
    asked: str
    kind: Kind
    beside: str = ""
    compared: bool = False

    @property
    def about(self) -> str:
        """Its words without the meetings that it names in passing, where enough is left."""
        rest = _AT_MEETINGS.sub(" ", _NEXT_MEETING.sub(_DATES_TO_COME, self.text))
        return rest if content_words(rest) else self.text

    @property
    def borrows(self) -> bool:
        """Whether its topic is that of another part, so that it asks for one thing about it."""
        return bool(self.beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that stands alone.

    Args:
        asked: the whole of it.
        parts: at least one; several for "when did it close and who kept the money?". The limits
            that became filters are taken out of them.
        filters: those given, completed by those that the words name.
    """

    asked: str
    parts: tuple[Part, ...]
    filters: Filters


def understand(
    question: str,
    filters: Filters,
    without: Collection[str] = (),
    today: date | None = None,
) -> Question:
    """What a standalone question asks, and what it limits itself to.

    Filters that were given hold over those that the words name.

    Args:
        without: the names of filters that are not taken from the words.
        today: what "last year" is counted from; `None` for this day.
    """
    text, limits = period(plainly(_unframed(question)), today or date.today())
    text, part = only(text)
    found = replace(
        Filters(since=limits.first, until=limits.last, only=part), **dict.fromkeys(without)
    )
    filters = replace(
        filters,
        since=filters.since or found.since,
        until=filters.until or found.until,
        only=filters.only or found.only,
    )
    parts = _parts(text)
    if filters.only is Only.DECIDED:
        parts = tuple(map(_decided, parts))
    return Question(asked=question, parts=parts, filters=filters)


def kind_of(text: str) -> Kind:
    """What a question, or one part of it, asks for."""
    stripped = text.strip()
    for kind, pattern in _WHOLE_PATTERNS:
        if pattern.search(stripped):
            return kind
    matches = ((pattern.search(stripped), kind) for kind, pattern in _ASKED_PATTERNS)
    asked = [(match.start(), kind) for match, kind in matches if match]
    decided = any(kind is Kind.DECIDED for _, kind in asked)
    first = min(asked, default=None, key=lambda pair: pair[0])
    # "Did members agree…" and "who voted against…" ask for the decision.
    if decided and (first is None or first[1] is Kind.YES_NO or _VOTED.search(stripped)):
        return Kind.DECIDED
    if first:
        return first[1]
    return Kind.SAID if _SENTENCE_WORDS.search(stripped) else Kind.TOPIC


def _decided(part: Part) -> Part:
    """A part of which only what was decided is wanted; a figure or a date is still asked for."""
    return replace(part, kind=Kind.DECIDED) if part.kind in BROAD else part


def _unframed(question: str) -> str:
    """A question without what the asker says of themselves, where enough is left of it, and
    without the order that they want."""
    ordered = _IN_ORDER.sub("", question)
    question = ordered if content_words(ordered) else question
    rest = _FRAME.sub("", question)
    return rest if len(content_words(rest)) >= _FEWEST_WORDS else question


def _parts(text: str) -> tuple[Part, ...]:
    pieces = [piece.strip(" ?,;:-–") for piece in _PART.split(text)]
    pieces = [piece for piece in pieces if len(piece.split()) > 1] or [text]
    if len(pieces) == 1:
        return (Part(text=text, asked=text, kind=kind_of(text)),)
    topic = max(pieces[:-1], key=lambda piece: len(content_words(piece)))
    return tuple(
        Part(text=piece if piece is topic else f"{piece} ({_topic(topic, piece)})",
             asked=piece, kind=kind_of(piece), beside="" if piece is topic else topic)
        for piece in pieces
    )  # fmt: skip


def _topic(topic: str, piece: str) -> str:
    known = {word.lower() for word in content_words(piece)}
    return " ".join(word for word in content_words(topic) if word.lower() not in known)
