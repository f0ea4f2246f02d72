"""The page on which people browse the meetings and agreements of the library."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from ui import opened
from ui.components.meeting import show_document
from ui.components.notice import said_plainly
from ui.meetings import Choice, line_words, narrowed, years
from ui.wording import count_words
from vectorstore.edition import Edition
from vectorstore.holdings import DocumentSummary


def show() -> None:
    """Draw the page."""
    st.title("Meetings")
    with said_plainly():
        edition = opened.library().current()
        documents = edition.documents()
        fitting = narrowed(documents, _choice(edition, documents))
        if not fitting:
            st.text("The library holds nothing that fits.")
            return
        keys, linked = [each.key for each in fitting], _linked(edition)
        key = st.selectbox(
            f"Document ({count_words(len(fitting), 'fits', 'fit')})",
            keys,
            index=keys.index(linked.document) if linked and linked.document in keys else 0,
            format_func={each.key: line_words(each) for each in fitting}.__getitem__,
        )
        search = st.text_input("Search within", max_chars=100)
        at = linked.start if linked and linked.document == key else None
        document = edition.document(key)
        show_document(document, opened.originals(), search=search, at=at, key="meeting")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Linked:
    """Where a link to a passage leads: the key of its document, and the offset there."""

    document: str
    start: int


def _linked(edition: Edition) -> _Linked | None:
    """Where the page's address leads; `None` when it names no passage that is still there."""
    passage = st.query_params.get("passage")
    if passage is None:
        return None
    try:
        return _Linked(document=edition.key_of(passage), start=edition.passage(passage).start)
    except KeyError:
        st.warning("The library has changed and no longer holds the passage that was linked to.")
        return None


def _choice(edition: Edition, documents: list[DocumentSummary]) -> Choice:
    """What the list is narrowed to, by boxes that offer only what the library has.

    It is in the address as well, so that it can be linked to.
    """
    with st.container(horizontal=True):
        council = _box("Council", edition.councils())
        committee = _box("Committee", edition.committees())
        year = _box("Year", years(documents))
    return Choice(council=council, committee=committee, year=year)


def _box(label: str, offered: Sequence[str]) -> str | None:
    return st.selectbox(
        label, offered, index=None, placeholder="All", key=label.lower(), bind="query-params"
    )
