"""Whom a question says to have done something is told from what it was done to."""

import pytest

from assistant.understanding.doer import doer


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("did Mrs Bell introduce the pier report?", {"mrs", "bell"}),
        ("did mr orrell introduce the pier report?", {"mr", "orrell"}),
        ("Has Ann Vance opened the pier?", {"ann", "vance"}),
        ("did the Cabinet close the pier?", set()),
        ("who opened the Pier?", set()),
        ("did it close?", set()),
    ],
)
def test_the_name_that_a_yes_or_no_question_begins_with(question: str, named: set[str]) -> None:
    assert doer(question) == named
