"""The headings of minutes and sections: a number, a title, and perhaps "(Item 4)"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.facts import MONTH
from ingest.labels import mark_of
from ingest.lines import Layout, Line
from vectorstore.wording import fold

_NUMBERED = re.compile(r"\*?(?P<number>\d{1,4}[A-Z]?)(?:\.(?!\d)|\s)\s*(?P<title>\S.*)?")
_ITEM = re.compile(
    r"\(\s*(?:Agenda )?Item\.? ?(?P<item>[A-Z]?\d{1,3}[A-Za-z]?)\b[^()]*\)", re.IGNORECASE
)
_LONGEST_TITLE = 200
_LINES_OF_A_TITLE = 4
_SENTENCE_ENDS = (".", ",", ";", ":")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a minute or a section.

    Args:
        first, after: the lines it takes, by their places among the lines that are not blank.
        item: the agenda's number, as "(Item 4)" gives it; `None` when it is not given.
    """

    first: int
    after: int
    number: str | None
    title: str
    item: str | None = None

    @property
    def count(self) -> int:
        """Its number without a letter after it; 0 without a number."""
        return int(re.sub(r"\D", "", self.number or "") or 0)


def numbered_headings(layout: Layout, lines: Sequence[Line]) -> list[Heading]:
    """Those with "(Item n)" after them, and the short lines whose numbers run on.

    Args:
        lines: without the blank ones.
    """
    candidates = [
        found
        for index in range(len(lines))
        if (found := _with_item(lines, index) or _without_item(layout, lines, index)) is not None
    ]
    anchored = any(each.item for each in candidates)
    accepted: list[Heading] = []
    for each in candidates:
        last = accepted[-1] if accepted else None
        if last is None:
            fits = each.item is not None or not anchored
        else:
            runs_on = each.count in (last.count, last.count + 1) and each.number != last.number
            fits = each.first >= last.after and (runs_on or each.item is not None)
        if fits:
            accepted.append(each)
    return accepted


def _with_item(lines: Sequence[Line], index: int) -> Heading | None:
    """A number and a title that "(Item 4)" ends, on its own line or not."""
    match = _NUMBERED.fullmatch(lines[index].text)
    if match is None:
        return None
    run = ""
    for after in range(index, min(index + _LINES_OF_A_TITLE, len(lines))):
        line = lines[after].text
        if after > index and (_NUMBERED.fullmatch(line) or run.endswith(_SENTENCE_ENDS)):
            return None
        run = f"{run} {line}".strip()
        item = _ITEM.search(run)
        if item is None:
            continue
        title = fold(run[: item.start()]).removeprefix("*").removeprefix(match.group("number"))
        title = title.lstrip(". ")
        if item.end() < len(run) or not title or title.endswith("."):
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
    """A number and a short line that is no sentence and no date."""
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
    is_title = title[:1].isupper() and not title.endswith(_SENTENCE_ENDS)
    if not is_title or len(title) > _LONGEST_TITLE or re.match(MONTH, title) or after == len(lines):
        return None
    return Heading(first=index, after=after, number=match.group("number"), title=fold(title))


def _is_next_line(layout: Layout, above: Line, line: Line) -> bool:
    """Whether a title was broken between two lines: nothing else stands there, nor was room."""
    if layout.text[above.end : line.start].count("\n") != 1 or line.text.startswith("("):
        return False
    return layout.wrapped and not layout.had_room(above, line) and mark_of(line.text) is None
