"""Printed minutes of a whole meeting: title block, who was there, one minute after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.body import read_body
from ingest.lines import Layout, Line
from ingest.shapes.parsed import Parsed, Shape
from ingest.shapes.title_block import read_title_block
from vectorstore.records import AgendaItem, DocumentKind, Span
from vectorstore.wording import fold

_NUMBERED = re.compile(r"\*?(?P<number>\d{1,4}[A-Z]?)(?:\.(?!\d)|\s)\s*(?P<title>\S.*)?")
_ITEM = re.compile(r"\(\s*(?:Agenda )?Item\.? ?(?P<item>\d{1,3}[A-Za-z]?)\b[^()]*\)", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:UNRESTRICTED|RESTRICTED|EXEMPT|CONFIDENTIAL|PRIVATE|PUBLIC)"
    r"(?: (?:ITEMS?|BUSINESS|MINUTES?|SESSION|PART))+\b[A-Z ]*"
)
_CLOSED = re.compile(r"RESTRICTED|EXEMPT|CONFIDENTIAL|PRIVATE")
_EXEMPT_TITLE = re.compile(r"\b(?:exempt|restricted|confidential)\b", re.IGNORECASE)
_MINUTES_OF = re.compile(
    r"\b(?:minutes|notes|record) of (?:a|the) (?:\w+ )?meeting\b", re.IGNORECASE
)
_PRESENT = re.compile(r"PRESENT\s*:|PRESENT$|Present\s*:|Members present\s*:", re.IGNORECASE)
_LONGEST_TITLE = 200
_LINES_OF_A_TITLE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a minute.

    Args:
        first, after: the lines it takes, by their places among the lines that are not blank.
        item: the agenda's number, as "(Item 4)" gives it; `None` when it is not given.
    """

    first: int
    after: int
    number: str
    title: str
    item: str | None


def read(layout: Layout) -> Parsed | None:
    """Read the title block and the minutes under their headings."""
    lines = [line for line in layout.lines if not line.blank]
    headings = _headings(layout, lines)
    if not headings or not _is_printed(lines[: headings[0].first], headings):
        return None
    first = headings[0].first
    sections = [line for line in lines if _SECTION.fullmatch(line.text)]
    block = read_title_block(layout, [line for line in lines[:first] if line not in sections])
    items = list(block.meeting.items)
    placed = [*block.placed, *(Span(start=line.start, end=line.end) for line in sections)]
    for heading, end in zip(
        headings, [*(each.first for each in headings[1:]), len(lines)], strict=True
    ):
        item, spans = _item(layout, lines, heading, end, sections)
        items.append(item)
        placed += spans
    numbered_from_1 = headings[0].item is None and headings[0].number == "1"
    if numbered_from_1:
        # Such numbers are the agenda's; those of minutes run on from one meeting to the next.
        items = [replace(item, number=item.minute_number, minute_number=None) for item in items]
    meeting = replace(block.meeting, items=tuple(items))
    return Parsed(meetings=(meeting,), placed=tuple(placed))


def _is_printed(top: Sequence[Line], headings: Sequence[Heading]) -> bool:
    if any(heading.item for heading in headings):
        return True
    words = fold(" ".join(line.text for line in top))
    listed = any(_PRESENT.match(line.text) for line in top)
    return listed or _MINUTES_OF.search(words) is not None


def _headings(layout: Layout, lines: Sequence[Line]) -> list[Heading]:
    """The headings of the minutes: those with "(Item n)", and those whose numbers run on."""
    candidates = [
        found
        for index in range(len(lines))
        if (found := _with_item(lines, index) or _without_item(layout, lines, index)) is not None
    ]
    anchored = any(each.item for each in candidates)
    accepted: list[Heading] = []
    for each in candidates:
        number = int(re.sub(r"\D", "", each.number))
        last = int(re.sub(r"\D", "", accepted[-1].number)) if accepted else None
        if accepted and each.first < accepted[-1].after:
            continue
        runs_on = (
            last is not None and number in (last, last + 1) and each.number != accepted[-1].number
        )
        if each.item or runs_on or (last is None and not anchored):
            accepted.append(each)
    return accepted


def _with_item(lines: Sequence[Line], index: int) -> Heading | None:
    """A number and a title that "(Item 4)" ends, on its own line or not."""
    match = _NUMBERED.fullmatch(lines[index].text)
    if match is None:
        return None
    run = ""
    for after in range(index, min(index + _LINES_OF_A_TITLE, len(lines))):
        run = f"{run} {lines[after].text}"
        item = _ITEM.search(run)
        if item is None:
            continue
        title = fold(run[: item.start()]).removeprefix("*").removeprefix(match.group("number"))
        title = title.lstrip(". ")
        if item.end() < len(run.rstrip()) or not title or title.endswith("."):
            return None
        return Heading(
            first=index,
            after=after + 1,
            number=match.group("number"),
            title=title,
            item=item.group("item"),
        )
    return None


def _without_item(layout: Layout, lines: Sequence[Line], index: int) -> Heading | None:
    """A number and a short line that is no sentence."""
    match = _NUMBERED.fullmatch(lines[index].text)
    if match is None:
        return None
    title, after = match.group("title") or "", index + 1
    if not title:
        if after == len(lines):
            return None
        title, after = lines[after].text, after + 1
    while after < len(lines) and _is_next_line(layout, lines[after - 1], lines[after]):
        title, after = f"{title} {lines[after].text}", after + 1
    heads = title[:1].isupper() and title[-1:] not in ".,;:" and len(title) <= _LONGEST_TITLE
    if not heads or after == len(lines):
        return None
    return Heading(
        first=index, after=after, number=match.group("number"), title=fold(title), item=None
    )


def _is_next_line(layout: Layout, above: Line, line: Line) -> bool:
    """Whether nothing but a line break stands between two lines that are not labelled."""
    return layout.text[above.end : line.start].count("\n") == 1 and not line.text.startswith("(")


def _item(
    layout: Layout, lines: Sequence[Line], heading: Heading, end: int, sections: Sequence[Line]
) -> tuple[AgendaItem, list[Span]]:
    start = lines[heading.after - 1].end
    stop = lines[end].start if end < len(lines) else len(layout.text) + 1
    minuted = [line for line in layout.lines if start < line.start < stop and line not in sections]
    body = read_body(layout, minuted, title=heading.title)
    before = [line.text for line in sections if line.start < lines[heading.first].start]
    item = AgendaItem(
        number=heading.item,
        minute_number=heading.number,
        title=heading.title,
        cut_off=body.cut_off,
        restricted=bool(before and _CLOSED.match(before[-1]))
        or _EXEMPT_TITLE.search(heading.title) is not None,
        paragraphs=body.paragraphs,
        votes=body.votes,
    )
    return item, [Span(start=lines[heading.first].start, end=start), *body.placed]


SHAPE = Shape(name="printed minutes", kind=DocumentKind.MINUTES, read=read)
