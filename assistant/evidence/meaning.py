"""Is a word of the question said in other words? "Kids" where the minutes have "children"."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore.keywords import content_words

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Unit vectors of texts, shape (texts, dimension)."""

# The cosine from which one word is taken to say another, and the sentences that are looked at.
ALIKE = 0.48
MOST_SENTENCES = 6


def said_otherwise(typed: Sequence[str], sentences: Iterable[str], embed: Embed) -> frozenset[str]:
    """Those of some words that a word of some sentences comes near in meaning."""
    shown = list(sentences)[:MOST_SENTENCES]
    told = sorted({word.lower() for sentence in shown for word in content_words(sentence)})
    if not typed or not told:
        return frozenset()
    nearest = (embed(typed) @ embed(told).T).max(axis=1).tolist()
    return frozenset(word for word, cosine in zip(typed, nearest, strict=True) if cosine >= ALIKE)
