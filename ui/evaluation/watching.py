"""Watching an evaluation: how far it is, and how its latest cases went."""

from collections.abc import Callable

import streamlit as st

from eval.cases import read_cases
from eval.result import CaseResult
from eval.runs import Run
from ui.components.notice import show_problem
from ui.components.table import Cell, Column, Table, show_table
from ui.evaluation.wording import ending_words
from ui.evaluation.work import Evaluation, Failed

# Seconds between two looks.
_PAUSE = 1.0
_LATEST = 5


def show_watching(evaluation: Evaluation, *, see_results: Callable[[], None]) -> None:
    """Draw it again and again until it has ended, then the way to its results."""
    going_on = evaluation.outcome is None
    st.fragment(_draw, run_every=_PAUSE if going_on else None)(evaluation, going_on)
    if isinstance(evaluation.outcome, Run):
        st.button("See its results", on_click=see_results)


def _draw(evaluation: Evaluation, going_on: bool) -> None:
    outcome = evaluation.outcome
    if outcome is None:
        _show_progress(evaluation)
    elif going_on:
        st.rerun()
    elif isinstance(outcome, Run):
        st.success("The run is finished.")
    elif isinstance(outcome, Failed):
        show_problem(outcome.message)
    else:
        st.info("The run was stopped. What was done is kept, and it can go on from there.")


def _show_progress(evaluation: Evaluation) -> None:
    told, results = evaluation.progress, list(evaluation.results)
    if told is None:
        st.progress(0.0, text="Beginning…")
    else:
        doing = f"Asking {told.system}: {told.done} of {told.total} cases"
        st.progress(told.done / told.total, text=doing)
    st.button(
        "Stopping after this case…" if evaluation.is_stopping else "Stop",
        disabled=evaluation.is_stopping,
        on_click=evaluation.stop,
    )
    if results:
        right = sum(bool(each.figures["accuracy"].value) for each in results)
        st.text(f"{right} of {len(results)} right so far. The latest:")
        questions = {case.id: case.question for case in read_cases(evaluation.plan.testset)}
        show_table(latest_table(results[-_LATEST:], questions), key="latest_cases")


def latest_table(results: list[CaseResult], questions: dict[str, str]) -> Table:
    """Cases as they went, the last on top."""
    return Table(
        caption="The latest cases",
        columns=[Column(head="Question"), Column(head="Ending")],
        rows=[
            [
                Cell(text=questions[each.id], note=each.id),
                Cell(
                    text=ending_words(each),
                    tone="good" if each.figures["accuracy"].value else "bad",
                ),
            ]
            for each in reversed(results)
        ],
    )
