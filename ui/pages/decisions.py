"""The page on which people look through what was decided, asked for and undertaken."""

from collections.abc import Callable, Sequence

import streamlit as st

from ui import opened
from ui.components.entries import show_entries
from ui.components.notice import said_plainly
from ui.entries import Entry, action_entry, as_csv, decision_entry, entry_view, matching
from ui.filters import show_filters
from ui.wording import count_words
from vectorstore.edition import Edition
from vectorstore.found import Filters

_DECISIONS, _ACTIONS = "Decisions", "Requests and undertakings"
# So many are drawn at once, since each request is looked for in later minutes; the spreadsheet
# has all.
_AT_ONCE = 25
_SHOWN = "entries_shown"


def show() -> None:
    """Draw the page."""
    st.title("Decisions")
    with said_plainly():
        edition = opened.library().current()
        with st.container(horizontal=True, vertical_alignment="bottom"):
            search = st.text_input("Search the words", max_chars=200, placeholder="libraries")
            filters = show_filters(edition)
        kind = st.segmented_control(
            "What to list", list(_LISTED), default=_DECISIONS, required=True
        )
        found = matching(_LISTED[str(kind)](edition, filters), search)
        _show_found(edition, found, f"{kind}|{search}|{filters}")


def _show_found(edition: Edition, found: Sequence[Entry], asked: str) -> None:
    """The first entries, and the means to see more and to take them all along."""
    if st.session_state.get("entries_asked") != asked:
        st.session_state["entries_asked"], st.session_state[_SHOWN] = asked, _AT_ONCE
    if not found:
        st.text("Nothing is recorded that fits; the minutes may use other words.")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(count_words(len(found), "entry", "entries"))
        st.download_button(
            "Download as a spreadsheet (CSV)",
            # The mark by which spreadsheets know the encoding.
            ("\ufeff" + as_csv(found)).encode(),
            file_name="decisions.csv",
            mime="text/csv",
            on_click="ignore",
        )
    shown = st.session_state[_SHOWN]
    follow_ups = opened.follow_ups(edition.name, edition)
    show_entries(
        [
            entry_view(each, follow_ups.of(each.action) if each.action else None)
            for each in found[:shown]
        ],
        key="entries",
    )
    if len(found) > shown:
        st.button(f"Show {min(_AT_ONCE, len(found) - shown)} more", on_click=_more)


def _more() -> None:
    st.session_state[_SHOWN] += _AT_ONCE


def _decisions(edition: Edition, filters: Filters) -> list[Entry]:
    return [decision_entry(each) for each in edition.decisions(filters)]


def _actions(edition: Edition, filters: Filters) -> list[Entry]:
    return [action_entry(each) for each in edition.actions(filters)]


_LISTED: dict[str, Callable[[Edition, Filters], list[Entry]]] = {
    _DECISIONS: _decisions,
    _ACTIONS: _actions,
}
