"""Does a text hold a wording, whatever its endings? The same stems as the full-text index."""

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import combining, normalize

import snowballstemmer

from vectorstore.keywords import parts

_stemmer = snowballstemmer.stemmer("porter")


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    # Like the index, "café" is "cafe".
    plain = "".join(letter for letter in normalize("NFD", word) if not combining(letter))
    return str(_stemmer.stemWord(plain))


# A question looks at the same sentences many times: 8 MB of them are kept.
@lru_cache(maxsize=8_192)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order (M. F. Porter, "An algorithm for suffix stripping",
    Program 14(3), 1980)."""
    return tuple(_stem(word) for word in parts(text))


def holds(text: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the stems of a phrase stand together, in order, among the stems of a text."""
    # Most texts lack the first one, and most phrases have no other.
    if not phrase or phrase[0] not in text:
        return False
    width = len(phrase)
    return width == 1 or any(
        text[at] == phrase[0] and tuple(text[at : at + width]) == tuple(phrase)
        for at in range(len(text) - width + 1)
    )
