"""The figures of a run, and its cases opened to what explains them."""

import streamlit as st

from eval.reports.view import CaseView, RunView, edition_of, view
from eval.reports.writing import RUN_FORMATS
from eval.runs import Run
from eval.workbench import ListedRun, Workbench
from ui.components.cases import show_cases, toggled
from ui.components.curve import show_curve
from ui.components.table import show_table
from ui.evaluation.calibration import calibration_curve
from ui.evaluation.cases import case_line, case_opened, fitting
from ui.evaluation.finished import finished_run, show_downloads
from ui.evaluation.tables import figures_table, number, tags_table
from ui.evaluation.wording import run_choices
from ui.wording import count_words

_OPENED, _LIST = "case_opened", "run_cases"
_NOT_RIGHT, _RIGHT, _ALL = "Not right", "Right", "All"
_WANTED = {_NOT_RIGHT: False, _RIGHT: True, _ALL: None}
# So many are drawn at once; the reports have all.
_AT_ONCE = 50


def show_results(workbench: Workbench) -> None:
    """Draw a run that is chosen."""
    runs = workbench.runs()
    choices = run_choices(runs)
    if not choices:
        st.text("No run is finished yet: “Run” begins one.")
        return
    folder = st.selectbox("Which run", list(choices), format_func=choices.__getitem__)
    run = finished_run(folder)
    seen = view(run)
    st.text(_told(run))
    show_table(figures_table(seen), key="figures")
    st.caption(
        "Means with the bootstrap’s 95% interval; medians of words, seconds and tokens. No figure "
        "counts alone: look at facts, relevance, refusals and length together."
    )
    with st.expander("By tag"):
        show_table(tags_table(run.summary), key="tags")
    _show_calibration(run)
    st.header("Cases")
    st.fragment(_show_cases)(seen)
    st.header("To take along")
    show_downloads(run, RUN_FORMATS, folder.name)
    for listed in runs:
        if listed.folder == folder:
            _show_removal(listed, workbench)


def _told(run: Run) -> str:
    about = run.about
    endings = ", ".join(
        f"{count} {status.replace('_', ' ')}" for status, count in run.summary["statuses"].items()
    )
    model = about["settings"]["chat_model"]
    return (
        f"{count_words(run.summary['cases'], 'case')} of {about['testset']['name']}: {endings}. "
        f"Over {edition_of(about)}, "
        f"{count_words(about['library']['documents'], 'document')}, "
        f"{f'written by {model}' if model else 'extracts'}, judged by {about['judge']}."
    )


def _show_calibration(run: Run) -> None:
    """Whether the score of "not found" is surest where the answers are right."""
    calibration = run.summary["calibration"]
    if calibration is None:
        return
    st.header("Does it know when it does not know?")
    show_curve(calibration_curve(calibration), key="calibration")
    st.caption(
        "The share of answers that would be wrong (risk) if only the questions were answered that "
        "the score of “not found” is surest of (coverage). The broken line is a score that knows "
        f"nothing. The area under the curve is {number(calibration['aurc'])} (aurc; 0 is best), "
        f"of which {number(calibration['e_aurc'])} a better score could win."
    )


def _show_cases(seen: RunView) -> None:
    tags = sorted({tag for each in seen.cases for tag in each.case.tags})
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wanted = st.segmented_control(
            "Which cases", list(_WANTED), default=_NOT_RIGHT, required=True
        )
        tag = st.selectbox("Tag", tags, index=None, placeholder="All tags")
        search = st.text_input("Search the questions", max_chars=100)
    found = fitting(seen.cases, right=_WANTED[str(wanted)], tag=tag, search=search)
    st.text(f"{count_words(len(found), 'case')}, those in most trouble first.")
    if not found:
        return
    page = 1
    if len(found) > _AT_ONCE:
        page = st.number_input("Page", 1, -(-len(found) // _AT_ONCE))
    _show_page(found[(page - 1) * _AT_ONCE : page * _AT_ONCE])


def _show_page(cases: list[CaseView]) -> None:
    opened = st.session_state.get(_OPENED)
    whole = next((case_opened(each) for each in cases if each.case.id == opened), None)
    show_cases([case_line(each) for each in cases], whole, key=_LIST, on_toggled=_toggle)


def _toggle() -> None:
    pressed = toggled(_LIST)
    st.session_state[_OPENED] = None if st.session_state.get(_OPENED) == pressed else pressed


def _show_removal(run: ListedRun, workbench: Workbench) -> None:
    with st.popover("Delete this run", icon=":material/delete:"):
        st.markdown("Its answers, figures and reports are deleted for good.")
        st.button("Delete it", on_click=workbench.remove, args=(run,))
