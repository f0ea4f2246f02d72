"""The page of a whole meeting of a council's web site, as ModernGov serves it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.body import read_body
from ingest.facts import body_of_sitting, body_that_resolves, date_in, time_in
from ingest.lines import Layout, Line
from ingest.shapes.item_page import ATTACHMENT, BEGINS_MINUTES, ENDS_MINUTES
from ingest.shapes.parsed import Parsed, Shape
from vectorstore.records import AgendaItem, DocumentKind, Meeting, Paragraph, ParagraphKind, Span

_HEAD_OF_ITEMS = re.compile(r"(?:No\.?\s+Item|Items)", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<digits>\d{1,4})(?P<suffix>[a-z]?)\.?", re.IGNORECASE)
_VENUE = re.compile(r"Venue:\s*(?P<venue>.+)", re.IGNORECASE)
_CONTACT = re.compile(r"Contact:\s*.+", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?:[•-] )?(?:Agenda and (?:draft )?minutes|Agenda|Minutes|Media|Items|"
    r"No\.?\s+Item|Attendance details)",
    re.IGNORECASE,
)
_RESTRICTED = re.compile(
    r"\b(?:exempt|restricted|confidential) (?:item|business|minute|report|appendix)", re.IGNORECASE
)


def read(layout: Layout) -> Parsed | None:
    """Read venue and contact, then one item after the other, each with its "Minutes:"."""
    lines = [line for line in layout.lines if not line.blank]
    head = max(
        (n for n, line in enumerate(lines) if _HEAD_OF_ITEMS.fullmatch(line.text)), default=None
    )
    if head is None:
        return None
    numbers = _numbers(lines, head + 1)
    if not numbers:
        return None
    top = lines[: numbers[0]]
    preface, placed = _preface(top)
    runs_on = not lines[numbers[0]].text.startswith("1.")
    items = [preface] if preface.paragraphs else []
    for begin, end in pairwise([*numbers, len(lines)]):
        item, spans = _item(layout, lines[begin:end], runs_on=runs_on)
        items.append(item)
        placed += spans
    sitting = next((line.text for line in top if body_of_sitting(line.text)), layout.title or "")
    meeting = Meeting(
        committee=body_of_sitting(sitting) or body_that_resolves(layout.text),
        date=date_in(sitting),
        time=time_in(sitting),
        venue=next((m["venue"] for line in top if (m := _VENUE.fullmatch(line.text))), None),
        items=tuple(items),
    )
    return Parsed(meetings=(meeting,), placed=tuple(placed))


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


def _preface(top: Sequence[Line]) -> tuple[AgendaItem, list[Span]]:
    """Venue and contact as paragraphs, so that they can be cited, under an item without a name."""
    citable = [line for line in top if _VENUE.fullmatch(line.text) or _CONTACT.fullmatch(line.text)]
    paragraphs = tuple(
        Paragraph(label=None, kind=ParagraphKind.NARRATIVE, start=line.start, end=line.end)
        for line in citable
    )
    placed = [
        Span(start=line.start, end=line.end)
        for line in top
        if line in citable or _FURNITURE.fullmatch(line.text) or body_of_sitting(line.text)
    ]
    return AgendaItem(number=None, minute_number=None, title=None, paragraphs=paragraphs), placed


def _item(layout: Layout, lines: Sequence[Line], *, runs_on: bool) -> tuple[AgendaItem, list[Span]]:
    number = lines[0].text.rstrip(".")
    title = lines[1] if len(lines) > 1 else None
    begin = next((line.start for line in lines if BEGINS_MINUTES.fullmatch(line.text)), None)
    minuted = [
        line
        for line in layout.lines
        if begin is not None and begin <= line.start <= lines[-1].start
    ]
    name = ATTACHMENT.sub("", title.text) if title is not None else None
    body = read_body(layout, minuted, title=name)
    item = AgendaItem(
        number=number,
        minute_number=number if runs_on else None,
        title=name,
        cut_off=body.cut_off,
        restricted=_RESTRICTED.search(name or "") is not None,
        paragraphs=body.paragraphs,
        votes=body.votes,
    )
    furniture = [line for line in lines if line in lines[:2] or ENDS_MINUTES.fullmatch(line.text)]
    return item, [*body.placed, *(Span(start=line.start, end=line.end) for line in furniture)]


SHAPE = Shape(name="meeting page", kind=DocumentKind.MINUTES, read=read)
