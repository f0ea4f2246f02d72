"""The page on which people ask."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from ui import opened
from ui.components.answer_actions import show_actions
from ui.components.choices import chosen, show_choices
from ui.components.notice import said_plainly
from ui.components.turn import show_turn
from ui.conversations.address import CONVERSATION, asked_by_address
from ui.conversations.at_hand import at_hand, name_in_address, open_by_address
from ui.conversations.conversation import Conversation
from ui.conversations.turn import Answered, Asked, Turn
from ui.filters import limit_to, show_filters
from ui.sidebar import show_sidebar
from ui.suggestions import suggestions
from ui.surroundings import surroundings
from ui.wording import scope_words
from vectorstore.edition import Edition

_EXAMPLES, _EXAMPLE = "examples", "example_chosen"
_LONGEST_QUESTION = 1000
# Seconds: an answer on its way is drawn again when there is news of it. A click has to wait for
# as long as the page waits for news.
_PAUSE, _PATIENCE = 0.2, 0.8
# Seconds: most answers are there before anybody could want to stop them.
_STOPPABLE_AFTER = 1.0


def show() -> None:
    """Draw the page. Earlier answers stay readable when the library no longer is."""
    st.title("Ask the minutes")
    shown = st.container()
    with said_plainly():
        open_by_address()
    conversation = at_hand()
    show_sidebar(conversation)
    with said_plainly():
        edition = opened.library().current()
        opened.warm_up()
        _take_question(edition, conversation)
        if not conversation.turns:
            _show_beginning(edition)
    if conversation.turns and CONVERSATION not in st.query_params:
        name_in_address(conversation)
    with shown:
        for turn in conversation.turns:
            _show_turn(conversation, turn)


def _take_question(edition: Edition, conversation: Conversation) -> None:
    linked = None
    with said_plainly():
        linked = _take_address(edition)
    with st.bottom:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            filters = show_filters(edition)
        typed = st.chat_input("Ask about the minutes", max_chars=_LONGEST_QUESTION)
    question = (typed or st.session_state.pop(_EXAMPLE, None) or "").strip()
    if question:
        _ask(conversation, conversation.asked(question, filters))
    elif linked and linked.question:
        _ask(conversation, replace(linked, filters=filters))
    else:
        return
    name_in_address(conversation)


def _take_address(edition: Edition) -> Asked | None:
    """What the address asks; its filters are in force from now on."""
    asked = asked_by_address(st.query_params.to_dict(), edition)
    if asked:
        limit_to(asked.filters)
        st.query_params.clear()
    return asked


def _ask(conversation: Conversation, asked: Asked) -> None:
    library, assistant = opened.library(), opened.assistant()
    conversation.add(
        asked,
        lambda stopped: assistant.stream(
            asked.question, asked.history, asked.filters, stopped, asked.without
        ),
        lambda citation: surroundings(library.current(), citation),
        lambda answer: suggestions(answer, library.current()),
    )


def _show_beginning(edition: Edition) -> None:
    st.markdown(
        "Every statement of an answer comes with the exact words of the minutes, one click away."
    )
    st.text(f"The library holds {scope_words(edition.coverage())}.")
    questions = opened.examples(edition.name)
    if questions:
        show_choices(
            {question: question for question in questions},
            label="For example",
            key=_EXAMPLES,
            on_chosen=partial(_take_example, _EXAMPLES),
        )


def _take_example(key: str) -> None:
    st.session_state[_EXAMPLE] = chosen(key)


def _show_turn(conversation: Conversation, turn: Turn) -> None:
    """A turn as a fragment, which draws itself again and again until its answer is whole."""
    waiting = turn.outcome is None
    st.fragment(_draw, run_every=_PAUSE if waiting else None)(conversation, turn, waiting)


def _draw(conversation: Conversation, turn: Turn, waiting: bool) -> None:
    again = show_turn(turn, opened.originals())
    if again:
        _ask(conversation, again)
        st.rerun()
    if waiting:
        _offer_to_stop(turn)
        turn.wait_for_news(_PATIENCE)
        if turn.outcome is not None:
            st.rerun()
    elif isinstance(turn.outcome, Answered) and not turn.outcome.stopped:
        _take_verdict(conversation, turn, turn.outcome)
        if turn is conversation.turns[-1]:
            _suggest(conversation, turn, turn.outcome)
    if turn.unkept:
        st.text(turn.unkept)


def _offer_to_stop(turn: Turn) -> None:
    if (datetime.now(UTC) - turn.asked_at).total_seconds() > _STOPPABLE_AFTER:
        st.button("Stop", key=f"stop_{turn.id}", icon=":material/stop_circle:", on_click=turn.stop)


def _take_verdict(conversation: Conversation, turn: Turn, answered: Answered) -> None:
    verdict = show_actions(turn, answered)
    if verdict is None:
        return
    with said_plainly():
        conversation.judge(turn, verdict)
        st.rerun(scope="fragment")


def _suggest(conversation: Conversation, turn: Turn, answered: Answered) -> None:
    """Questions that lead on; those asked before in the conversation are left out."""
    asked = {each.question for each in conversation.turns}
    fresh = {each: each for each in answered.suggestions if each not in asked}
    if not fresh:
        return
    key = f"suggestions_{turn.id}"
    show_choices(fresh, label="You may also ask", key=key, on_chosen=partial(_take_example, key))
    if chosen(key):
        st.rerun()
