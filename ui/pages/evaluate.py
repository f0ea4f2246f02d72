"""The page on which evaluators run test sets, open failures, compare runs and accept drafts."""

import streamlit as st

from eval.settings import EvaluationSettings
from eval.workbench import Workbench
from ui import opened
from ui.components.notice import said_plainly
from ui.evaluation.beginning import show_beginning
from ui.evaluation.comparing import show_comparing
from ui.evaluation.drafting import show_drafting
from ui.evaluation.results import show_results
from ui.evaluation.watching import show_watching
from ui.people import editors_only
from vectorstore.settings import from_environment

_RUN, _RESULTS, _COMPARE, _DRAFTS = "Run", "Results", "Compare", "Drafts"


@editors_only
def show() -> None:
    """Draw the page."""
    st.title("Evaluate")
    view = st.segmented_control(
        "What to do", [_RUN, _RESULTS, _COMPARE, _DRAFTS], default=_RUN, required=True,
        label_visibility="collapsed",
    )  # fmt: skip
    with said_plainly():
        workbench = open_workbench()
        if view == _RUN:
            _show_run(workbench)
        elif view == _RESULTS:
            show_results(workbench)
        elif view == _COMPARE:
            show_comparing(workbench)
        else:
            show_drafting(opened.library().current(), workbench)


def open_workbench() -> Workbench:
    """The evaluators' folder that the settings name."""
    home = opened.library().settings.home
    return Workbench(from_environment(EvaluationSettings).folder(home))


def _show_run(workbench: Workbench) -> None:
    last = opened.evaluations().last
    if last is not None:
        show_watching(last)
        if last.outcome is None:
            return
    show_beginning(opened.library().current(), workbench)
