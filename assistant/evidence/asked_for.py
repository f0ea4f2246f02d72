"""Does a sentence give the sort of thing that is asked for: a figure, a date, a name?"""

import re

from assistant.understanding.question import Kind, Part
from vectorstore.records import DECIDES, ParagraphKind

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER_WORDS = (
    # "One of the tools" counts nothing.
    "one(?! of\\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|"
    "twenty|thirty|forty|fifty|hundred|thousand|million|once|twice|half|third|quarter"
)
_GIVES = {
    Kind.FIGURE: re.compile(
        rf"(?<![\d/])(?!(?:19|20)\d\d\b)\d[\d,.]*%?|\b(?:{_NUMBER_WORDS})\b", re.IGNORECASE
    ),
    Kind.WHEN: re.compile(
        rf"\b(?:\d\d? )?(?:{_MONTHS})(?: (?:19|20)\d\d)?\b|\b(?:19|20)\d\d\b|"
        r"\b(?:day|week|month|year)s?\b"
    ),
    Kind.WHO: re.compile(
        r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Cllr|Councillor|Supt|Superintendent|Inspector|"
        r"Sergeant|Constable)\.? (?:[A-Z][\w’'-]*\.? ?)+|\b(?!The\b)[A-Z][a-z]+ [A-Z][a-z]+\b|"
        r"\b[A-Z]{3,}\b"
    ),
}
# Questions after money, and what tells a sum of it.
_OF_MONEY = re.compile(
    r"\b(?:costs?|budgets?|prices?|spen[dt]|spending|paid|pay|grant|fund(?:s|ed|ing)?|money)\b|£",
    re.IGNORECASE,
)
_SUM = re.compile(r"[£€$]\s?\d[\d,.]*|\b\d[\d,.]*p\b|\b\d[\d,.]* (?:million|pounds|pence)\b")
# Questions after the day of a meeting, and what tells it.
_OF_MEETING = re.compile(
    r"\b(?:date|when|day)\b.*\b(?:meet|met|sit|sat|meeting (?:held|take|took|was)|next meeting)\b",
    re.IGNORECASE,
)
# A line that is a date and nothing else stands in a list of such days.
_HELD = re.compile(
    r"\b(?:held|met|sat|meeting of|meeting on|(?:next|future) meetings?)\b|"
    rf"^(?:\W|\w+day,? )*\d\d?(?:st|nd|rd|th)? (?:{_MONTHS}) (?:19|20)\d\d\W*$",
    re.IGNORECASE,
)
# What is to be counted: the last word of the noun phrase after "how many".
_COUNTED = re.compile(
    r"\bhow many (?:of (?:the|those|these) )?(?:[\w’'-]+ ){0,3}?(?P<noun>[\w’'-]+)"
    r"(?=\s+(?:are|were|is|was|have|has|had|did|do|does|can|could|will|would|there|in|of|on|at|"
    r"who|that|which|to|for|from|by)\b|\W*$)",
    re.IGNORECASE,
)
# Whoever they are, and however often.
_OF_ANY_SORT = frozenset({"people", "persons", "times", "things", "ones"})
_COUNTS = re.compile(r"\W{1,2}(?:of (?:the|these|those) )?(?:[a-z-]+ )?[a-z-]{2,}s\b")
_ASKS = re.compile(
    r"\b(?:asked|queried|enquired|wanted to know|sought (?:assurance|clarification))\b"
    r"(?! to be\b)|\?$"
)
# Questions after who brought something to a decision, and what tells it.
_MOVES = re.compile(r"\b(?:proposed|proposer|moved)\b", re.IGNORECASE)
_SECONDS = re.compile(r"\bsecond(?:ed|ers?)\b", re.IGNORECASE)
# "The proposed closure" and "proposed to reduce" bring nothing to a vote.
_MOVED = re.compile(r"(?<!\bthe )\b(?:proposed(?! to\b)|proposer|moved)\b", re.IGNORECASE)
_NAMELESS = re.compile(r"^(?:A|One|Another|Some|Several) Members?\b|^Members\b")


def asks(words: str) -> bool:
    """Whether a sentence reports a question, to which the next one is the reply."""
    return bool(_ASKS.search(words))


def asks_for_seconder(part: Part) -> bool:
    """Whether a question is after who seconded something, which only a sentence that says it
    tells."""
    return part.kind is Kind.DECIDED and bool(_SECONDS.search(part.asked))


def counted(question: str) -> str | None:
    """What "how many" is asked of, in lower case; `None` where that may be told by any word."""
    found = _COUNTED.search(question)
    noun = found["noun"].casefold() if found else None
    return None if noun in _OF_ANY_SORT else noun


def counts_something(words: str, part: Part) -> bool:
    """Whether each figure of a sentence is of something that stands after it: "20 pupils"."""
    runs = given(words, part)
    return bool(runs) and all(_COUNTS.match(words, end) for _, end in runs)


def gives(words: str, written_as: ParagraphKind, part: Part) -> bool:
    """Whether a sentence gives the sort of thing that is asked for: a figure, a date, a name.

    What the question itself says is no answer to it.

    Args:
        written_as: what the sentence's paragraph does.
    """
    if asks_for_seconder(part):
        return bool(_SECONDS.search(words))
    if part.kind is Kind.DECIDED:
        return written_as in DECIDES | {ParagraphKind.MOTION}
    # A question gives no answer, but to "who asked for it?", and then nothing else does.
    after_asker = part.kind is Kind.WHO and asks(part.asked.rstrip(" ?"))
    if part.kind in _GIVES and asks(words) is not after_asker:
        return False
    if part.kind is Kind.WHO and _NAMELESS.match(words):
        return False
    if part.kind is Kind.WHO and _MOVES.search(part.asked) and not _MOVED.search(words):
        return False
    if part.kind not in _GIVES:
        return True
    if part.kind is Kind.WHEN and _OF_MEETING.search(part.text) and not _HELD.search(words):
        return False
    return bool(given(words, part))


def given(words: str, part: Part) -> tuple[tuple[int, int], ...]:
    """The runs of a sentence that give the figure, the date or the name asked for, as offsets.

    What the question itself says is no answer to it. Empty for questions after anything else.
    """
    if part.kind not in _GIVES:
        return ()
    asked = part.text.casefold()
    of_money = part.kind is Kind.FIGURE and _OF_MONEY.search(part.text)
    runs = (_SUM if of_money else _GIVES[part.kind]).finditer(words)
    return tuple(run.span() for run in runs if run.group().strip().casefold() not in asked)
