"""A table with bars in its cells, drawn as text and never as Markdown."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from ui.components.component import component

_table = component("table")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column.

    Args:
        mark: the shape by which bars show its values: "circle" or "diamond"; `None` for none.
        sorts: its heading sorts the rows.
        spare: left out where the page is narrow, as on a phone.
    """

    head: str
    numeric: bool = False
    mark: str | None = None
    sorts: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar within a cell; all places are shares of its width, 0 to 1.

    Args:
        start, end: of the bar.
        low, high: of the interval.
        marks: places of other values, each with its shape.
    """

    start: float
    end: float
    low: float
    high: float
    marks: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell.

    Args:
        note: quieter lines below the text.
        code: the text is a name that programs use.
        tone: "good" or "bad"; the words must say so as well.
        order: what the rows are sorted by; the text when it is `None`.
    """

    text: str = ""
    note: str | None = None
    code: bool = False
    strong: bool = False
    tone: str | None = None
    order: float | None = None
    bar: Bar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the first cell of each row is its heading."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


def show_table(table: Table, *, key: str) -> None:
    """Draw a table; what is too wide for the page is scrolled to, with keys as well."""
    _table(key=key, data=asdict(table))
