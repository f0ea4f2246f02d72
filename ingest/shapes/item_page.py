"""The page of one agenda item of a council's web site, as ModernGov serves it."""

import re
from collections.abc import Sequence

from ingest.body import read_body
from ingest.chrome import is_chrome
from ingest.facts import Sitting, body_that_resolves, sitting_in
from ingest.lines import Layout, Line, lines_between
from ingest.shapes.parsed import Parsed, Shape
from vectorstore.records import AgendaItem, DocumentKind, Meeting, Span

BEGINS_MINUTES = re.compile(r"(?:Minutes|Decisions?):", re.IGNORECASE)
ENDS_MINUTES = re.compile(
    r"(?:Supporting documents|Additional documents|Publication date|Date of decision|"
    r"Related meetings):.*",
    re.IGNORECASE,
)
ATTACHMENT = re.compile(r"\s*(?:\(?pdf icon\)?\s*)?\bPDF \d+(?:\.\d+)? ?[KM]B\b", re.IGNORECASE)
_FIRST_LINE = re.compile(r"Agenda item", re.IGNORECASE)
_SITTING = re.compile(
    r"Meeting of (?P<sitting>.+?)(?:\(Item (?P<number>[\w.]+?)\.?\))?", re.IGNORECASE
)


def read(layout: Layout) -> Parsed | None:
    """Read the page: title, then a summary of the report, then "Minutes:" and what was minuted."""
    lines = [line for line in layout.lines if not line.blank]
    first = next((n for n, line in enumerate(lines) if _FIRST_LINE.fullmatch(line.text)), -1)
    begins = [n for n, line in enumerate(lines) if BEGINS_MINUTES.fullmatch(line.text)]
    if first < 0 and not begins:
        return None
    begin = next((n for n in begins if n > first), len(lines))
    title = next((line for line in lines[first + 1 : begin] if not is_chrome(line.text)), None)
    told = next((m for n in lines[first + 1 : begin] if (m := _SITTING.fullmatch(n.text))), None)
    sitting = sitting_in(told.group("sitting") if told is not None else layout.title or "")
    sitting = sitting or Sitting()
    body = read_body(layout, _minuted(layout, lines, begin), title=title.text if title else None)
    item = AgendaItem(
        number=told.group("number") if told is not None else None,
        minute_number=None,
        title=ATTACHMENT.sub("", title.text) if title is not None else None,
        cut_off=body.cut_off,
        paragraphs=body.paragraphs,
        votes=body.votes,
    )
    meeting = Meeting(
        council=sitting.council,
        committee=sitting.committee or body_that_resolves(layout.text),
        date=sitting.date,
        time=sitting.time,
        items=(item,),
    )
    furniture = [
        line
        for n, line in enumerate(lines)
        if n in (first, begin) or title is line or ENDS_MINUTES.fullmatch(line.text)
        or _SITTING.fullmatch(line.text)
    ]  # fmt: skip
    placed = (*body.placed, *(Span(start=line.start, end=line.end) for line in furniture))
    return Parsed(meetings=(meeting,), placed=placed, title=item.title)


def _minuted(layout: Layout, lines: Sequence[Line], begin: int) -> Sequence[Line]:
    """The lines from "Minutes:" or "Decision:" to the list of documents."""
    if begin == len(lines):
        return []
    end = next(
        (line.start for line in lines[begin:] if ENDS_MINUTES.fullmatch(line.text)),
        len(layout.text),
    )
    return lines_between(layout, lines[begin].start, end)


SHAPE = Shape(name="agenda-item page", kind=DocumentKind.MINUTES, read=read)
