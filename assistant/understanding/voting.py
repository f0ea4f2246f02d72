"""Questions for votes as such: "how did the votes go on…", "which motions were lost"."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Ending(StrEnum):
    """How a vote ended, as questions name it."""

    CARRIED = "carried"
    LOST = "lost"
    TIED = "tied"
    UNANIMOUS = "unanimous"


_WORDS = {
    Ending.CARRIED: r"carried|passed|won|successful|adopted",
    Ending.LOST: r"lost|defeated|rejected|failed|fell|unsuccessful|voted down",
    Ending.TIED: r"tied|even|a tie|drawn",
    Ending.UNANIMOUS: r"unanimous(?:ly)?",
}
_ENDINGS = "|".join(_WORDS.values())
_BODY = (
    r"(?:the )?(?:[\w’'&-]+ ){0,3}?"
    r"(?:authority|board|cabinet|committee|council|forum|meeting|panel|partnership)"
)
_WHO = (
    rf"(?:councillors|everybody|everyone|members|people|they|the (?:councillors|members)|{_BODY})"
)
_VOTES = r"(?:recorded |named )?votes?"
_LIST = (
    r"^\W*(?:(?:please|show|give|list|tell|find|me|us|all|any|each|every|the|of|what|which|were|"
    r"was|are|is|there)\s+)*"
)
_ENDS = (
    r"(?=\s+(?:about|after|at|before|between|by|concerning|during|for|from|in|of|on|over|regarding|"
    r"since|until|within)\b|\W*$)"
)
_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bhow (?:did|have|has|do) {_WHO} vot(?:e|ed)\b",
        r"\bhow (?:did|have|were|was) (?:the |all the )?votes?\b(?P<between>.*?)\b"
        r"(?:cast|fall|fallen|go|gone|split|turn(?:ed)? out)\b",
        r"\bhow close (?:was|were) (?:the )?votes?\b",
        r"\bwhat (?:was|were|is|are) (?:the )?(?:(?:outcome|result|breakdown)s? of (?:the )?)?"
        rf"{_VOTES}{_ENDS}",
        r"\b(?:outcome|result|breakdown)s? of (?:all )?(?:the )?votes?\b",
        r"\bwhat (?:was|were|has been|have been) voted (?:on|upon)\b",
        rf"{_LIST}{_VOTES}(?: (?:there|were|was|taken|held|recorded|cast|made))*{_ENDS}",
    )
)
_WHAT = r"(?P<what>motions?|amendments?|proposals?|votes?)"
_ENDED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:which|what|any|all|every|list|show|how many)\b(?: of)?(?: the)? {_WHAT}\b"
        rf"(?P<between>.*?)\b(?P<ending>{_ENDINGS})\b",
        rf"{_LIST}(?P<ending>{_ENDINGS}) {_WHAT}{_ENDS}",
    )
)
_WHO_VOTED = re.compile(
    r"\b(?:who|whom|(?:which|how many)(?: [\w’'-]+){0,2})(?: else)?(?: have| has| had| also| all)* "
    r"(?:voted|abstained)\b|\bdid\b[^?]{1,60}?\b(?:vote|abstain)\b",
    re.IGNORECASE,
)
CUES = frozenset(
    """
    cast close counted defeated fall held how many move moved named people recorded result results
    split taken whole
    """.split()
)
"""Words, in lower case, that ask for votes and name no matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which votes a question seeks.

    Args:
        ending: how they ended; `None` for all.
        amendments: whether only votes on amendments are sought.
        rest: the words that are left, which name the matter if any do.
    """

    ending: Ending | None
    amendments: bool
    rest: str


def votes_sought(question: str) -> Sought | None:
    """Which votes a question asks for; `None` where it asks for something else, as for who of the
    two sides voted how."""
    for pattern in _ENDED:
        if found := pattern.search(question):
            return Sought(
                ending=_ending(found["ending"]),
                amendments=found["what"].casefold().startswith("amendment"),
                rest=_beside(question, found),
            )
    for pattern in _ASKED:
        if found := pattern.search(question):
            return Sought(ending=None, amendments=False, rest=_beside(question, found))
    return None


def asks_who_voted(question: str) -> bool:
    """Whether a question is after who voted how: "who voted against…", "did Mrs Bell abstain"."""
    return bool(_WHO_VOTED.search(question))


def _beside(question: str, found: re.Match[str]) -> str:
    between = found.groupdict().get("between") or ""
    return " ".join(f"{question[: found.start()]} {between} {question[found.end() :]}".split())


def _ending(word: str) -> Ending:
    return next(each for each, words in _WORDS.items() if re.fullmatch(words, word, re.IGNORECASE))
