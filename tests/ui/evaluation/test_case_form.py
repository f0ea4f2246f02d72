"""A case in a form is the same case when nothing was typed, and only that when something was."""

from dataclasses import replace
from datetime import date

import pytest

from eval.cases import Case, Evidence
from tests.eval.invented import CASE, SILENT
from ui.evaluation.case_form import (
    case_of,
    fields_of,
    to_accept,
    with_evidence,
    with_fact,
    without_evidence,
    without_fact,
)
from vectorstore.found import NO_FILTERS, Filters

ASKED = replace(
    CASE,
    history=("what about buses?", "and trains?"),
    filters=Filters(committee="Cabinet", since=date(2022, 1, 1)),
    tags=("followup", "number"),
    reference="Late on 40 days.",
)


@pytest.mark.parametrize("case", [CASE, SILENT, ASKED])
def test_what_nobody_changed_stays_as_it_was(case: Case) -> None:
    assert case_of(fields_of(case), case) == case
    assert case_of({}, case) == case


def test_what_was_typed_is_tidied() -> None:
    typed = {
        "question": "  the ferry? ",
        "history": "one\n\n two \n",
        "tags": "number, , who ",
        "reference": " ",
        "quote_0": "the ferry\n  had been late",
        "match_0": " 40 days \nforty days\n",
    }
    changed = case_of(typed, ASKED)
    assert (changed.question, changed.history) == ("the ferry?", ("one", "two"))
    assert (changed.tags, changed.reference) == (("number", "who"), None)
    assert changed.evidence[0] == replace(ASKED.evidence[0], quote="the ferry had been late")
    assert changed.nuggets[0].match == ("40 days", "forty days")
    assert changed.evidence[1:] == ASKED.evidence[1:]


def test_limits_are_kept_or_dropped() -> None:
    assert case_of({"limited": True}, ASKED).filters == ASKED.filters
    assert case_of({"limited": False}, ASKED).filters == NO_FILTERS


def test_evidence_and_facts_come_and_go() -> None:
    quote = Evidence(document="cabinet.txt", quote="the bus", relevance=1)
    more = with_evidence(SILENT, quote)
    assert (more.evidence, more.answerable) == ((quote,), True)
    assert without_evidence(CASE, 0).evidence == CASE.evidence[1:]
    assert [each.fact for each in with_fact(CASE).nuggets][-1] == ""
    assert without_fact(CASE, 1).nuggets == (CASE.nuggets[0], *CASE.nuggets[2:])


def test_a_case_that_is_not_answerable_has_neither_evidence_nor_facts() -> None:
    assert to_accept(CASE) == CASE
    silent = to_accept(replace(CASE, answerable=False))
    assert (silent.evidence, silent.nuggets) == ((), ())
