"""Passages' own words and what stands above them, embedded apart and joined."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from vectorstore.embedding import Embedder
from vectorstore.passage_vectors import TO_HEADING, Headed, PassageVectors

POOL = Headed(heading="Tarn Street swimming pool", words="It would open again in the spring.")
ROOF = Headed(heading="Tarn Street swimming pool", words="The roof had been mended.")
LONE = Headed(heading="", words="It would open again in the spring.")


class Counted(Embedder):
    """The real model, which notes what it was asked to embed."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.asked: list[str] = []

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return self._embedder.passages(texts)


def test_a_vector_leans_from_its_words_towards_its_heading(embedder: Embedder) -> None:
    [vector] = PassageVectors(embedder).of([POOL])
    words, heading = embedder.passages([POOL.words, POOL.heading])
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    assert vector @ words > vector @ heading > words @ heading
    between = (1 - TO_HEADING) * words + TO_HEADING * heading
    assert vector @ between == pytest.approx(np.linalg.norm(between), abs=1e-4)


def test_a_question_that_only_the_heading_answers_to_comes_nearer(embedder: Embedder) -> None:
    [question] = embedder.queries(["When will the swimming pool open again?"])
    with_heading, alone = PassageVectors(embedder).of([POOL, LONE])
    assert question @ with_heading > question @ alone


def test_without_a_heading_the_words_stand_alone(embedder: Embedder) -> None:
    [vector] = PassageVectors(embedder).of([LONE])
    [words] = embedder.passages([LONE.words])
    assert vector @ words == pytest.approx(1, abs=1e-3)


def test_each_text_is_embedded_once_however_often_it_stands(embedder: Embedder) -> None:
    counted = Counted(embedder)
    vectors = PassageVectors(counted)
    vectors.of([POOL, ROOF, LONE])
    vectors.of([ROOF])
    assert counted.asked.count(POOL.heading) == 1
    assert counted.asked.count(POOL.words) == 1


def test_passages_keep_their_places(embedder: Embedder) -> None:
    together = PassageVectors(embedder).of([ROOF, LONE, POOL])
    apart = [PassageVectors(embedder).of([each])[0] for each in (ROOF, LONE, POOL)]
    assert (together * np.stack(apart)).sum(axis=1).min() >= 0.998
