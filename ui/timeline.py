"""The meetings of an answer along a line of time."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ui.sections import Section
from ui.wording import date_words, meeting_words

# Fewer are seen at a glance without it.
FEWEST = 3
# Shares of the line: what a mark takes on a phone, and how near two years may be written.
_APART, _YEARS_APART = 0.09, 0.12


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A meeting on the line.

    Args:
        at: where, from 0 for the beginning to 1 for the end.
        section: its place among the answer's sections.
    """

    at: float
    words: str
    decided: bool
    section: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Meetings in the order of their dates, and the years below them by where they begin."""

    marks: tuple[Mark, ...]
    years: tuple[tuple[float, str], ...]


def timeline(sections: Sequence[Section]) -> Timeline | None:
    """The dated meetings that an answer tells of; `None` when they are fewer than three."""
    dated = [
        (reference.date, reference, place)
        for place, section in enumerate(sections)
        if (reference := section.reference) is not None and reference.date is not None
    ]
    if len(dated) < FEWEST:
        return None
    dated.sort(key=lambda each: (each[0], each[2]))
    first, last = dated[0][0].year, dated[-1][0].year
    begin, end = datetime.date(first, 1, 1), datetime.date(last, 12, 31)

    def at(day: datetime.date) -> float:
        return (day - begin) / (end - begin)

    places = _spread([at(day) for day, _, _ in dated])
    return Timeline(
        marks=tuple(
            Mark(
                at=place,
                words=f"{date_words(day)}, {meeting_words(reference)}",
                decided=any(run.decided for run in sections[section].runs),
                section=section,
            )
            for place, (day, reference, section) in zip(places, dated, strict=True)
        ),
        years=_years([(at(datetime.date(year, 1, 1)), year) for year in range(first, last + 1)]),
    )


def _spread(places: Sequence[float]) -> list[float]:
    """Places in their order, moved as little as it takes for all to stand apart from each other."""
    apart = min(_APART, 1 / (len(places) - 1))
    spread: list[float] = []
    for place in places:
        spread.append(max(place, spread[-1] + apart) if spread else place)
    limit = 1.0
    for index in range(len(spread) - 1, -1, -1):
        spread[index] = max(0.0, min(spread[index], limit))
        limit = spread[index] - apart
    return spread


def _years(years: Sequence[tuple[float, int]]) -> tuple[tuple[float, str], ...]:
    """As many years as there is room for, evenly."""
    distance = min((after - before for (before, _), (after, _) in pairwise(years)), default=1.0)
    step = next(step for step in range(1, 10_000) if step * distance >= _YEARS_APART)
    return tuple((at, str(year)) for at, year in years[::step])
