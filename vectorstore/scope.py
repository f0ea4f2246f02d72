"""Filters as the catalogue and Chroma understand them."""

from datetime import date
from typing import Any

from vectorstore.found import Filters, Only
from vectorstore.records import DECIDES

# Sorted, so that the same filters always give the same words.
_DECIDED = ", ".join(f"'{kind}'" for kind in sorted(DECIDES))


def condition(filters: Filters) -> tuple[str, tuple[str, ...]]:
    """A condition on `meetings` with its values; meetings without a date pass the date limits."""
    limits = (
        ("council = ?", filters.council),
        ("committee = ?", filters.committee),
        ("(date >= ? OR date IS NULL)", filters.since),
        ("(date <= ? OR date IS NULL)", filters.until),
    )
    in_force = [(limit, str(value)) for limit, value in limits if value is not None]
    joined = " AND ".join(limit for limit, _ in in_force) or "TRUE"
    return joined, tuple(value for _, value in in_force)


def of_passages(filters: Filters) -> tuple[str, tuple[str, ...]]:
    """A condition on `passages` with its values."""
    meetings, values = condition(filters)
    within = f"meeting IN (SELECT id FROM meetings WHERE {meetings})"
    if filters.only is Only.DECIDED:
        within += f" AND paragraph IN (SELECT id FROM paragraphs WHERE kind IN ({_DECIDED}))"
    return within, values


def where(filters: Filters) -> dict[str, Any] | None:
    """A Chroma `where` over the rows of `vectors.VectorRow`; `None` leaves no meeting out."""
    limits: list[dict[str, Any]] = []
    if filters.council is not None:
        limits.append({"council": filters.council})
    if filters.committee is not None:
        limits.append({"committee": filters.committee})
    if filters.since is not None:
        limits.append({"$or": [{"date": {"$gte": day_number(filters.since)}}, {"date": 0}]})
    if filters.until is not None:
        # Nought, "not recorded", is below every date.
        limits.append({"date": {"$lte": day_number(filters.until)}})
    if not limits:
        return None
    return limits[0] if len(limits) == 1 else {"$and": limits}


def day_number(day: date | None) -> int:
    """A date as the number yyyymmdd, which Chroma can compare; 0 for "not recorded"."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0
