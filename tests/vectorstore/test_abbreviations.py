"""Abbreviations as the minutes define them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.abbreviations import abbreviations


def found(text: str) -> list[tuple[str, str]]:
    return [(one.short, one.long) for one in abbreviations(text)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("reports of Anti-Social Behaviour (ASB) rose", "ASB", "Anti-Social Behaviour"),
        ("the Local Transport Plan (LTP) was adopted", "LTP", "Local Transport Plan"),
        ("the Community Safety Partnerships (CSPs) met", "CSP", "Community Safety Partnerships"),
        ("Education, Health and Care Plan (EHCP)", "EHCP", "Education, Health and Care Plan"),
        ("funding from the Department for Transport (DfT)", "DfT", "Department for Transport"),
    ],
)
def test_a_short_form_in_brackets_is_learned_with_its_long_form(
    text: str, short: str, long: str
) -> None:
    assert found(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "the harbour wall (XYZ) was mended",
        "Councillor Ferris (Lab) spoke",
        "two members (A) left",
        "(ASB)",
        "see the plan (Appendix)",
    ],
)
def test_brackets_that_define_nothing_are_passed_over(text: str) -> None:
    assert found(text) == []


def test_the_first_letter_must_begin_a_word() -> None:
    assert found("the carbon trading bureau (ARB)") == []


@given(st.text(alphabet=st.sampled_from("abAB ()-&’sS."), max_size=60))
def test_offsets_lead_to_the_long_form_and_its_bracket(text: str) -> None:
    for one in abbreviations(text):
        definition = text[one.start : one.end]
        assert definition.startswith(one.long)
        assert definition.endswith(")")
        assert f"({one.short}" in definition
