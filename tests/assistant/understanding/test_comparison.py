"""What is compared is asked of each side by itself."""

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.understanding.comparison import sides
from assistant.understanding.question import understand
from tests.assistant.found import part_of
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Filters


def asked(question: str, edition: Edition) -> list[tuple[str, Filters]]:
    [part] = understand(question, NO_FILTERS).parts
    return [(side.part.text, side.filters) for side in sides(part, NO_FILTERS, edition)]


@pytest.mark.parametrize(
    "question",
    [
        "what was said about ferries in 2022 and in 2024?",
        "compare the ferries of 2022 and 2024",
    ],
)
def test_two_years_are_asked_for_one_by_one(question: str, edition: Edition) -> None:
    assert asked(question, edition) == [
        ("ferries", Filters(since=date(year, 1, 1), until=date(year, 12, 31)))
        for year in (2022, 2024)
    ]


def test_two_councils_are_asked_one_by_one(edition: Edition) -> None:
    found = asked("compare what Castermouth and Marlshire said about private e-scooters", edition)
    assert sorted((text, str(filters.council)) for text, filters in found) == [
        ("private e-scooters", "Castermouth City Council"),
        ("private e-scooters", "Marlshire County Council"),
    ]


def test_two_places_that_are_no_councils_are_asked_for_by_name(edition: Edition) -> None:
    assert asked("how do Sallowby and Thackmere compare on gullies", edition) == [
        ("gullies in Sallowby", NO_FILTERS),
        ("gullies in Thackmere", NO_FILTERS),
    ]


@pytest.mark.parametrize(
    "question",
    [
        "what did the Cabinet say to Castermouth and Marlshire?",
        "how many rides were there in 2022 and in 2023?",
        "ferries from 2022/23",
        "compare the ferries",
    ],
)
def test_what_compares_nothing_is_one_question(question: str, edition: Edition) -> None:
    part = part_of(question)
    [only] = sides(part, NO_FILTERS, edition)
    assert only.part == part


def test_a_side_on_which_nothing_is_found_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("what was said about shoplifting in 2021 and in 2024?")
    assert "Nothing was found on “shoplifting (2021)”." in answer.text
    assert {each.reference.date and each.reference.date.year for each in answer.citations} == {2024}
