"""Whom a question says to have done something: "did Mrs Bell introduce the report?"."""

import re

from assistant.understanding.speaker import TITLES
from vectorstore.keywords import words

_DID = re.compile(
    r"^\W*(?:did|does|do|has|have|had|will|would|can|could|is|was|were)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)


def doer(question: str) -> frozenset[str]:
    """The words of the name that a yes-or-no question begins with, in lower case; empty for none.

    A name is written with capitals, or after a title in any way.
    """
    asked = _DID.match(question)
    named: set[str] = set()
    titled = False
    for word in words(asked["rest"]) if asked else ():
        if not (titled or word[0].isupper() or word.casefold() in TITLES):
            break
        titled = word.casefold() in TITLES
        named.add(word.casefold())
    return frozenset(named)
