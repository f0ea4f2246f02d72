"""Does a sentence give the figure asked for: a number of something, a sum, a share, a span?"""

import re

from assistant.evidence.runs import Run, unasked
from assistant.understanding.question import Kind, Part
from vectorstore.keywords import content_words
from vectorstore.stems import stems

_NUMBER_WORDS = (
    # "One of the tools" counts nothing.
    "one(?! of\\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|"
    "twenty|thirty|forty|fifty|hundred|thousand|million|once|twice|half|third|quarter"
)
_FIGURE = re.compile(
    rf"(?<![\d/])(?!(?:19|20)\d\d\b)\d[\d,.]*%?|\b(?:{_NUMBER_WORDS})\b", re.IGNORECASE
)
# Questions after money, and what tells a sum of it.
_OF_MONEY = re.compile(
    r"\b(?:costs?|budgets?|prices?|spen[dt]|spending|paid|pay|grant|fund(?:s|ed|ing)?|money|quoted?|"
    r"bid|worth)\b|£|\bhow much\b.*\b(?:get|gets|got|given|receive[sd]?)\b",
    re.IGNORECASE,
)
# A sum that is missing, left over or taken in is not what something costs.
_NOT_SPENT = r"(?:over|under)spen\w+|sav(?:e[ds]?|ings?)|deficit|surplus|income|reserves?|grants?"
_OF_NOT_SPENT = re.compile(
    rf"\b(?:{_NOT_SPENT}|left|fund\w*|receiv\w+|get|gets|got|given)\b", re.IGNORECASE
)
_WHAT_OF = re.compile(
    rf"\b(?:(?P<not_spent>{_NOT_SPENT})|cost\w*|spen[dt]\w*|price\w*|paid|pays?|rent|fees?|charge\w*|"
    r"budget\w*|estimate\w*)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[£€$]\s?\d[\d,.]*|\b\d[\d,.]*p\b|\b\d[\d,.]* (?:million|pounds|pence)\b")
# Questions after how long something takes, and what tells it.
_OF_TIME = re.compile(r"\bhow (?:long|much (?:\w+ )?time)\b", re.IGNORECASE)
_SPAN = re.compile(
    rf"\b(?:\d[\d,.]*|{_NUMBER_WORDS}|a|an|several)(?:[ -]\w+)?[ -]"
    r"(?:minute|hour|day|night|week|month|year|decade)s?\b|\bsince \w+",
    re.IGNORECASE,
)
# Questions after an age, and what tells it.
_OF_AGE = re.compile(r"\bhow old\b|\bwhat age\b", re.IGNORECASE)
_AGE = re.compile(
    rf"\b(?:\d+|{_NUMBER_WORDS})[ -]years?[ -](?:old|of age)\b|\baged? \d+\b|"
    r"\b(?:born|built|dat(?:ed|es|ing)|founded|installed|made|opened)\b(?: back)?"
    r"(?: from| in| to| on)*[^.;]{0,20}\b(?:1\d|20)\d\d\b",
    re.IGNORECASE,
)
# Questions after a share, and what tells one: "22%", "one in six", "305, of which 97".
_OF_SHARE = re.compile(
    r"\b(?:what|which) (?:%|per ?cent\b|(?:percentage|proportion|share|fraction)\b)", re.IGNORECASE
)
_SHARE = re.compile(
    rf"\d[\d,.]* ?(?:%|per ?cent\b)|\b(?:{_NUMBER_WORDS}|\d+) (?:in|out of) "
    rf"(?:{_NUMBER_WORDS}|\d[\d,]*)\b|\bhalf\b|\b(?:thirds?|quarters?)\b|"
    r"\bof (?:which|the|these|those) \d[\d,]*|\b\d[\d,]* (?:out )?of (?:the )?\d[\d,]*",
    re.IGNORECASE,
)
# Questions after what somebody gets, and what tells that a sum was not given.
_RECEIVES = re.compile(
    r"\b(?:funding|grants?|money)\b.*\b(?:get|gets|getting|got|receive[sd]?)\b|"
    r"\bhow much\b.*\b(?:get|gets|getting|got|given|receive[sd]?)\b",
    re.IGNORECASE,
)
_GETS = re.compile(
    r"\b(?:funding|get|gets|getting|given|got|grants?|money|receive[sd]?)\b", re.IGNORECASE
)
_NOT_GIVEN = re.compile(r"\b(?:declined|deferred|deficit|overspen\w+|refused|rejected)\b")
_HOW_MANY = re.compile(r"\bhow many\b(?! pounds\b)", re.IGNORECASE)
# What is to be counted: the last word of the noun phrase after "how many".
_COUNTED = re.compile(
    r"\bhow many (?:of (?:the|those|these) )?(?:[\w’'-]+ ){0,3}?(?P<noun>[\w’'-]+)"
    r"(?=\s+(?:are|were|is|was|have|has|had|did|do|does|can|could|will|would|there|in|of|on|at|"
    r"who|that|which|to|for|from|by)\b|\W*$)",
    re.IGNORECASE,
)
# Whoever or whatever they are, and however often.
_OF_ANY_SORT = frozenset(
    """
    areas aspects cases elements kinds ones parts people persons phases points sorts stages steps
    strands things times types
    """.split()
)
_COUNTS = re.compile(
    r"\W{1,2}(?:of (?:the|these|those) )?(?:[a-z-]+ ){0,3}[a-z-]{2,}s\b|%|\W?per ?cent\b"
)
_NUMBER = re.compile(
    rf"(?<![\d/£€$.,])(?<![A-Za-z][-–])(?!(?:19|20)\d\d\b)\d[\d,.]*(?!\S*p\b)|\b(?:{_NUMBER_WORDS})\b",
    re.IGNORECASE,
)
# How many words may stand between a number and what it counts: "57 supported bus services".
_BETWEEN = 3


def figures(words: str, part: Part) -> list[Run]:
    """The runs of a sentence that give the figure asked for, but for those of the question."""
    sought = _sought(part)
    runs = unasked(sought, words, part)
    if asks_for_receipts(part):
        return [] if _NOT_GIVEN.search(words) else _of_recipient(runs, words, part)
    if sought is _SUM and not _OF_NOT_SPENT.search(part.text):
        return [run for run in runs if not _not_spent(words[: run[0]])]
    return runs


def asks_for_receipts(part: Part) -> bool:
    """Whether a question is after what somebody gets: "what funding does the club get?"."""
    return bool(_RECEIVES.search(part.asked))


def _of_recipient(runs: list[Run], words: str, part: Part) -> list[Run]:
    """The sums of the piece of a list that names who gets them, where one does."""
    asked = set(stems(" ".join(content_words(_GETS.sub(" ", part.asked)))))
    ends = [mark.start() for mark in re.finditer(";", words)] + [len(words)]
    pieces = list(zip([0, *ends], ends, strict=False))
    named = [len(asked & set(stems(words[start:end]))) for start, end in pieces]
    of_it = [piece for piece, held in zip(pieces, named, strict=True) if held == max(named)]
    return [run for run in runs if any(start <= run[0] < end for start, end in of_it)]


def asks_for_share(part: Part) -> bool:
    """Whether a question is after a share: "what percentage…"."""
    return bool(_OF_SHARE.search(part.asked))


def _not_spent(before: str) -> bool:
    """Whether the last word that says what a sum is of, before it, says that it was not spent."""
    told = [word["not_spent"] for word in _WHAT_OF.finditer(before)]
    return bool(told and told[-1])


def _sought(part: Part) -> re.Pattern[str]:
    """What the figure that a question asks for looks like."""
    if _HOW_MANY.search(part.asked):
        return _NUMBER
    if asks_for_share(part):
        return _SHARE
    if _OF_MONEY.search(part.text):
        return _SUM
    if _OF_AGE.search(part.asked):
        return _AGE
    return _SPAN if _OF_TIME.search(part.asked) else _FIGURE


def counted(question: str) -> str | None:
    """What "how many" is asked of, in lower case; `None` where that may be told by any word."""
    found = _COUNTED.search(question)
    noun = found["noun"].casefold() if found else None
    return None if noun in _OF_ANY_SORT else noun


def counts_something(words: str, part: Part) -> bool:
    """Whether each figure of a sentence is of something that stands after it: "20 pupils", "5%"."""
    runs = figures(words, part) if part.kind is Kind.FIGURE else []
    return bool(runs) and all(_COUNTS.match(words, end) for _, end in runs)


def counts(words: str, noun: str) -> bool:
    """Whether a sentence holds a number of something: "four wardens"."""
    sought = stems(noun)
    return any(
        sought[0] in stems(words[number.end() :])[: _BETWEEN + 1]
        for number in _NUMBER.finditer(words)
    )
