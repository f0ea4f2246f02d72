"""The page of a whole meeting of a council's web site, as ModernGov serves it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.body import read_body
from ingest.exempt import is_titled_exempt
from ingest.facts import Sitting, body_that_resolves, sitting_in
from ingest.lines import Layout, Line, lines_between
from ingest.preface import preface
from ingest.shapes.attendance import begins_list, read_attendance
from ingest.shapes.item_page import ATTACHMENT, BEGINS_MINUTES, ENDS_MINUTES
from ingest.shapes.parsed import Parsed, Shape
from vectorstore.records import (
    AgendaItem,
    DocumentKind,
    Meeting,
    MeetingStatus,
    Paragraph,
    ParagraphKind,
    Span,
)

_HEAD_OF_ITEMS = re.compile(r"(?:No\.?\s+Item|Items)", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<digits>\d{1,4})(?P<suffix>[a-z]?)\.?", re.IGNORECASE)
_VENUE = re.compile(r"Venue:\s*(?P<venue>.+?)(?:\.?\s+View directions)?", re.IGNORECASE)
_CONTACT = re.compile(r"Contact:\s*.+", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?:[•-]\s*)?(?:Agenda and (?:draft )?minutes|Agenda|Minutes|Media|Items|"
    r"No\.?\s+Item|Attendance details)",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"(?:[•-]\s*)?(?:Agenda and|Printed) draft minutes", re.IGNORECASE)


def read(layout: Layout) -> Parsed | None:
    """Read venue and contact, then one item after the other, each with its "Minutes:"."""
    lines = [line for line in layout.lines if not line.blank]
    head = max(
        (n for n, line in enumerate(lines) if _HEAD_OF_ITEMS.fullmatch(line.text)), default=-1
    )
    if head < 0 and sum(line.text == "Minutes:" for line in lines) < 2:
        return None
    numbers = _numbers(lines, head + 1)
    if not numbers:
        return None
    runs_on = not lines[numbers[0]].text.startswith("1.")
    meeting, placed = _head(layout, lines[: numbers[0]])
    items = list(meeting.items)
    for begin, end in pairwise([*numbers, len(lines)]):
        item, spans = _item(layout, lines[begin:end], runs_on=runs_on)
        items.append(item)
        placed += spans
    return Parsed(meetings=(replace(meeting, items=tuple(items)),), placed=tuple(placed))


def _numbers(lines: Sequence[Line], begin: int) -> list[int]:
    """Where the items begin: numbers alone on their line that run on from one to the next."""
    found: list[int] = []
    last: int | None = None
    for index in range(begin, len(lines) - 1):
        match = _NUMBER.fullmatch(lines[index].text)
        if match is None:
            continue
        number = int(match.group("digits"))
        if last is None or number == last + 1 or (number == last and match.group("suffix")):
            found.append(index)
            last = number
    return found


def _head(layout: Layout, top: Sequence[Line]) -> tuple[Meeting, list[Span]]:
    """The meeting as the page announces it.

    Venue, contact and those present are paragraphs too, so that they can be cited, of an item
    without number and title.
    """
    begin = next((n for n, line in enumerate(top) if begins_list(line.text)), len(top))
    listed = [line for line in top[begin:] if not _FURNITURE.fullmatch(line.text)]
    attendance = read_attendance(listed)
    venue = next((m for line in top if (m := _VENUE.fullmatch(line.text))), None)
    citable = [line for line in top if _VENUE.fullmatch(line.text) or _CONTACT.fullmatch(line.text)]
    told_there = (
        Paragraph(label=None, kind=ParagraphKind.NARRATIVE, start=line.start, end=line.end)
        for line in citable
    )
    sitting, told = _sitting(layout, top)
    meeting = Meeting(
        council=sitting.council,
        committee=sitting.committee or body_that_resolves(layout.text),
        date=sitting.date,
        time=sitting.time,
        venue=venue.group("venue") if venue is not None else None,
        # A page that does not call its minutes drafts does not call them approved either.
        status=MeetingStatus.DRAFT if any(_DRAFT.match(line.text) for line in top) else None,
        chair=attendance.chair,
        present=attendance.present,
        in_attendance=attendance.in_attendance,
        apologies=attendance.apologies,
        items=preface((*told_there, *attendance.paragraphs)),
    )
    furniture = [line for line in top if _FURNITURE.fullmatch(line.text)]
    placed = [Span(start=line.start, end=line.end) for line in (*citable, *told, *furniture)]
    return meeting, [*placed, *attendance.placed]


def _sitting(layout: Layout, top: Sequence[Line]) -> tuple[Sitting, Sequence[Line]]:
    """Who met and when, and the lines that say so, which may be two: the body, the date."""
    for index, line in enumerate(top):
        alone = sitting_in(line.text)
        if alone is not None:
            return alone, [line]
        pair = top[index : index + 2]
        both = sitting_in("\n".join(each.text for each in pair))
        if both is not None:
            titled = sitting_in(layout.title or "")
            return replace(both, council=titled.council if titled else None), pair
    return sitting_in(layout.title or "") or Sitting(), []


def _item(layout: Layout, lines: Sequence[Line], *, runs_on: bool) -> tuple[AgendaItem, list[Span]]:
    number = lines[0].text.rstrip(".")
    title = lines[1] if len(lines) > 1 else None
    end = lines[-1].end
    begin = next((line.start for line in lines if BEGINS_MINUTES.fullmatch(line.text)), end)
    minuted = lines_between(layout, begin, end)
    name = ATTACHMENT.sub("", title.text) if title is not None else None
    body = read_body(layout, minuted, title=name)
    item = AgendaItem(
        number=number,
        minute_number=number if runs_on else None,
        title=name,
        cut_off=body.cut_off,
        restricted=is_titled_exempt(name or ""),
        paragraphs=body.paragraphs,
        votes=body.votes,
    )
    furniture = [line for line in lines if line in lines[:2] or ENDS_MINUTES.fullmatch(line.text)]
    return item, [*body.placed, *(Span(start=line.start, end=line.end) for line in furniture)]


SHAPE = Shape(name="meeting page", kind=DocumentKind.MINUTES, read=read)
