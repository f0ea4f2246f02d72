"""Does a sentence name the person, or the business, that is asked for, and tie it to the deed?"""

import re

from assistant.evidence.asking import asks
from assistant.evidence.holding import holders
from assistant.evidence.narrowing import TITLE
from assistant.evidence.runs import Run, unasked
from assistant.understanding.holder import office_held
from assistant.understanding.question import Kind, Part
from vectorstore.stems import stems

_NAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Cllr|Councillor|Supt|Superintendent|Inspector|"
    r"Sergeant|Constable)\.? (?:[A-Z][\w’'-]*\.? ?)+|\b(?!The\b)[A-Z][a-z]+ "
    # An office is no name.
    r"(?!(?:Chief|Constable|Executive|Holder|Members?|Officers?)\b)[A-Z][a-z]+\b|"
    r"\b(?!RESOLVED\b|RECOMMENDED\b|AGREED\b)[A-Z]{3,}\b"
)
_NAMELESS = re.compile(r"^(?:A|One|Another|Some|Several) Members?\b|^Members\b")
# Questions after a business, which is named without a title.
_BUSINESS = re.compile(
    r"\b(?:which|what) (?:charity|company|contractor|firm|operator|supplier)\b", re.IGNORECASE
)
_NAMED_BUSINESS = re.compile(
    rf"\b(?:(?!The\b|RESOLVED\b|{TITLE}\W)[A-Z][\w’'&-]+ ){{1,4}}"
    r"(?!(?:Board|Cabinet|Committee|Council|Forum|Members?|Panel|Partnership|Police)\b)[A-Z][\w’'&-]+"
)
# Questions after who brought something to a decision, and what tells it.
_MOVES = re.compile(r"\b(?:proposed|proposer|moved)\b", re.IGNORECASE)
# "The proposed closure" and "proposed to reduce" bring nothing to a vote.
_MOVED = re.compile(r"(?<!\bthe )\b(?:proposed(?! to\b)|proposer|moved)\b", re.IGNORECASE)
# Questions after who brought a matter before a meeting, and what tells it.
_PRESENTS = re.compile(
    r"\b(?:introduc\w+|present(?:s|ed|er|(?= (?:an?|the)\b))|outlin\w+|took\b.*\bthrough)\b",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"\b(?:introduced|presented|outlined|summarised|"
    r"(?:gave|provided|delivered)\b[^.;]*\b(?:accounts?|overviews?|presentations?|updates?))\b"
)
# Questions after who was given work, and what tells it.
_AWARD = re.compile(
    r"\bwho (?:got|gets|has got|won|wins|landed|is getting|"
    r"(?:was|were|is|has been) (?:given|awarded)) "
    r"(?:[\w’'-]+ ){0,6}?(?:bid|contract|job|tender|work)\b|"
    r"\bwho(?:se)?\b.*\b(?:bid|quotation|quote|tender)\b.*\b(?:accepted|chosen|won)\b",
    re.IGNORECASE,
)
_FIRM = r"(?!(?:RESOLVED|That|The)\b)[A-Z][\w’'&-]+(?: (?:[A-Z&][\w’'&-]*|\(\w+\)))*"
_AWARDED = re.compile(
    r"\b(?:accept|appoint|engage)(?:ed)? (?:the )?"
    rf"(?:(?:bid|quotation|quote|tender) (?:of|from) )?{_FIRM}|"
    rf"\b(?:awarded|let) to {_FIRM}|"
    rf"{_FIRM}(?:,? at £[\d,.]+,?)? (?:be|is|was|were|had been) "
    r"(?:accepted|appointed|chosen|engaged)\b|"
    r"\b(?:bid|quotation|quote|tender)\b[^.;]*"
    rf"\b(?:of|from) {_FIRM}[^.;]*\b(?:accepted|chosen)\b"
)
# Who is asked to have done what: the word after "who", where that is no more than "is".
_DID = re.compile(
    r"\bwho (?:also |first |formally |originally )?"
    r"(?!(?:is|are|was|were|will|would|has|have|had|did|does|do|can|could|else)\b)(?P<verb>\w+)",
    re.IGNORECASE,
)
_BY = re.compile(r"\W+(?:\w+ ){0,2}by (?:the )?(?=[A-Z])")
_WORD = re.compile(r"[\w’'-]+")


def persons(words: str, part: Part) -> list[Run]:
    """The names of a sentence, of people or of businesses as a question asks for, but for those of
    the question; none where it ties nobody to what is asked about."""
    if _NAMELESS.match(words):
        return []
    if office := office_held(part.asked):
        return holders(words, office)
    if awarded(part):
        return unasked(_AWARDED, words, part)
    return _names(words, part) if _names_the_doer(words, part) else []


def _names(words: str, part: Part) -> list[Run]:
    sought = _NAMED_BUSINESS if _BUSINESS.search(part.asked) else _NAMED
    return unasked(sought, words, part)


def asks_something(part: Part) -> bool:
    """Whether a question is after who asked."""
    return part.kind is Kind.WHO and asks(part.asked.rstrip(" ?"))


def tells_presenting(words: str) -> bool:
    """Whether a sentence tells that somebody brought a matter before a meeting."""
    return bool(_PRESENTED.search(words))


def presented(part: Part) -> str | None:
    """The word that asks who brought a matter before a meeting, or whether somebody did, in lower
    case; `None` for other questions."""
    asked = _PRESENTS.search(part.asked) if part.kind in (Kind.WHO, Kind.YES_NO) else None
    return asked.group().split()[0].casefold() if asked else None


def asks_for_business(part: Part) -> bool:
    """Whether a question is after a business: "which company…", "who got the contract?"."""
    return bool(_BUSINESS.search(part.asked)) or awarded(part)


def awarded(part: Part) -> bool:
    """Whether a question is after who was given work to do: "who got the contract?"."""
    return bool(_AWARD.search(part.asked))


def _names_the_doer(words: str, part: Part) -> bool:
    """Whether somebody is named in a sentence as doing what the question is after, as far as it
    tells of that at all: "presented to the Cabinet" does not say by whom."""
    if _MOVES.search(part.asked):
        return bool(_MOVED.search(words))
    if _PRESENTS.search(part.asked):
        return any(_done_by_somebody(words, told, part) for told in _PRESENTED.finditer(words))
    asked = _DID.search(part.asked)
    if not asked or asks_something(part):
        return True
    did = stems(asked["verb"])
    told = [word for word in _WORD.finditer(words) if stems(word.group()) == did]
    return not told or any(_done_by_somebody(words, word, part) for word in told)


def _done_by_somebody(words: str, told: re.Match[str], part: Part) -> bool:
    """Whether a name stands before what was done, or after it with "by"."""
    by = _BY.match(words, told.end())
    return any(
        end <= told.start() or (by and start == by.end()) for start, end in _names(words, part)
    )
