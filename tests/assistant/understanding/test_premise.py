"""What a question takes for granted of how its matter ended."""

import pytest

from assistant.understanding.premise import Ending, premise, premise_words, without_premise


@pytest.mark.parametrize(
    ("question", "ending"),
    [
        ("why was the pier plan refused?", Ending.REFUSED),
        ("why did they vote down the ferry?", Ending.REFUSED),
        ("when was the licence revoked?", Ending.REVOKED),
        ("why was the increase approved?", Ending.GRANTED),
        ("why did the Cabinet reject the increase?", Ending.REFUSED),
        ("when did the fare go up?", Ending.RISEN),
        ("when was the trial cancelled", Ending.ENDED),
        ("why was the pier closed?", Ending.CLOSED),
        ("why did complaints fall?", Ending.FALLEN),
    ],
)
def test_who_asks_why_or_when_takes_an_ending_for_granted(question: str, ending: Ending) -> None:
    assert premise(question) is ending


@pytest.mark.parametrize(
    "question",
    [
        "was the pier plan refused?",
        "why didn't they refuse the plan?",
        "why was the report late?",
        "what was said about refused plans?",
    ],
)
def test_other_questions_take_none_for_granted(question: str) -> None:
    assert premise(question) is None


def test_the_matter_is_left_without_its_ending() -> None:
    assert without_premise("why was the pier plan turned down?") == "why was the pier plan ?"


def test_the_words_of_an_ending_are_no_part_of_the_matter() -> None:
    assert premise_words("why was the pier plan turned down?") == {"turned", "down"}
    assert premise_words("why was the pier late?") == frozenset()
