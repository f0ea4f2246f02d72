"""Somebody named by office or rank alone: "what did the Superintendent say about…"."""

import re
from collections.abc import Iterable

from assistant.understanding.speaker import SPEAKS
from vectorstore.keywords import words

_OFFICE_WORDS = (
    r"(?:auditor|cabinet member|chair|chairman|chairperson|chairwoman|chief executive|clerk|"
    r"commissioner|constable|consultant|coroner|director|head|inspector|leader|lead|manager|mayor|"
    r"monitoring officer|ombudsman|portfolio holder|secretary|sergeant|sgt|solicitor|"
    r"superintendent|supt|treasurer|vice-chairman|vice-chair)"
)
_OFFICE = (
    rf"the (?P<office>(?:[\w’'-]+ ){{0,3}}?{_OFFICE_WORDS}(?: (?:of|for) [\w’' ,&-]{{2,60}}?)?)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:did|does|do|has|have|had|would) {_OFFICE} {SPEAKS}\b",
        rf"\baccording to {_OFFICE}(?=[,?.]|$| (?:about|on|what|who|when|how|why)\b)",
    )
)
_IN_FULL = {
    "supt": "superintendent", "insp": "inspector", "sgt": "sergeant", "chairman": "chair",
    "chairwoman": "chair", "chairperson": "chair", "vice-chairman": "vice-chair",
}  # fmt: skip
_LITTLE = frozenset({"of", "for", "the", "and", "county", "council"})
# A deputy is not who is deputised for.
_OTHER_RANK = frozenset({"acting", "assistant", "chief", "deputy", "detective", "vice"})
# Who takes the chair is another at each meeting: only "The Chairman said" tells.
_OF_A_MEETING = frozenset({"chair", "vice-chair"})


def office_named(question: str) -> str | None:
    """The office or rank alone that a question asks to hear, as typed; `None` for none."""
    found = (pattern.search(question) for pattern in _PATTERNS)
    return next((match["office"] for match in found if match), None)


def holders(office: str, roles: Iterable[tuple[str, str]], speakers: Iterable[str]) -> list[str]:
    """Who holds an office: by the words of the minutes, or by the rank before the name.

    Args:
        roles: names with the offices that the minutes give them.
        speakers: as printed.
    """
    asked = _rank(office)
    if asked & _OF_A_MEETING:
        return []
    by_role = [name for name, held in roles if _is(asked, _rank(held))]
    by_rank = [name for name in speakers if _is(asked, _rank(name))]
    return list(dict.fromkeys(by_role + by_rank))


def _is(asked: frozenset[str], held: frozenset[str]) -> bool:
    return asked <= held and not (held - asked) & _OTHER_RANK


def _rank(text: str) -> frozenset[str]:
    told = (word.casefold() for word in words(text))
    return frozenset(_IN_FULL.get(word, word) for word in told) - _LITTLE
