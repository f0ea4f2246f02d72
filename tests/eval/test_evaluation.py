"""One evaluation from beginning to end, as the terminal and the app run it."""

import json
import re
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from eval.cases import Case
from eval.evaluation import Cancelled, Plan, Progress, evaluate
from eval.runs import baselines
from eval.systems.assistant import MinutesSystem
from eval.systems.system import Response
from tests.assistant.scripted_server import Behaviour, Prompt, ScriptedServer
from tests.eval.conftest import TESTSET
from tests.vectorstore.conftest import open_quickly, quick_library
from tests.vectorstore.documents import POTHOLES, SCOOTERS, WARDENS, minutes, publish
from vectorstore.errors import EmptyLibrary, LibraryError, SettingsError
from vectorstore.library import Library, open_library
from vectorstore.settings import LibrarySettings
from vectorstore.vectors import REMOVED

__all__ = ["quick_library"]

EXTRACTS = AssistantSettings(chat_model=None)


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    testset = tmp_path / "few.jsonl"
    lines = TESTSET.read_text(encoding="utf-8").splitlines()
    testset.write_text("\n".join(lines[:4]), encoding="utf-8")
    return Plan(testset=testset, folder=tmp_path / "run", systems=("minutes", "bm25"))


def test_progress_is_told_before_the_first_case_and_after_each(
    plan: Plan, library: Library
) -> None:
    told: list[Progress] = []
    run = evaluate(plan, library, EXTRACTS, progress=told.append)
    assert [(each.system, each.done) for each in told] == [
        *(("bm25", done) for done in range(5)),
        *(("minutes", done) for done in range(5)),
    ]
    assert {each.total for each in told} == {4}
    assert [each.about["system"] for each in (run, *baselines(run))] == ["minutes", "bm25"]


def test_a_cancelled_evaluation_goes_on_to_the_same_figures(
    plan: Plan, library: Library, tmp_path: Path
) -> None:
    asked = count()
    with pytest.raises(Cancelled):
        evaluate(plan, library, EXTRACTS, cancelled=lambda: next(asked) >= 6)
    told: list[Progress] = []
    resumed = evaluate(plan, library, EXTRACTS, progress=told.append)
    assert told[:2] == [
        Progress(system="bm25", done=4, total=4),
        Progress(system="minutes", done=2, total=4),
    ]
    whole = Plan(testset=plan.testset, folder=tmp_path / "whole")
    fresh = evaluate(whole, library, EXTRACTS)
    for name, spread in fresh.summary["figures"].items():
        assert name == "seconds" or resumed.summary["figures"][name] == spread
    assert [each.id for each in resumed.results] == [each.id for each in fresh.results]


def test_a_plan_that_cannot_be_run_is_refused_before_anything_is_made(
    plan: Plan, library: Library, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n", encoding="utf-8")
    for wrong, reason in (
        (Plan(testset=empty, folder=plan.folder), "has no cases"),
        (Plan(testset=plan.testset, folder=plan.folder, systems=("magic",)), "no system"),
        (Plan(testset=plan.testset, folder=plan.folder, judge="dice"), "no judge “dice”"),
        (Plan(testset=plan.testset, folder=plan.folder, judge="model"), "MINUTES_CHAT_MODEL"),
    ):
        with pytest.raises(SettingsError, match=reason):
            evaluate(wrong, library, EXTRACTS)
    with pytest.raises(EmptyLibrary):
        evaluate(plan, open_library(LibrarySettings(home=tmp_path / "none")), EXTRACTS)
    assert not plan.folder.exists()


@pytest.fixture
def potholes(tmp_path: Path, quick_library: Library) -> Plan:
    """A question of a library of which the first edition holds no answer, and the second does."""
    case = {
        "id": "mended",
        "question": "how many potholes were mended on Larkfield Hill?",
        "answerable": True,
        "evidence": [{"document": "potholes.txt", "quote": "412 potholes", "relevance": 2}],
        "nuggets": [{"fact": "412 were.", "vital": True, "match": ["412"]}],
    }
    testset = tmp_path / "potholes.jsonl"
    testset.write_text(json.dumps(case), encoding="utf-8")
    publish(quick_library, SCOOTERS)
    publish(quick_library, POTHOLES)
    return Plan(testset=testset, folder=tmp_path / "potholes")


def test_an_earlier_edition_is_evaluated_while_the_current_one_stays_published(
    potholes: Plan, quick_library: Library
) -> None:
    earlier = evaluate(replace(potholes, edition="000001"), quick_library, EXTRACTS)
    current = evaluate(replace(potholes, folder=potholes.folder / "now"), quick_library, EXTRACTS)
    assert (earlier.about["edition"], current.about["edition"]) == ("000001", "000002")
    assert [run.about["library"]["documents"] for run in (earlier, current)] == [1, 2]
    assert {run.about["library"]["name"] for run in (earlier, current)} == {"library"}
    held = [run.summary["figures"]["vital_nugget_recall"]["mean"] for run in (earlier, current)]
    assert held == [0.0, 1.0]
    assert quick_library.current_name() == "000002"


def test_a_stopped_run_of_an_earlier_edition_goes_on_with_that_one_alone(
    potholes: Plan, quick_library: Library
) -> None:
    with pytest.raises(Cancelled):
        evaluate(
            replace(potholes, edition="000001"), quick_library, EXTRACTS, cancelled=lambda: True
        )
    with pytest.raises(SettingsError, match="differs in edition, library"):
        evaluate(potholes, quick_library, EXTRACTS)
    resumed = evaluate(replace(potholes, edition="000001"), quick_library, EXTRACTS)
    assert resumed.about["edition"] == "000001"


def test_a_library_with_two_documents_of_one_name_is_refused_in_a_sentence(
    potholes: Plan, quick_library: Library
) -> None:
    with quick_library.revise() as revision:
        namesake = minutes("potholes.txt", {"Highway maintenance": ["None remained."]})
        namesake.put(revision, source="/elsewhere/potholes.txt")
        revision.publish()
    with pytest.raises(
        LibraryError, match=r"^2 documents of the library are called “potholes\.txt”"
    ):
        evaluate(potholes, quick_library, EXTRACTS)
    assert not potholes.folder.exists()


def test_an_edition_that_is_removed_meanwhile_ends_the_run_and_counts_against_no_case(
    potholes: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_quickly(tmp_path / "library", keep_editions=1)

    def remove(progress: Progress) -> None:
        publish(library, WARDENS)

    # Whether files that are gone are missed depends on what of them is in memory.
    def missing(self: MinutesSystem, case: Case) -> Response:
        raise LibraryError(REMOVED)

    monkeypatch.setattr(MinutesSystem, "respond", missing)
    with pytest.raises(LibraryError, match="Edition 000002 was removed while it was being asked"):
        evaluate(potholes, library, EXTRACTS, progress=remove)
    assert (potholes.folder / "answers.jsonl").read_text() == ""
    with pytest.raises(LibraryError, match="There is no edition 000001"):
        evaluate(replace(potholes, edition="000001"), library, EXTRACTS)


@pytest.mark.parametrize(
    ("verdict", "recall", "unjudged"),
    [("Yes.", 1.0, 0.0), ("no", 0.0, 0.0), ("Perhaps.", None, 1.0)],
)
def test_a_chat_model_may_write_and_judge_and_its_tokens_are_counted(
    plan: Plan,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    verdict: str,
    recall: float | None,
    unjudged: float,
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    def text(prompt: Prompt) -> str:
        if not prompt.markers:
            return verdict
        [words] = re.findall(r"[A-Z][^.⟦⟧]{30,200}\.", prompt.user)[-1:]
        return f"{words} {prompt.markers[-1]}"

    with ScriptedServer(Behaviour(text=text, tokens=(400, 12), piece=200)) as server:
        settings = AssistantSettings(
            chat_model="openai:scripted", chat_base_url=server.base_url, chat_timeout=20
        )
        one = replace(plan, systems=("minutes",), judge="model", jobs=2)
        run = evaluate(one, library, settings)
    figures = run.summary["figures"]
    assert run.about["settings"]["chat_model"] == "openai:scripted"
    assert figures["tokens"]["mean"] == 412
    assert figures["unjudged_sentences"]["mean"] == unjudged
    assert figures.get("citation_recall", {"mean": None})["mean"] == recall
