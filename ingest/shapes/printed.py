"""Printed minutes of a whole meeting: title block, who was there, one minute after the other."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.body import read_body
from ingest.exempt import is_closed_section, is_titled_exempt
from ingest.facts import date_in
from ingest.lines import Layout, Line, lines_between
from ingest.shapes.agreement import titles_agreement
from ingest.shapes.attendance import begins_list
from ingest.shapes.headings import Heading, numbered_headings
from ingest.shapes.lone_titles import (
    Opening,
    appendices,
    lone_titles,
    opening_titles,
    unnumbered_headings,
)
from ingest.shapes.parsed import Parsed, Shape
from ingest.shapes.title_block import MINUTES_OF, is_name, read_title_block
from ingest.votes import is_outcome
from vectorstore.records import AgendaItem, DocumentKind, Span
from vectorstore.wording import fold

_SECTION = re.compile(
    r"(?:UNRESTRICTED|RESTRICTED|EXEMPT|CONFIDENTIAL|PRIVATE|PUBLIC)"
    r"(?: (?:ITEMS?|BUSINESS|MINUTES?|SESSION|PART))+\b[A-Z ]*(?:\([^()]{1,60}\))?"
)
_INVITES = re.compile(r"agenda|summons|notice of meeting", re.IGNORECASE)
_WHOSE = re.compile(r" (?:of|for) the ")
_PRESENT = re.compile(r"PRESENT\s*:|PRESENT$|Present\s*:|Members present\s*:", re.IGNORECASE)


def read(layout: Layout) -> Parsed | None:
    """Read the title block and the minutes under their headings."""
    lines = [line for line in layout.lines if not line.blank]
    sections = [line for line in lines if _SECTION.fullmatch(line.text)]
    headings = _headings(layout, lines, sections)
    if not headings:
        return None
    first = headings[0].first
    block = read_title_block(layout, [line for line in lines[:first] if line not in sections])
    items = list(block.meeting.items)
    placed = [*block.placed, *(Span(start=line.start, end=line.end) for line in sections)]
    for heading, end in zip(
        headings, [*(each.first for each in headings[1:]), len(lines)], strict=True
    ):
        item, spans = _item(layout, lines, heading, end, sections)
        items.append(item)
        placed += spans
    first_number = next((each.number for each in headings if each.number or each.item), None)
    numbered_from_1 = first_number == "1" and not any(each.item for each in headings[:2])
    if numbered_from_1:
        # Such numbers are the agenda's; those of minutes run on from one meeting to the next.
        items = [replace(item, number=item.minute_number, minute_number=None) for item in items]
    meeting = replace(block.meeting, items=tuple(items))
    return Parsed(meetings=(meeting,), placed=tuple(placed))


def _headings(layout: Layout, lines: Sequence[Line], sections: Sequence[Line]) -> list[Heading]:
    """The headings of the items in their order; none where these are no printed minutes."""
    numbered = numbered_headings(layout, lines)
    if not numbered or not _is_printed(lines[: numbered[0].first], numbered):
        numbered = []
    titles = [] if any(each.item for each in numbered) else lone_titles(layout, lines)
    if len(titles) > len(numbered) and _is_printed(lines[: titles[0].first], titles):
        return titles
    if not numbered:
        return []
    more = unnumbered_headings(layout, lines, numbered, _opening(lines, sections))
    more = more or opening_titles(layout, lines[: numbered[0].first + 1], numbered[0].first)
    more += appendices(layout, lines, numbered)
    return sorted([*numbered, *more], key=lambda each: each.first)


def _opening(lines: Sequence[Line], sections: Sequence[Line]) -> Opening:
    """The line after the section that opens the business, or after the last list of names."""
    for index, line in enumerate(lines):
        if line in sections:
            return Opening(line=index + 1, told=True)
    heads = [index for index, line in enumerate(lines) if begins_list(line.text)]
    return Opening(line=heads[-1] + 1 if heads else len(lines), told=False)


def _is_printed(top: Sequence[Line], headings: Sequence[Heading]) -> bool:
    if any(heading.item for heading in headings):
        return True
    words = fold(" ".join(line.text for line in top))
    if any(_PRESENT.match(line.text) for line in top):
        return True
    return _lists_those_of_a_day(top) or MINUTES_OF.search(words) is not None


def _lists_those_of_a_day(top: Sequence[Line]) -> bool:
    """Whether a date and a list of names say who met, not who is invited or who belongs to it."""
    end = next((n for n, line in enumerate(top) if begins_list(line.text)), None)
    if end is None or date_in(" ".join(line.text for line in top)) is None:
        return False
    # "Terms of Reference of the Flood Panel" is no body, "Policy Panel of the Council" is one.
    heads = (_WHOSE.split(line.text, maxsplit=1)[0] for line in top[:end])
    return not any(
        _INVITES.fullmatch(head) or (titles_agreement(head) and not is_name(head)) for head in heads
    )


def _item(
    layout: Layout, lines: Sequence[Line], heading: Heading, end: int, sections: Sequence[Line]
) -> tuple[AgendaItem, list[Span]]:
    start = lines[heading.after - 1].end
    stop = lines[end].start if end < len(lines) else len(layout.text) + 1
    minuted = [line for line in lines_between(layout, start, stop) if line not in sections]
    parts = _heads_of_parts(layout, minuted) if end < len(lines) else []
    minuted = [line for line in minuted if line not in parts]
    body = read_body(layout, minuted, title=heading.title)
    before = [line.text for line in sections if line.start < lines[heading.first].start]
    item = AgendaItem(
        number=heading.item,
        minute_number=heading.number,
        title=heading.title,
        first_page=layout.page_of(lines[heading.first].start),
        cut_off=body.cut_off,
        restricted=bool(before and is_closed_section(before[-1]))
        or is_titled_exempt(heading.title),
        paragraphs=body.paragraphs,
        votes=body.votes,
    )
    headed = Span(start=lines[heading.first].start, end=start)
    return item, [headed, *body.placed, *(Span(start=each.start, end=each.end) for each in parts)]


def _heads_of_parts(layout: Layout, minuted: Sequence[Line]) -> list[Line]:
    """The last lines of an item that head what comes after it, "KEY DECISIONS"."""
    found: list[Line] = []
    for line in reversed([line for line in minuted if not line.blank]):
        if line.start not in layout.bold or not line.text.isupper() or is_outcome(line.text):
            break
        found.append(line)
    return found


SHAPE = Shape(name="printed minutes", kind=DocumentKind.MINUTES, read=read)
