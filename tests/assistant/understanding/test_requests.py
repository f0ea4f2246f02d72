"""Questions for requests and undertakings are told from those for what was said or asked."""

import pytest

from assistant.understanding.requests import REQUESTS, UNDERTAKINGS, sought
from vectorstore.records import ActionKind


@pytest.mark.parametrize(
    ("question", "kinds", "who", "rest"),
    [
        ("what did members ask for about the ferry?", REQUESTS, "members", "about the ferry?"),
        ("what did Cllr Vance ask the operator to do?", REQUESTS, "Cllr Vance", "do?"),
        ("what was requested on the ferry", REQUESTS, "", "on the ferry"),
        ("requests about the ferry", REQUESTS, "", "about the ferry"),
        ("what did the officers promise?", UNDERTAKINGS, "the officers", "?"),
        ("what did Mr Dray agree to provide on fares", UNDERTAKINGS, "Mr Dray", "on fares"),
        ("list all undertakings on the ferry", UNDERTAKINGS, "", "on the ferry"),
        ("what is still outstanding on the ferry", REQUESTS | UNDERTAKINGS, "", "on the ferry"),
        ("outstanding actions", REQUESTS | UNDERTAKINGS, "", ""),
    ],
)
def test_who_asked_and_on_what_is_read_off_the_words(
    question: str, kinds: frozenset[ActionKind], who: str, rest: str
) -> None:
    found = sought(question)
    assert found is not None
    assert (found.kinds, found.who, found.rest) == (kinds, who, rest)


@pytest.mark.parametrize(
    "question",
    [
        "what did members ask about the ferry?",
        "who asked for the ferry?",
        "what did the Cabinet agree on the ferry?",
        "what came of the request for a ferry?",
        "did officers promise a ferry?",
        "what was said about action on climate change?",
    ],
)
def test_other_questions_seek_no_requests(question: str) -> None:
    assert sought(question) is None


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("is anything still outstanding on the ferry", "on the ferry"),
        ("what is still awaited from officers on the ferry", "from officers on the ferry"),
        ("what are we still waiting for on the ferry?", "on the ferry?"),
        ("any actions outstanding", ""),
        ("are any requests still unanswered about the ferry", "about the ferry"),
        ("what do officers owe the panel on the ferry", "the panel on the ferry"),
    ],
)
def test_what_is_outstanding_is_sought_among_both(question: str, rest: str) -> None:
    found = sought(question)
    assert found is not None
    assert found.open
    assert (found.kinds, found.rest) == (REQUESTS | UNDERTAKINGS, rest)


@pytest.mark.parametrize(
    "question",
    ["is the outstanding debt falling", "what outstanding views are there", "how many are pending"],
)
def test_what_is_outstanding_in_another_sense_is_not(question: str) -> None:
    assert sought(question) is None
