"""How many meetings the library has of each committee and year, as a table to choose from."""

from collections.abc import Callable

import streamlit as st

from ui.components.component import component
from ui.library.coverage import Chart, Place, chart_view, place_at

_coverage = component("coverage")


def show_coverage(
    shown: Chart, chosen: Place | None, *, caption: str, key: str, on_chosen: Callable[[], None]
) -> None:
    """Draw the chart; a gap is marked in words, and so are the numbers, not by colour alone.

    Args:
        caption: names the table for those who do not see it.
        on_chosen: called when a cell is chosen, before the page is drawn again.
    """
    _coverage(
        key=key,
        data=chart_view(shown, chosen) | {"caption": caption},
        on_chosen_change=on_chosen,
    )


def chosen_place(shown: Chart, key: str) -> Place | None:
    """The cell that was chosen in the chart of that key, within its `on_chosen`."""
    match st.session_state[key].get("chosen"):
        case [int(row), int(column)]:
            return place_at(shown, row, column)
    return None
