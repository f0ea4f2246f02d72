"""Questions about a meeting itself: who chaired it, who was there, where and when it was held."""

import re
from enum import StrEnum


class Formality(StrEnum):
    """What minutes may record of a meeting, beside its business."""

    NEXT = "when the next meeting is"
    CHAIR = "who chaired the meeting"
    APOLOGIES = "who sent apologies"
    PRESENT = "who was present"
    TIME = "at what time the meeting began and ended"
    PLACE = "where the meeting was held"
    DATE = "when the meeting was held"


_MEETS = r"(?:meetings?|met|meet|sat|sit)\b"
_ASKED = tuple(
    (formality, re.compile(pattern, re.IGNORECASE))
    for formality, pattern in (
        (
            Formality.NEXT,
            r"\b(?:when|what|which|dates?)\b.*\b(?:next|future|forthcoming|upcoming) meetings?\b|"
            r"\bwhen\b.*\b(?:next meet|meet (?:next|again)|next (?:[\w’'-]+ ){1,3}meeting)\b",
        ),
        (
            Formality.CHAIR,
            r"\bwho(?:se)?\b.*\b(?:chaired|in the chair|took the chair|presided)\b|"
            r"\bwho\b.*\bchair(?:man|woman|person)? (?:of|at) (?:the|this|that|each) meetings?\b",
        ),
        (
            Formality.APOLOGIES,
            r"\b(?:who|whose|any|which|list|were there)\b.*\b(?:apolog(?:y|ies)|absent)\b|"
            r"^\W*apologies(?: for absence)?\W*$",
        ),
        (
            Formality.PRESENT,
            r"\b(?:who|which|list)\b.*\b(?:present|attended|in attendance|attendance|"
            r"at (?:the|this|that|each) meetings?)\b|^\W*(?:attendance|attendees)\W*$",
        ),
        (
            Formality.TIME,
            rf"\bhow long\b.*\b{_MEETS}|\b(?:what time|when)\b.*\bmeetings?\b.*"
            r"\b(?:start|begin|began|open|end|finish|close|over)(?:ed)?\b|"
            rf"\bwhat time\b.*\b{_MEETS}",
        ),
        (Formality.PLACE, rf"\bwhere\b.*\b{_MEETS}|\bvenue\b"),
        (
            Formality.DATE,
            rf"\b(?:when|(?:what|which) (?:date|day))\b.*\b{_MEETS}|\bdate of (?:the|this) meeting",
        ),
    )
)
CUES = frozenset(
    """
    absence absent apologies apology attend attendance attended attendees begin began chair chaired
    chairman chairperson chairwoman close closed dates day finish forthcoming future gave give held
    meet meeting meetings meets met open opened over place present presided receive received sat
    send sent session sit sitting start substitute substitutes take taken time took upcoming venue
    """.split()
)
"""Words that ask for such a thing and name no business of a meeting."""


def formality(question: str) -> Formality | None:
    """What a question asks of a meeting itself; `None` where it asks of something else."""
    return next((each for each, pattern in _ASKED if pattern.search(question)), None)
