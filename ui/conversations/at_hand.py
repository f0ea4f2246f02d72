"""The conversation that a page shows: the one that its address names, or else the one before."""

import streamlit as st

from ui import opened
from ui.conversations.address import CONVERSATION, QUESTION
from ui.conversations.conversation import Conversation, Conversations
from ui.people import person
from vectorstore.errors import SettingsError

_AT_HAND = "conversation"


@st.cache_resource(show_spinner=False)
def conversations() -> Conversations:
    """Everybody's conversations on this server."""
    return Conversations(opened.library().settings.home)


def at_hand() -> Conversation:
    """The conversation that the page shows; a new one when there was none."""
    held: Conversation | None = st.session_state.get(_AT_HAND)
    if held is None or held.deleted or held.owner != person().id:
        held = st.session_state[_AT_HAND] = conversations().begin(person().id)
    return held


def open_by_address() -> None:
    """Take up the conversation that the address names; one that asks a question begins another.

    Raises:
        SettingsError: the person has no such conversation.
        LibraryError: what is kept cannot be read.
    """
    wanted = st.query_params.get(CONVERSATION)
    if QUESTION in st.query_params and at_hand().turns:
        st.session_state.pop(_AT_HAND)
    here = at_hand()
    found = here if wanted in (None, here.id) else conversations().open(here.owner, wanted)
    if found is None:
        raise SettingsError(
            "You have no such conversation: it was deleted, or it is somebody else's. "
            "Ask a question to begin another."
        )
    found.heed_erasures()
    st.session_state[_AT_HAND] = found


def name_in_address(conversation: Conversation) -> None:
    """Have the address name the conversation, so that it can be come back to."""
    st.query_params.from_dict({CONVERSATION: conversation.id})


def begin_another() -> None:
    """Leave the conversation at hand for a new one."""
    st.session_state.pop(_AT_HAND, None)
    st.query_params.clear()


def turn_to(conversation: str) -> None:
    """Have the page show one of the person's conversations when it is drawn next."""
    st.query_params.from_dict({CONVERSATION: conversation})
