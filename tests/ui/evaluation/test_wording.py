"""What runs are called where one is to be chosen, and how their latest cases are told."""

from pathlib import Path

from eval.runs import BASELINES
from eval.workbench import Workbench
from tests.eval.reports.test_reports import Hostile, made
from tests.eval.test_running import OneParagraph
from ui.evaluation.watching import latest_table
from ui.evaluation.wording import run_choices, run_words


def test_a_finished_run_and_the_simple_systems_beside_it_can_be_chosen(tmp_path: Path) -> None:
    workbench = Workbench(tmp_path)
    folder = workbench.runs_folder / "one"
    made(folder, OneParagraph(), label="before")
    made(folder / BASELINES / "bm25", OneParagraph(), name="bm25")
    made(workbench.runs_folder / "two", OneParagraph(), label="stopped")
    (workbench.runs_folder / "two" / "summary.json").unlink()
    choices = run_choices(workbench.runs())
    assert list(choices) == [folder, folder / BASELINES / "bm25"]
    assert choices[folder / BASELINES / "bm25"] == "before: only bm25"
    [words] = [run_words(run) for run in workbench.runs() if run.finished]
    assert words.startswith("before · minutes beside bm25 · edition 000001 of county · ")
    assert choices[folder] == words


def test_the_latest_case_is_on_top_with_how_it_ended(tmp_path: Path) -> None:
    run = made(tmp_path / "run", Hostile("ferry"))
    questions = {case.id: case.question for case in run.cases}
    table = latest_table(list(run.results), questions)
    assert [row[0].note for row in table.rows] == [each.id for each in reversed(run.results)]
    assert (table.rows[-1][1].text, table.rows[-1][1].tone) == ("broke, not right", "bad")
