"""A topic of two halves is taken half by half, and one of one piece whole."""

import pytest

from assistant.understanding.alternatives import alternatives
from tests.assistant.found import term


def _taken(question: str, *topic: str, weights: dict[str, float] | None = None) -> list[set[str]]:
    terms = [term(word) for word in topic]
    weighed = dict.fromkeys(topic, 1.0) | (weights or {})
    return [{each.word for each in half} for half in alternatives(question, terms, weighed)]


def test_two_matters_are_two_halves() -> None:
    assert _taken("what was said about potholes and drains?", "potholes", "drains") == [
        {"potholes"},
        {"drains"},
    ]


def test_three_matters_are_three() -> None:
    found = _taken("potholes, drains or kerbs", "potholes", "drains", "kerbs")
    assert found == [{"potholes"}, {"drains"}, {"kerbs"}]


def test_words_of_a_half_stay_together() -> None:
    found = _taken("youth hubs and libraries", "youth", "hubs", "libraries")
    assert found == [{"youth", "hubs"}, {"libraries"}]


def test_what_stands_in_neither_half_goes_with_both() -> None:
    found = _taken("potholes and drains near the harbour", "potholes", "drains", "harbour")
    assert found == [{"potholes", "harbour"}, {"drains", "harbour"}]


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("what was said about the harbour wall?", ("harbour", "wall")),
        # One place with two names.
        ("flooding in Nether and Orrin", ("flooding", "Nether", "Orrin")),
        # "When and where" joins no words of the topic.
        ("when and where does the ferry sail?", ("ferry", "sail")),
    ],
)
def test_a_topic_of_one_piece_stays_whole(question: str, topic: tuple[str, ...]) -> None:
    assert _taken(question, *topic) == [set(topic)]


def test_a_word_that_tells_little_is_no_half() -> None:
    found = _taken("plans and potholes", "plans", "potholes", weights={"plans": 0.1})
    assert found == [{"plans", "potholes"}]
