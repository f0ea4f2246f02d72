"""Votes are told from the catalogue, with who moved what, the counts and the end."""

from dataclasses import replace

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.extractive.voting import votes
from assistant.understanding.question import understand
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS


def test_the_votes_of_a_year_are_told_with_their_motions_and_counts(assistant: Assistant) -> None:
    answer = assistant.ask("list all the votes in 2024")
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text.startswith("The minutes searched record 3 votes.")
    told = [each.text for each in answer.sentences]
    motion = next(at for at, each in enumerate(told) if "as an amendment" in each)
    assert told[motion].startswith("Mr Fennimore proposed and Mrs Varley seconded")
    assert told[motion + 1 : motion + 4] == ["For (2)", "Against (4)", "Abstain (0)"]
    assert told[motion + 4] == "Amendment lost."
    assert all(citation.exact for citation in answer.citations)


def test_those_that_were_lost_are_told_and_no_others(assistant: Assistant) -> None:
    text = assistant.ask("which motions were lost?").text
    assert text.startswith("The minutes searched record 4 votes that were lost.")
    assert "Motion lost." in text
    assert "carried" not in text


def test_on_a_matter_the_names_are_told_as_well(assistant: Assistant) -> None:
    text = assistant.ask("how did people vote on the bypass?").text
    assert text.startswith("The minutes searched record 2 votes on this.")
    assert "Against (1) Mr G Fennimore" in text
    assert "libraries" not in text


def test_the_vote_on_an_amendment_is_on_the_matter_that_its_item_deals_with(
    edition: Edition,
) -> None:
    found = votes(understand("which votes on e-scooters were lost?", NO_FILTERS), edition)
    assert found is not None
    moved = [each.on.decision.proposer for each in found.shown if each.on]
    assert moved == ["Mr Kettleby", "Mr Dray"]


def test_a_body_and_a_year_limit_which_are_told(edition: Edition) -> None:
    found = votes(understand("votes of the Cabinet in 2023", NO_FILTERS), edition)
    assert found is not None
    assert {each.reference.committee for each in found.shown} == {"Cabinet"}
    assert {each.reference.date.year for each in found.shown if each.reference.date} == {2023}


def test_that_there_is_no_such_vote_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("which votes were tied?")
    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.text == "The minutes searched record no vote that was tied."


@pytest.mark.parametrize("question", ["who voted against the motion?", "did anybody abstain?"])
def test_who_voted_where_no_vote_was_taken_is_not_looked_for_elsewhere(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question, filters=replace(NO_FILTERS, committee="Communities Committee"))
    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.text == "The minutes searched record no vote."


@pytest.mark.parametrize(
    "question", ["how did members vote on submarines?", "who voted against the bypass?"]
)
def test_where_the_catalogue_has_none_a_search_is_left_to_find_it(
    edition: Edition, question: str
) -> None:
    assert votes(understand(question, NO_FILTERS), edition) is None
