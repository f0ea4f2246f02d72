"""An agreement, a strategy or a plan: sections under their own headings, no minutes."""

import re
from collections.abc import Sequence

from ingest.body import read_body
from ingest.lines import Layout, Line, lines_between, span
from ingest.shapes.headings import CONTENTS_LINE, Heading, numbered_headings
from ingest.shapes.parsed import Parsed, Shape
from vectorstore.records import AgendaItem, DocumentKind, Meeting, Span
from vectorstore.wording import fold

_TITLE = re.compile(
    r"\b(?:agreement|strategy|plan|policy|protocol|charter|constitution|concordat|framework|"
    r"memorandum|terms of reference)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\bRESOLVED\b|\bminutes of (?:a|the) meeting\b|^PRESENT\b", re.MULTILINE)
_CONTENTS = ("contents", "table of contents")
_LINES_OF_A_TITLE_BLOCK = 12
_FEWEST_SECTIONS = 3


def titles_agreement(line: str) -> bool:
    """Whether a line may be the title of an agreement, a strategy or a plan."""
    return _TITLE.search(line) is not None


def read(layout: Layout) -> Parsed | None:
    """Read the title and the sections, numbered or marked as headings by the medium."""
    lines = [line for line in layout.lines if not line.blank]
    headings = numbered_headings(layout, lines)
    if not headings or headings[0].number != "1":
        headings = _marked_headings(layout, lines)
    top = lines[: headings[0].first] if headings else lines[:_LINES_OF_A_TITLE_BLOCK]
    title = next((line for line in top if titles_agreement(line.text)), None)
    if layout.kind is not DocumentKind.AGREEMENT:
        tells = title is not None and not _MINUTES.search(layout.text)
        if not tells or len(headings) < _FEWEST_SECTIONS:
            return None
    items: list[AgendaItem] = []
    placed = [span([title])] if title is not None else []
    opening = headings[0].first if headings else len(lines)
    for heading, first, end in _sections(headings, opening, len(lines)):
        item, spans = _section(layout, lines, heading, first, end, title)
        if item.title or item.paragraphs:
            items.append(item)
        placed += spans
    return Parsed(
        meetings=(Meeting(items=tuple(items)),),
        placed=tuple(placed),
        title=fold(title.text) if title is not None else layout.title,
    )


def _sections(
    headings: Sequence[Heading], opening: int, last: int
) -> list[tuple[Heading | None, int, int]]:
    """What stands before the first heading, then each section: from which line to which."""
    ends = [*(each.first for each in headings[1:]), last]
    before: list[tuple[Heading | None, int, int]] = [(None, 0, opening)]
    return before + [(each, each.after, end) for each, end in zip(headings, ends, strict=True)]


def _section(
    layout: Layout,
    lines: Sequence[Line],
    heading: Heading | None,
    first: int,
    end: int,
    title: Line | None,
) -> tuple[AgendaItem, list[Span]]:
    start = lines[first].start if first < end else 0
    stop = lines[end - 1].end if first < end else 0
    within = [
        line
        for line in lines_between(layout, start, stop)
        if line is not title and (heading is not None or not _lists_contents(line.text))
    ]
    body = read_body(layout, within)
    item = AgendaItem(
        number=heading.number if heading is not None else None,
        minute_number=None,
        title=heading.title if heading is not None else None,
        cut_off=body.cut_off,
        paragraphs=body.paragraphs,
    )
    placed = list(body.placed)
    if heading is not None:
        placed.append(span(lines[heading.first : heading.after]))
    return item, placed


def _lists_contents(line: str) -> bool:
    """Whether a line before the first section only says on which page a section is."""
    return CONTENTS_LINE.fullmatch(line) is not None or fold(line).lower() in _CONTENTS


def _marked_headings(layout: Layout, lines: Sequence[Line]) -> list[Heading]:
    return [
        Heading(first=index, after=index + 1, number=None, title=fold(line.text))
        for index, line in enumerate(lines)
        if line.start in layout.headings
    ]


SHAPE = Shape(name="agreement", kind=DocumentKind.AGREEMENT, read=read)
