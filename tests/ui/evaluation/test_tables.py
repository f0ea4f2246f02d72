"""Figures, tags and differences as tables."""

from pathlib import Path

import pytest

from eval.comparison import compare
from eval.reports.view import view
from eval.runs import BASELINES, Run
from tests.eval.reports.test_reports import Hostile, made
from tests.eval.test_running import OneParagraph
from ui.components.table import Cell, Table
from ui.evaluation.tables import comparison_table, figures_table, number, tags_table


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("tables") / "run"
    made(folder / BASELINES / "bm25", Hostile("ferry"), name="bm25")
    return made(folder, OneParagraph())


def row(table: Table, name: str) -> list[Cell]:
    [cells] = [cells for cells in table.rows if cells[0].text == name]
    assert len(cells) == len(table.columns)
    return list(cells)


def test_a_figure_has_its_interval_its_cases_and_the_baselines_beside(run: Run) -> None:
    table = figures_table(view(run))
    assert [column.head for column in table.columns][2:] == ["minutes", "Cases", "bm25"]
    cells = row(table, "vital_nugget_recall")
    assert (cells[2].text, cells[2].note) == ("0.500", "0.500 to 0.500")
    assert (cells[3].text, cells[4].text) == ("2", "0.000")
    assert "higher is better" in (cells[0].note or "")
    assert cells[1].bar is not None
    assert cells[1].bar.marks == (("circle", 0.0),)
    assert row(table, "words")[1].bar is None


def test_tags_have_their_cases_and_leave_out_what_no_case_has(run: Run) -> None:
    table = tags_table(run.summary)
    cells = row(table, "who")
    heads = [column.head for column in table.columns]
    assert cells[heads.index("Cases")].text == "1"
    assert cells[heads.index("vital nugget recall")].order == 0.5
    assert cells[heads.index("refused")] == Cell()


def test_a_difference_has_its_interval_and_how_many_cases_changed(run: Run, tmp_path: Path) -> None:
    worse = made(tmp_path / "worse", OneParagraph("ferry"))
    cells = row(comparison_table(compare(run, worse)), "vital_nugget_recall")
    assert [cell.text for cell in cells[2:4]] == ["0.500 → 0.250", "−0.250"]
    assert cells[3].note == "−0.500 to +0.000"
    assert (cells[5].text, cells[5].note) == ("2", "1 worse")
    bar = cells[1].bar
    assert bar is not None
    assert (bar.start, bar.end, bar.low, bar.high) == (0.5, 0.375, 0.25, 0.5)


def test_lengths_are_whole_and_shares_have_three_places() -> None:
    assert [number(value) for value in (0.12345, 9.99, 10.4, 1234.0)] == [
        "0.123",
        "9.990",
        "10",
        "1,234",
    ]
