"""Questions after a motion, an amendment or a vote, which are on one matter and on no other."""

import re

_ASKS = re.compile(
    r"\b(?:motions?|amendments?|propos(?:er|ers|ed by)|moved by|movers?|second(?:ed|ers?)|"
    r"vot(?:ed?|es|ing)|abstain\w*|abstentions?)\b(?! count)|"
    r"\bwho(?:m|se)?\b.*\b(?:propos\w+|moved)\b|"
    r"^\W*(?:is|are|was|were|has|have|had)\b.*\b(?:carried|defeated|fell|lost|withdrawn|rejected|passed)\b",
    re.IGNORECASE,
)
ENDS = frozenset({"carried", "defeated", "fell", "lost", "passed", "rejected", "withdrawn"})
"""How a motion may end: asked of it, so no matter that it could be on."""

AMENDS = frozenset({"amendment", "amendments"})
"""What changes a motion: another motion on the same matter is none."""


def asks_of_a_motion(question: str) -> bool:
    """Whether a question is after a motion or a vote: who brought it, whether it was carried."""
    return bool(_ASKS.search(question))
