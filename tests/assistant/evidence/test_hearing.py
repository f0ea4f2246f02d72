"""What came of a hearing is told, though only its head names what it was on."""

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.evidence.hearing import head, under
from tests.assistant.found import term
from tests.assistant.invented import passage
from vectorstore.found import Hit, StoredPassage
from vectorstore.records import ParagraphKind

WEIGHTS = {"Neptune": 1.0, "Rooms": 1.0}
TERMS = tuple(map(term, WEIGHTS))


def hit(held: StoredPassage) -> Hit:
    return Hit(rank=1, score=0.5, similarity=0.5, keyword=0.5, passage=held)


TOP = hit(
    passage(
        "Premises Neptune Rooms, 12 Quayside",
        id="top",
        kind=ParagraphKind.ATTENDANCE,
        item_title=None,
    )
)


@pytest.mark.parametrize(
    "question", ["what happened to the Neptune Rooms?", "was the Neptune Rooms shut?"]
)
def test_the_outcome_is_bound_to_what_the_head_names(councils: Assistant, question: str) -> None:
    answer = councils.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert "The licence is suspended for 28 days." in answer.text
    assert "delicatessen" not in answer.text


def test_a_narrow_question_is_asked_within_the_hearing(councils: Assistant) -> None:
    answer = councils.ask("how long was the Neptune Rooms suspended for?")
    assert [each.text for each in answer.sentences] == ["The licence is suspended for 28 days."]


def test_a_line_of_the_head_that_names_most_of_the_question_is_what_the_hearing_is_on() -> None:
    said = hit(passage("The Neptune Rooms was noisy.", id="said"))
    assert head([said, TOP], TERMS, WEIGHTS) is TOP
    assert head([said], TERMS, WEIGHTS) is None
    other = hit(passage("Members Neptune Rooms", id="m", kind=ParagraphKind.ATTENDANCE))
    assert head([other], TERMS, WEIGHTS) is None


def test_what_else_the_meeting_dealt_with_is_no_part_of_the_hearing() -> None:
    decided = hit(passage("The licence is suspended.", id="d", item_title="Decision"))
    other = hit(passage("Granted.", id="o", item_title="Other business: an application"))
    elsewhere = hit(passage("It was suspended.", id="e", meeting="m2", item_title="Decision"))
    [found] = under(TOP, [decided, other, elsewhere])
    assert found.passage.heading == "Premises Neptune Rooms, 12 Quayside Decision"


def test_a_title_with_an_address_names_one_matter(councils: Assistant) -> None:
    answer = councils.ask("what happened to the Copper Lantern?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "suspend the premises licence for a period of 28 days;" in answer.text
    assert "considered revocation" not in answer.text


def test_what_was_decided_goes_before_the_reasons(councils: Assistant) -> None:
    answer = councils.ask("what happened to Nila's Food and Wine?")
    assert [each.text for each in answer.sentences] == ["That the application be refused."]
