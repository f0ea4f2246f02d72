"""What the minutes lack is said to be missing, whatever is typed."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import phrasing
from assistant.answer import AnswerStatus, SentenceKind
from assistant.assistant import Assistant
from vectorstore.keywords import FUNCTION_WORDS


@pytest.mark.parametrize(
    "question",
    [
        "astrology",
        "how many penguins live in the lake?",
        "nuclear power station",
        "volcanic eruption insurance",
        "why was the unicorn sanctuary closed?",
    ],
)
def test_what_the_minutes_lack_is_not_found_and_what_was_searched_is_told(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.citations == ()
    assert {sentence.kind for sentence in answer.sentences} == {SentenceKind.SUMMARY}
    said, *suggested = [sentence.text for sentence in answer.sentences]
    assert said == phrasing.not_found()
    assert all(words.startswith("The nearest items in the minutes: ") for words in suggested)
    assert len(suggested) <= 1
    assert answer.coverage.meetings == 19
    assert len(answer.coverage.committees) == 5
    assert answer.coverage.first_date == date(2021, 10, 14)


def test_what_leans_on_nothing_is_asked_back(assistant: Assistant) -> None:
    answer = assistant.ask("what did they say?")
    assert answer.status is AnswerStatus.CLARIFY
    assert answer.citations == ()
    [sentence] = answer.sentences
    assert sentence.kind is SentenceKind.SUMMARY
    assert answer.text == sentence.text


def test_what_may_mean_either_of_two_is_asked_back_with_both(assistant: Assistant) -> None:
    answer = assistant.ask("when was it decided?", ["compare libraries with youth hubs"])
    assert answer.status is AnswerStatus.CLARIFY
    assert "“libraries” or “youth hubs”" in answer.text


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("are there any dragons in Marlshire?", "dragons"),
        ("how many submarines does the fire service have?", "submarines"),
        ("how many library volunteers in Zanzibar were paid?", "Zanzibar"),
    ],
)
def test_an_unknown_word_is_not_found_or_named(
    assistant: Assistant, question: str, unknown: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status in (AnswerStatus.NOT_FOUND, AnswerStatus.PARTLY_ANSWERED)
    if answer.status is AnswerStatus.PARTLY_ANSWERED:
        summary = answer.sentences[0]
        assert summary.kind is SentenceKind.SUMMARY
        assert f"“{unknown}”" in summary.text or "no figure" in summary.text


def test_a_part_that_is_missing_is_named_beside_the_one_that_was(assistant: Assistant) -> None:
    answer = assistant.ask("how many defibrillators are there and when did the zoo open?")
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert answer.sentences[0].text.startswith("On “when did the zoo open”: ")
    assert "“zoo”" in answer.sentences[0].text
    assert any("defibrillators" in citation.quote for citation in answer.citations)


def test_a_corrected_spelling_is_said(assistant: Assistant) -> None:
    answer = assistant.ask("libaries")
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.notice == "Showing results for “libraries” (typed “libaries”)."
    assert assistant.ask("libraries").notice is None


@pytest.mark.parametrize(
    "question",
    ["", "  \n", "?", "🙂🙂", "\0", "\ud800", '" OR NEAR( *', "a" * 10_000, "and " * 2_500],
    ids="nothing space mark emoji nul surrogate operators long function-words".split(),
)
def test_nothing_that_can_be_typed_breaks_the_assistant(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question, history=[question])
    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.question == question


def test_what_is_typed_beyond_all_measure_is_not_read_and_that_is_said(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("potholes " * 1_000)
    assert answer.question == "potholes " * 1_000
    assert "Only the first 1,000 characters" in (answer.notice or "")
    assert assistant.ask("potholes").notice is None


def test_odd_characters_do_not_keep_the_words_beside_them_from_being_found(
    assistant: Assistant,
) -> None:
    for question in ("potholes\0", "potholes \ud800", "🙂 potholes", "potholes " * 1_000):
        assert assistant.ask(question).status is AnswerStatus.ANSWERED


@settings(
    max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(st.lists(st.sampled_from(sorted(FUNCTION_WORDS)) | st.text(max_size=8), max_size=12))
def test_whatever_is_typed_is_answered_with_what_the_minutes_hold(
    assistant: Assistant, typed: list[str]
) -> None:
    answer = assistant.ask(" ".join(typed))
    assert answer.sentences
    assert all(citation.exact for citation in answer.citations)
