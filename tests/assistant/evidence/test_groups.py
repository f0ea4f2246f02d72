"""What a group is heard to say is told from what others say of it or to it."""

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.evidence.groups import members, spans_of
from assistant.understanding.group import Group
from tests.assistant.invented import passage
from vectorstore.found import StoredPassage
from vectorstore.records import ParagraphKind


def heard(group: Group, held: StoredPassage, names: tuple[str, ...] = ()) -> list[str]:
    return [held.raw[start:end].strip() for start, end in spans_of(group, held, names)]


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (Group.RESIDENTS, "A resident of Quay Road complained of lorries."),
        (Group.RESIDENTS, "Mr Orrell of Mill Row asked when the path would be cleared."),
        (Group.RESIDENTS, "Mr Orrell, for the Quay Street Residents Association, said no."),
        (Group.RESIDENTS, "The survey had 186 replies, 42 of them against."),
        (Group.RESIDENTS, "Letters had come from the Police and from 14 residents."),
        (Group.PUBLIC, "Mrs Vane, on behalf of the Chamber of Trade, said that it was a loss."),
        (Group.PARENTS, "Some parents were worried about the ferry."),
        (Group.OBJECTORS, "Seven representations had been received against the application."),
    ],
)
def test_a_sentence_spoken_by_or_for_a_group_is_its_own(group: Group, words: str) -> None:
    assert heard(group, passage(words)) == [words]


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (Group.RESIDENTS, "Mr Orrell said that residents would be told."),
        (Group.RESIDENTS, "Officers had no objection because of the residents' parking zone."),
        (Group.RESIDENTS, "Residents of the pier were told by the Clerk."),
        (Group.PARENTS, "Letters should be rewritten with the help of parents."),
        (Group.PUBLIC, "It was right that the public be asked."),
        (Group.RESIDENTS, "Cllr Vane, a resident of Quay Road, said that it was late."),
    ],
)
def test_what_is_said_of_a_group_or_to_it_is_not(group: Group, words: str) -> None:
    assert heard(group, passage(words)) == []


def test_what_goes_on_with_their_words_is_theirs_until_somebody_else_speaks() -> None:
    held = passage("A resident complained of lorries. He had counted 41. The Clerk would write.")
    assert heard(Group.RESIDENTS, held) == [
        "A resident complained of lorries.",
        "He had counted 41.",
    ]


def test_under_a_heading_of_their_own_they_need_not_be_called_so() -> None:
    words = "Mrs Vane said that glass was left in the road. Cllr Orrell would look at it."
    assert heard(Group.RESIDENTS, passage(words, item_title="Residents")) == [
        "Mrs Vane said that glass was left in the road."
    ]
    assert heard(Group.RESIDENTS, passage(words, item_title="Licence")) == []


def test_a_paragraph_of_one_side_is_all_of_that_side() -> None:
    words = "Speaking against: Mr Vane said that it was tall. Ms Orrell said that it was dark."
    assert len(heard(Group.OBJECTORS, passage(words))) == 2
    assert heard(Group.SUPPORTERS, passage(words)) == []
    assert heard(Group.OBJECTORS, passage("The County had no objection.")) == []


def test_who_is_listed_as_one_of_them_speaks_for_them() -> None:
    present = passage(
        "Mrs Joan Vane and Mr Yusuf Crane (local residents); Ms Orrell (officer)",
        kind=ParagraphKind.ATTENDANCE,
    )
    names = tuple(sorted(members(Group.RESIDENTS, [present])))
    assert names == ("Crane", "Vane")
    assert heard(Group.RESIDENTS, passage("Mrs Vane said that it was loud."), names)
    assert not heard(Group.RESIDENTS, passage("Ms Orrell said that it was loud."), names)


def test_what_was_decided_is_nobodys_words() -> None:
    held = passage("Residents asked for it.", kind=ParagraphKind.RESOLUTION)
    assert heard(Group.RESIDENTS, held) == []


def test_a_group_is_heard_alone_and_its_silence_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("what did residents say about libraries?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "Limited to what residents said." in (answer.notice or "")
    assert all("Bellfield" in cited.quote or "She" in cited.quote for cited in answer.citations)
    silent = assistant.ask("what did farmers say about libraries?")
    assert silent.status is AnswerStatus.PARTLY_ANSWERED
    assert "The minutes do not record that farmers spoke on this." in silent.text
