"""A list of what was decided, asked for and undertaken, drawn as text and never as Markdown."""

from collections.abc import Sequence
from typing import Any

from ui.components.component import component

_entries = component("entries")


def show_entries(views: Sequence[dict[str, Any]], *, key: str) -> None:
    """Draw entries, each as `entry_view` gives it, under their meetings in the order given."""
    _entries(key=key, data={"entries": list(views)})
