"""Runs and cases on a terminal."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.eval.invented import CASE
from tests.eval.reports.test_reports import made
from tests.eval.test_running import OneParagraph
from ui.terminal import evaluations, text
from vectorstore.found import Filters


def test_a_run_tells_the_edition_that_it_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text.show(evaluations.summary(made(tmp_path / "run", OneParagraph(), label="first")))
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("first: 3 cases, ")
    assert told[1] == "Over edition 000001 of county"


def test_a_case_is_shown_with_what_its_question_is_limited_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    limited = replace(CASE, filters=Filters(committee="Cabinet", since=date(2023, 1, 1)))
    text.show(evaluations.case(limited))
    [line] = [each for each in capsys.readouterr().out.splitlines() if "Limited to" in each]
    assert "Cabinet" in line
    assert "2023" in line
    text.show(evaluations.case(CASE))
    assert "Limited to" not in capsys.readouterr().out
