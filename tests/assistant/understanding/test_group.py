"""A question that asks to hear a group is told from one that is about its members."""

import pytest

from assistant.understanding.group import Group, called, group_asked


@pytest.mark.parametrize(
    ("question", "group"),
    [
        ("what did residents say about the pier?", Group.RESIDENTS),
        ("what do locals think of the ferry", Group.RESIDENTS),
        ("what did the public ask?", Group.PUBLIC),
        ("did any local residents object to it?", Group.RESIDENTS),
        ("parents' views on the ferry", Group.PARENTS),
        ("objections from traders", Group.TRADERS),
        ("according to cyclists who was at fault", Group.CYCLISTS),
        ("what did those against say?", Group.OBJECTORS),
        ("who spoke against the pier?", Group.OBJECTORS),
        ("who spoke in favour of the pier?", Group.SUPPORTERS),
    ],
)
def test_the_group_is_known_by_the_words_for_it(question: str, group: Group) -> None:
    assert group_asked(question) is group


@pytest.mark.parametrize(
    "question",
    [
        "how many residents objected?",
        "what did Mrs Vance say about residents?",
        "what was said about young people?",
        "public toilets",
    ],
)
def test_other_questions_ask_to_hear_no_group(question: str) -> None:
    assert group_asked(question) is None


def test_a_group_is_called_by_several_words() -> None:
    assert called(Group.RESIDENTS, "Locals")
    assert called(Group.OBJECTORS, "spoke")
    assert not called(Group.RESIDENTS, "ferry")
