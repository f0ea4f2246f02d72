"""The page on which people browse the meetings and agreements of the library."""

import streamlit as st

from ui import opened
from ui.components.meeting import show_document
from ui.components.notice import said_plainly
from ui.meetings import Choice, line_words, narrowed, years
from ui.wording import count_words
from vectorstore.edition import DocumentSummary, Edition


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
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name = st.selectbox(
                f"Document ({count_words(len(fitting), 'fits', 'fit')})",
                [each.name for each in fitting],
                format_func={each.name: line_words(each) for each in fitting}.__getitem__,
            )
            search = st.text_input("Search within", max_chars=100)
        show_document(edition.document(name), search=search, key="meeting")


def _choice(edition: Edition, documents: list[DocumentSummary]) -> Choice:
    """What the list is narrowed to, by boxes that offer only what the library has."""
    with st.container(horizontal=True):
        council = st.selectbox("Council", edition.councils(), index=None, placeholder="All")
        committee = st.selectbox("Committee", edition.committees(), index=None, placeholder="All")
        year = st.selectbox("Year", years(documents), index=None, placeholder="All")
    return Choice(council=council, committee=committee, year=year)
