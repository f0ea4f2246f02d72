"""What was asked for and promised is called so, and never said to be done or undone."""

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.extractive.actions import MOST, actions
from assistant.understanding.question import understand
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Filters
from vectorstore.records import ActionKind


def test_requests_on_a_matter_come_with_the_reply(assistant: Assistant) -> None:
    answer = assistant.ask("what did members ask for about potholes?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "The minutes searched record 3 requests on this." in answer.text
    assert "Whether anything came of them is not told here." in answer.text
    asked = [each.text for each in answer.sentences if each.action is ActionKind.REQUEST]
    assert len(asked) == 3
    assert (
        "Asked for: Mr Kettleby asked for the sum that had been paid in claims, which had been "
        "promised for this meeting. [" in answer.text
    )
    assert "Mr Okafor said that the insurers had not yet settled it." in answer.text
    assert all(citation.exact for citation in answer.citations)


def test_an_undertaking_comes_with_what_it_replies_to(assistant: Assistant) -> None:
    text = assistant.ask("what did Mr Okafor promise about e-scooter injuries?").text
    assert "Mr Okafor did not know. [" in text
    assert "Undertaken: He undertook to provide a breakdown of the injuries by age" in text


def test_of_somebody_who_is_named_nobody_elses_are_told(edition: Edition) -> None:
    found = actions(understand("what did Dr Lumsden promise?", NO_FILTERS), edition)
    assert found is not None
    assert len(found.shown) == 2
    assert all("Dr Lumsden" in each.quote for each in found.shown)
    assert {each.action.kind for each in found.shown} == {ActionKind.UNDERTAKING}


def test_filters_limit_which_are_told(edition: Edition) -> None:
    scrutiny = Filters(committee="Scrutiny Committee")
    found = actions(understand("outstanding actions", scrutiny), edition)
    assert found is not None
    assert {each.reference.committee for each in found.shown} == {"Scrutiny Committee"}


def test_of_very_many_the_latest_are_shown_and_their_number_is_told(
    assistant: Assistant, edition: Edition
) -> None:
    recorded = len(edition.actions())
    assert recorded > MOST
    text = assistant.ask("what actions are outstanding?").text
    assert f"{recorded} requests and undertakings; these are the latest {MOST}." in text


def test_of_somebody_no_more_than_the_latest_are_looked_through_and_that_is_told(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "what did Dr Lumsden promise?"
    assert "among" not in assistant.ask(asked).text
    monkeypatch.setattr("assistant.extractive.actions.LOOKED_BACK", 14)
    assert "undertakings among the latest 14." in assistant.ask(asked).text


@pytest.mark.parametrize(
    "question",
    [
        "what did members ask for about submarines?",
        "what did Mrs Nobody promise?",
        "what did the Leader promise?",
        "what did members ask about potholes?",
    ],
)
def test_where_the_catalogue_has_none_a_search_is_left_to_find_it(
    edition: Edition, question: str
) -> None:
    assert actions(understand(question, NO_FILTERS), edition) is None


def test_any_answer_calls_a_request_one(assistant: Assistant) -> None:
    answer = assistant.ask("what was said about the route at Thackmere beside the A3988?")
    asked = [each for each in answer.sentences if "asked that the routes at Thackmere" in each.text]
    assert [each.label for each in asked] == ["Asked for"]
    assert "Asked for: Mr Twelvetrees asked that the routes at Thackmere" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "is anything still outstanding on school transport",
        "what is still awaited from officers on school transport",
    ],
)
def test_what_is_outstanding_is_told_as_requests_of_which_the_end_is_not_known(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert "Whether anything came of them is not told here." in answer.text
    assert "Asked for: Mr Twelvetrees asked that the routes at Thackmere" in answer.text
    assert "Decided:" not in answer.text


def test_where_nothing_was_asked_for_no_resolution_takes_its_place(assistant: Assistant) -> None:
    answer = assistant.ask("any actions outstanding on council tax")
    assert answer.status is AnswerStatus.NOT_FOUND
    assert "The minutes searched record no request or undertaking on this." in answer.text
    assert answer.citations == ()
