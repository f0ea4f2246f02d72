"""What the library covers: how many meetings it has of each committee and year, and the gaps."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from vectorstore.holdings import Sitting

NOT_RECORDED = "Committee not recorded"
# A cell is shaded by its share of the fullest one.
SHADES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The meetings of a committee in a year.

    Args:
        gap: there is none, though the library has earlier and later ones of the committee.
        shade: 0 without any meeting, `SHADES` for the most.
    """

    meetings: int
    gap: bool
    shade: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A committee, with a cell for each year of the chart; `None` is "not recorded"."""

    council: str | None
    committee: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Committees by years, from the first to the last with a meeting.

    Args:
        rows: by council and committee, those not recorded last.
        undated: the meetings that are in no year.
    """

    years: tuple[int, ...]
    rows: tuple[Row, ...]
    undated: tuple[Sitting, ...]

    @property
    def gaps(self) -> int:
        """How many cells are gaps."""
        return sum(cell.gap for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A cell that somebody chose."""

    council: str | None
    committee: str | None
    year: int


def chart(sittings: Iterable[Sitting]) -> Chart:
    """How the meetings of a library are spread."""
    sittings = list(sittings)
    counts = Counter(
        (each.council, each.committee, each.date.year) for each in sittings if each.date
    )
    found = [year for _, _, year in counts]
    years = tuple(range(min(found), max(found) + 1)) if found else ()
    bodies = {(council, committee) for council, committee, _ in counts}
    most = max(counts.values(), default=0)
    return Chart(
        years=years,
        rows=tuple(
            Row(
                council=council,
                committee=committee,
                cells=_cells([counts[council, committee, year] for year in years], most),
            )
            for council, committee in sorted(bodies, key=_place_in_order)
        ),
        undated=tuple(each for each in sittings if each.date is None),
    )


def meetings_in(sittings: Iterable[Sitting], place: Place) -> list[Sitting]:
    """The meetings of a cell."""
    return [
        each
        for each in sittings
        if each.date
        and (each.council, each.committee, each.date.year)
        == (place.council, place.committee, place.year)
    ]


def place_at(shown: Chart, row: int, column: int) -> Place | None:
    """The cell that a row and a column name; `None` when there is no such."""
    if not (0 <= row < len(shown.rows) and 0 <= column < len(shown.years)):
        return None
    at = shown.rows[row]
    return Place(council=at.council, committee=at.committee, year=shown.years[column])


def chart_view(shown: Chart, chosen: Place | None) -> dict[str, Any]:
    """What the component draws, as plain values."""
    councils = {row.council for row in shown.rows}
    return {
        "years": list(shown.years),
        "rows": [
            {
                "council": (row.council or "Council not recorded") if len(councils) > 1 else None,
                "committee": row.committee or NOT_RECORDED,
                "cells": [
                    {"meetings": cell.meetings, "gap": cell.gap, "shade": cell.shade}
                    for cell in row.cells
                ],
                "all": sum(cell.meetings for cell in row.cells),
                "chosen": _chosen_column(shown, row, chosen),
            }
            for row in shown.rows
        ],
    }


def _cells(counts: Sequence[int], most: int) -> tuple[Cell, ...]:
    filled = [at for at, count in enumerate(counts) if count]
    first, last = filled[0], filled[-1]
    return tuple(
        Cell(
            meetings=count,
            gap=not count and first < at < last,
            shade=-(-count * SHADES // most),
        )
        for at, count in enumerate(counts)
    )


def _place_in_order(body: tuple[str | None, str | None]) -> tuple[bool, str, bool, str]:
    council, committee = body
    return council is None, council or "", committee is None, committee or ""


def _chosen_column(shown: Chart, row: Row, chosen: Place | None) -> int | None:
    if chosen is None or (row.council, row.committee) != (chosen.council, chosen.committee):
        return None
    return shown.years.index(chosen.year) if chosen.year in shown.years else None
