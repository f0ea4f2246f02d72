"""Whose words a question is after: "what did Cllr Paterson say about…", "according to Mrs Bell"."""

import re
from collections.abc import Iterable

from vectorstore.keywords import words

_NAME = r"(?P<name>(?:[\w’'-]+\.? ){0,3}[\w’'-]+)"
SPEAKS = (
    r"(?:say|said|think|thought|ask|asked|report|reported|reply|replied|respond|responded|argue|"
    r"argued|raise|raised|explain|explained|comment|commented|tell|told|want|wanted|mention|"
    r"mentioned|suggest|suggested|promise|promised|propose|proposed|contribute|contributed|claim|"
    r"claimed|warn|warned|change|changed)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:did|does|do|has|have|had|would) {_NAME} {SPEAKS}\b",
        rf"\baccording to {_NAME}(?=[\s,?.]|$)",
        rf"\b(?:said|raised|asked|mentioned|reported|made|spoken) by {_NAME}(?=[\s,?.]|$)",
        rf"{_NAME}[’']s? (?:views?|comments?|reply|response|position|opinions?|concerns?|"
        r"questions?|points?|mind)\b",
    )
)
_NOBODY = frozenset(
    "anybody anyone everybody everyone he it nobody she somebody someone they we you".split()
)
TITLES = frozenset(
    """
    mr mrs ms miss dr sir lord lady cllr cllrs councillor supt superintendent inspector insp
    sergeant sgt constable professor prof rev chief det detective
    """.split()
)


def asked_to_hear(question: str) -> str | None:
    """Whom a question asks to hear, in its own words: "Ms Hale"; `None` when nobody is named."""
    found = (pattern.search(question) for pattern in _PATTERNS)
    names = (match["name"] for match in found if match)
    return next((name for name in names if name.lower() not in _NOBODY), None)


def person_named(question: str) -> str | None:
    """Whom a question asks to hear by title and name, as typed: "Mrs Bell"; `None` for others."""
    told = words(asked_to_hear(question) or "")
    titles = [at for at, word in enumerate(told) if word.casefold() in TITLES]
    if not titles or titles[-1] == len(told) - 1:
        return None
    return " ".join(told[titles[0] :])


def speaker_named(question: str, speakers: Iterable[str]) -> str | None:
    """Which of some people a question asks to hear, as printed; `None` when none of them."""
    surnames = {name.split()[-1].casefold(): name for name in speakers if name.split()}
    for pattern in _PATTERNS:
        for match in pattern.finditer(question):
            for word in reversed(words(match["name"])):
                if word.casefold() in surnames:
                    return surnames[word.casefold()]
    return None
