"""What somebody thinks of an answer, as a browser sends it and an evaluator reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.conversations.verdict import (
    LONGEST_REMARK,
    REASON_WORDS,
    Reason,
    Verdict,
    note,
    verdict_told,
)


def test_every_reason_has_its_words() -> None:
    assert REASON_WORDS.keys() == set(Reason)


def test_what_was_ticked_and_written_is_read() -> None:
    told = {"helpful": False, "reasons": ["missing", "wrong"], "remark": " The vote\nof May. "}
    assert verdict_told(told) == Verdict(
        helpful=False, reasons=(Reason.WRONG, Reason.MISSING), remark="The vote of May."
    )


def test_praise_needs_no_reason() -> None:
    told = {"helpful": True, "reasons": ["wrong"], "remark": "no"}
    assert verdict_told(told) == Verdict(helpful=True)


@pytest.mark.parametrize("told", [None, "down", [], {}, {"helpful": "yes"}, {"helpful": None}])
def test_what_is_no_verdict_is_none(told: object) -> None:
    assert verdict_told(told) is None


def test_unknown_reasons_are_left_out_and_a_long_remark_is_cut() -> None:
    told = {"helpful": False, "reasons": ["rude", 7, None], "remark": "x" * 9999}
    assert verdict_told(told) == Verdict(helpful=False, remark="x" * LONGEST_REMARK)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_whatever_a_browser_sends_is_no_error(anything: object) -> None:
    told = {"helpful": False, "reasons": anything, "remark": anything}
    verdict = verdict_told(told)
    assert verdict is not None
    assert len(verdict.remark) <= LONGEST_REMARK


def test_an_evaluator_reads_the_reasons_and_the_remark_in_one_line() -> None:
    reasons = (Reason.WRONG, Reason.MISSING)
    assert note(Verdict(helpful=False)) is None
    assert note(Verdict(helpful=False, reasons=reasons)) == "Wrong, Something is missing"
    assert note(Verdict(helpful=False, remark="It was May.")) == "It was May."
    assert (
        note(Verdict(helpful=False, reasons=reasons[:1], remark="It was May."))
        == "Wrong: It was May."
    )
