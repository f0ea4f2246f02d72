"""The vectors of passages: of their own words, leaning towards what stands above them.

Embedding a heading with each of its paragraphs would be embedding it again and again. So headings
and words are embedded apart, each text once, and their vectors added.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vectorstore.embedding import Embedder

# How far a vector leans; at 0.3 to 0.4 the nearest passages are best (docs/answers.md).
TO_HEADING = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """What is embedded of a passage.

    Args:
        heading: "" when nothing stands above it.
    """

    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """Makes vectors of passages, and remembers those of their headings."""

    embedder: Embedder
    _headings: dict[str, NDArray[np.float32]] = field(default_factory=dict, init=False)

    def of(self, passages: Sequence[Headed]) -> NDArray[np.float32]:
        """Unit vectors, shape (passages, dimension)."""
        headings = {each.heading for each in passages} - self._headings.keys()
        texts = list(dict.fromkeys([*(each.words for each in passages), *sorted(headings)]))
        vectors = dict(zip(texts, self.embedder.passages(texts), strict=True))
        self._headings.update((heading, vectors[heading]) for heading in headings)
        return np.stack([self._leaning(each, vectors[each.words]) for each in passages])

    def _leaning(self, passage: Headed, own: NDArray[np.float32]) -> NDArray[np.float32]:
        if not passage.heading:
            return own
        above = self._headings[passage.heading]
        vector: NDArray[np.float32] = (1 - TO_HEADING) * own + TO_HEADING * above
        return vector / np.float32(np.linalg.norm(vector))
