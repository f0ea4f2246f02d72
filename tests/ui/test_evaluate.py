"""The evaluators' page, run without a browser."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.answer_json import answer_json
from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from eval.cases import read_cases
from eval.drafts.draft import Dislike, State
from eval.drafts.queue import Queue
from eval.evaluation import Cancelled, Plan, evaluate
from eval.runs import writing
from eval.workbench import SAMPLES, Workbench
from ui import opened, people
from ui.people import Person
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

Opened = Callable[..., AppTest]


def evaluate_page() -> None:
    """The page by itself, as `AppTest` runs it."""
    from ui.pages import evaluate

    evaluate.show()


@pytest.fixture
def workbench(tmp_path: Path) -> Workbench:
    """The evaluators' folder, with four of the sample questions in it."""
    workbench = Workbench(tmp_path / "evaluations")
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()
    workbench.add_set("few.jsonl", "\n".join(lines[:4]).encode())
    return workbench


@pytest.fixture
def over(
    monkeypatch: pytest.MonkeyPatch, sample_home: Path, tmp_path: Path, workbench: Workbench
) -> Opened:
    """The page over a home whose drafts and runs are the test's own."""
    home = tmp_path / "home"
    home.mkdir()
    for part in ("current", "editions", "originals"):
        (home / part).symlink_to(sample_home / part)

    def open_over(view: str = "Run") -> AppTest:
        monkeypatch.setenv("MINUTES_HOME", str(home))
        monkeypatch.setenv("MINUTES_EVALUATIONS", str(workbench.folder))
        st.cache_resource.clear()
        page = AppTest.from_function(evaluate_page, default_timeout=120).run()
        return look_at(page, view)

    return open_over


def look_at(page: AppTest, view: str) -> AppTest:
    """The page at another of its views."""
    page.segmented_control[0].set_value(view)
    return run(page)


def run(page: AppTest) -> AppTest:
    page = page.run()
    assert not page.exception
    return page


def press(page: AppTest, label: str) -> AppTest:
    [button] = [each for each in page.button if each.label == label]
    button.click()
    return run(page)


def field(page: AppTest, label: str) -> Any:
    """The field of that label, whatever its kind."""
    kinds = (page.text_input, page.text_area, page.selectbox, page.checkbox, page.number_input)
    [found] = [each for kind in kinds for each in kind if each.label == label]
    return found


def drawn(page: AppTest, component: str) -> list[dict[str, Any]]:
    """What is drawn by a component."""
    protos = [element.proto for element in page.get("bidi_component")]
    return [json.loads(proto.json) for proto in protos if proto.component_name == component]


def texts(page: AppTest) -> str:
    return "\n".join(each.value for each in page.text)


def finished(page: AppTest) -> AppTest:
    """The page when the evaluation that was begun has ended."""
    evaluation = opened.evaluations().last
    assert evaluation is not None
    evaluation.wait(120)
    return run(page)


def test_a_reader_is_refused(over: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Person(id="reader", name="Jo", editor=False)
    monkeypatch.setattr(people, "person", lambda: reader)
    page = AppTest.from_function(evaluate_page).run()
    assert "This page is for editors" in texts(page)
    assert len(page.segmented_control) == 0


def test_a_set_is_run_beside_a_simple_system_and_its_cases_open(over: Opened) -> None:
    page = over()
    assert "4 cases, 0 of which the minutes do not answer." in texts(page)
    page.button_group[1].set_value(["bm25"])
    field(page, "Name of the run").set_value("before <b>")
    page = finished(press(page, "Run the test set"))
    assert "The run is finished" in page.success[0].value
    page = press(page, "See its results")
    figures, tags = drawn(page, "minutes_table")
    assert [column["head"] for column in figures["columns"]][2:] == ["minutes", "Cases", "bm25"]
    [curve] = drawn(page, "minutes_curve")
    assert curve["steps"][0]["told"] == "Wrong among the surest quarter"
    assert "cross-meeting" in [row[0]["text"] for row in tags["rows"]]
    labels = [each.proto.label for each in page.get("download_button")]
    assert labels == ["Web page", "Markdown", "Spreadsheet (CSV)", "JSON Lines"]
    page.segmented_control[1].set_value("All")
    [cases] = drawn(run(page), "minutes_cases")
    assert len(cases["lines"]) == 4
    assert cases["opened"] is None


def test_two_runs_are_compared(over: Opened) -> None:
    page = over()
    page.button_group[1].set_value(["bm25"])
    page = finished(press(page, "Run the test set"))
    page = look_at(page, "Compare")
    [differences] = drawn(page, "minutes_table")
    assert {"accuracy", "refused", "words"} & {row[0]["text"] for row in differences["rows"]}
    [cases] = drawn(page, "minutes_cases")
    assert all("better" in line["told"] or "worse" in line["told"] for line in cases["lines"])
    field(page, "Before").set_value(field(page, "After").value)
    assert "Choose two different runs." in texts(run(page))


def test_a_run_that_was_stopped_goes_on_or_is_deleted(over: Opened, workbench: Workbench) -> None:
    page = press(over(), "Run the test set")
    running = opened.evaluations().last
    assert running is not None
    running.stop()
    page = finished(page)
    [stopped] = workbench.runs()
    assert not stopped.finished
    page = finished(press(page, "Go on"))
    [whole] = workbench.runs()
    assert (whole.folder, whole.finished) == (stopped.folder, True)
    page = press(look_at(page, "Results"), "Delete it")
    assert workbench.runs() == []
    assert "No run is finished yet" in texts(page)


def test_another_library_and_an_earlier_edition_can_be_chosen(
    over: Opened, sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = shutil.copytree(sample_home, tmp_path / "county")
    library = open_library(LibrarySettings(home=other))
    with library.revise() as revision:
        for source in list(revision.fingerprints())[1:]:
            revision.withdraw(source)
        revision.publish()
    monkeypatch.setenv("MINUTES_EVALUATION_LIBRARIES", str(other))
    page = over()
    assert field(page, "Library").options == ["home (this one)", "county"]
    assert "Edition" not in [each.label for each in page.selectbox]
    assert not page.expander[0].label.startswith("Something is wrong")
    field(page, "Library").set_value("county")
    page = run(page)
    assert [each.split(" · ")[:2] for each in field(page, "Edition").options] == [
        ["000002 (current)", "1 document"],
        ["000001", f"{library.editions()[1].documents} documents"],
    ]
    assert page.expander[0].label.startswith("Something is wrong")
    field(page, "Edition").set_value("000001")
    page = run(page)
    assert not page.expander[0].label.startswith("Something is wrong")
    page = press(finished(press(page, "Run the test set")), "See its results")
    assert "Over edition 000001 of county" in texts(page)
    assert library.current_name() == "000002"


def test_another_library_without_minutes_says_so_and_the_choice_stays(
    over: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTES_EVALUATION_LIBRARIES", str(tmp_path / "none"))
    page = over()
    field(page, "Library").set_value("none")
    page = run(page)
    assert f"There are no minutes at {tmp_path / 'none'}" in texts(page)
    assert "Run the test set" not in [each.label for each in page.button]
    field(page, "Library").set_value("home")
    assert "Run the test set" in [each.label for each in run(page).button]


def test_a_run_that_cannot_go_on_here_says_why(
    over: Opened, workbench: Workbench, sample_home: Path, tmp_path: Path
) -> None:
    library = open_library(LibrarySettings(home=sample_home))
    plan = Plan(testset=workbench.set_named("few"), folder=workbench.runs_folder / "elsewhere")
    with pytest.raises(Cancelled):
        evaluate(plan, library, AssistantSettings(chat_model=None), cancelled=lambda: True)
    page = over()
    assert "It cannot go on here: its library is not one of those above." in texts(page)
    labels = [each.label for each in page.button]
    assert "Delete" in labels
    assert "Go on" not in labels


def test_a_run_that_another_process_makes_is_neither_gone_on_with_nor_deleted(
    over: Opened, workbench: Workbench
) -> None:
    page = press(over(), "Run the test set")
    running = opened.evaluations().last
    assert running is not None
    running.stop()
    page = finished(page)
    [stopped] = workbench.runs()
    with writing(stopped.folder):
        page = run(page)
        assert "Being run now by another process: few-" in texts(page)
        assert not {"Go on", "Delete"} & {each.label for each in page.button}
    labels = [each.label for each in run(page).button]
    assert {"Go on", "Delete"} <= set(labels)


def test_a_set_that_is_wrong_over_this_library_says_what_is_wrong(
    over: Opened, workbench: Workbench
) -> None:
    line = SAMPLES.read_text(encoding="utf-8").splitlines()[1].replace(".docx", ".doc")
    workbench.add_set("a-first.jsonl", line.encode())
    page = over()
    assert "There is no document environment-and-transport-committee-2023-02-21.doc." in texts(page)


def test_a_disliked_answer_becomes_a_case_once_somebody_has_read_it(
    over: Opened, workbench: Workbench
) -> None:
    page = over()
    library = opened.library()
    answer = Assistant(library, AssistantSettings(chat_model=None)).ask("potholes")
    queue = Queue(library.settings.home)
    queue.thumbs_down(
        Dislike(question="potholes", answer=answer_json(answer), note="Something is missing")
    )
    page = look_at(page, "Drafts")
    assert "Said of it: Something is missing" in texts(page)
    page = press(page, "Use quote 1 as evidence")
    assert "It stands in:" in texts(page)
    page = press(page, "Add a fact")
    field(page, "Fact 1").set_value("38,900 were repaired.")
    field(page, "Wordings that prove fact 1, one a line").set_value("38,900")
    page = run(page)
    accept = next(each for each in page.button if each.label == "Accept")
    assert accept.disabled
    field(page, "I have read the question, its evidence and its facts, and they are right").check()
    field(page, "Test set").set_value("few")
    page = press(run(page), "Accept")
    # The set has this question already.
    assert "It cannot be a case yet. It asks what sample-002 asks." in texts(page)
    field(page, "Question, as a person would type it").set_value("mended holes in roads")
    page = press(run(page), "Accept")
    assert "The case is now in few.jsonl." in texts(page)
    accepted = read_cases(workbench.set_named("few"))[-1]
    assert accepted.question == "mended holes in roads"
    assert accepted.evidence[0].quote == answer.citations[0].quote
    assert accepted.nuggets[0].match == ("38,900",)
    assert queue.drafts(State.WAITING) == []


def test_drafts_are_proposed_and_turned_down(over: Opened) -> None:
    page = over("Drafts")
    assert "No draft waits." in texts(page)
    field(page, "How many at most").set_value(2)
    page = press(page, "Propose")
    assert "2 new drafts." in texts(page)
    queue = Queue(opened.library().settings.home)
    first, second = (draft.case.question for draft in queue.drafts())
    assert field(page, "Question, as a person would type it").value == first
    page = press(page, "Reject")
    assert "turned down for good" in texts(page)
    assert field(page, "Question, as a person would type it").value == second


def test_what_was_typed_outlasts_a_look_elsewhere(over: Opened) -> None:
    page = over("Drafts")
    field(page, "How many at most").set_value(1)
    page = press(page, "Propose")
    field(page, "Question, as a person would type it").set_value("in other words")
    page = look_at(look_at(run(page), "Run"), "Drafts")
    assert field(page, "Question, as a person would type it").value == "in other words"


def test_an_empty_library_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MINUTES_HOME", str(tmp_path / "empty"))
    st.cache_resource.clear()
    page = AppTest.from_function(evaluate_page).run()
    assert "There are no minutes in the library yet" in [each.value for each in page.header]
    assert open_library(LibrarySettings(home=tmp_path / "empty")).current_name() is None
