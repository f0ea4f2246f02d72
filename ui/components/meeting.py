"""A document with its meetings, drawn as text and never as Markdown."""

from pathlib import Path

import streamlit as st

from ui.meetings import document_view
from vectorstore.records import Document

_FOLDER = Path(__file__).parent
_meeting = st.components.v2.component(
    "minutes_meeting",
    js=(_FOLDER / "meeting.js").read_text(encoding="utf-8"),
    css=(_FOLDER / "meeting.css").read_text(encoding="utf-8"),
)


def show_document(document: Document, *, search: str, key: str) -> None:
    """Draw a document; only its items that hold the words searched for are open."""
    _meeting(key=key, data=document_view(document) | {"search": search.strip()})
