"""Questions for votes as such are told from questions for who of a side voted how."""

import pytest

from assistant.understanding.voting import Ending, asks_who_voted, votes_sought


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("list all the votes in 2024", "in 2024"),
        ("votes on the bypass", "on the bypass"),
        ("how did the votes go on the bypass?", "on the bypass?"),
        ("how did the vote on the bypass go?", "on the bypass ?"),
        ("how did people vote on the bypass", "on the bypass"),
        ("how did the Scrutiny Committee vote on hubs", "on hubs"),
        ("what was the vote on the bypass", "on the bypass"),
        ("what was voted on in March 2024", "in March 2024"),
    ],
)
def test_votes_are_sought_and_what_is_left_names_the_matter(question: str, rest: str) -> None:
    found = votes_sought(question)
    assert found is not None
    assert (found.ending, found.amendments, found.rest) == (None, False, rest)


@pytest.mark.parametrize(
    ("question", "ending", "amendments"),
    [
        ("which motions were lost", Ending.LOST, False),
        ("what motions were voted down?", Ending.LOST, False),
        ("were any amendments defeated?", Ending.LOST, True),
        ("list the failed amendments", Ending.LOST, True),
        ("how many motions on parking were carried", Ending.CARRIED, False),
        ("any tied votes?", Ending.TIED, False),
        ("which votes were unanimous", Ending.UNANIMOUS, False),
    ],
)
def test_how_they_ended_is_asked_for(question: str, ending: Ending, amendments: bool) -> None:
    found = votes_sought(question)
    assert found is not None
    assert (found.ending, found.amendments) == (ending, amendments)


@pytest.mark.parametrize(
    "question",
    [
        "who voted against the bypass",
        "how did Mr Dray vote on the bypass",
        "was the motion on the bypass lost?",
        "how many people voted in the election",
        "what was the vote count on the bypass",
        "what did members say about votes at 16",
    ],
)
def test_other_questions_seek_no_votes(question: str) -> None:
    assert votes_sought(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "who voted against the bypass",
        "which two councillors have abstained on it?",
        "how many members voted for the pier?",
        "did Mrs Bell vote for the pier?",
    ],
)
def test_who_voted_how_is_recognised(question: str) -> None:
    assert asks_who_voted(question)


@pytest.mark.parametrize(
    "question",
    ["what did members say about votes at 16", "was the motion carried?", "who moved it?"],
)
def test_other_questions_do_not_ask_who_voted(question: str) -> None:
    assert not asks_who_voted(question)
