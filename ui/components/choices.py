"""Buttons whose words come from documents or people: shown as text, never as Markdown.

Streamlit's own buttons read their labels as Markdown, which no escaping keeps wholly out.
"""

from collections.abc import Callable, Mapping

import streamlit as st

from ui.components.component import component

_choices = component("choices")


def show_choices(
    words: Mapping[str, str],
    *,
    label: str,
    key: str,
    on_chosen: Callable[[], None],
    action: str | None = None,
) -> None:
    """A group of buttons.

    Args:
        words: what each button says, by what `chosen` gives back for it.
        label: names the group.
        action: "Remove" makes each button one that takes its words away; `None` asks them.
        on_chosen: called when a button is pressed, before the page is drawn again.
    """
    buttons = [{"value": value, "words": text} for value, text in words.items()]
    _choices(
        key=key,
        data={"label": label, "action": action, "buttons": buttons},
        on_chosen_change=on_chosen,
    )


def chosen(key: str) -> str | None:
    """What was pressed in the group of that key, within its `on_chosen`."""
    value = st.session_state[key].get("chosen")
    return value if isinstance(value, str) else None
