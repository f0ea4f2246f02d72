"""The runs of a sentence that may answer: those that a question does not hold itself."""

import re

from assistant.understanding.question import Part

Run = tuple[int, int]
"""The offsets of a run of a sentence's words."""


def unasked(sought: re.Pattern[str], words: str, part: Part) -> list[Run]:
    """Where a sentence says what is sought, but for what the question itself says."""
    asked = part.text.casefold()
    return [
        found.span()
        for found in sought.finditer(words)
        if found.group().strip().casefold() not in asked
    ]
