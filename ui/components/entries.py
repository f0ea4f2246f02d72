"""A list of what was decided, asked for and undertaken, drawn as text and never as Markdown."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from ui.entries import Entry, entry_view

_FOLDER = Path(__file__).parent
_entries = st.components.v2.component(
    "minutes_entries",
    js=(_FOLDER / "entries.js").read_text(encoding="utf-8"),
    css=(_FOLDER / "entries.css").read_text(encoding="utf-8"),
)


def show_entries(entries: Sequence[Entry], *, key: str) -> None:
    """Draw entries under their meetings, in the order given."""
    _entries(key=key, data={"entries": [entry_view(entry) for entry in entries]})
