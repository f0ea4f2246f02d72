"""A list of things with a few words about each: shown as text, never as Markdown."""

from collections.abc import Sequence

from ui.components.component import component

_listing = component("listing")


def show_listing(
    columns: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str, key: str
) -> None:
    """Draw a list; where it is narrow each row is a block of its own.

    Args:
        rows: the first cell of each names it.
        caption: names the list for those who do not see it.
    """
    data = {"caption": caption, "columns": list(columns), "rows": [list(row) for row in rows]}
    _listing(key=key, data=data)
