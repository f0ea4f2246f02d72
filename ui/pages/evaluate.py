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

_VIEWS = _RUN, _RESULTS, _COMPARE, _DRAFTS = "Run", "Results", "Compare", "Drafts"
_VIEW = "evaluate_view"


@editors_only
def show() -> None:
    """Draw the page."""
    st.title("Evaluate")
    st.session_state.setdefault(_VIEW, _RUN)
    view = st.segmented_control(
        "What to do", _VIEWS, required=True, label_visibility="collapsed", key=_VIEW
    )
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
        show_watching(last, see_results=_see_results)
        if last.outcome is None:
            return
    show_beginning(opened.evaluated(), workbench)


def _see_results() -> None:
    st.session_state[_VIEW] = _RESULTS
