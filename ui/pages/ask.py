"""The page on which people ask."""

import streamlit as st

from ui import opened
from ui.components.choices import chosen, show_choices
from ui.components.notice import said_plainly
from ui.components.turn import show_turn
from ui.conversations.turn import Asked, Turn
from ui.filters import show_filters
from ui.surroundings import surroundings
from ui.wording import scope_words
from vectorstore.edition import Edition
from vectorstore.records import Filters

_TURNS, _EXAMPLES, _EXAMPLE = "turns", "examples", "example_chosen"
_LONGEST_QUESTION = 1000
# Seconds: an answer on its way is drawn again when there is news of it. A click has to wait for
# as long as the page waits for news.
_PAUSE, _PATIENCE = 0.2, 0.8


def show() -> None:
    """Draw the page. Earlier answers stay readable when the library no longer is."""
    st.title("Ask the minutes")
    turns: list[Turn] = st.session_state.setdefault(_TURNS, [])
    conversation = st.container()
    with said_plainly():
        edition = opened.library().current()
        opened.warm_up()
        _take_question(edition, turns)
        if not turns:
            _show_beginning(edition)
    with conversation:
        for turn in turns:
            _show_turn(turn)


def _take_question(edition: Edition, turns: list[Turn]) -> None:
    with st.bottom:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            filters = show_filters(edition)
            if turns:
                st.button(
                    "New conversation", icon=":material/add:", type="tertiary", on_click=turns.clear
                )
        typed = st.chat_input("Ask about the minutes", max_chars=_LONGEST_QUESTION)
    question = (typed or st.session_state.pop(_EXAMPLE, None) or "").strip()
    if question:
        turns.append(_ask(question, filters, [turn.question for turn in turns]))


def _ask(question: str, filters: Filters, history: list[str]) -> Turn:
    library, assistant = opened.library(), opened.assistant()
    return Turn(Asked(question=question, filters=filters, history=tuple(history))).begin(
        lambda stopped: assistant.stream(question, history, filters, stopped),
        lambda citation: surroundings(library.current(), citation),
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
            on_chosen=_take_example,
        )


def _take_example() -> None:
    st.session_state[_EXAMPLE] = chosen(_EXAMPLES)


def _show_turn(turn: Turn) -> None:
    """A turn as a fragment, which draws itself again and again until its answer is whole."""
    waiting = turn.outcome is None
    st.fragment(_draw, run_every=_PAUSE if waiting else None)(turn, waiting)


def _draw(turn: Turn, waiting: bool) -> None:
    show_turn(turn)
    if waiting:
        turn.wait_for_news(_PATIENCE)
        if turn.outcome is not None:
            st.rerun()
