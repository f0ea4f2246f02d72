"""Erasing a document from the library for good."""

import streamlit as st

from ui import opened
from ui.library.forgetting import forget
from ui.library.jobs import Erased
from ui.library.telling import erasable
from ui.library.work import begin, is_busy

_ASKED = "library_erasure_asked"


def show_erasing() -> None:
    """Draw the search for a document, and ask once before it is erased."""
    if opened.library().current_name() is None:
        st.text("The library is empty.")
        return
    named = erasable(opened.library().current())
    st.markdown(
        "Erasing takes a document out of the library and out of **every earlier edition**, deletes "
        "the file that was added here, and keeps a followed site from bringing it back. "
        "It cannot be undone."
    )
    document = st.selectbox(
        "Document", list(named), index=None, placeholder="Search by name, committee or date",
        format_func=named.__getitem__,
    )  # fmt: skip
    if document is None:
        return
    if st.session_state.get(_ASKED) != document:
        st.button("Erase it", on_click=_ask, args=(document,), disabled=is_busy())
        return
    st.text(f"Erase {document} from the library and every earlier edition?")
    with st.container(horizontal=True):
        if st.button("Yes, erase it for good", type="primary", disabled=is_busy()):
            _ask(None)
            library = opened.library()
            begin(
                f"Erasing {document}",
                lambda tell: Erased(document=forget(library, document)),
            )
        st.button("No, keep it", on_click=_ask, args=(None,))


def _ask(document: str | None) -> None:
    st.session_state[_ASKED] = document
