"""Groups that a question asks to hear: "what did residents say?", "parents' views on…"."""

import re
from enum import StrEnum


class Group(StrEnum):
    """Whom minutes let speak without, or beside, a name."""

    PUBLIC = "the public"
    RESIDENTS = "residents"
    PARENTS = "parents"
    YOUNG = "young people"
    TRADERS = "traders"
    OBJECTORS = "objectors"
    SUPPORTERS = "supporters"
    CAMPAIGNERS = "campaigners"
    DEPUTATION = "the deputation"
    TENANTS = "tenants"
    CYCLISTS = "cyclists"
    DRIVERS = "drivers"
    FARMERS = "farmers"
    PATIENTS = "patients"
    PASSENGERS = "passengers"
    VOLUNTEERS = "volunteers"


_CALLED = (
    (Group.PUBLIC, r"(?:members of the |general )?public|citizens|communit(?:y|ies)"),
    (
        Group.RESIDENTS,
        r"residents?|locals|local people|neighbours|villagers|householders|inhabitants|townspeople",
    ),
    (Group.PARENTS, r"parents?|families|mums|dads|mothers|fathers"),
    (Group.YOUNG, r"young people|youngsters|teenagers|children|kids|pupils|students"),
    (Group.TRADERS, r"traders|businesses|shopkeepers|retailers|shops"),
    (Group.OBJECTORS, r"objectors|opponents|critics|those (?:against|who (?:objected|opposed))"),
    (Group.SUPPORTERS, r"supporters|those (?:in favour|who supported)"),
    (Group.CAMPAIGNERS, r"campaigners|protesters|activists|petitioners"),
    (Group.DEPUTATION, r"deputations?"),
    (Group.TENANTS, r"tenants|leaseholders"),
    (Group.CYCLISTS, r"cyclists"),
    (Group.DRIVERS, r"drivers|motorists"),
    (Group.FARMERS, r"farmers"),
    (Group.PATIENTS, r"patients"),
    (Group.PASSENGERS, r"passengers|commuters|bus users"),
    (Group.VOLUNTEERS, r"volunteers"),
)
_ANY = "|".join(f"(?P<{group.name}>{called})" for group, called in _CALLED)
_BEFORE = r"(?:(?:the|any|some|local|other|many|most|affected|nearby|our) )*"
_SPEAK = (
    r"(?:argue|ask|asked|call|comment|complain|complained|demand|feel|felt|like|make of|object|"
    r"objected|oppose|opposed|raise|raised|react|reply|respond|said|say|suggest|support|supported|"
    r"tell|think|thought|told|want|wanted|worry)"
)
_VIEWS = (
    r"(?:comments?|complaints?|concerns?|feedback|feelings?|objections?|opinions?|opposition|points?|"
    r"questions?|reactions?|representations?|responses?|views?|worries)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:did|do|does|has|have|had) {_BEFORE}(?:{_ANY})(?: (?:of|at|in|on|from) [\w’' ]+?)? "
        rf"{_SPEAK}\b",
        rf"\baccording to {_BEFORE}(?:{_ANY})\b",
        rf"\b(?:{_ANY})[’']?s? {_VIEWS}\b",
        rf"\b{_VIEWS} (?:\w+ )?(?:from|by|of) {_BEFORE}(?:{_ANY})\b",
        rf"\b(?:asked|made|raised|said) by {_BEFORE}(?:{_ANY})\b",
    )
)


# Who took one side of a matter is asked for as those who spoke on it.
_SIDE = re.compile(
    r"^\W*who (?:all )?(?:argued|objected|spoke)\b(?: out)? (?P<side>against|for|in favour|to)\b",
    re.IGNORECASE,
)


def group_asked(question: str) -> Group | None:
    """The group that a question asks to hear; `None` where it asks for none."""
    if side := _SIDE.search(question):
        supports = side["side"].casefold() in {"for", "in favour"}
        return Group.SUPPORTERS if supports else Group.OBJECTORS
    found = next(filter(None, (pattern.search(question) for pattern in _PATTERNS)), None)
    return Group[found.lastgroup] if found and found.lastgroup else None


def called(group: Group, word: str) -> bool:
    """Whether a word of a question is one that the group is called by."""
    told = word.casefold()
    if group in {Group.OBJECTORS, Group.SUPPORTERS} and told in {"argued", "objected", "spoke"}:
        return True
    return any(told in re.split(r"\W+", pattern) for each, pattern in _CALLED if each is group)
