"""Questions put to a council and the answers given, printed apart from the minutes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.body import read_body
from ingest.exchanges import answers, put
from ingest.lines import Layout, Line, lines_between, span
from ingest.shapes.parsed import Parsed, Shape
from ingest.shapes.title_block import read_title_block
from vectorstore.records import AgendaItem, DocumentKind, Span
from vectorstore.wording import fold

_NUMBER = re.compile(r"Question(?: No\.?)? ?(?P<number>\d{1,3})[.:]?", re.IGNORECASE)
_LINES_OF_A_TITLE = 3


def read(layout: Layout) -> Parsed | None:
    """Read the title block, then one question with its answer after the other."""
    lines = [line for line in layout.lines if not line.blank]
    places = [index for index, line in enumerate(lines) if put(line.text) is not None]
    if not places or not any(answers(line.text) for line in lines):
        return None
    starts = [_with_number(lines, place) for place in places]
    block = read_title_block(layout, lines[: starts[0]])
    items, placed = list(block.meeting.items), list(block.placed)
    for start, place, end in zip(starts, places, [*starts[1:], len(lines)], strict=True):
        item, spans = _question(layout, lines, start, place, end)
        items.append(item)
        placed += spans
    meeting = replace(block.meeting, items=tuple(items))
    return Parsed(meetings=(meeting,), placed=tuple(placed))


def _title_at(layout: Layout, lines: Sequence[Line], index: int) -> tuple[str, int]:
    """Who asks whom, over up to three lines, and the line after it."""
    title, after = lines[index].text, index + 1
    while after < min(index + _LINES_OF_A_TITLE, len(lines)):
        above, below = lines[after - 1], lines[after]
        apart = "\n\n" in layout.text[above.end : below.start]
        if apart or layout.had_room(above, below) or put(f"{title} {below.text}") is None:
            break
        title, after = f"{title} {below.text}", after + 1
    return fold(title), after


def _with_number(lines: Sequence[Line], place: int) -> int:
    """Where a question begins: at "Question 3" above who asks it, where that is printed."""
    return place - 1 if place and _NUMBER.fullmatch(lines[place - 1].text) else place


def _question(
    layout: Layout, lines: Sequence[Line], start: int, place: int, end: int
) -> tuple[AgendaItem, list[Span]]:
    title, after = _title_at(layout, lines, place)
    stop = lines[end].start if end < len(lines) else len(layout.text) + 1
    body = read_body(layout, lines_between(layout, lines[after - 1].end, stop), title=title)
    numbered = _NUMBER.fullmatch(lines[start].text)
    item = AgendaItem(
        number=numbered["number"] if numbered is not None else None,
        minute_number=None,
        title=title,
        cut_off=body.cut_off,
        paragraphs=body.paragraphs,
        votes=body.votes,
    )
    return item, [span(lines[start:after]), *body.placed]


SHAPE = Shape(name="questions and answers", kind=DocumentKind.QUESTIONS, read=read)
