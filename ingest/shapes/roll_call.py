"""A roll of members: a table with a column for those present, and one for apologies."""

import re
from collections.abc import Sequence

_PRESENT = re.compile(r"present|attended|remote\w*|virtual\w*|online|in person", re.IGNORECASE)
_APOLOGIES = re.compile(r"apolog(?:y|ies).*", re.IGNORECASE)
_ABSENT = re.compile(r"absent.*", re.IGNORECASE)
_CELL = re.compile(r"[|\t]")
_RULE = re.compile(r"[|\s:-]+")
_NO = re.compile(r"[-–—]|no?|none", re.IGNORECASE)


def read_roll(rows: Sequence[str]) -> dict[str, tuple[str, ...]] | None:
    """The names under "present" and "apologies", as the marks in their columns say.

    Args:
        rows: lines of a text; those before the head of the table are left alone.

    Returns:
        `None` when there is no such table.
    """
    heads = [_cells(row) for row in rows]
    head = next((n for n, cells in enumerate(heads) if _is_head(cells)), None)
    if head is None:
        return None
    columns = [_column(cell) for cell in heads[head]]
    names: dict[str, list[str]] = {"present": [], "apologies": []}
    for row in rows[head + 1 :]:
        cells = _cells(row)
        if _RULE.fullmatch(row) or len(cells) != len(columns) or not cells[0]:
            continue
        marked = {
            column
            for column, cell in zip(columns, cells, strict=True)
            if column and cell and not _NO.fullmatch(cell)
        }
        for column in marked & names.keys():
            names[column].append(cells[0])
    return {column: tuple(listed) for column, listed in names.items()}


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _CELL.split(row.strip().removeprefix("|").removesuffix("|"))]


def _is_head(cells: Sequence[str]) -> bool:
    return "present" in map(_column, cells[1:]) and len(cells) > 2 and not _column(cells[0])


def _column(head: str) -> str | None:
    """What a mark in a column says of somebody; `None` when it says nothing of attendance."""
    if _PRESENT.fullmatch(head):
        return "present"
    if _APOLOGIES.fullmatch(head):
        return "apologies"
    return "absent" if _ABSENT.fullmatch(head) else None
