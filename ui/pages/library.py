"""The page on which editors look after the library."""

import streamlit as st

from ui.components.notice import said_plainly
from ui.library.adding import show_adding
from ui.library.erasing import show_erasing
from ui.library.history import show_history
from ui.library.holding import show_holdings
from ui.library.sites import show_sites
from ui.library.work import show_work
from ui.people import editors_only

_SECTIONS = {
    "What it holds": show_holdings,
    "Add files": show_adding,
    "Web sites": show_sites,
    "Editions": show_history,
    "Erase": show_erasing,
}


@editors_only
def show() -> None:
    """Draw the page: the job that is being done, and one section."""
    st.title("Library")
    with said_plainly():
        show_work()
    # In the address as well, so that a section can be sent to a colleague.
    tabs = st.tabs(list(_SECTIONS), key="section", bind="query-params")
    for tab, draw in zip(tabs, _SECTIONS.values(), strict=True):
        if tab.open:
            with tab, said_plainly():
                draw()
