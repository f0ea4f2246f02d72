"""An evaluation in the background: watched, stopped, gone on with, one at a time."""

from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from eval.evaluation import Plan
from eval.runs import Run
from eval.workbench import SAMPLES
from tests.sample_library import sample_home
from ui.evaluation.work import Evaluation, Evaluations, Failed, Stopped
from vectorstore.errors import SettingsError
from vectorstore.library import Library, open_library
from vectorstore.settings import LibrarySettings

__all__ = ["sample_home"]

EXTRACTS = AssistantSettings(chat_model=None)


@pytest.fixture(scope="module")
def library(sample_home: Path) -> Library:
    return open_library(LibrarySettings(home=sample_home))


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    testset = tmp_path / "few.jsonl"
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()
    testset.write_text("\n".join(lines[:4]), encoding="utf-8")
    return Plan(testset=testset, folder=tmp_path / "run", systems=("minutes", "bm25"))


def ended(evaluation: Evaluation) -> Run | Stopped | Failed | None:
    evaluation.wait(120)
    return evaluation.outcome


def test_a_finished_evaluation_leaves_its_run_with_its_reports(
    plan: Plan, library: Library
) -> None:
    evaluation = Evaluation(plan, library, EXTRACTS)
    run = ended(evaluation)
    assert isinstance(run, Run)
    assert (plan.folder / "report.html").is_file()
    # Of the system asked last, each case once.
    assert [each.id for each in evaluation.results] == [each.id for each in run.results]
    assert evaluation.progress is not None
    assert (evaluation.progress.system, evaluation.progress.done) == ("minutes", 4)


def test_one_that_is_stopped_goes_on_with_what_remains(plan: Plan, library: Library) -> None:
    evaluation = Evaluation(plan, library, EXTRACTS)
    evaluation.stop()
    assert evaluation.is_stopping
    assert isinstance(ended(evaluation), Stopped)
    run = ended(Evaluation(plan, library, EXTRACTS))
    assert isinstance(run, Run)
    assert len(run.results) == 4


def test_only_one_goes_on_at_a_time(plan: Plan, library: Library) -> None:
    evaluations = Evaluations()
    first = evaluations.begin(plan, library, EXTRACTS)
    with pytest.raises(SettingsError, match="Another evaluation is going on"):
        evaluations.begin(plan, library, EXTRACTS)
    first.stop()
    ended(first)
    assert evaluations.running is None
    assert evaluations.last is first


def test_what_cannot_be_done_is_said_in_a_sentence(
    plan: Plan, library: Library, tmp_path: Path
) -> None:
    empty = open_library(LibrarySettings(home=tmp_path / "none"))
    outcome = ended(Evaluation(plan, empty, EXTRACTS))
    assert isinstance(outcome, Failed)
    assert "is empty" in outcome.message


def test_the_unexpected_is_said_without_its_details(plan: Plan, library: Library) -> None:
    plan.folder.write_text("a file where a folder belongs", encoding="utf-8")
    outcome = ended(Evaluation(plan, library, EXTRACTS))
    assert isinstance(outcome, Failed)
    assert str(plan.folder) not in outcome.message
