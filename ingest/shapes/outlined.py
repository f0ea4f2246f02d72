"""A meeting whose medium says itself where each item begins, as a web service's reply does."""

import re
from collections.abc import Sequence

from ingest.body import read_body
from ingest.lines import Layout, lines_between
from ingest.outline import OutlinedItem
from ingest.preface import preface
from ingest.shapes.parsed import Parsed, Shape
from vectorstore.records import AgendaItem, DocumentKind, Meeting, Paragraph, ParagraphKind, Span

_BEGINS = re.compile(r"\D*1(?!\d)")


def read(layout: Layout) -> Parsed | None:
    """Read what was minuted under each item that the outline gives."""
    outline = layout.outline
    if outline is None:
        return None
    opening = (
        *_paragraphs([outline.announced], ParagraphKind.NARRATIVE),
        *_paragraphs(outline.attended, ParagraphKind.ATTENDANCE),
    )
    # Numbers that do not begin at 1 are those of minutes, which run on between meetings.
    first = next((item.number for item in outline.items if item.number), None)
    runs_on = first is not None and _BEGINS.match(first) is None
    items = list(preface(opening))
    placed = [outline.announced, *outline.attended]
    for outlined in outline.items:
        item, spans = _item(layout, outlined, runs_on=runs_on)
        items.append(item)
        placed += spans
    meeting = Meeting(
        committee=outline.committee,
        date=outline.date,
        time=outline.time,
        venue=outline.venue,
        chair=outline.chair,
        present=outline.present,
        in_attendance=outline.in_attendance,
        apologies=outline.apologies,
        items=tuple(items),
    )
    return Parsed(meetings=(meeting,), placed=tuple(placed))


def _paragraphs(spans: Sequence[Span], kind: ParagraphKind) -> list[Paragraph]:
    return [
        Paragraph(label=None, kind=kind, start=each.start, end=each.end)
        for each in spans
        if each.start < each.end
    ]


def _item(
    layout: Layout, outlined: OutlinedItem, *, runs_on: bool
) -> tuple[AgendaItem, list[Span]]:
    minuted = lines_between(layout, outlined.minutes.start, outlined.minutes.end)
    body = read_body(layout, minuted, title=outlined.title)
    item = AgendaItem(
        number=outlined.number,
        minute_number=outlined.number if runs_on else None,
        title=outlined.title,
        cut_off=body.cut_off,
        restricted=outlined.restricted,
        paragraphs=body.paragraphs,
        votes=body.votes,
    )
    return item, [outlined.heading, outlined.marker, *body.placed]


SHAPE = Shape(name="outlined meeting", kind=DocumentKind.MINUTES, read=read)
