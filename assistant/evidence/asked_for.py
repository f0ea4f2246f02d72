"""Does a sentence give the sort of thing that is asked for: a figure, a date, a name, a reason?"""

import re

from assistant.evidence.narrowing import TITLE
from assistant.understanding.question import Kind, Part
from vectorstore.records import DECIDES, ParagraphKind
from vectorstore.stems import stems

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
        r"Sergeant|Constable)\.? (?:[A-Z][\w’'-]*\.? ?)+|\b(?!The\b)[A-Z][a-z]+ "
        # An office is no name.
        r"(?!(?:Chief|Constable|Executive|Holder|Members?|Officers?)\b)[A-Z][a-z]+\b|"
        r"\b(?!RESOLVED\b|RECOMMENDED\b|AGREED\b)[A-Z]{3,}\b"
    ),
}
# Questions after money, and what tells a sum of it.
_OF_MONEY = re.compile(
    r"\b(?:costs?|budgets?|prices?|spen[dt]|spending|paid|pay|grant|fund(?:s|ed|ing)?|money)\b|£",
    re.IGNORECASE,
)
# A sum that is missing, left over or taken in is not what something costs.
_NOT_SPENT = r"(?:over|under)spen\w+|sav(?:e[ds]?|ings?)|deficit|surplus|income|reserves?|grants?"
_OF_NOT_SPENT = re.compile(rf"\b(?:{_NOT_SPENT}|left|fund\w*|receiv\w+)\b", re.IGNORECASE)
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
_HOW_MANY = re.compile(r"\bhow many\b(?! pounds\b)", re.IGNORECASE)
# What is to be counted: the last word of the noun phrase after "how many".
_COUNTED = re.compile(
    r"\bhow many (?:of (?:the|those|these) )?(?:[\w’'-]+ ){0,3}?(?P<noun>[\w’'-]+)"
    r"(?=\s+(?:are|were|is|was|have|has|had|did|do|does|can|could|will|would|there|in|of|on|at|"
    r"who|that|which|to|for|from|by)\b|\W*$)",
    re.IGNORECASE,
)
# Whoever they are, and however often.
_OF_ANY_SORT = frozenset({"people", "persons", "times", "things", "ones"})
_COUNTS = re.compile(r"\W{1,2}(?:of (?:the|these|those) )?(?:[a-z-]+ ){0,2}[a-z-]{2,}s\b")
_NUMBER = re.compile(
    rf"(?<![\d/£€$.,])(?!(?:19|20)\d\d\b)\d[\d,.]*(?!\S*p\b)|\b(?:{_NUMBER_WORDS})\b", re.IGNORECASE
)
# How many words may stand between a number and what it counts: "57 supported bus services".
_BETWEEN = 3
_ASKS = re.compile(
    # What somebody had asked for before is told, not asked.
    r"(?<!\bhad )\b(?:asked|queried|enquired|wanted to know|sought (?:assurance|clarification))\b"
    r"(?! to be\b)|\?$"
)
_REQUESTS = re.compile(r"\b(?:requested|called for|asked for)\b")
_UNANSWERED = re.compile(
    r"\b(?:did not (?:know|have)|(?:could|can) not (?:\w+ )?(?:say|give)|could give no|"
    r"declined to say|(?:had|has|have|was|were) not (?:been )?(?:\w+ )?(?:recorded|costed|counted)|"
    r"would be a guess)\b"
)
# Questions after who brought something to a decision, and what tells it.
_MOVES = re.compile(r"\b(?:proposed|proposer|moved)\b", re.IGNORECASE)
_SECONDS = re.compile(r"\bsecond(?:ed|ers?)\b", re.IGNORECASE)
# "The proposed closure" and "proposed to reduce" bring nothing to a vote.
_MOVED = re.compile(r"(?<!\bthe )\b(?:proposed(?! to\b)|proposer|moved)\b", re.IGNORECASE)
# Questions after who brought a matter before a meeting, and what tells it.
_PRESENTS = re.compile(
    r"\b(?:introduc\w+|present(?:s|ed|er|(?= (?:an?|the)\b))|outlin\w+|took\b.*\bthrough)\b",
    re.IGNORECASE,
)
_PRESENTING = frozenset({"item", "paper", "presentation", "report", "update"})
_PRESENTED = re.compile(
    r"\b(?:introduced|presented|outlined|summarised|"
    r"(?:gave|provided|delivered)\b[^.;]*\b(?:accounts?|overviews?|presentations?|updates?))\b"
)
# What tells a reason.
_REASON = re.compile(
    r"\b(?:because|due to|owing to|as a result|so (?:that|as)|in (?:order|view of|light of)|since|"
    r"on the grounds?|reasons?|therefore|thus|hence|through|given|rather than|caus(?:e[sd]?|ing)|"
    r"led to|leading to|driven by|drivers?|factors?|meant that|would mean|explain(?:s|ed)|"
    r"concern(?:s|ed)?|worr(?:y|ied|ies)|risks?|thanks to|aim(?:s|ed)?|purpose|intended|not enough|"
    r"(?:lack|want|shortage|rise|increase|fall|pressure)s? (?:of|in|on)|"
    r"as(?! (?:well|to|for|follows|an?|the|of|part|set|per)\b)|"
    r"to (?:allow|avoid|enable|ensure|help|improve|keep|make|meet|prevent|protect|reduce|save|"
    r"secure|stop|support|tackle))\b",
    re.IGNORECASE,
)
# Who is asked to have done what: the word after "who", where that is no more than "is".
_DID = re.compile(
    r"\bwho (?:also |first |formally |originally )?"
    r"(?!(?:is|are|was|were|will|would|has|have|had|did|does|do|can|could|else)\b)(?P<verb>\w+)",
    re.IGNORECASE,
)
# Questions after who heads a body, and the body that a sentence gives somebody to head.
_OFFICE = r"(?:chair(?:man|woman|person|s|ed)?|leader|leads?|led|head(?:s|ed)?|mayor|director)"
_HEADS = re.compile(
    rf"\bwho (?:(?:is|was|are|were) )?(?:the )?{_OFFICE} (?:of )?(?:the )?(?P<body>[^?.,;]+)",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"\b{_OFFICE}\b", re.IGNORECASE)
_HEAD_OF = re.compile(rf"\b{_OFFICE} (?:of|for) (?:the )?(?P<body>[^,.;:()]+)", re.IGNORECASE)
# Questions after a business, which is named without a title.
_BUSINESS = re.compile(
    r"\b(?:which|what) (?:charity|company|contractor|firm|operator|supplier)\b", re.IGNORECASE
)
_NAMED_BUSINESS = re.compile(
    rf"\b(?:(?!The\b|RESOLVED\b|{TITLE}\W)[A-Z][\w’'&-]+ ){{1,4}}"
    r"(?!(?:Board|Cabinet|Committee|Council|Forum|Members?|Panel|Partnership|Police)\b)[A-Z][\w’'&-]+"
)
_BY = re.compile(r"\W+(?:\w+ ){0,2}by (?:the )?(?=[A-Z])")
_WORD = re.compile(r"[\w’'-]+")
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


def counts(words: str, noun: str) -> bool:
    """Whether a sentence holds a number of something: "four wardens"."""
    sought = stems(noun)
    return any(
        sought[0] in stems(words[number.end() :])[: _BETWEEN + 1]
        for number in _NUMBER.finditer(words)
    )


def gives(words: str, written_as: ParagraphKind, part: Part) -> bool:
    """Whether a sentence gives the sort of thing that is asked for: a figure, a date, a name, a
    reason.

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
    asked = asks(words) or (after_asker and bool(_REQUESTS.search(words)))
    if part.kind in _GIVES and asked is not after_asker:
        return False
    if part.kind is Kind.WHO and not _names_the_doer(words, part):
        return False
    if part.kind is Kind.YES_NO and relation(part):
        return bool(_PRESENTED.search(words))
    if part.kind is Kind.WHY:
        return bool(_REASON.search(words))
    if part.kind not in _GIVES:
        return True
    if part.kind is Kind.WHEN and _OF_MEETING.search(part.text) and not _HELD.search(words):
        return False
    return bool(given(words, part))


def unanswered(words: str) -> bool:
    """Whether a reply only tells that the thing asked for is not known: "could not say"."""
    return bool(_UNANSWERED.search(words))


def relation(part: Part) -> frozenset[str]:
    """The words that ask who brought a matter before a meeting, or whether somebody did, in lower
    case, which are none of the matter; empty for other questions."""
    asked = _PRESENTS.search(part.asked) if part.kind in (Kind.WHO, Kind.YES_NO) else None
    if not asked:
        return frozenset()
    return _PRESENTING | {asked.group().split()[0].casefold()}


def done(question: str) -> str | None:
    """What a question after somebody says to have been done: "who *opened* the pier?"."""
    found = _DID.search(question)
    return found["verb"] if found else None


def _names_the_doer(words: str, part: Part) -> bool:
    """Whether somebody is named in a sentence as doing what the question is after, as far as it
    tells of that at all: "presented to the Cabinet" does not say by whom."""
    if _NAMELESS.match(words) or _heads_no_such_body(words, part):
        return False
    if _MOVES.search(part.asked):
        return bool(_MOVED.search(words))
    if _PRESENTS.search(part.asked):
        return any(_done_by_somebody(words, told, part) for told in _PRESENTED.finditer(words))
    verb = done(part.asked)
    if not verb or asks(part.asked.rstrip(" ?")):
        return True
    did = stems(verb)
    told = [word for word in _WORD.finditer(words) if stems(word.group()) == did]
    return not told or any(_done_by_somebody(words, word, part) for word in told)


def _heads_no_such_body(words: str, part: Part) -> bool:
    """Whether a sentence names no head of the body asked about: none at all, or another's."""
    asked = _HEADS.search(part.asked)
    if not asked:
        return False
    body = set(stems(asked["body"]))
    told = [set(stems(other)) for other in _HEAD_OF.findall(words)]
    if not told:
        return not _HEAD.search(words)
    return all(len(body & other) < len(body) / 2 for other in told)


def _done_by_somebody(words: str, told: re.Match[str], part: Part) -> bool:
    """Whether a name stands before what was done, or after it with "by"."""
    by = _BY.match(words, told.end())
    return any(
        end <= told.start() or (by and start == by.end()) for start, end in given(words, part)
    )


def given(words: str, part: Part) -> tuple[tuple[int, int], ...]:
    """The runs of a sentence that give the figure, the date or the name asked for, as offsets.

    What the question itself says is no answer to it. Empty for questions after anything else.
    """
    if part.kind not in _GIVES:
        return ()
    asked = part.text.casefold()
    sought = _sought(part)
    runs = [run for run in sought.finditer(words) if run.group().strip().casefold() not in asked]
    if sought is _SUM and not _OF_NOT_SPENT.search(part.text):
        runs = [run for run in runs if not _not_spent(words[: run.start()])]
    return tuple(run.span() for run in runs)


def _not_spent(before: str) -> bool:
    """Whether the last word that says what a sum is of, before it, says that it was not spent."""
    told = [word["not_spent"] for word in _WHAT_OF.finditer(before)]
    return bool(told and told[-1])


def _sought(part: Part) -> re.Pattern[str]:
    """What a figure, a date or a name that a question asks for looks like."""
    if part.kind is Kind.FIGURE and _HOW_MANY.search(part.asked):
        return _NUMBER
    if part.kind is Kind.FIGURE and _OF_MONEY.search(part.text):
        return _SUM
    if part.kind is Kind.FIGURE and _OF_TIME.search(part.asked):
        return _SPAN
    if part.kind is Kind.WHO and _BUSINESS.search(part.asked):
        return _NAMED_BUSINESS
    return _GIVES[part.kind]
