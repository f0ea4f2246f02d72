"""The person's conversations, beside the one that the page shows."""

from datetime import datetime, timedelta, timezone

import streamlit as st

from ui.components.conversation_list import AT_ONCE, Pressed, show_conversations
from ui.components.notice import said_plainly
from ui.conversations.at_hand import begin_another, conversations, turn_to
from ui.conversations.conversation import Conversation
from ui.people import person

_LIST = "conversations"
_LONGEST_SEARCH = 200


def show_sidebar(shown: Conversation) -> None:
    """Draw it: a new conversation, a search, and the list."""
    with st.sidebar, said_plainly():
        st.button(
            "New conversation", icon=":material/add:", width="stretch", on_click=begin_another
        )
        search = st.text_input(
            "Search your conversations",
            max_chars=_LONGEST_SEARCH,
            placeholder="Search your conversations",
            label_visibility="collapsed",
            icon=":material/search:",
        )
        mine = conversations().store(person().id)
        pressed = show_conversations(
            mine.listed(search, most=AT_ONCE + 1),
            current=shown.id,
            search=search,
            now=_now(),
            key=_LIST,
        )
        if pressed == Pressed():
            return
        if pressed.opened:
            turn_to(pressed.opened)
        if pressed.renamed:
            mine.rename(*pressed.renamed)
        if pressed.deleted:
            _delete(pressed.deleted, shown)
        st.rerun()


def _delete(id: str, shown: Conversation) -> None:
    found = conversations().open(person().id, id)
    if found:
        found.delete()
    if id == shown.id:
        begin_another()


def _now() -> datetime:
    """Now, in the time zone of the browser."""
    behind = st.context.timezone_offset
    return datetime.now().astimezone(
        None if behind is None else timezone(-timedelta(minutes=behind))
    )
