"""Does a sentence give the sort of thing that is asked for: a figure, a date, a name, a reason?"""

import re

from assistant.evidence.amounts import figures
from assistant.evidence.asking import asks, requests
from assistant.evidence.dates import dates
from assistant.evidence.persons import asks_something, persons, presented, tells_presenting
from assistant.evidence.whereabouts import places
from assistant.understanding.question import Kind, Part
from vectorstore.records import DECIDES, ParagraphKind

_GIVEN = {Kind.FIGURE: figures, Kind.WHEN: dates, Kind.WHERE: places, Kind.WHO: persons}
_SECONDS = re.compile(r"\bsecond(?:ed|ers?)\b", re.IGNORECASE)
# What tells a reason.
_REASON = re.compile(
    r"\b(?:because|due to|owing to|as a result|so (?:that|as)|in (?:order|view of|light of)|since|"
    r"on the grounds?|reasons?|therefore|thus|hence|through|given|rather than|caus(?:e[sd]?|ing)|"
    r"led to|leading to|driven by|(?:put|came) down to|blamed on|attributed to|"
    r"(?:arose|resulted|stemmed) from|drivers?|factors?|meant that|would mean|explain(?:s|ed)|"
    r"(?<!with )concern(?:s|ed)?|worr(?:y|ied|ies)|risks?|thanks to|aim(?:s|ed)?|purpose|intended|"
    r"not enough|"
    r"(?:lack|want|shortage|rise|increase|fall|pressure)s? (?:of|in|on)|"
    r"as(?! (?:well|to|for|follows|an?|the|of|part|set|per)\b)|"
    r"to (?:allow|avoid|enable|ensure|help|improve|keep|make|meet|prevent|protect|reduce|save|"
    r"secure|stop|support|tackle))\b",
    re.IGNORECASE,
)


def asks_for_seconder(part: Part) -> bool:
    """Whether a question is after who seconded something, which only a sentence that says it
    tells."""
    return part.kind is Kind.DECIDED and bool(_SECONDS.search(part.asked))


def gives(words: str, written_as: ParagraphKind, part: Part) -> bool:
    """Whether a sentence gives the sort of thing that is asked for: a figure, a date, a place, a
    name, a reason.

    What the question itself says is no answer to it.

    Args:
        written_as: what the sentence's paragraph does.
    """
    if asks_for_seconder(part):
        return bool(_SECONDS.search(words))
    if part.kind is Kind.DECIDED:
        return written_as in DECIDES | {ParagraphKind.MOTION}
    if part.kind is Kind.YES_NO and presented(part):
        return tells_presenting(words)
    if part.kind is Kind.WHY:
        return bool(_REASON.search(words))
    if part.kind not in _GIVEN:
        return True
    # A question gives no answer, but to "who asked for it?", and then nothing else does.
    after_asker = asks_something(part)
    asked = asks(words) or (after_asker and requests(words))
    return asked is after_asker and bool(given(words, part))


def given(words: str, part: Part) -> tuple[tuple[int, int], ...]:
    """The runs of a sentence that give the figure, the date, the place or the name asked for, as
    offsets.

    What the question itself says is no answer to it. Empty for questions after anything else.
    """
    return tuple(_GIVEN[part.kind](words, part)) if part.kind in _GIVEN else ()
