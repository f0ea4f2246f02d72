"""Cases of a test set that open in their place, drawn as text and never as Markdown."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from ui.components.component import component

_cases = component("cases")


def show_cases(
    lines: Sequence[Mapping[str, Any]],
    opened: Mapping[str, Any] | None,
    *,
    key: str,
    on_toggled: Callable[[], None],
) -> None:
    """Draw cases, a line each, at most one of them opened.

    Args:
        lines: as `ui.evaluation.cases` makes them.
        opened: all of the one that is open.
        on_toggled: called when a line is pressed, before the page is drawn again.
    """
    data = {"lines": list(lines), "opened": opened}
    _cases(key=key, data=data, on_toggled_change=on_toggled)


def toggled(key: str) -> str | None:
    """The id of the case that was pressed in the list of that key, within its `on_toggled`."""
    value = st.session_state[key].get("toggled")
    return value if isinstance(value, str) else None
