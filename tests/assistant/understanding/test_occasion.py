"""The occasion that a question names is a leaning: it is known, and hides nothing."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.understanding.occasion import fitting, occasion, places, within, within_body
from tests.assistant.invented import passage
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Filters

OCTOBER = Filters(since=date(2023, 10, 1), until=date(2023, 10, 31))
CABINET = passage("The ferry was late.").reference  # Marlshire, Cabinet, 14 October 2021


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("ferries", NO_FILTERS),
        ("what did the Cabinet decide about ferries", Filters(committee="Cabinet")),
        ("what did the cabinet say in October 2023", replace(OCTOBER, committee="Cabinet")),
        ("what did scrutiny say", Filters(committee="Scrutiny Committee")),
        ("the Scrutiny Committee on ferries", Filters(committee="Scrutiny Committee")),
        ("ferries in Castermouth", Filters(council="Castermouth City Council")),
        ("ferries in 2022", Filters(since=date(2022, 1, 1), until=date(2022, 12, 31))),
        ("ferries in February 2024", Filters(since=date(2024, 2, 1), until=date(2024, 2, 29))),
        # A member of the Cabinet is not the Cabinet, nor is a word that only begins like it.
        ("what did the Cabinet Member for Highways say", NO_FILTERS),
        ("which Cabinet members spoke", NO_FILTERS),
        ("filing cabinets", NO_FILTERS),
        ("the 2022 ferries", NO_FILTERS),
    ],
)
def test_a_body_a_month_or_a_year_is_known(edition: Edition, question: str, named: Filters) -> None:
    assert occasion(question, edition) == named


def test_both_the_cabinet_and_its_member_name_the_cabinet(edition: Edition) -> None:
    question = "what did the Cabinet Member tell the Cabinet?"
    assert occasion(question, edition) == Filters(committee="Cabinet")


class Bodies:
    """An edition's list of bodies and nothing more."""

    def councils(self) -> tuple[str, ...]:
        return ()

    def committees(self) -> tuple[str, ...]:
        return ("Joint Transport Board", "Joint Transport Board (Netherby)", "Planning (North)")


@pytest.mark.parametrize(
    ("question", "committee"),
    [
        ("what did the Joint Transport Board (Netherby) say?", "Joint Transport Board (Netherby)"),
        ("what did the joint transport board say?", "Joint Transport Board"),
        ("Planning (North)", "Planning (North)"),
        ("replanning (northern)", None),
    ],
)
def test_the_longest_name_that_stands_whole_is_meant_brackets_included(
    question: str, committee: str | None
) -> None:
    assert occasion(question, Bodies()).committee == committee  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("named", "share"),
    [
        (NO_FILTERS, 0.0),
        (Filters(committee="Cabinet"), 1.0),
        (Filters(committee="Scrutiny Committee"), 0.0),
        (Filters(committee="Cabinet", council="Castermouth City Council"), 0.5),
        (Filters(since=date(2021, 10, 1), until=date(2021, 10, 31)), 1.0),
        (Filters(committee="Cabinet", since=date(2022, 1, 1), until=date(2022, 12, 31)), 0.5),
    ],
)
def test_a_place_fits_as_far_as_it_is_known_to_agree(named: Filters, share: float) -> None:
    assert fitting(CABINET, named) == share


def test_an_unrecorded_date_agrees_with_no_month() -> None:
    undated = replace(CABINET, date=None)
    assert fitting(undated, Filters(since=date(2021, 1, 1), until=date(2021, 12, 31))) == 0.0


def test_an_occasion_narrows_and_never_widens_the_filters_in_force() -> None:
    chosen = Filters(council="Marlshire County Council", since=date(2023, 10, 10))
    named = replace(OCTOBER, council="Castermouth City Council", committee="Cabinet")
    assert within(chosen, named) == Filters(
        council="Marlshire County Council",
        committee="Cabinet",
        since=date(2023, 10, 10),
        until=date(2023, 10, 31),
    )
    assert within(chosen, NO_FILTERS) == NO_FILTERS
    assert within(chosen, chosen) == NO_FILTERS


@pytest.mark.parametrize(
    ("question", "limits"),
    [
        ("ferries at Scrutiny", Filters(committee="Scrutiny Committee")),
        ("what did the Cabinet decide about ferries?", Filters(committee="Cabinet")),
        ("ferries in Castermouth", Filters(council="Castermouth City Council")),
        # These name a body and do not say that it met or decided.
        ("was the Cabinet told of the ferries?", NO_FILTERS),
        ("the Castermouth ferries", NO_FILTERS),
        ("what was said at the Cabinet Member's visit, in cabinet members' words?", NO_FILTERS),
        ("ferries at Scrutiny and at the Cabinet", NO_FILTERS),
    ],
)
def test_the_body_where_it_was_said_or_decided_is_a_limit(
    edition: Edition, question: str, limits: Filters
) -> None:
    assert within_body(question, NO_FILTERS, edition, ()) == limits


def test_a_limit_that_was_given_or_taken_out_is_not_found_again(edition: Edition) -> None:
    given = Filters(committee="Cabinet")
    assert within_body("ferries at Scrutiny", given, edition, ()) == given
    assert within_body("ferries at Scrutiny", NO_FILTERS, edition, ("committee",)) == NO_FILTERS


def test_a_place_is_named_by_what_it_decided() -> None:
    assert places("what did Saltford decide on the ferry") == {"saltford"}
    assert places("what did saltford agree on the ferry") == {"saltford"}
    assert places("did Saltford support the ferry") == {"saltford"}
    assert places("what did Saltford say of the ferry") == frozenset()
