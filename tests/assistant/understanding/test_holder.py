"""Whose office a question asks the holder of is told from whom it asks about by name."""

import pytest

from assistant.understanding.holder import office_held


@pytest.mark.parametrize(
    ("question", "name", "of"),
    [
        ("who is the chief constable?", "chief constable", ""),
        ("Who's the mayor", "mayor", ""),
        ("who is the leader of Sandham", "leader", "Sandham"),
        ("who is Sandham's leader?", "leader", "Sandham"),
        ("who is the Cabinet Member for Ferries?", "Cabinet Member", "Ferries"),
        ("who chairs the Harbour Board?", "chair", "Harbour Board"),
        ("who is the head of housing at Sandham?", "head", "housing"),
        ("who led the council", "leader", "council"),
        ("who chaired it?", "chair", ""),
    ],
)
def test_the_office_is_named_with_what_it_is_of(question: str, name: str, of: str) -> None:
    office = office_held(question)
    assert office is not None
    assert (office.name, office.of) == (name, of)


@pytest.mark.parametrize(
    "question",
    [
        "who is Mrs Vance?",
        "who is on the panel?",
        "who is responsible for the pier?",
        "who is the letter from?",
        "who proposed the closure?",
        "what did the leader say?",
    ],
)
def test_other_questions_ask_for_no_holder(question: str) -> None:
    assert office_held(question) is None
