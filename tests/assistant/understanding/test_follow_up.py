"""A follow-up stands alone with the words of the questions before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.follow_up import standalone, topic_words, unclear


@pytest.mark.parametrize(
    ("history", "question", "alone"),
    [
        ([], "what was said about ferries?", "what was said about ferries?"),
        (["what was said about ferries?"], "and buses?", "what was said about buses?"),
        (["what was said about ferries?"], "what about buses?", "what was said about buses?"),
        (["what was said about ferries?"], "and at Scrutiny?",
         "what was said about ferries at Scrutiny?"),
        (["what was said about ferries?"], "and since 2023?",
         "what was said about ferries since 2023?"),
        (["what was said about ferries in East Marl?"], "and in Castermouth?",
         "what was said about ferries in Castermouth?"),
        (["what was said about ferries in 2022"], "and in 2023?",
         "what was said about ferries in 2023?"),
        (["what was said about ferries in storms"], "and in Castermouth?",
         "what was said about ferries in storms in Castermouth?"),
        (["what was said about ferries?"], "who proposed it?", "who proposed it (ferries)?"),
        (["ferries"], "how much do they cost?", "how much do they cost (ferries)?"),
        (["ferries"], "what was decided?", "what was decided (ferries)?"),
        (["late ferries"], "and how many of those ferries were full?",
         "how many of those ferries were full (late)?"),
        (["ferries"], "and buses?", "buses?"),
        (["ferries"], "who works there?", "who works there (ferries)?"),
        (["ferries"], "what did officers promise?", "what did officers promise (ferries)?"),
        (["tell me about the harbour fair"], "how many attended?",
         "how many attended (harbour fair)?"),
        (["the ferry review", "who introduced it?"], "when will it be implemented?",
         "when will it be implemented (ferry review)?"),
        (["what did Ms Hale say about ferries?"], "did she say anything about buses?",
         "did Ms Hale say anything about buses?"),
        (["what did Ms Hale say about ferries?"], "when did she say that?",
         "when did Ms Hale say that (ferries)?"),
        (["what did Ms Hale say about ferries?"], "and what was her view of buses?",
         "what was Ms Hale’s view of buses?"),
        (["did anyone ask about ferries?"], "what did he say about them?",
         "what did he say about them (ferries)?"),
        (["ferries", "how much do they cost?"], "and when was that decided?",
         "when was that decided (ferries)?"),
    ],
)  # fmt: skip
def test_what_it_leaves_out_is_put_into_words(
    history: list[str], question: str, alone: str
) -> None:
    assert standalone(question, history) == alone


@pytest.mark.parametrize(
    "question",
    [
        "what did the Cabinet say about potholes?",
        "potholes",
        "did officers say that the harbour wall was safe?",
        "are there any figures for potholes?",
        "how many potholes were there in Castermouth?",
    ],
)
def test_a_question_with_a_topic_of_its_own_is_left_alone(question: str) -> None:
    assert standalone(question, ["what was said about ferries?"]) == question


def test_a_change_of_topic_is_what_the_next_follow_up_points_to() -> None:
    history = ["what was said about ferries?", "what did members say about the harbour wall?"]
    assert standalone("who proposed it?", history) == "who proposed it (harbour wall)?"


@pytest.mark.parametrize("blank", ["", "  ", "\n\t"])
def test_blank_turns_count_for_nothing(blank: str) -> None:
    assert standalone("and buses?", [blank]) == standalone("and buses?", [])
    assert standalone("who proposed it?", ["ferries", blank]) == "who proposed it (ferries)?"
    assert standalone(blank, ["ferries"]) == ""


def test_words_of_asking_are_no_topic() -> None:
    assert topic_words("What was the final decision of the meeting on the ferry?") == ["ferry"]
    assert topic_words("what did they decide?") == []


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=4))
def test_whatever_is_typed_stands_alone(question: str, history: list[str]) -> None:
    alone = standalone(question, history)
    assert bool(alone.strip()) <= bool(question.strip())
    assert standalone(question, []) == question.strip()


@pytest.mark.parametrize(
    ("question", "history", "choices"),
    [
        ("what did they say?", [], ()),
        ("what did they say?", ["  "], ()),
        ("when was it decided?", ["compare the pier with the ferry?"], ("the pier", "the ferry")),
        ("when was it decided?", ["the difference between A and B"], ("A", "B")),
        ("when were they decided?", ["compare the pier with the ferry?"], None),
        ("when was it decided?", ["what was said about the pier?"], None),
        ("when was the pier opened?", [], None),
        ("decisions", [], None),
    ],
)
def test_a_follow_up_that_could_mean_several_things_is_known(
    question: str, history: list[str], choices: tuple[str, ...] | None
) -> None:
    assert unclear(question, history) == choices
