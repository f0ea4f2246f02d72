"""The words that ask for what was decided and nothing else."""

import pytest

from assistant.understanding.only import only
from assistant.understanding.question import Kind, understand
from vectorstore.found import NO_FILTERS, Filters, Only


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("only decisions about the ferry", "about the ferry"),
        ("Show me only the decisions made on the ferry", "Show me on the ferry"),
        ("just what was decided on the ferry", "on the ferry"),
        ("the ferry, decisions only", "the ferry,"),
        ("resolutions about the ferry", "about the ferry"),
        ("list all decisions on the ferry", "on the ferry"),
        ("only what the Cabinet decided on the ferry", "what the Cabinet decided on the ferry"),
        ("only decisions", "only decisions"),
    ],
)
def test_what_limits_a_question_to_decisions_is_taken_out_of_it(question: str, rest: str) -> None:
    assert only(question) == (rest, Only.DECIDED)


@pytest.mark.parametrize(
    "question",
    [
        "what was decided about the ferry?",
        "was the ferry only agreed for a year?",
        "why was it decided only in March?",
        "who made the decision on the ferry?",
        "the ferry was just repaired",
    ],
)
def test_other_questions_are_not_limited(question: str) -> None:
    assert only(question) == (question, None)


def test_the_limit_becomes_a_filter_that_can_be_removed() -> None:
    asked = "resolutions about the ferry since 2023"
    limited = understand(asked, NO_FILTERS)
    assert limited.filters.only is Only.DECIDED
    assert limited.filters.since is not None
    assert [part.kind for part in limited.parts] == [Kind.DECIDED]
    widened = understand(asked, NO_FILTERS, without=["only"])
    assert widened.filters.only is None
    assert [part.kind for part in widened.parts] == [Kind.SAID]


def test_a_figure_is_still_asked_for_among_what_was_decided() -> None:
    limited = understand("how many ferries are to run?", Filters(only=Only.DECIDED))
    assert [part.kind for part in limited.parts] == [Kind.FIGURE]
