"""An evaluator's folder: what is put into it, what it lists, and what no name can reach."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from eval import runs
from eval.cases import case_json, read_cases
from eval.settings import EvaluationSettings
from eval.workbench import LARGEST, SAMPLES, Workbench
from tests.eval.test_runs import CASES, result
from vectorstore.errors import SettingsError

ABOUT = {
    "label": None,
    "system": "minutes",
    "testset": {"name": "set.jsonl"},
    "started_at": "2024-03-07T10:00:00+00:00",
}
LINE = b'{"id": 1, "question": "the ferry", "answerable": false, "evidence": [], "nuggets": []}\n'


@pytest.fixture
def workbench(tmp_path: Path) -> Workbench:
    return Workbench(tmp_path / "evaluations")


def begun(folder: Path, *, finish: bool = True, **about: object) -> None:
    run = runs.begin(folder, ABOUT | about, CASES)
    for case in CASES:
        run.add(result(case))
    if finish:
        run.finish({"cases": 3})


def test_the_folder_is_in_the_home_unless_the_settings_name_another(tmp_path: Path) -> None:
    assert EvaluationSettings(evaluations=None).folder(tmp_path) == tmp_path / "evaluations"
    assert EvaluationSettings(evaluations=tmp_path / "x").folder(tmp_path) == tmp_path / "x"


def test_a_set_that_is_added_is_listed_and_the_same_one_may_come_again(
    workbench: Workbench,
) -> None:
    assert workbench.sets() == []
    added = workbench.add_set("my set.jsonl", LINE)
    assert workbench.add_set("my set.jsonl", LINE) == added
    assert [path.name for path in workbench.sets()] == ["my-set.jsonl"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no cases"),
        (b"{}", "Line 1 of new.jsonl is not a case"),
        (b"\xff", "not UTF-8"),
        (b" " * (LARGEST + 1), "larger than 20 MB"),
        (LINE + LINE.replace(b"1", b"2"), "another test set called new.jsonl"),
    ],
)
def test_what_is_no_set_or_would_replace_one_is_refused(
    workbench: Workbench, content: bytes, reason: str
) -> None:
    workbench.add_set("new.jsonl", LINE)
    with pytest.raises(SettingsError, match=reason):
        workbench.add_set("new.jsonl", content)
    assert workbench.sets()[0].read_bytes() == LINE


@pytest.mark.parametrize("name", ["../../run.jsonl", "/etc/cases", "..jsonl.", "a\\..\\b\0c"])
def test_no_name_leads_out_of_the_folder(workbench: Workbench, name: str) -> None:
    added = workbench.add_set(name, LINE)
    assert added.parent == workbench.sets_folder
    assert added.resolve().parent == workbench.sets_folder.resolve()


def test_a_set_without_a_name_is_refused(workbench: Workbench) -> None:
    with pytest.raises(SettingsError, match="needs a name"):
        workbench.add_set("….jsonl", LINE)


def test_runs_are_listed_last_begun_first_finished_or_not(workbench: Workbench) -> None:
    first = workbench.run_folder(Path("set.jsonl"), datetime(2024, 3, 7, 10, 0, 0))
    assert first.name == "set-20240307-100000"
    begun(first)
    begun(first / runs.BASELINES / "bm25", system="bm25")
    later = workbench.runs_folder / "later"
    begun(later, finish=False, label="mine", started_at="2024-03-08T10:00:00+00:00")
    (workbench.runs_folder / "damaged").mkdir()
    (workbench.runs_folder / "damaged" / "run.json").write_text("{}")
    listed = workbench.runs()
    assert [(run.name, run.systems, run.finished) for run in listed] == [
        ("mine", ("minutes",), False),
        ("set-20240307-100000", ("minutes", "bm25"), True),
    ]
    assert {run.testset for run in listed} == {"set.jsonl"}


def test_a_run_is_removed_whole_and_nothing_beside_it(workbench: Workbench) -> None:
    begun(workbench.runs_folder / "one")
    begun(workbench.runs_folder / "two")
    one = next(run for run in workbench.runs() if run.name == "one")
    workbench.remove(one)
    assert [run.name for run in workbench.runs()] == ["two"]
    Workbench(workbench.folder / "elsewhere").remove(workbench.runs()[0])
    assert [run.name for run in workbench.runs()] == ["two"]


def test_erasing_a_document_takes_out_what_rests_on_it_and_leaves_the_rest(
    workbench: Workbench,
) -> None:
    begun(workbench.runs_folder / "quoting")
    silent = [replace(case, evidence=()) for case in CASES]
    other = runs.begin(workbench.runs_folder / "other", ABOUT, silent)
    other.add(replace(result(silent[0]), evidence=()))
    whole = workbench.runs_folder / "whole"
    runs.begin(whole, ABOUT, silent)
    edition = whole / runs.OWN_LIBRARY / "editions" / "000001"
    edition.mkdir(parents=True)
    (edition / "catalogue.sqlite").write_bytes(b"\0cabinet.txt\0")
    resting = json.dumps(case_json(CASES[0])).encode()
    workbench.add_set("mixed", LINE + resting)
    workbench.add_set("resting", resting)
    workbench.add_set("silent", LINE)
    workbench.erase("cabinet.txt")
    assert [path.name for path in workbench.runs_folder.iterdir()] == ["other"]
    assert [path.stem for path in workbench.sets()] == ["mixed", "silent"]
    assert [case.id for case in read_cases(workbench.sets()[0])] == ["1"]
    assert workbench.sets()[1].read_bytes() == LINE


def test_the_sample_questions_come_with_a_checkout() -> None:
    assert SAMPLES.is_file()
