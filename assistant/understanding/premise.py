"""What a question takes for granted: "why was it *refused*?", "when was the licence *revoked*?"."""

import re
from enum import StrEnum

from vectorstore.keywords import words


class Ending(StrEnum):
    """How a matter may have ended, in the words that tell of it."""

    GRANTED = "approved"
    REFUSED = "refused"
    REVOKED = "revoked"
    ENDED = "cancelled"
    CLOSED = "closed"
    RISEN = "increased"
    FALLEN = "cut or fell"


_WORDS = (
    (
        Ending.GRANTED,
        r"accept(?:ed)?|adopt(?:ed)?|agree[ds]?(?: to)?|allow(?:ed)?|approved?|carried|"
        r"grant(?:ed)?|pass(?:ed)?|permit(?:ted)?|(?:given )?(?:the )?go-ahead",
    ),
    (
        Ending.REFUSED,
        r"block(?:ed)?|declined?|defeat(?:ed)?|den(?:y|ied)|dismiss(?:ed)?|lost|refused?|"
        r"reject(?:ed)?|throw(?:n)? out|threw out|turn(?:ed)? down|turn(?:ed)? \w+ down|"
        r"vot(?:e|ed) (?:it )?(?:down|against)|veto(?:ed)?",
    ),
    (Ending.REVOKED, r"revoked?|taken away"),
    (
        Ending.ENDED,
        r"abandon(?:ed)?|abolish(?:ed)?|axed?|cancel(?:led)?|scrap(?:ped)?|stopped|terminated?|"
        r"withdrawn?|withdrew",
    ),
    (Ending.CLOSED, r"closed?|shut(?: down)?"),
    (
        Ending.RISEN,
        r"(?:go|goes|gone|going|went|put) up|increased?|raised?|risen|rise|rose|grow|grew",
    ),
    (
        Ending.FALLEN,
        r"(?:go|goes|gone|going|went|brought) down|cut|decreased?|drop(?:ped)?|fall(?:en)?|fell|"
        r"lowered|reduced?",
    ),
)
# Whoever asks why or when takes it that something happened.
_GRANTS = re.compile(
    r"\b(?:why|when|how come|on what grounds|reasons? (?:for|why|that))\b.*?"
    r"\b(?P<did>did|do(?:es)?|has|have|had|is|are|was|were|got|being)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PASSIVE = frozenset({"is", "are", "was", "were", "got", "being"})
_DENIES = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.IGNORECASE)
_PATTERNS = tuple(
    (outcome, re.compile(rf"\b(?:{told})\b", re.IGNORECASE)) for outcome, told in _WORDS
)


def premise(question: str) -> Ending | None:
    """How a question takes its matter to have ended; `None` where it does not say.

    "Why was the *increase* refused" says it last, "why did they refuse the *increase*" first.
    """
    found = _GRANTS.search(question)
    if not found or _DENIES.search(question):
        return None
    told = [
        (said.start(), ending)
        for ending, pattern in _PATTERNS
        for said in pattern.finditer(found["rest"])
    ]
    last = found["did"].casefold() in _PASSIVE
    return (max if last else min)(told, default=(0, None))[1]


def without_premise(question: str) -> str:
    """A question without the words that say how its matter ended."""
    for _, pattern in _PATTERNS:
        question = pattern.sub(" ", question)
    return " ".join(question.split())


def premise_words(question: str) -> frozenset[str]:
    """The words, in lower case, in which a question takes an ending for granted; empty for none."""
    if premise(question) is None:
        return frozenset()
    left = {word.casefold() for word in words(without_premise(question))}
    return frozenset(word.casefold() for word in words(question)) - left
