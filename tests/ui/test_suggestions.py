"""Questions that lead on from an answer."""

from pathlib import Path

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from tests.ui.answers import answer
from ui.suggestions import MOST, suggestions
from vectorstore.edition import Edition
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

QUESTIONS = (
    "potholes",
    "What was said about libraries?",
    "what was decided about the Brackwell Bypass?",
    "what is the latest on e-scooters",
    "how many potholes were repaired",
    "traffic",
)


@pytest.fixture(scope="module")
def assistant(sample_home: Path) -> Assistant:
    library = open_library(LibrarySettings(home=sample_home))
    return Assistant(library, AssistantSettings(chat_model=None))


@pytest.mark.parametrize("question", QUESTIONS)
def test_everything_suggested_can_be_answered_and_is_another_question(
    question: str, assistant: Assistant, samples: Edition
) -> None:
    found = suggestions(assistant.ask(question), samples)
    assert 0 < len(found) <= MOST
    assert question not in found
    for each in found:
        assert assistant.ask(each).status is AnswerStatus.ANSWERED, each


def test_the_askers_own_words_are_used_for_the_topic(
    assistant: Assistant, samples: Edition
) -> None:
    assert "What was decided about potholes?" in suggestions(assistant.ask("potholes"), samples)
    found = suggestions(assistant.ask("What was said about libraries since 2022?"), samples)
    assert "What was decided about libraries?" in found


def test_what_was_asked_for_is_not_suggested_again(assistant: Assistant, samples: Edition) -> None:
    decided = suggestions(assistant.ask("what was decided about the Brackwell Bypass?"), samples)
    assert not any(each.startswith("What was decided") for each in decided)
    latest = suggestions(assistant.ask("what is the latest on e-scooters"), samples)
    assert not any(each.startswith("What is the latest") for each in latest)


def test_other_committees_are_suggested_that_the_answer_does_not_cite(
    assistant: Assistant, samples: Edition
) -> None:
    given = assistant.ask("what is the latest on e-scooters")
    cited = {citation.reference.committee for citation in given.citations}
    [*others] = [each for each in suggestions(given, samples) if " at " in each]
    assert others
    for each in others:
        assert each.rpartition(" at ")[2].rstrip("?") not in cited


def test_a_question_asked_back_suggests_nothing(samples: Edition) -> None:
    assert suggestions(answer(status=AnswerStatus.CLARIFY), samples) == ()


def test_nothing_found_suggests_what_is_nearest(assistant: Assistant, samples: Edition) -> None:
    given = assistant.ask("traffic")
    assert given.status is AnswerStatus.NOT_FOUND
    assert "What was said about Speed limits?" in suggestions(given, samples)
    assert suggestions(assistant.ask("are there any mermaids?"), samples) == ()
