"""Choosing a test set and running it over a library, or going on with a run that was stopped."""

from collections.abc import Iterable, Mapping
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
from ui.evaluation.choosing import Subject, choose_subject
from ui.evaluation.wording import run_words
from ui.wording import count_words
from vectorstore.library import Library
from vectorstore.settings import from_environment

_SYSTEMS = {BM25: "BM25", TUTORIAL: "LangChain’s tutorial"}
_JUDGES = {"words": "by words", "model": "by the chat model"}
# Cases asked at once: more than one helps only where a chat model is waited for.
_WITH_MODEL, _WITHOUT = 4, 1


def show_beginning(libraries: Mapping[str, Library], workbench: Workbench) -> None:
    """What is needed to begin a run.

    Args:
        libraries: that can be asked, by name, the server's own first.
    """
    sets = available_sets(workbench)
    if sets:
        path = st.selectbox("Test set", sets, format_func=_set_words)
        cases = read_cases(path)
        subject = choose_subject(libraries)
        _show_soundness(path, cases, subject)
        _take_plan(path, subject, workbench)
    else:
        st.text("There is no test set yet: add one, or make one of drafts.")
    _take_set(workbench)
    for run in workbench.runs():
        if run.writer:
            _show_made_elsewhere(run)
        elif not run.finished:
            _show_unfinished(run, sets, libraries, workbench)


def available_sets(workbench: Workbench) -> list[Path]:
    """The test sets of the folder, and the samples' where they come with the program."""
    return [*workbench.sets(), *([SAMPLES] if SAMPLES.is_file() else [])]


def _set_words(path: Path) -> str:
    return f"{path.name} (about the sample minutes)" if path == SAMPLES else path.name


def _show_soundness(path: Path, cases: list[Case], subject: Subject) -> None:
    """How large a set is, and what is wrong with it over this library."""
    silent = sum(not case.answerable for case in cases)
    st.text(f"{count_words(len(cases), 'case')}, {silent} of which the minutes do not answer.")
    changed = path.stat().st_mtime_ns
    found = _problems(path, changed, subject.name, subject.edition, cases, subject)
    if found:
        wrong = count_words(len({problem.case for problem in found}), "case")
        with st.expander(f"Something is wrong with {wrong}, read over this library"):
            st.text("\n".join(map(str, found)))


@st.cache_resource(show_spinner="Comparing the evidence with the library…", max_entries=4)
def _problems(
    path: Path,
    changed: int,
    library: str,
    edition: str,
    _cases: list[Case],
    _subject: Subject,
) -> list[Problem]:
    """What is wrong with a set, looked up once for each state of it and of a library."""
    return problems(_cases, texts_of(_cases, _subject.open()))


def _take_plan(path: Path, subject: Subject, workbench: Workbench) -> None:
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
            edition=subject.edition,
            systems=(MINUTES, *beside),
            label=label.strip() or None,
            judge=judge,
            jobs=_jobs(settings),
        )
        _begin(plan, subject.library, settings)


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


def _show_made_elsewhere(run: ListedRun) -> None:
    """A run that another process makes, such as a command in a terminal."""
    with st.container(border=True):
        st.text(f"Being run now by another process: {run_words(run)}")
        st.text(f"{run.writer}. It is among the results once it has finished.")


def _show_unfinished(
    run: ListedRun, sets: Iterable[Path], libraries: Mapping[str, Library], workbench: Workbench
) -> None:
    """A run that was stopped, to be gone on with or deleted."""
    testset = next((path for path in sets if path.name == run.testset), None)
    library = libraries.get(run.library or "")
    lacking = _lacking(run, testset, library)
    with st.container(border=True):
        st.text(f"Not finished: {run_words(run)}")
        with st.container(horizontal=True):
            key = run.folder.name
            st.button("Delete", key=f"delete_{key}", on_click=workbench.remove, args=(run,))
            if lacking:
                st.text(f"It cannot go on here: {lacking}.")
            elif testset and library and st.button("Go on", key=f"go_on_{key}"):
                _go_on(run, testset, library)


def _lacking(run: ListedRun, testset: Path | None, library: Library | None) -> str | None:
    """What a run needs to go on and is not here; `None` when all is."""
    if testset is None:
        return "its test set is gone"
    if library is None:
        return "its library is not one of those above"
    if run.edition not in {info.name for info in library.editions()}:
        return f"edition {run.edition} is kept no longer"
    return None


def _go_on(run: ListedRun, testset: Path, library: Library) -> None:
    settings = from_environment(AssistantSettings)
    plan = Plan(
        testset=testset,
        folder=run.folder,
        edition=run.edition,
        systems=run.systems,
        label=run.about["label"],
        judge=run.about["judge"],
        jobs=_jobs(settings),
    )
    _begin(plan, library, settings)


def _jobs(settings: AssistantSettings) -> int:
    return _WITH_MODEL if settings.chat_model else _WITHOUT


def _begin(plan: Plan, library: Library, settings: AssistantSettings) -> None:
    opened.evaluations().begin(plan, library, settings)
    st.rerun()
