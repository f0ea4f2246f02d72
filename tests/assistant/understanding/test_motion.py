"""Questions after a motion, an amendment or a vote are told from others."""

import pytest

from assistant.understanding.motion import asks_of_a_motion


@pytest.mark.parametrize(
    "question",
    [
        "who proposed the amendment on libraries",
        "was the motion on e-scooters carried?",
        "who seconded it",
        "who voted against the bypass?",
        "was the budget rejected?",
    ],
)
def test_a_question_after_a_motion_or_a_vote_is_one(question: str) -> None:
    assert asks_of_a_motion(question)


@pytest.mark.parametrize(
    "question",
    [
        "what was said about the proposed cuts?",
        "how much was lost to fraud?",
        "what was the vote count?",
        "what did members propose about lighting?",
    ],
)
def test_a_question_after_something_else_is_none(question: str) -> None:
    assert not asks_of_a_motion(question)
