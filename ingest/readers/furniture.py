"""What only belongs to the page: running headers and footers, and the number of the page."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.labels import mark_of
from ingest.readers.printed_lines import PrintedLine
from ingest.vote_sides import is_side
from vectorstore.wording import fold

_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?[-–]?\s*(?P<number>\d{1,4})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_EDGE_LINES = 3
# In points: how far a line may move between pages and still be at the same place.
_SAME_PLACE = 3.0
# As shares of the height of a page: where page numbers may stand, and where only they do.
_EDGE, _MARGIN = 0.15, 0.08


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The lines of a page and its height, with what is stamped across it and whether a picture
    covers it.
    """

    height: float
    lines: tuple[PrintedLine, ...]
    slanted: tuple[str, ...] = ()
    pictured: bool = False


def furniture_of(sheets: Sequence[Sheet]) -> list[frozenset[int]]:
    """Which lines of each page belong to the page only, by their places among its lines.

    Taken for such are only lines that come again at the same place of most pages, and numbers
    alone at the edge that count the pages.
    """
    found = [set[int]() for _ in sheets]
    for from_top in (True, False):
        edges = [_edge(sheet, from_top=from_top) for sheet in sheets]
        running = _running(edges)
        numbers = _page_numbers(sheets, edges)
        for n, edge in enumerate(edges):
            for place, line in edge:
                if (n, place) not in numbers and not _runs(line, running):
                    break
                found[n].add(place)
    return [frozenset(places) for places in found]


_Edge = list[tuple[int, PrintedLine]]
_Running = dict[str, list[float]]


def _edge(sheet: Sheet, *, from_top: bool) -> _Edge:
    """The outermost lines of a page, from its edge inwards."""
    by_height = sorted(enumerate(sheet.lines), key=lambda each: each[1].baseline)
    return (by_height[::-1] if from_top else by_height)[:_EDGE_LINES]


def _running(edges: Sequence[_Edge]) -> _Running:
    """What stands at one place of nearly half of the pages and at least three, figures aside.

    Of two or three pages it must be on all but the first. It may well differ on left and right
    pages; and that two pages end with the same words is no sign yet.
    """
    enough = max(min(3, len(edges) - 1), 0.4 * len(edges), 2)
    places: defaultdict[str, list[float]] = defaultdict(list)
    for edge in edges:
        for key, baseline in {_key(line): line.baseline for _, line in edge}.items():
            places[key].append(baseline)
    return {
        key: [at for at in found if _near(found, at) >= enough]
        for key, found in places.items()
        if len(found) >= enough
    }


def _near(places: Sequence[float], place: float) -> int:
    return sum(abs(each - place) <= _SAME_PLACE for each in places)


def _runs(line: PrintedLine, running: _Running) -> bool:
    # "RESOLVED that the report be noted." may well end more than one page.
    text = line.text
    if text.endswith((".", ";", ":", ",")) or mark_of(text) is not None or is_side(text):
        return False
    return _near(running.get(_key(line), ()), line.baseline) > 0


def _key(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", fold(line.text))


def _page_numbers(sheets: Sequence[Sheet], edges: Sequence[_Edge]) -> frozenset[tuple[int, int]]:
    """The numbers alone at the edge of a page: its page and place.

    They go up with the pages, or stand in the margin where nothing else does.
    """
    found: list[tuple[int, int, int, float]] = []
    for n, (sheet, edge) in enumerate(zip(sheets, edges, strict=True)):
        for place, line in edge:
            match = _PAGE_NUMBER.fullmatch(line.text)
            inwards = min(line.baseline, sheet.height - line.baseline) / sheet.height
            if match is not None and inwards <= _EDGE:
                found.append((n, place, int(match["number"]) - n, inwards))
    counting = Counter(ahead for _, _, ahead, _ in found)
    return frozenset(
        (n, place)
        for n, place, ahead, inwards in found
        if counting[ahead] > 1 or inwards <= _MARGIN
    )
