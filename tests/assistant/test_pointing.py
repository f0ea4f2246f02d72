"""A follow-up may point to a meeting, or a point, of the answer before it."""

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.pointing import points

DECIDED = "What did the Cabinet decide about e-scooters in October 2021?"
SAID = "what was said about potholes?"


@pytest.mark.parametrize(
    ("question", "pointing"),
    [
        ("tell me more about the second one", True),
        ("what was decided at the last meeting of them?", True),
        ("the 3rd point?", True),
        ("what was said at the second reading?", False),
        ("tell me more about it", False),
    ],
)
def test_questions_that_point_to_a_place_are_known(question: str, pointing: bool) -> None:
    assert points(question) is pointing


def test_the_second_of_several_points_is_told_more_of(assistant: Assistant) -> None:
    answer = assistant.ask("tell me more about the second one", [DECIDED])
    assert "agreement with Skimmer Mobility Limited" in answer.standalone_question
    assert "agreement with Skimmer Mobility Limited" in answer.text


def test_empty_turns_before_it_are_passed_over(assistant: Assistant) -> None:
    answer = assistant.ask("tell me more about the second one", [DECIDED, " "])
    assert "agreement with Skimmer Mobility Limited" in answer.standalone_question


def test_of_an_answer_from_several_meetings_a_meeting_is_meant(assistant: Assistant) -> None:
    before = assistant.ask(SAID)
    meetings = list(dict.fromkeys(each.meeting for each in before.sentences if each.meeting))
    assert len(meetings) > 1
    answer = assistant.ask("and what did the second one say?", [SAID])
    second = next(
        each.reference for each in before.citations if each.reference.meeting == meetings[1]
    )
    assert answer.filters.since == answer.filters.until == second.date
    assert {each.reference.meeting for each in answer.citations} == {meetings[1]}
    assert "potholes" in answer.standalone_question


def test_a_place_that_the_answer_before_did_not_have_is_asked_back(assistant: Assistant) -> None:
    answer = assistant.ask("tell me more about the eighth point", [DECIDED])
    assert answer.status is AnswerStatus.CLARIFY
    assert not answer.citations
