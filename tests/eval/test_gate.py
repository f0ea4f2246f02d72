"""Limits: kept, breached, or of a figure that is not there."""

import pytest

from eval.gate import breaches, read_limit
from vectorstore.errors import SettingsError

SUMMARY = {"figures": {"accuracy": {"mean": 0.8}, "wrongly_refused": {"mean": 0.05}}}


def failing(least: str = "", most: str = "") -> list[str]:
    limits = [read_limit(least, least=True)] if least else [read_limit(most, least=False)]
    return [str(breach) for breach in breaches(SUMMARY, limits)]


def test_a_figure_at_the_limit_keeps_it() -> None:
    assert failing(least="accuracy=0.8") == []
    assert failing(most="wrongly_refused=0.05") == []


def test_a_figure_beyond_the_limit_is_named_with_its_value() -> None:
    assert failing(least="accuracy=0.81") == ["accuracy is 0.8000, and accuracy >= 0.81 is wanted"]
    assert failing(most="wrongly_refused=0.04") == [
        "wrongly_refused is 0.0500, and wrongly_refused <= 0.04 is wanted"
    ]


def test_a_figure_without_cases_keeps_no_limit() -> None:
    [told] = failing(most="aurc=0.5")
    assert told.startswith("aurc has no case")


@pytest.mark.parametrize("text", ["accuracy", "accuracy=", "accuracy=high", "accuracy=nan", "=1"])
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(SettingsError):
        read_limit(text, least=True)


def test_a_figure_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(SettingsError, match=r"no figure “recall”: choose vital_nugget_recall, "):
        read_limit("recall=1", least=True)
