"""Decisions with their votes, requests and undertakings, as an edition gives them to be cited."""

import datetime
from pathlib import Path

import pytest

from tests.sample_library import sample_home
from vectorstore.business import RecordedAction, RecordedDecision
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Filters
from vectorstore.library import open_library
from vectorstore.records import ActionKind, ParagraphKind
from vectorstore.settings import LibrarySettings
from vectorstore.wording import fold

__all__ = ["sample_home"]


@pytest.fixture(scope="module")
def edition(sample_home: Path) -> Edition:
    return open_library(LibrarySettings(home=sample_home)).current()


def test_every_quote_is_what_its_document_says(edition: Edition) -> None:
    business: list[tuple[RecordedDecision | RecordedAction, int, int]] = [
        *((each, each.decision.start, each.decision.end) for each in edition.decisions()),
        *((each, each.action.start, each.action.end) for each in edition.actions()),
    ]
    assert len(business) > 100
    for found, start, end in business:
        assert found.quote == fold(edition.document(found.reference.document).text[start:end])
        for passage in found.passages:
            assert passage.start < end
            assert passage.end > start


def test_a_decision_comes_with_the_vote_that_was_taken_on_it(edition: Edition) -> None:
    [ended] = [
        found
        for found in edition.decisions(Filters(committee="Cabinet"))
        if "trial in Castermouth end on 30 November 2023" in found.quote
    ]
    assert ended.vote is not None
    assert (ended.vote.in_favour, ended.vote.against, ended.vote.abstained) == (6, 1, 1)
    assert ended.vote.voters.against == ("Mrs B Yarrow",)
    assert ended.decision.kind is ParagraphKind.RESOLUTION
    assert len(ended.passages) == 3


def test_a_vote_comes_with_the_motion_that_it_was_taken_on(edition: Edition) -> None:
    taken = edition.votes(Filters(committee="Scrutiny Committee"))
    [lost] = [found for found in taken if found.vote.outcome == "lost"]
    assert lost.on is not None
    assert (lost.on.decision.kind, lost.on.decision.proposer) == (
        ParagraphKind.MOTION,
        "Mr Kettleby",
    )
    assert "Motion lost." in lost.passages[-1].text
    assert edition.votes_in(passage.id for passage in lost.passages) == [lost]


def test_business_is_told_by_date_and_undated_last(edition: Edition) -> None:
    held = [found.reference.date for found in edition.decisions()]
    dated = [date for date in held if date]
    assert dated == sorted(dated)
    assert held[len(dated) :] == [None] * (len(held) - len(dated))


def test_filters_and_items_limit_what_is_given_back(edition: Edition) -> None:
    since = datetime.date(2024, 1, 1)
    late = edition.actions(Filters(committee="Cabinet", since=since))
    assert late
    assert all(found.reference.committee == "Cabinet" for found in late)
    assert all(found.reference.date and found.reference.date >= since for found in late)
    assert edition.actions(items=[]) == []
    [of_item] = {found.item for found in edition.actions(items=[late[0].item])}
    assert of_item == late[0].item


def test_the_latest_of_a_kind_come_with_how_many_there_are(edition: Edition) -> None:
    kind = ActionKind.UNDERTAKING
    every = [found for found in edition.actions() if found.action.kind is kind]
    dated = [found for found in every if found.reference.date]
    latest, recorded = edition.latest_actions(NO_FILTERS, {kind}, 3)
    assert recorded == len(every) > 3
    assert [found for found in latest if found.action.kind is kind][-3:] == dated[-3:]
    assert len(latest) < len(edition.actions())
    assert edition.latest_actions(Filters(council="Nowhere"), {kind}, 3) == ([], 0)


def test_a_request_names_who_asks_where_the_sentence_does(edition: Edition) -> None:
    asked = [found for found in edition.actions() if found.action.by == "Mr Kettleby"]
    assert [found.action.kind for found in asked] == [ActionKind.REQUEST]
    assert "which had been promised for this meeting" in asked[0].quote
