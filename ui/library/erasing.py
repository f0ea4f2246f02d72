"""Erasing a document from the library for good."""

import streamlit as st

from ui import opened
from ui.library.forgetting import forget
from ui.library.jobs import Erased
from ui.library.work import begin, is_busy
from ui.meetings import line_words
from vectorstore.holdings import DocumentSummary

_ASKED = "library_erasure_asked"


def show_erasing() -> None:
    """Draw the search for a document, and ask once before it is erased."""
    if opened.library().current_name() is None:
        st.text("The library is empty.")
        return
    documents = {each.key: each for each in opened.library().current().documents()}
    st.markdown(
        "Erasing takes a document out of the library and out of **every earlier edition**, deletes "
        "the file that was added here, and keeps a followed site from bringing it back. "
        "It cannot be undone."
    )
    key = st.selectbox(
        "Document", list(documents), index=None, placeholder="Search by name, committee or date",
        format_func=lambda each: f"{documents[each].name}: {line_words(documents[each])}",
    )  # fmt: skip
    if key is not None:
        _offer_erasure(documents[key])


def _offer_erasure(document: DocumentSummary) -> None:
    if st.session_state.get(_ASKED) != document.key:
        st.button("Erase it", on_click=_ask, args=(document.key,), disabled=is_busy())
        return
    st.text(f"Erase {document.name} from the library and every earlier edition?")
    with st.container(horizontal=True):
        if st.button("Yes, erase it for good", type="primary", disabled=is_busy()):
            _ask(None)
            library = opened.library()
            begin(
                f"Erasing {document.name}",
                lambda tell: Erased(document=forget(library, document.key)),
            )
        st.button("No, keep it", on_click=_ask, args=(None,))


def _ask(key: str | None) -> None:
    st.session_state[_ASKED] = key
