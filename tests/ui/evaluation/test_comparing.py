"""What is told of two runs beside each other."""

from dataclasses import replace
from pathlib import Path

from eval.comparison import compare
from tests.eval.reports.test_reports import made
from tests.eval.test_running import OneParagraph
from ui.evaluation.comparing import told_of


def test_the_editions_are_told_where_they_differ_and_the_cases_that_are_left_out(
    tmp_path: Path,
) -> None:
    before = made(tmp_path / "before", OneParagraph())
    after = replace(before, about={**before.about, "edition": "000002"}, cases=before.cases[:2])
    assert told_of(compare(before, before)) == "3 cases that both runs asked."
    assert told_of(compare(before, after)) == (
        "2 cases that both runs asked. Before: edition 000001 of county. After: edition 000002 of "
        "county. Left out, as only one of them asked it so: =1+1."
    )
