"""Choosing a test set and running it over the library, or going on with a run that was stopped."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import streamlit as st

from assistant.settings import AssistantSettings
from eval.cases import Case, read_cases
from eval.checking import Problem, problems
from eval.drafts.accepting import texts_of
from eval.evaluation import JUDGES, WORDS, Plan
from eval.systems.opening import BM25, MINUTES, TUTORIAL, installed
from eval.workbench import SAMPLES, ListedRun, Workbench
from ui import opened
from ui.evaluation.wording import run_words
from ui.wording import count_words
from vectorstore.edition import Edition
from vectorstore.settings import from_environment

_SYSTEMS = {BM25: "BM25", TUTORIAL: "LangChain’s tutorial"}
_JUDGES = {"words": "by words", "model": "by the chat model"}
# Cases asked at once: more than one helps only where a chat model is waited for.
_WITH_MODEL, _WITHOUT = 4, 1


def show_beginning(edition: Edition, workbench: Workbench) -> None:
    """What is needed to begin a run."""
    sets = available_sets(workbench)
    if sets:
        path = st.selectbox("Test set", sets, format_func=_set_words)
        cases = read_cases(path)
        _show_soundness(path, cases, edition)
        _take_plan(path, workbench)
    else:
        st.text("There is no test set yet: add one, or make one of drafts.")
    _take_set(workbench)
    _show_unfinished([run for run in workbench.runs() if not run.finished], sets, workbench)


def available_sets(workbench: Workbench) -> list[Path]:
    """The test sets of the folder, and the samples' where they come with the program."""
    return [*workbench.sets(), *([SAMPLES] if SAMPLES.is_file() else [])]


def _set_words(path: Path) -> str:
    return f"{path.name} (about the sample minutes)" if path == SAMPLES else path.name


def _show_soundness(path: Path, cases: list[Case], edition: Edition) -> None:
    """How large a set is, and what is wrong with it over this library."""
    silent = sum(not case.answerable for case in cases)
    st.text(f"{count_words(len(cases), 'case')}, {silent} of which the minutes do not answer.")
    found = _problems(path, path.stat().st_mtime_ns, edition.name, cases, edition)
    if found:
        wrong = count_words(len({problem.case for problem in found}), "case")
        with st.expander(f"Something is wrong with {wrong}, read over this library"):
            st.text("\n".join(map(str, found)))


@st.cache_resource(show_spinner="Comparing the evidence with the library…", max_entries=4)
def _problems(
    path: Path, changed: int, edition: str, _cases: list[Case], _edition: Edition
) -> list[Problem]:
    """What is wrong with a set, looked up once for each state of it and of the library."""
    return problems(_cases, texts_of(_cases, _edition))


def _take_plan(path: Path, workbench: Workbench) -> None:
    settings = from_environment(AssistantSettings)
    with st.form("evaluation"):
        beside = st.pills(
            "Simple systems beside it",
            [name for name in installed() if name != MINUTES],
            format_func=_SYSTEMS.__getitem__,
            selection_mode="multi",
        )
        judge: str = WORDS
        if settings.chat_model:
            judge = st.radio("Support is judged", JUDGES, format_func=_JUDGES.__getitem__)
        label = st.text_input("Name of the run", max_chars=100, placeholder="Its set and the time")
        pressed = st.form_submit_button("Run the test set", type="primary")
    if pressed:
        plan = Plan(
            testset=path,
            folder=workbench.run_folder(path, datetime.now()),
            systems=(MINUTES, *beside),
            label=label.strip() or None,
            judge=judge,
            jobs=_jobs(settings),
        )
        _begin(plan, settings)


def _take_set(workbench: Workbench) -> None:
    with st.expander("Add a test set"):
        st.markdown(
            "A file of JSON Lines, one case a line; `docs/evaluating.md` tells what a case holds."
        )
        given = st.file_uploader("Test set", type=["jsonl"], label_visibility="collapsed")
        if given is None or not st.button("Add it"):
            return
        workbench.add_set(given.name, given.getvalue())
        st.rerun()


def _show_unfinished(
    unfinished: Iterable[ListedRun], sets: Iterable[Path], workbench: Workbench
) -> None:
    """The runs that were stopped, to be gone on with or deleted."""
    by_name = {path.name: path for path in sets}
    for run in unfinished:
        with st.container(border=True):
            st.text(f"Not finished: {run_words(run)}")
            with st.container(horizontal=True):
                key = run.folder.name
                st.button("Delete", key=f"delete_{key}", on_click=workbench.remove, args=(run,))
                if run.testset in by_name and st.button("Go on", key=f"go_on_{key}"):
                    _go_on(run, by_name[run.testset])


def _go_on(run: ListedRun, testset: Path) -> None:
    settings = from_environment(AssistantSettings)
    plan = Plan(
        testset=testset,
        folder=run.folder,
        systems=run.systems,
        label=run.about["label"],
        judge=run.about["judge"],
        jobs=_jobs(settings),
    )
    _begin(plan, settings)


def _jobs(settings: AssistantSettings) -> int:
    return _WITH_MODEL if settings.chat_model else _WITHOUT


def _begin(plan: Plan, settings: AssistantSettings) -> None:
    opened.evaluations().begin(plan, opened.library(), settings)
    st.rerun()
