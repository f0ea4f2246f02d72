"""Patterns that are looked for only where one of their words stands."""

import importlib
import pkgutil
import re
from itertools import chain
from pathlib import Path

import pytest

import ingest
from ingest.speakers import at_capitals
from ingest.telltale import Telltale

ROOT = Path(__file__).parents[2]
TEXTS = [*ROOT.glob("samples/**/*.txt"), *ROOT.glob("tests/**/*.txt"), *ROOT.glob("tests/**/*.py")]
PATTERNS = {
    f"{module.name}.{name}": value
    for module in pkgutil.walk_packages(ingest.__path__, "ingest.")
    for name, value in vars(importlib.import_module(module.name)).items()
    if isinstance(value, Telltale)
}
# What neither prints in one line.
FURTHER = ("Proposed by Cllr Pell, seconded by Cllr Rook and unanimously agreed.",)


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """What is printed in samples and written in tests, paragraph by paragraph."""
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in TEXTS)
    return sorted({*FURTHER, *chain.from_iterable(map(str.splitlines, texts))})


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_never_met_without_one_of_its_words(name: str, lines: list[str]) -> None:
    telltale = PATTERNS[name]
    met = [line for line in lines if telltale.pattern.search(line)]
    assert met
    for line in met:
        assert telltale.search(line) is not None, line


def test_no_place_is_told_where_no_word_stands() -> None:
    assert Telltale("lost", "lost|fell").search("The motion fell.") is None


def test_a_pattern_that_begins_with_a_capital_is_met_where_it_is_met_anyhow(
    lines: list[str],
) -> None:
    pattern = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+")
    met = 0
    for line in lines:
        spans = [match.span() for match in pattern.finditer(line)]
        assert [match.span() for match in at_capitals(pattern, line)] == spans
        met += len(spans)
    assert met
