"""The time that the words of a question limit it to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.period import Period, period

TODAY = date(2025, 3, 31)


@pytest.mark.parametrize(
    ("question", "first", "last", "rest"),
    [
        ("ferries since March 2023", date(2023, 3, 1), None, "ferries"),
        ("ferries since 14 March 2023", date(2023, 3, 14), None, "ferries"),
        ("ferries after 14th March 2023", date(2023, 3, 15), None, "ferries"),
        ("ferries after 2022", date(2023, 1, 1), None, "ferries"),
        ("ferries before May 2023", None, date(2023, 4, 30), "ferries"),
        ("ferries before the election of May 2025", None, date(2025, 4, 30), "ferries"),
        ("ferries before the local elections in 2021", None, date(2020, 12, 31), "ferries"),
        ("ferries up to February 2024?", None, date(2024, 2, 29), "ferries ?"),
        ("ferries by the end of 2024", None, date(2024, 12, 31), "ferries"),
        ("between May 2021 and 2022, ferries", date(2021, 5, 1), date(2022, 12, 31), ", ferries"),
        ("ferries after 2019 and before May 2021", date(2020, 1, 1), date(2021, 4, 30),
         "ferries and"),
        ("ferries last year", date(2024, 1, 1), date(2024, 12, 31), "ferries"),
        ("what was said last month?", date(2025, 2, 1), date(2025, 2, 28), "what was said ?"),
        ("ferries in the last two years", date(2023, 3, 31), None, "ferries"),
        ("ferries over the past year", date(2024, 3, 31), None, "ferries"),
        ("ferries in the last 13 months", date(2024, 2, 29), None, "ferries"),
        ("ferries within the past week", date(2025, 3, 24), None, "ferries"),
    ],
)  # fmt: skip
def test_words_that_limit_the_time_are_taken_out(
    question: str, first: date | None, last: date | None, rest: str
) -> None:
    assert period(question, TODAY) == (rest, Period(first=first, last=last))


@pytest.mark.parametrize(
    "question",
    [
        "ferries in May 2023",
        "more ferries than last year",
        "last year’s budget",
        "ferries before 31 February 2023",
        "how have ferries changed over the last few years",
        "ferries in the last 5000 years",
        "ferries since 20231",
    ],
)
def test_words_that_date_something_else_or_nothing_limit_nothing(question: str) -> None:
    assert period(question, TODAY) == (question, Period())


@given(
    st.lists(
        st.sampled_from(
            "since before between and from to until the last past 29 February 2023 2024/25 two "
            "0 99 year years months week election of 1900 2099 May".split()
        ),
        max_size=12,
    ),
    st.dates(min_value=date(1900, 1, 1)),
)
def test_no_words_and_no_day_bring_it_down(words: list[str], today: date) -> None:
    question = " ".join(words)
    rest, found = period(question, today)
    assert len(rest) <= len(question)
    assert (found == Period()) == (rest == question)
