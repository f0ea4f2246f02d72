"""How texts are compared: what a person would take for the same wording is the same."""

import re

from vectorstore.wording import fold

_DASHES = re.compile("[‐‑‒–—―−]")
_SINGLE_QUOTES = re.compile("[‘’‛′`]")
_DOUBLE_QUOTES = re.compile("[“”„‟«»″]")


def comparable(text: str) -> str:
    """A text for comparison: case, white space, dashes and quotation marks folded."""
    text = _DASHES.sub("-", fold(text))
    return _DOUBLE_QUOTES.sub('"', _SINGLE_QUOTES.sub("'", text)).casefold()


def shortened(text: str, limit: int = 90) -> str:
    """A text cut to some characters for a line of reasons."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
