"""Runs on disk: resumed where they stopped, refused where they are another's."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from eval import runs
from eval.cases import Case
from eval.measures.figure import Figure
from eval.result import CaseResult
from tests.eval.invented import CASE
from vectorstore.errors import SettingsError

CASES = [replace(CASE, id=f"case-{number}", tags=("number",)) for number in range(3)]
ABOUT = {"label": None, "system": "minutes", "edition": "000001", "versions": {"python": "3"}}


def result(case: Case, *, error: str | None = None) -> CaseResult:
    return CaseResult(
        id=case.id,
        answer=None if error else {"status": "answered", "text": "“Late”\u2028on 40 days."},
        evidence=({"document": "cabinet.txt", "start": 1, "end": 9}, None),
        error=error,
        figures={"accuracy": Figure(value=1.0, reason="It is right.")},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "run"


def test_a_finished_run_is_read_as_it_was_recorded(folder: Path) -> None:
    run = runs.begin(folder, ABOUT, CASES)
    for case in reversed(CASES):
        run.add(result(case))
    run.finish({"cases": 3})
    read = runs.read_run(folder)
    assert read.cases == tuple(CASES)
    assert read.results == tuple(result(case) for case in CASES)
    assert (read.about, read.summary, read.name) == (ABOUT, {"cases": 3}, "run")


def test_a_stopped_run_goes_on_with_what_remains(folder: Path) -> None:
    runs.begin(folder, ABOUT, CASES).add(result(CASES[1]))
    with pytest.raises(SettingsError, match="is not finished"):
        runs.read_run(folder)
    again = runs.begin(folder, ABOUT | {"versions": {"python": "4"}}, CASES)
    assert [case.id for case in again.remaining] == ["case-0", "case-2"]


@pytest.mark.parametrize("name", ["answers.jsonl", "cases.jsonl"])
def test_a_line_that_was_cut_off_is_asked_again(folder: Path, name: str) -> None:
    run = runs.begin(folder, ABOUT, CASES)
    for case in CASES:
        run.add(result(case))
    path = folder / name
    path.write_bytes(path.read_bytes()[:-30])
    again = runs.begin(folder, ABOUT, CASES)
    assert [case.id for case in again.remaining] == ["case-2"]
    again.add(result(CASES[2]))
    again.finish({})
    assert [each.id for each in runs.read_run(folder).results] == ["case-0", "case-1", "case-2"]


def test_a_case_that_broke_is_asked_again(folder: Path) -> None:
    run = runs.begin(folder, ABOUT, CASES)
    run.add(result(CASES[0], error="KeyError: 'x'"))
    run.add(result(CASES[1]))
    again = runs.begin(folder, ABOUT, CASES)
    assert [case.id for case in again.remaining] == ["case-0", "case-2"]


def test_another_run_is_not_gone_on_with(folder: Path) -> None:
    runs.begin(folder, ABOUT, CASES).add(result(CASES[0]))
    with pytest.raises(SettingsError, match="differs in edition: choose another"):
        runs.begin(folder, ABOUT | {"edition": "000002"}, CASES)


def test_files_that_are_no_run_are_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "answers.jsonl").write_text("mine")
    with pytest.raises(SettingsError, match="no run"):
        runs.begin(folder, ABOUT, CASES)
    assert (folder / "answers.jsonl").read_text() == "mine"


def test_a_folder_without_a_run_and_a_damaged_one_are_told_in_a_sentence(folder: Path) -> None:
    with pytest.raises(SettingsError, match="holds no run"):
        runs.read_run(folder)
    run = runs.begin(folder, ABOUT, CASES)
    run.finish({})
    (folder / "run.json").write_text("{")
    with pytest.raises(SettingsError, match="cannot be read as JSON"):
        runs.read_run(folder)


def test_the_runs_of_other_systems_stand_beside(folder: Path) -> None:
    def finished(at: Path, system: str) -> None:
        runs.begin(at, ABOUT | {"system": system}, CASES).finish({})

    finished(folder, "minutes")
    finished(folder / "baselines" / "bm25", "bm25")
    runs.begin(folder / "baselines" / "stopped", ABOUT, CASES)
    assert [run.about["system"] for run in runs.baselines(runs.read_run(folder))] == ["bm25"]


def test_lines_are_whole_json_objects_one_a_case(folder: Path) -> None:
    run = runs.begin(folder, ABOUT, CASES)
    run.add(result(CASES[0]))

    def lines(name: str) -> Iterator[dict[str, object]]:
        return map(json.loads, (folder / name).read_text(encoding="utf-8").strip().split("\n"))

    assert [line["id"] for line in lines("answers.jsonl")] == ["case-0"]
    [figures] = lines("cases.jsonl")
    assert figures["figures"] == {
        "accuracy": {"value": 1.0, "reason": "It is right.", "failed": False}
    }
