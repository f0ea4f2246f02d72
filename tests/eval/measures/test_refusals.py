"""Refusals right and wrong, and accuracy over both."""

from dataclasses import replace

import pytest

from assistant.answer import AnswerStatus, SentenceKind
from eval.measures.refusals import accuracy, refused, wrongly_partial, wrongly_refused
from tests.eval.invented import ASKED, CASE, DECIDED, SAID, SILENT, answer, sentence, sources

MISSING = [sentence("The minutes give no figure for this.", kind=SentenceKind.SUMMARY)]


@pytest.mark.parametrize(
    ("status", "named", "expected"),
    [
        (AnswerStatus.NOT_FOUND, False, 1.0),
        (AnswerStatus.PARTLY_ANSWERED, True, 1.0),
        (AnswerStatus.PARTLY_ANSWERED, False, 0.0),  # it does not say what is missing
        (AnswerStatus.ANSWERED, False, 0.0),
        (AnswerStatus.MODEL_UNAVAILABLE, False, 0.0),
    ],
)
def test_only_not_found_or_naming_what_is_missing_refuses(
    status: AnswerStatus, named: bool, expected: float
) -> None:
    given = answer(SAID, status=status, sentences=MISSING if named else ())
    figure = refused(SILENT, given)
    assert figure is not None
    assert figure.value == expected
    assert accuracy(SILENT, given, sources()).value == expected
    assert refused(CASE, given) is None


def test_an_answerable_case_without_a_citation_is_wrongly_refused() -> None:
    not_found = answer(SAID, status=AnswerStatus.NOT_FOUND)
    for given, expected in ((answer(SAID), 0.0), (answer(), 1.0), (not_found, 1.0)):
        figure = wrongly_refused(CASE, given)
        assert figure is not None
        assert figure.value == expected
    assert wrongly_refused(SILENT, answer()) is None


def test_an_answer_in_part_is_wrong_where_the_minutes_answer_the_whole() -> None:
    partly = answer(SAID, status=AnswerStatus.PARTLY_ANSWERED, sentences=MISSING)
    for given, expected in ((partly, 1.0), (answer(SAID), 0.0), (answer(), 0.0)):
        figure = wrongly_partial(CASE, given)
        assert figure is not None
        assert figure.value == expected
    assert wrongly_partial(SILENT, partly) is None


def test_an_answer_is_right_when_it_is_cited_and_holds_every_vital_fact() -> None:
    whole, half = "Late on 40 days, to be replaced.", "Late on 40 days."
    assert accuracy(CASE, answer(SAID, text=whole), sources()).value == 1.0
    assert accuracy(CASE, answer(SAID, text=half), sources()).value == 0.0
    assert accuracy(CASE, answer(text=whole), sources()).value == 0.0


def test_without_facts_an_answer_is_right_when_it_cites_evidence_that_is_needed() -> None:
    no_facts = replace(CASE, nuggets=())
    assert accuracy(no_facts, answer(ASKED), sources()).value == 1.0
    assert accuracy(no_facts, answer(DECIDED), sources()).value == 0.0  # acceptable, not needed
