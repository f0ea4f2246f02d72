"""Does a sentence say the opposite of the clause that it rests on, or more than it?"""

import re
from collections.abc import Iterable

from assistant.generative.cited import Cited, content
from vectorstore.stems import stems

_CLAUSE = re.compile(
    r"[;:]\s+|,?\s+(?:but|although|though|whereas|however)\s+|,\s+and\s+|"
    r"\s+and\s+(?=(?:that|would|had|has|was|were|did|he|she|it|they)\b|"
    r"(?:the|an?|its|his|her|their|[A-Z]\w+)\s+(?:\w+\s+){0,3}(?:would|could|had|has|was|were|did)\b)"
)
# Words that look like a denial and are none.
_NO_DENIAL = re.compile(
    r"\bnot (?:only|least)\b|\bno (?:doubt|later than)\b|\bNos?\.\s*(?=\d)|\bwhether or not\b"
)
_DENIES = re.compile(
    r"n't\b|\b(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|cannot|unable|"
    r"refus(?:ed?|al)|reject(?:ed)?|declin(?:ed?|ing) to|den(?:y|ied)|fail(?:ed|s)? to|"
    r"lack(?:s|ed)?)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|provid(?:ed|ing)|subject to|condition(?:al)?|should .{1,60} be|only)\b",
    re.IGNORECASE,
)
_INTENDS = re.compile(
    r"\b(?:would|could|might|may|should|shall|will|can|intend\w*|hop(?:ed?|ing)|fear\w*|"
    r"propos\w+|expect\w*|planned|concern\w*|risk\w*|forecast\w*|estimat\w+|ask\w*|suggest\w*|"
    r"recommend\w*|request\w*|want\w*|wish\w*|seek|sought|promis\w+|undert\w+|consider\w*|"
    r"(?:was|were|is|are|be|due|likely|able|going|ready|willing|prepared|aimed|invited) to)\b",
    re.IGNORECASE,
)
_OPPOSITES = tuple(
    (frozenset(stems(one)), frozenset(stems(other)))
    for one, other in (
        ("increase increased rise rises rose risen grew grown growth up raised",
         "decrease decreased fall falls fell fallen reduced reduction dropped down cut"),
        ("support supported supports favour", "oppose opposed opposes opposition against"),
        ("approve approved agree agreed accept", "refuse refused reject rejected disagreed"),
        ("carried won", "lost withdrawn"),
        ("more above over higher", "fewer less below under lower"),
        ("before", "after"),
        ("open opened opening", "close closed closing closure"),
        ("overspend overspent deficit", "underspend underspent surplus"),
        ("include included including", "exclude excluded excluding except"),
        ("lawful legal", "unlawful illegal"),
        ("most majority", "minority"),
        ("minimum least", "maximum"),
        ("first", "last"),
        ("success successful succeeded", "failure unsuccessful failed"),
    )
)  # fmt: skip


def contradicts(text: str, cited: Cited) -> str | None:
    """A denial, opposite, condition or intention that sentence and cited clause do not share."""
    held = [
        clause
        for sentences in cited.sentences
        for sentence in sentences
        for clause in _clauses(sentence)
    ]
    for clause in _clauses(text):
        matched = _nearest(clause, held)
        if matched and all(_denials(clause) != _denials(near) for near in matched):
            return "it denies what the cited minutes state, or states what they deny"
        if matched and all(_opposed(clause, near) for near in matched):
            return "it says the opposite of the cited minutes"
        if matched and not _CONDITION.search(text) and all(map(_CONDITION.search, matched)):
            return "it leaves out the condition that the cited minutes make"
        if matched and not _INTENDS.search(text) and all(map(_INTENDS.search, matched)):
            return "it reports as done what the cited minutes only intend, expect or ask"
    return None


def _clauses(sentence: str) -> list[str]:
    return [clause for clause in _CLAUSE.split(sentence) if clause.strip()]


def _nearest(clause: str, held: Iterable[str]) -> list[str]:
    """The cited clauses that share most with a clause; none when hardly anything is shared."""
    wanted = content(clause)
    shared = [(len(wanted & content(near)), near) for near in held]
    best = max((count for count, _ in shared), default=0)
    if len(wanted) < 2 or not best:
        return []
    return [near for count, near in shared if count == best]


def _denials(clause: str) -> int:
    return len(_DENIES.findall(_NO_DENIAL.sub(" ", clause)))


def _opposed(clause: str, near: str) -> bool:
    ours, theirs = set(stems(clause)), set(stems(near))
    return any(
        (ours & one and not ours & other and theirs & other and not theirs & one)
        or (ours & other and not ours & one and theirs & one and not theirs & other)
        for one, other in _OPPOSITES
    )
