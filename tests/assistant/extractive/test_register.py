"""Decisions asked for as such are listed from the catalogue, and only those."""

from datetime import date

import pytest

from assistant.answer import AnswerStatus, SentenceKind
from assistant.assistant import Assistant
from assistant.extractive.register import MOST, register
from assistant.understanding.question import understand
from vectorstore.business import RecordedDecision
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Filters
from vectorstore.records import ParagraphKind


def decided(edition: Edition, filters: Filters) -> list[RecordedDecision]:
    """The resolutions and recommendations within filters."""
    return [
        each
        for each in edition.decisions(filters)
        if each.decision.kind is not ParagraphKind.MOTION
    ]


def test_all_that_a_committee_decided_in_a_year_is_listed(
    assistant: Assistant, edition: Edition
) -> None:
    answer = assistant.ask("what did the Cabinet decide in 2023?")
    cabinet = Filters(committee="Cabinet", since=date(2023, 1, 1), until=date(2023, 12, 31))
    recorded = decided(edition, cabinet)
    assert answer.status is AnswerStatus.ANSWERED
    told = " ".join(one.text for one in answer.sentences if one.kind is SentenceKind.DECIDED)
    assert all(passage.text in told for each in recorded for passage in each.passages)
    assert f"{len(recorded)} resolutions and recommendations" in answer.text
    assert all(citation.exact for citation in answer.citations)
    assert {citation.reference.committee for citation in answer.citations} == {"Cabinet"}


def test_of_very_many_only_some_are_listed_and_their_number_is_told(
    assistant: Assistant, edition: Edition
) -> None:
    answer = assistant.ask("list the resolutions")
    recorded = len(decided(edition, NO_FILTERS))
    assert recorded > MOST
    assert f"{recorded} resolutions and recommendations; {MOST} of them are shown." in answer.text


def test_filters_limit_what_is_listed(edition: Edition) -> None:
    scrutiny = Filters(committee="Scrutiny Committee")
    listed = register(understand("what was decided?", scrutiny), edition)
    assert listed is not None
    assert {each.reference.committee for each in listed.shown} == {"Scrutiny Committee"}


@pytest.mark.parametrize(
    "question",
    [
        "what was decided about libraries?",
        "what did the Cabinet say in 2023?",
        "what was decided and who proposed it?",
        "list the resolutions on flooding",
        "what was decided on community safety?",
    ],
)
def test_a_question_that_names_a_matter_or_asks_for_more_is_searched_for(
    edition: Edition, question: str
) -> None:
    assert register(understand(question, NO_FILTERS), edition) is None


def test_where_nothing_was_decided_nothing_is_listed(edition: Edition) -> None:
    never = Filters(until=date(1990, 1, 1), council="Castermouth City Council")
    assert register(understand("what was decided?", never), edition) is None


def test_after_a_question_about_a_matter_the_decision_on_that_is_meant(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("what was decided?", ["what was said about e-scooters?"])
    assert "e-scooters" in answer.standalone_question
    assert "resolutions and recommendations" not in answer.text
