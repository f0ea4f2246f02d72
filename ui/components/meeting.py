"""A document with its meetings, drawn as text and never as Markdown."""

import streamlit as st

from ui.components.component import component
from ui.meetings import document_view, printed_page_view
from ui.originals import Originals, page_asked
from vectorstore.records import Document

_meeting = component("meeting", "page")


def show_document(
    document: Document, originals: Originals, *, search: str, at: int | None, key: str
) -> None:
    """Draw a document; only its items that hold the words searched for are open.

    Args:
        at: an offset into its text, whose paragraph is brought into view; `None` for the top.
    """
    asked = page_asked(st.session_state.get(key, {}).get("page"))
    view = document_view(document, at) | {
        "search": search.strip(),
        "page": printed_page_view(asked, document, originals) if asked else None,
    }
    _meeting(key=key, data=view, on_page_change=lambda: None)
