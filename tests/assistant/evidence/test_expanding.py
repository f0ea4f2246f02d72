"""What an abbreviation stands for is told by the words of the minutes that say so."""

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.evidence.expanding import expands
from tests.assistant.found import part_of
from vectorstore.keywords import Term

PIF = (Term(word="PIF", phrases=("pif", "pier improvement fund", "p if"), passages=3),)


@pytest.mark.parametrize(
    ("words", "asked", "told"),
    [
        ("The Pier Improvement Fund (PIF) was spent.", "what is PIF?", True),
        ("The PIF was spent.", "what is PIF?", False),
        ("The Pier Improvement Fund was spent.", "what is PIF?", False),
        ("The Pier Improvement Fund (PIF) was spent.", "what was said about PIF?", False),
    ],
)
def test_both_the_short_form_and_the_long_stand_where_it_is_told(
    words: str, asked: str, told: bool
) -> None:
    assert expands(words, part_of(asked), PIF) is told


@pytest.mark.parametrize(
    ("asked", "long"),
    [
        ("what is BSIP?", "Bus Service Improvement Plan (BSIP)"),
        ("what does EHCP stand for?", "Education, Health and Care Plan (EHCP)"),
        ("what is a pspo", "Public Spaces Protection Order (PSPO)"),
    ],
)
def test_an_answer_begins_with_what_an_abbreviation_stands_for(
    assistant: Assistant, asked: str, long: str
) -> None:
    answer = assistant.ask(asked)
    assert answer.status is AnswerStatus.ANSWERED
    quoted = [each for each in answer.sentences if each.citations]
    first = answer.citations[quoted[0].citations[0] - 1]
    assert long in first.quote
