"""A document with its meetings, drawn as text and never as Markdown."""

from ui.components.component import component
from ui.meetings import document_view
from vectorstore.records import Document

_meeting = component("meeting")


def show_document(document: Document, *, search: str, at: int | None, key: str) -> None:
    """Draw a document; only its items that hold the words searched for are open.

    Args:
        at: an offset into its text, whose paragraph is brought into view; `None` for the top.
    """
    _meeting(key=key, data=document_view(document, at) | {"search": search.strip()})
