"""Is a word of the question said in other words? "Kids" where the minutes have "children"."""

from collections.abc import Callable, Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore.keywords import content_words
from vectorstore.stems import stems

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Unit vectors of texts, shape (texts, dimension)."""

# The cosine from which one word is taken to say another, and the sentences that are looked at.
ALIKE = 0.48
# The same for a word that is most of the question: "devolution" is not "development".
MUCH_ALIKE = 0.6
MOST_SENTENCES = 6
# Words for opposite outcomes are near in meaning, and neither says the other.
_GRANTED = frozenset(stems("accept agree allow approve carry grant pass permit support uphold"))
_REFUSED = frozenset(stems("decline defeat dismiss lose object oppose refusal refuse reject"))


def said_otherwise(
    typed: Sequence[str],
    sentences: Iterable[str],
    embed: Embed,
    most_of_it: Collection[str] = (),
) -> frozenset[str]:
    """Those of some words that a word of some sentences comes near in meaning.

    Args:
        most_of_it: those that are most of the question, which must be nearer.
    """
    shown = list(sentences)[:MOST_SENTENCES]
    told = sorted({word.lower() for sentence in shown for word in content_words(sentence)})
    if not typed or not told:
        return frozenset()
    cosines = (embed(typed) @ embed(told).T).tolist()
    return frozenset(
        word
        for word, row in zip(typed, cosines, strict=True)
        if any(
            cosine >= (MUCH_ALIKE if word in most_of_it else ALIKE) and not _opposite(word, other)
            for other, cosine in zip(told, row, strict=True)
        )
    )


def _opposite(one: str, other: str) -> bool:
    """Whether one word tells of a yes and the other of a no."""
    first, second = stems(one)[0], stems(other)[0]
    return (first in _GRANTED and second in _REFUSED) or (first in _REFUSED and second in _GRANTED)
