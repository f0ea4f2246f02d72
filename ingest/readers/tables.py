"""Rows of a ruled table whose cells take several lines, told by the lines drawn around them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.labels import mark_of
from ingest.readers.printed_page import Page, Rule, Upright, Word

# In points: how far the ends of lines that meet may be apart, and how low a row may be.
_MEET, _LOWEST_ROW = 2.5, 6.0
# A cell with more than this is prose that happens to stand in a frame.
_MOST_LINES, _MOST_CHARACTERS = 4, 160
_SAME_LINE = 0.45

_Cell = list[list[Word]]


def wrapped_rows(page: Page) -> list[list[Word]]:
    """The rows that have a cell of several lines: the words of one cell after the other."""
    if len(page.uprights) < 3:
        return []
    rows = (_cells(page.words, bottom, top, xs) for bottom, top, xs in _bands(page))
    return [
        [word for cell in row for line in cell for word in line] for row in rows if _is_wrapped(row)
    ]


def _bands(page: Page) -> Iterator[tuple[float, float, list[float]]]:
    """Each row of a table: its bottom and top, and where its uprights stand."""
    xs = _distinct(upright.x for upright in page.uprights)
    borders = [rule for rule in page.rules if _is_border(rule, xs)]
    for bottom, top in pairwise(_distinct(rule.y for rule in borders)):
        if top - bottom < _LOWEST_ROW:
            continue
        within = _distinct(each.x for each in page.uprights if _spans(each, bottom, top))
        if len(within) >= 3:
            yield bottom, top, within


def _is_border(rule: Rule, xs: Sequence[float]) -> bool:
    return all(any(abs(end - x) <= _MEET for x in xs) for end in (rule.left, rule.right))


def _spans(upright: Upright, bottom: float, top: float) -> bool:
    return upright.bottom <= bottom + _MEET and upright.top >= top - _MEET


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _MEET:
            found.append(place)
    return found


def _cells(words: Sequence[Word], bottom: float, top: float, xs: Sequence[float]) -> list[_Cell]:
    inside = [word for word in words if bottom < word.baseline < top]
    return [
        _lines([word for word in inside if left < (word.left + word.right) / 2 < right])
        for left, right in pairwise(xs)
    ]


def _lines(words: Sequence[Word]) -> _Cell:
    lines: _Cell = []
    for word in words:
        if lines and abs(word.baseline - lines[-1][0].baseline) <= _SAME_LINE * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return sorted(lines, key=lambda line: -line[0].baseline)


def _is_wrapped(row: Sequence[_Cell]) -> bool:
    """Whether a row has short cells, one of them of several lines, and no list within them."""
    if max(map(len, row)) not in range(2, _MOST_LINES + 1) or sum(map(bool, row)) < 2:
        return False
    return all(
        sum(len(word.text) for line in cell for word in line) <= _MOST_CHARACTERS
        and not any(mark_of(" ".join(word.text for word in line)) for line in cell[1:])
        for cell in row
    )
