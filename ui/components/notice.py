"""What to do when there is nothing to search, or when something is wrong."""

import streamlit as st


def show_empty_library(message: str) -> None:
    """The way out of an empty library."""
    st.header("There are no minutes in the library yet")
    st.markdown("Add the minutes that you have, as PDF, Word, web pages or text:")
    st.code("minutes ingest FOLDER", language=None)
    st.markdown("This page finds them as soon as they are there: load it again.")
    st.text(message)


def show_problem(message: str) -> None:
    """One sentence about what is wrong; as text, for it may name files and settings."""
    with st.container(border=True):
        st.markdown(":material/error: **This cannot be done at the moment**")
        st.text(message)
