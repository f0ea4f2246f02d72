"""An embedder that needs no model: what a text means is which words it has."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore.embedding import Embedder
from vectorstore.keywords import parts
from vectorstore.settings import LibrarySettings

DIMENSION = 48


class WordEmbedder(Embedder):
    """Unit vectors that are the sums of their words' random vectors.

    Args:
        embedded: every passage text that it was asked to embed, in order.
    """

    def __init__(self, settings: LibrarySettings) -> None:
        super().__init__(settings)
        self.embedded: list[str] = []

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([_unit_vector(text) for text in texts])

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.embedded += texts
        return self.queries(texts)


def _unit_vector(text: str) -> NDArray[np.float32]:
    total = np.ones(DIMENSION, dtype=np.float32) / 100
    for word in parts(text):
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8])
        total += np.random.default_rng(seed).standard_normal(DIMENSION, dtype=np.float32)
    unit: NDArray[np.float32] = total / np.linalg.norm(total)
    return unit
