"""Thousands of "RESOLVED that the report be noted" have one and the same vector."""

from pathlib import Path

import numpy as np

from vectorstore.vectors import VectorRow, Vectors


def test_many_passages_with_the_same_words_are_not_taken_for_damage(tmp_path: Path) -> None:
    distinct = np.random.default_rng(1).normal(size=(40, 384)).astype(np.float32)
    distinct /= np.linalg.norm(distinct, axis=1, keepdims=True)
    vectors = Vectors(tmp_path / "chroma", create=True)
    vectors.put(
        VectorRow(id=f"p{number}", vector=distinct[number % 40], council="", committee="", date=0)
        for number in range(6_000)
    )
    # None raises; and in a graph of such islands hardly any is out of reach.
    found = [vectors.nearest(vector, limit=400)[0].similarity > 0.99 for vector in distinct]
    assert sum(found) >= 36
    vectors.close()
