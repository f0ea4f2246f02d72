"""Does a sentence name who holds an office: "Mrs Vane, Chair of the Board", "Provost Rae"?"""

import re
from functools import lru_cache

from assistant.evidence.narrowing import TITLE
from assistant.evidence.runs import Run
from assistant.understanding.holder import Office
from vectorstore.keywords import words as words_in
from vectorstore.stems import stems

_TITLE = rf"(?:{TITLE}|PC|Rev\.?|Provost)"
_PROPER = (
    r"(?!(?:The|This|That|In|At|On|For|And|Present|Apologies|Cllrs|Councillors|Members?)\b)"
    r"[A-ZÀ-Þ][a-zß-ÿ][\w’'-]*"
)
# Bounded, so that no text however odd takes long.
_PERSON = rf"(?:(?:[A-Z]\.? ?){{1,3}} ?)?{_PROPER}(?: (?:[A-Z]\.? )?{_PROPER}){{0,4}}"
_NAME = rf"(?P<name>(?:{_TITLE} ){{0,2}}{_PERSON})"
# Without a title, one capital alone is no name.
_FULL_NAME = rf"(?P<name>(?:{_TITLE} ){{1,2}}{_PERSON}|(?:[A-Z]\.? |{_PROPER} ){_PERSON})"
_OF = (
    r"(?: (?:of|for) (?:the )?|, (?=[\w ]+ (?:Authority|Board|Committee|Council|Panel)\b))"
    r"(?P<of>[^,.;:()|]+(?:\([A-Z]{2,}\))?)"
)
# Other offices of the same person, between the name and the one asked for.
_ALSO = (
    rf"(?:who (?:is|was) )?(?:(?!{_TITLE}\W)"
    r"(?:[A-Z][\w’'/-]*|[a-z]+(?= and )|and|of|for|the|in|to|&)[ ,/]{1,2}){0,15}"
)
_BECAME = (
    r"(?:(?:be|is|was|as|has|had|been|re-?elected|elected|appointed|became|made|new|the|our) ){1,5}"
)
# A deputy is not who is deputised for, and a team's leader leads no council.
_OTHERS = frozenset(
    """
    acting assistant chief depute deputy ex former group late lay opposition shadow team vice
    """.split()
)
_ALIKE = {
    "chair": "chair(?:man|woman|person)?",
    "chairman": "chair(?:man|woman|person)?",
    "convener": "convenor|convener",
    "headteacher": "head ?teacher|headmaster|headmistress",
    "supt": "superintendent|supt",
}
# What no person is called.
_BODIES = frozenset(
    """
    act agreement authority board business committee company council department forum group limited
    ltd office panel partnership plan police report service services society team trust unit
    """.split()
)
# What names of bodies have in common.
_COMMON = frozenset(
    stems(
        """
        and at authority board borough city committee council county district for in of on parish
        the to town
        """
    )
)
# A parish's clerk is its clerk.
_ANY = re.compile(
    r"^(?:(?:borough|city|council|county|current|district|local|new|parish|town|ward)[’'s]* )+",
    re.IGNORECASE,
)
_PORTFOLIO = re.compile(rf"{_NAME} ?\((?P<of>[^()]+)\)")


def holders(words: str, office: Office) -> list[Run]:
    """Where a sentence names those who hold an office."""
    name = _ANY.sub("", office.name.casefold())
    ties = [tie for pattern in _ties(name) for tie in pattern.finditer(words)]
    held = [tie for tie in ties if _is(tie, office)] or _by_portfolio(words, office)
    return [tie.span("name") for tie in held]


def holds_of(told: str, office: Office) -> bool:
    """Whether a text that tells where a sentence stands names where an office is held, or what it
    is of, if that is asked."""
    asked = _telling(office.at or office.of)
    return not asked or 2 * len(asked & set(stems(told))) > len(asked)


@lru_cache(maxsize=256)
def _ties(office: str) -> tuple[re.Pattern[str], ...]:
    """The ways in which sentences tie a name to an office."""
    told = r"[ -]".join(
        f"(?:{_ALIKE.get(word, re.escape(word))})" for word in re.split(r"[ -]", office)
    )
    here = rf"\b(?P<office>(?i:{told}))\b"
    forms = [
        rf"{here}(?:{_OF})?[,:] ?{_FULL_NAME}",
        rf"{here} {_NAME}",
        rf"{_NAME} ?(?:, ?(?:the )?|\((?:the )?| [–-] ){_ALSO}{here}(?:{_OF})?",
        rf"{_NAME},? {_BECAME}{_ALSO}{here}(?:{_OF})?",
    ]
    if office in {"mp", "ms", "msp"}:
        forms.append(rf"{_NAME} (?P<office>{office.upper()})\b")
    if office.startswith("chair"):
        forms += [
            rf"{_NAME}[^.;]{{0,20}} (?:took|in) the (?P<office>[Cc]hair)\b",
            rf"\b(?P<office>[Cc]haired) by {_NAME}",
            rf"{_NAME} (?P<office>[Cc]hair(?:s|ed)) (?:the )?(?P<of>[^,.;:()|]+)",
        ]
    return tuple(map(re.compile, forms))


def _is(tie: re.Match[str], office: Office) -> bool:
    """Whether what a sentence ties a name to is the office asked for, and the name a person's."""
    before = words_in(tie.string[: tie.start("office")])[-1:]
    others = _OTHERS - set(words_in(office.name.casefold()))
    person = {word.casefold() for word in words_in(tie["name"])}
    return (
        not {word.casefold() for word in before} & others
        and not person & _BODIES
        and _of_the_same(tie.groupdict().get("of") or "", office)
    )


def _of_the_same(held: str, office: Office) -> bool:
    """Whether two offices are of the same body or matter, as far as both are told."""
    asked, told = _telling(office.of), _telling(held)
    if not told or not asked:
        return "opposition" not in held.casefold()
    alike = _initials(office.of) in words_in(held) or _initials(held) in words_in(office.of.upper())
    return alike or 2 * len(asked & told) > len(asked)


def _by_portfolio(words: str, office: Office) -> list[re.Match[str]]:
    """Where a name stands before the matters that it answers for: "Mr Orrell (Ferries)"."""
    if not office.of or not office.name.casefold().endswith(("member", "holder")):
        return []
    return [tie for tie in _PORTFOLIO.finditer(words) if _of_the_same(tie["of"], office)]


def _telling(body: str) -> set[str]:
    told = set(stems(body))
    return (told - _COMMON) or told


def _initials(body: str) -> str:
    told = (word for word in words_in(body) if word.casefold() not in {"and", "of", "the"})
    return "".join(word[0] for word in told).upper()
