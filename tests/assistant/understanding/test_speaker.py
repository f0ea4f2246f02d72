"""Whose words a question is after."""

import pytest

from assistant.understanding.speaker import person_named, speaker_named

SPEAKERS = ("Mrs H Vance", "Superintendent Crane", "Cllr O’Dell")


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("what did Mrs Vance say about the ferry?", "Mrs H Vance"),
        ("what has vance asked for", "Mrs H Vance"),
        ("according to Superintendent Crane, is the pier safe?", "Superintendent Crane"),
        ("points raised by Cllr O’Dell", "Cllr O’Dell"),
        ("Mrs Vance's view of the ferry", "Mrs H Vance"),
        ("did Cllr O’Dell change his mind?", "Cllr O’Dell"),
        ("what did members say about Mrs Vance?", None),
        ("what did Mr Nobody say about the ferry?", None),
        ("what was said about cranes", None),
    ],
)
def test_a_person_is_heard_who_is_asked_for_and_speaks(question: str, speaker: str | None) -> None:
    assert speaker_named(question, SPEAKERS) == speaker


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("what did Mrs Vance say about the ferry?", "Mrs Vance"),
        ("what was Cllr Sam O’Dell's view of it?", "Cllr Sam O’Dell"),
        ("what did the members say about the ferry?", None),
        ("what did the Chief Constable say?", None),
        ("what did Kent Police report?", None),
        ("who is Mrs Vance?", None),
    ],
)
def test_a_person_is_named_by_title_and_name(question: str, person: str | None) -> None:
    assert person_named(question) == person
