"""Two runs side by side: what changed, how surely, and in which cases."""

from typing import Any

import streamlit as st

from eval.comparison import Comparison
from eval.reports.view import edition_of, view
from eval.reports.writing import COMPARISON_FORMATS
from eval.workbench import Workbench
from ui.components.cases import show_cases, toggled
from ui.components.table import show_table
from ui.evaluation.cases import ChangedCase, changed_cases, changed_line, changed_opened
from ui.evaluation.finished import comparison, show_downloads
from ui.evaluation.tables import comparison_table
from ui.evaluation.wording import run_choices
from ui.wording import count_words

_OPENED, _LIST = "changed_opened", "changed_cases"


def show_comparing(workbench: Workbench) -> None:
    """Draw two runs that are chosen."""
    choices = run_choices(workbench.runs())
    if len(choices) < 2:
        st.text("Two finished runs are needed, or one with a simple system beside it.")
        return
    folders = list(choices)
    before = st.selectbox("Before", folders, index=1, format_func=choices.__getitem__)
    after = st.selectbox("After", folders, index=0, format_func=choices.__getitem__)
    if before == after:
        st.text("Choose two different runs.")
        return
    found = comparison(before, after)
    st.text(told_of(found))
    show_table(comparison_table(found), key="differences")
    st.caption(
        "The interval is the bootstrap’s 95% of the mean difference; p is of the paired "
        "randomisation test, corrected after Holm for the number of figures. An interval that "
        "holds nought is no proof that nothing changed."
    )
    st.header("Cases that changed")
    st.fragment(_show_changed)(found)
    st.header("To take along")
    show_downloads(found, COMPARISON_FORMATS, f"{before.name}-{after.name}")


def told_of(found: Comparison) -> str:
    """What is compared: how many cases, over which editions where they differ, and what is not."""
    told = f"{count_words(found.cases, 'case')} that both runs asked."
    before, after = (edition_of(run.about) for run in (found.before, found.after))
    if before != after:
        told += f" Before: {before}. After: {after}."
    if found.left_out:
        told += f" Left out, as only one of them asked it so: {', '.join(found.left_out)}."
    return told


def _show_changed(found: Comparison) -> None:
    cases = changed_cases(found)
    if not cases:
        st.text("None.")
        return
    opened = st.session_state.get(_OPENED)
    whole = next((_opened(each, found) for each in cases if each.case.id == opened), None)
    show_cases([changed_line(each) for each in cases], whole, key=_LIST, on_toggled=_toggle)


def _opened(changed: ChangedCase, found: Comparison) -> dict[str, Any]:
    before, after = (
        next(each for each in view(run).cases if each.case.id == changed.case.id)
        for run in (found.before, found.after)
    )
    return changed_opened(changed, before, after)


def _toggle() -> None:
    pressed = toggled(_LIST)
    st.session_state[_OPENED] = None if st.session_state.get(_OPENED) == pressed else pressed
