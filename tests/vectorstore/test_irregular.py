"""Forms of a verb that have another stem."""

import pytest

from vectorstore.irregular import forms


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("ran", {"run"}),
        ("running", {"ran"}),
        ("Withdrawing", {"withdrew", "withdrawn"}),
        ("choosing", {"chose", "chosen"}),
        ("wins", {"won"}),
    ],
)
def test_each_form_of_a_verb_has_the_others(typed: str, others: set[str]) -> None:
    assert others <= set(forms(typed))


@pytest.mark.parametrize("typed", ["wind", "closed", "SPENT", "left", "road", ""])
def test_other_words_and_initials_have_none(typed: str) -> None:
    assert list(forms(typed)) == []
