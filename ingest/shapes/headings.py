"""The headings of minutes and sections: a number, a title, and perhaps "(Item 4)"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.facts import MONTH
from ingest.kinds import decides
from ingest.labels import mark_of
from ingest.lines import Layout, Line
from ingest.shapes.minute_numbers import NUMBER, runs_on
from vectorstore.wording import fold

# "84.", "* 84" where a star says something of the decision, "77/21 – Title", "Item 4: Title".
_NUMBERED = re.compile(
    rf"\*?\s*(?:(?:(?:Agenda )?Item|Minute)(?: No\.?)? )?(?P<number>{NUMBER})"
    r"(?:\.(?!\d)|:|\s)\s*(?:[-–—:]\s+)?(?P<title>\S.*)?"
)
_ITEM = re.compile(
    r"[(\[]\s*(?:Agenda )?Items?\.?(?: No\.?)? ?(?P<item>[A-Z]?\d{1,3}[A-Za-z]?)\b"
    r"[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# "25/1042/FUL - 9 Heron Way": an application that an item is about.
_REFERENCE = re.compile(r"\d{2,4}/\d{3,}\S* ")
# A title may begin with a figure: "20 mph limits in Mill Lane". A date is none.
_FIGURE_FIRST = re.compile(
    rf"(?!\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH}))\d+(?:st|nd|rd|th)?[ -]?[A-Za-z]"
)
# "3. What we will do ........ 3": a line of the contents.
CONTENTS_LINE = re.compile(r".*(?:[.…·_ ]{4,}|\t)\s*\d{1,3}")
# What a sentence has and a title that a full stop ends has not.
_VERB = re.compile(r"\b(?:be|been|is|are|was|were|has|have|had|will|would|that)\b", re.IGNORECASE)
_LONGEST_TITLE = 300
_LINES_OF_A_TITLE = 6
_CANDIDATES_TO_BEGIN_WITH = 12
_PAUSES = (",", ";", ":")
SENTENCE_ENDS = (".", *_PAUSES)


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


def numbered_headings(layout: Layout, lines: Sequence[Line]) -> list[Heading]:
    """Those with "(Item n)" after them, and the short lines whose numbers run on.

    Args:
        lines: without the blank ones.
    """
    candidates = [
        found
        for index in range(len(lines))
        if (
            found := _with_item(lines, index)
            or _above_item(layout, lines, index)
            or _without_item(layout, lines, index)
        )
        is not None
    ]
    if any(each.item for each in candidates):
        return _running_on(layout, lines, candidates)
    if sum(_is_marked(layout, lines, each) for each in candidates) > 1:
        candidates = [each for each in candidates if _is_marked(layout, lines, each)]
    # Points "1." within the minutes count apart from items "1  Title".
    stopped = [each for each in candidates if _has_stop(lines, each)]
    unstopped = [each for each in candidates if not _has_stop(lines, each)]
    runs = (_longest_run(layout, lines, alike) for alike in (unstopped, stopped, candidates))
    return max(runs, key=len)


def _longest_run(
    layout: Layout, lines: Sequence[Line], candidates: Sequence[Heading]
) -> list[Heading]:
    """The numbers of the minutes: the first of a text may be that of a street."""
    longest: list[Heading] = []
    known: set[int] = set()
    for index, begins in enumerate(candidates[:_CANDIDATES_TO_BEGIN_WITH]):
        if begins.first not in known:
            run = _running_on(layout, lines, candidates[index:])
            known |= {each.first for each in run}
            longest = max(longest, run, key=len)
    return longest


def _running_on(
    layout: Layout, lines: Sequence[Line], candidates: Sequence[Heading]
) -> list[Heading]:
    """The candidates with "(Item n)", and those whose numbers go on with the one before."""
    anchored = any(each.item for each in candidates)
    in_bold = any(each.item and is_bold(layout, lines, each) for each in candidates)
    accepted: list[Heading] = []
    for each in candidates:
        last = accepted[-1] if accepted else None
        before = next((known.number for known in reversed(accepted) if known.number), None)
        if last is None:
            fits = each.item is not None or not anchored
        elif each.item is not None:
            fits = each.first >= last.after
        else:
            printed_alike = not in_bold or is_bold(layout, lines, each)
            # One whose title was not known for one is skipped where all are in capitals.
            most = 2 if last.title.isupper() and each.title.isupper() else 1
            goes_on = each.number and before and runs_on(each.number, before, most=most)
            fits = each.first >= last.after and printed_alike and bool(goes_on)
        if fits:
            accepted.append(each)
    return accepted


def _is_marked(layout: Layout, lines: Sequence[Line], heading: Heading) -> bool:
    return lines[heading.first].start in layout.headings


def is_bold(layout: Layout, lines: Sequence[Line], heading: Heading) -> bool:
    """Whether a heading is printed bold."""
    return lines[heading.first].start in layout.bold


def _with_item(lines: Sequence[Line], index: int) -> Heading | None:
    """A number and a title that "(Item 4)" ends, on its own line or not."""
    match = _NUMBERED.fullmatch(lines[index].text)
    if match is None or _is_year(match):
        return None
    run, paused = "", False
    for after in range(index, min(index + _LINES_OF_A_TITLE, len(lines))):
        line = lines[after].text
        if after > index and (_NUMBERED.fullmatch(line) or run.endswith(".")):
            return None
        # A title may be broken at a comma; "(Item 4)" then stands by itself.
        paused = paused or run.endswith(_PAUSES)
        run = f"{run} {line}".strip()
        item = _ITEM.search(run)
        if item is None:
            continue
        if paused and _ITEM.match(line) is None:
            return None
        title = fold(run[match.end("number") : item.start()]).lstrip(". ")
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


def _above_item(layout: Layout, lines: Sequence[Line], index: int) -> Heading | None:
    """A title without a number that "(Item 4)" ends or stands under."""
    item = _ITEM.search(lines[index].text)
    if item is None or item.end() < len(lines[index].text):
        return None
    first = index if item.start() else index - 1
    if first < 0 or lines[first].text.startswith("("):
        return None
    while (
        first > 0
        and index - first < _LINES_OF_A_TITLE
        and not _ends(layout, lines[first - 1])
        and _alike(layout, lines[first - 1], lines[first])
        and _is_next_line(layout, lines[first - 1], lines[first])
    ):
        first -= 1
    words = " ".join(line.text for line in lines[first : index + 1])
    title = fold(words[: _last_item(words)])
    in_bold = lines[first].start in layout.bold
    if not title or len(title) > _LONGEST_TITLE or title[0].islower():
        return None
    if title.endswith(SENTENCE_ENDS) and not in_bold:
        return None
    return Heading(first=first, after=index + 1, number=None, title=title, item=item.group("item"))


def _ends(layout: Layout, line: Line) -> bool:
    """Whether a line is the last of a sentence; one that is bold may be a title with a comma."""
    return line.text.endswith("." if line.start in layout.bold else SENTENCE_ENDS)


def _alike(layout: Layout, above: Line, line: Line) -> bool:
    return (above.start in layout.bold) is (line.start in layout.bold)


def _last_item(words: str) -> int:
    return [match.start() for match in _ITEM.finditer(words)][-1]


def _has_stop(lines: Sequence[Line], heading: Heading) -> bool:
    number = _NUMBERED.fullmatch(lines[heading.first].text)
    return number is not None and _is_stopped(number)


def _is_year(numbered: re.Match[str]) -> bool:
    """Whether a number without a full stop is the year that a title begins with."""
    return not _is_stopped(numbered) and _YEAR.fullmatch(numbered.group("number")) is not None


def _is_stopped(numbered: re.Match[str]) -> bool:
    """Whether a full stop follows a number."""
    return numbered.string[numbered.end("number") :].startswith(".")


def _without_item(layout: Layout, lines: Sequence[Line], index: int) -> Heading | None:
    """A number and a short line that is no sentence and no date."""
    match = _NUMBERED.fullmatch(lines[index].text)
    if match is None or _is_year(match):
        return None
    title, after = match.group("title") or "", index + 1
    if CONTENTS_LINE.fullmatch(title):
        return None
    if not title:
        if after == len(lines):
            return None
        title, after = lines[after].text, after + 1
    while (
        after < len(lines)
        and _is_next_line(layout, lines[after - 1], lines[after])
        and _alike(layout, lines[after - 1], lines[after])
    ):
        title, after = f"{title} {lines[after].text}", after + 1
    title = fold(title)
    if lines[after - 1].start in layout.bold and _VERB.search(title) is None:
        title = title.removesuffix(".")
    begins = (
        title[:1].isupper()
        or title.isupper()
        or _REFERENCE.match(title)
        or _FIGURE_FIRST.match(title)
    )
    is_title = begins and not title.endswith(SENTENCE_ENDS) and not decides(title)
    if not is_title or len(title) > _LONGEST_TITLE or re.match(MONTH, title) or after == len(lines):
        return None
    return Heading(first=index, after=after, number=match.group("number"), title=title)


def _is_next_line(layout: Layout, above: Line, line: Line) -> bool:
    """Whether a title was broken between two lines: nothing else stands there, nor was room."""
    if layout.text[above.end : line.start].count("\n") != 1 or line.text.startswith("("):
        return False
    return layout.wrapped and not layout.had_room(above, line) and mark_of(line.text) is None
