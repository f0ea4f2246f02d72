"""What addresses ask for."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.conversations.address import asked_by_address, question_address
from ui.conversations.turn import Asked
from vectorstore.edition import Edition
from vectorstore.errors import SettingsError
from vectorstore.found import Filters, Only


def test_an_address_that_was_given_away_asks_the_same_question(samples: Edition) -> None:
    filters = Filters(
        committee="Cabinet", since=date(2022, 1, 1), until=date(2023, 12, 31), only=Only.DECIDED
    )
    asked = Asked(
        question="What about R&D = 5 + 5 in 2024? £1 #save",
        filters=filters,
        without=frozenset({"since", "until"}),
    )
    assert asked_by_address(dict(parse_qsl(question_address(asked))), samples) == asked


def test_a_committee_may_be_named_as_people_do(samples: Edition) -> None:
    asked = asked_by_address({"q": "libraries", "committee": "scrutiny"}, samples)
    assert asked == Asked(question="libraries", filters=Filters(committee="Scrutiny Committee"))


def test_an_address_may_only_limit(samples: Edition) -> None:
    asked = asked_by_address({"committee": "Cabinet", "q": " "}, samples)
    assert asked == Asked(question="", filters=Filters(committee="Cabinet"))


@pytest.mark.parametrize("parameters", [{}, {"c": "abc"}, {"utm": "x"}, {"q": "  "}])
def test_other_addresses_ask_nothing(samples: Edition, parameters: dict[str, str]) -> None:
    assert asked_by_address(parameters, samples) is None


def test_days_beyond_all_on_record_limit_no_less_and_no_more(samples: Edition) -> None:
    asked = asked_by_address({"q": "x", "since": "1066-10-14", "until": "9999-12-31"}, samples)
    assert asked is not None
    assert asked.filters.since == date(2021, 1, 1)
    assert asked.filters.until is not None
    assert asked.filters.until < date(9999, 12, 31)


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"q": "x", "since": "yesterday"}, "“since” in the address is not a date"),
        ({"q": "x", "until": "2024-02-30"}, "“until” in the address is not a date"),
        ({"q": "x", "since": "2023-01-01", "until": "2022-01-01"}, "is after"),
        ({"q": "x", "since": "9999-01-01"}, "holds nothing since 1 January 9999"),
        ({"q": "x", "until": "1066-10-14"}, "holds nothing until 14 October 1066"),
        ({"q": "x", "committee": "Star Chamber"}, "no committee called “Star Chamber”"),
        ({"q": "x", "council": "Atlantis"}, "no council called “Atlantis”"),
        ({"q": "x" * 1001}, "longer than 1,000 characters"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_in_one_sentence(
    samples: Edition, parameters: dict[str, str], says: str
) -> None:
    with pytest.raises(SettingsError, match=says) as raised:
        asked_by_address(parameters, samples)
    assert "\n" not in str(raised.value)


@given(st.dictionaries(st.sampled_from("q council committee since until".split()), st.text()))
def test_whatever_an_address_says_it_is_used_or_refused(
    samples: Edition, parameters: dict[str, str]
) -> None:
    try:
        asked = asked_by_address(parameters, samples)
    except SettingsError:
        return
    assert asked is None or asked.question == parameters.get("q", "").strip()
