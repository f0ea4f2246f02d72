"""The words of the minutes: folding white space, and finding sentences, without losing offsets."""

import re

_WHITE_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """The text with each run of white space (no-break spaces included) as one space, ends trimmed.

    Nothing else changes: this is how a quote is shown and how two quotes are compared.
    """
    return _WHITE_SPACE.sub(" ", text).strip()
