"""Questions about a meeting itself are told from those about its business."""

import pytest

from assistant.understanding.sitting import Formality, formality


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("when is the next meeting?", Formality.NEXT),
        ("when is the next harbour board meeting?", Formality.NEXT),
        ("when will the panel meet again", Formality.NEXT),
        ("who chaired the meeting in Netherby?", Formality.CHAIR),
        ("who was in the chair?", Formality.CHAIR),
        ("who sent apologies?", Formality.APOLOGIES),
        ("Apologies for absence", Formality.APOLOGIES),
        ("who was present?", Formality.PRESENT),
        ("which councillors attended in May 2023", Formality.PRESENT),
        ("how long did the meeting last?", Formality.TIME),
        ("what time did the meeting end", Formality.TIME),
        ("where did the Cabinet meet?", Formality.PLACE),
        ("when was the meeting held?", Formality.DATE),
    ],
)
def test_what_is_asked_of_a_meeting_is_told_by_the_words(question: str, asked: Formality) -> None:
    assert formality(question) is asked


@pytest.mark.parametrize(
    "question",
    [
        "who is the chair of the ferry panel?",
        "when does the ferry run?",
        "where is the depot?",
        "why did the Council apologise for the flood?",
        "how long is the pier?",
    ],
)
def test_other_questions_ask_of_something_else(question: str) -> None:
    assert formality(question) is None
