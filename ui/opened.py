"""The library and the assistant of this server, opened once for all who use it."""

import logging
import threading
from collections.abc import Mapping

import streamlit as st

from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from eval.libraries import libraries
from eval.settings import EvaluationSettings
from ingest.page_images import PageImages
from ui.evaluation.work import Evaluations
from ui.examples import example_questions
from ui.follow_ups import FollowUps
from ui.originals import Originals
from vectorstore.edition import Edition
from vectorstore.errors import EmptyLibrary
from vectorstore.library import Library, open_library
from vectorstore.settings import LibrarySettings, from_environment

_log = logging.getLogger(__name__)


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """The library that the settings name."""
    return open_library(from_environment(LibrarySettings))


@st.cache_resource(show_spinner=False)
def assistant() -> Assistant:
    """The assistant over the library."""
    return Assistant(library(), from_environment(AssistantSettings))


@st.cache_resource(show_spinner=False)
def evaluations() -> Evaluations:
    """The evaluations of this server."""
    return Evaluations()


@st.cache_resource(show_spinner=False)
def evaluated() -> Mapping[str, Library]:
    """The libraries that can be evaluated, by name, this server's own first."""
    return libraries(library(), from_environment(EvaluationSettings).other_homes())


@st.cache_resource(show_spinner=False)
def originals() -> Originals:
    """The sources that the library keeps, and the process that draws their pages."""
    return Originals(images=PageImages(), read=library().original)


@st.cache_resource(show_spinner=False, max_entries=1)
def examples(edition: str) -> tuple[str, ...]:
    """Questions to begin with; drawn once for each edition, by its name."""
    return example_questions(library().current())


@st.cache_resource(show_spinner=False, max_entries=1)
def follow_ups(name: str, _edition: Edition) -> FollowUps:
    """What may report back on requests and undertakings; kept for an edition, by its name."""
    return FollowUps(_edition)


@st.cache_resource(show_spinner=False)
def warm_up() -> threading.Thread:
    """Load the embedding model in the background, so that the first question is quick."""
    thread = threading.Thread(target=_load, args=(library(),), name="warm-up", daemon=True)
    thread.start()
    return thread


def _load(opened: Library) -> None:
    try:
        opened.current().embed(["potholes"])
    except EmptyLibrary:
        return
    except Exception:
        # The first question will say what is wrong to the one who asks it.
        _log.exception("The embedding model could not be loaded ahead of the first question")
