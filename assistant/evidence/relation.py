"""The words of a question that ask how something stands to its matter, and are none of it."""

import re

from assistant.evidence.amounts import asks_for_receipts, asks_for_share
from assistant.evidence.persons import awarded, presented
from assistant.understanding.holder import office_held
from assistant.understanding.question import Kind, Part
from vectorstore.keywords import words

_PRESENTING = frozenset({"item", "paper", "presentation", "report", "update"})
_AWARDING = frozenset(
    """
    award awarded bid bids contract contracts job quotation quotations quote quotes tender win
    winner won work
    """.split()
)
_SHARES = frozenset({"fraction", "percent", "percentage", "proportion", "share"})
_BIDS = re.compile(r"\b(?:bid|quoted?|tender(?:ed)?)\b", re.IGNORECASE)
_PLACING = frozenset(
    """
    based built held installed kept live lives located location placed position proposed put sited
    situated stand stands stored
    """.split()
)
_RECEIVING = frozenset({"funding", "get", "gets", "given", "grant", "money", "receive", "receives"})


def asking_words(part: Part) -> frozenset[str]:
    """The words of a question, in lower case, that say nothing of its topic: "what *percentage*",
    "who got the *contract*", which minutes tell in other words."""
    if part.kind is Kind.FIGURE and asks_for_share(part):
        return _SHARES
    bids = part.kind is Kind.FIGURE and _BIDS.search(part.asked)
    return _AWARDING if bids or (part.kind is Kind.WHO and awarded(part)) else frozenset()


def relation(part: Part) -> frozenset[str]:
    """The words of a question, in lower case, that tell what somebody is or did to the matter, or
    what is asked of it: "who *introduced* the *report*?", "where would it be *built*?"."""
    if part.kind is Kind.WHERE:
        return _PLACING & {word.casefold() for word in words(part.asked)}
    if part.kind is Kind.FIGURE and asks_for_share(part):
        return _SHARES
    if part.kind is Kind.FIGURE and asks_for_receipts(part):
        return _RECEIVING
    if part.kind is Kind.WHO and (office := office_held(part.asked)):
        return frozenset({office.verb} - {""})
    if part.kind is Kind.WHO and awarded(part):
        return _AWARDING
    word = presented(part)
    return _PRESENTING | {word} if word else frozenset()
