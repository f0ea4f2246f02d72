"""What to do when there is nothing to search, or when something is wrong."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ui.wording import WENT_WRONG
from vectorstore.errors import EmptyLibrary, MinutesError

_log = logging.getLogger(__name__)


@contextmanager
def said_plainly() -> Iterator[None]:
    """What goes wrong is said in a sentence; the details of the unexpected go to the log."""
    try:
        yield
    except EmptyLibrary as error:
        show_empty_library(str(error))
    except MinutesError as error:
        show_problem(str(error))
    except Exception:
        _log.exception("The page could not be drawn")
        show_problem(WENT_WRONG)


def show_empty_library(message: str) -> None:
    """The way out of an empty library."""
    st.header("There are no minutes in the library yet")
    st.markdown(
        "An editor can add those that you have, as PDF, Word, web pages or text, on the page "
        "Library or at a terminal:"
    )
    st.code("minutes ingest FOLDER", language=None)
    st.markdown("This page finds them as soon as they are there: load it again.")
    st.text(message)


def show_problem(message: str) -> None:
    """One sentence about what is wrong; as text, for it may name files and settings."""
    with st.container(border=True):
        st.markdown(":material/error: **This cannot be done at the moment**")
        st.text(message)
