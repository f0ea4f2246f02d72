"""The part of the minutes that a question limits itself to: "only decisions about…"."""

import re

from vectorstore.found import Only
from vectorstore.keywords import content_words

_DECISIONS = r"(?:decisions?|resolutions?|recommendations?)(?:\s+(?:made|taken|passed))?"
_DECIDED = r"(?:decided|resolved|agreed)"
_ASKS = r"(?:(?:please|show|give|list|tell|find|me|us|all|any|every|the|what|were|are|there)\s+)*"
_ONLY = r"(?:only|just|solely|nothing but)"
_ONLY_DECIDED = re.compile(
    rf"\b{_ONLY}\s+{_ASKS}{_DECISIONS}\b|"
    rf"\b{_ONLY}\s+{_ASKS}(?:was|were|has been|have been|got)\s+{_DECIDED}\b|"
    # "Only what the Cabinet decided" goes on to say who did.
    rf"\b{_ONLY}\s+(?=what\s+(?:\S+\s+){{1,4}}{_DECIDED}\b)|"
    rf"\b{_DECISIONS}\s+only\b|"
    # "Resolutions about buses" names what is wanted and asks for nothing else.
    rf"^\s*{_ASKS}{_DECISIONS}(?=\s+(?:about|on|regarding|concerning)\b)",
    re.IGNORECASE,
)


def only(question: str) -> tuple[str, Only | None]:
    """A question without the words that limit it to a part of the minutes, and that part."""
    found = _ONLY_DECIDED.search(question)
    if not found:
        return question, None
    rest = " ".join(f"{question[: found.start()]} {question[found.end() :]}".split())
    # A question of nothing else keeps its words, which ask for the decisions as such.
    return (rest if content_words(rest) else question), Only.DECIDED
