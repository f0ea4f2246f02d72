"""A question for what something is or stands for is told from one for more than that."""

import pytest

from assistant.understanding.definition import asks_what_it_is, plainly


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("what does PIF stand for?", "what is PIF?"),
        ("What do PIFs mean", "what is PIFs"),
        ("what does the pier cost?", "what does the pier cost?"),
    ],
)
def test_what_something_stands_for_is_what_it_is(question: str, plain: str) -> None:
    assert plainly(question) == plain


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("what is PIF?", True),
        ("what's a PIF", True),
        ("what are the PIFs?", True),
        ("what is the latest on PIF?", False),
        ("PIF", False),
    ],
)
def test_what_one_word_names_is_asked_by_it_alone(question: str, asks: bool) -> None:
    assert asks_what_it_is(question) is asks
