"""The facts that an answer holds, and whether it says who said them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures.facts import attribution, nugget_recall
from eval.measures.text import comparable
from tests.eval.invented import ASKED, BUS, CASE, DECIDED, SAID, SILENT, answer, sentence, sources

WHO = replace(CASE, tags=("who",))


def value(text: str, *, vital: bool) -> float:
    figure = nugget_recall(CASE, answer(text=text), vital=vital)
    assert figure is not None
    return figure.value


@pytest.mark.parametrize(
    ("text", "vital", "every"),
    [
        ("It was late on 40 days and is to be replaced. [1]", 1.0, 0.5),
        ("It was late on FORTY\u00a0 days.", 0.5, 0.25),
        ("In 2022-23 it was ’late’.", 0.0, 0.5),
        ("It was on time.", 0.0, 0.0),
    ],
)
def test_facts_are_proved_by_any_of_their_wordings(text: str, vital: float, every: float) -> None:
    assert value(text, vital=True) == vital
    assert value(text, vital=False) == every


def test_a_fact_without_a_wording_is_proved_by_nothing() -> None:
    case = replace(CASE, nuggets=(replace(CASE.nuggets[0], match=("", " ")),))
    figure = nugget_recall(case, answer(text="It was late."), vital=True)
    assert figure is not None
    assert figure.value == 0.0


def test_the_reason_names_what_is_missing() -> None:
    figure = nugget_recall(CASE, answer(text="It was late on 40 days."), vital=True)
    assert figure is not None
    assert figure.reason == "1 of 2 facts are held. Missing: To be replaced."


def test_recall_does_not_apply_without_facts_or_without_an_answer_to_find() -> None:
    assert nugget_recall(SILENT, answer(), vital=True) is None
    assert nugget_recall(replace(CASE, nuggets=()), answer(), vital=False) is None
    none_vital = replace(CASE, nuggets=CASE.nuggets[2:])
    assert nugget_recall(none_vital, answer(), vital=True) is None
    assert value("", vital=False) == 0.0


def test_a_cited_paragraph_should_come_with_the_name_of_who_speaks_in_it() -> None:
    named = answer(SAID, sentences=[sentence("Mr Orrell said that it was late.", 1)])
    nameless = answer(SAID, ASKED, sentences=[sentence("ORRELL.", 1), sentence("It was so.", 2)])
    within = answer(SAID, sentences=[sentence("The Orrells’ ferry was in advance.", 1)])
    for given_answer, expected in ((named, 1.0), (nameless, 0.5), (within, 0.0)):
        figure = attribution(WHO, given_answer, sources())
        assert figure is not None
        assert figure.value == expected


def test_attribution_applies_where_the_case_asks_who_and_the_minutes_say_who_speaks() -> None:
    said = answer(SAID, sentences=[sentence("It was late.", 1)])
    assert attribution(CASE, said, sources()) is None
    assert attribution(replace(WHO, answerable=False), said, sources()) is None
    no_speaker = answer(DECIDED, BUS, sentences=[sentence("It be replaced.", 1)])
    assert attribution(WHO, no_speaker, sources()) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2022–23", "2022-23"),
        ("self‑service", "self-service"),
        ("−5", "-5"),
        ("‘late’", "'late'"),
        ("the Council’s", "THE COUNCIL'S"),
        ("“so it  was”", '"so it\u00a0was"'),
        (" a\nb ", "a b"),
        ("Straße", "STRASSE"),
    ],
)
def test_case_space_dashes_and_quotation_marks_make_no_difference(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(("one", "other"), [("40", "41"), ("£40", "40"), ("4.0", "40"), ("a", "b")])
def test_other_characters_do(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)
