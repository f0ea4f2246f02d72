"""The headings of minutes without numbers: titles that stand alone over what was minuted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.kinds import decides, is_marker
from ingest.labels import mark_of
from ingest.lines import Layout, Line
from ingest.shapes.attendance import begins_list
from ingest.shapes.headings import SENTENCE_ENDS, Heading, is_bold
from ingest.speakers import TITLE
from vectorstore.wording import fold

# Items that meetings have without a place on the agenda.
_STANDING = re.compile(
    r"(?:election|appointment) of (?:an? |the )?(?:vice[- ]|deputy )?chair\w*(?: .{0,40})?|"
    r"apologies(?: for absence)?(?: and substitutes)?|declarations? of .{0,30}interests?|"
    r"(?:urgent|any other) (?:items? of )?business|dates? of (?:the )?(?:next|future) meetings?|"
    r"(?:motion to exclude|exclusion of) the (?:press and )?public(?: and press)?",
    re.IGNORECASE,
)
# What every meeting has besides; two of them tell that the titles are those of a meeting.
_USUAL = re.compile(
    rf"{_STANDING.pattern}|minutes?(?: of .*)?|matters arising.*|"
    r"disclosures? of .{0,30}interests?|"
    r"public (?:participation|question time|questions|session|speaking|forum)|welcome.*|"
    r"(?:items? of )?(?:urgent|other|any other) business|apologies\b.*|next meeting|close.*|"
    r"(?:work|forward) (?:programme|plan)",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"(?:appendi(?:x|ces)|annex(?:es)?)(?: [A-Z0-9]{1,3})?(?:(?: to|:| [-–]) .{1,120})?",
    re.IGNORECASE,
)
_FEWEST, _FEWEST_USUAL = 3, 2
_LONGEST_TITLE = 150
_SHORTEST_PARAGRAPH = 60
_NAMES_SOMEBODY = re.compile(rf"{TITLE} [A-Z]")
_SENTENCE = re.compile(r"\b(?:was|were|is|are|had|has|have|be|been|would|noted|agreed|received)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where the business begins.

    Args:
        line: the first that may be a heading, by its place among the lines that are not blank.
        told: a line such as "UNRESTRICTED ITEMS" says so.
    """

    line: int
    told: bool


def lone_titles(layout: Layout, lines: Sequence[Line]) -> list[Heading]:
    """The titles of items without numbers; none unless some are those of any meeting.

    They come after the first list of those present. Where the medium marks headings, only these
    count; where some are printed in capitals, the others head parts of an item.

    Args:
        lines: without the blank ones.
    """
    opening = next((n for n, line in enumerate(lines) if begins_list(line.text)), len(lines))
    found = [index for index in range(opening, len(lines) - 1) if _is_title(layout, lines, index)]
    marked = [n for n in found if lines[n].start in layout.headings]
    capitals = [n for n in found if lines[n].text.isupper()]
    for chosen in (marked, capitals, found):
        usual = sum(_USUAL.fullmatch(lines[n].text) is not None for n in chosen)
        if len(chosen) >= _FEWEST and usual >= _FEWEST_USUAL:
            return [_one_line(n, fold(lines[n].text)) for n in chosen]
    return []


def unnumbered_headings(
    layout: Layout, lines: Sequence[Line], known: Sequence[Heading], opening: Opening
) -> list[Heading]:
    """Titles of items with neither a number nor "(Item n)", "Election of Chair" for one.

    They are printed bold, as the other headings are; after the first of these, or where nothing
    says that the business begins, only what is an item at many meetings counts, since sub-headings
    and heads of lists are printed bold too. Where headings are not bold, it is only the line that
    opens the business.

    Args:
        known: the other headings.
    """
    if not known:
        return []
    if not any(is_bold(layout, lines, each) for each in known):
        title = fold(lines[opening.line].text) if opening.line < known[0].first else ""
        return [_one_line(opening.line, title)] if _STANDING.fullmatch(title) else []
    taken = {place for each in known for place in range(each.first, each.after)}
    found: list[Heading] = []
    for index in range(opening.line, len(lines) - 1):
        line, below = lines[index], lines[index + 1]
        alone = line.start in layout.bold and below.start not in layout.bold
        if index in taken or not alone or line.text.endswith(SENTENCE_ENDS):
            continue
        title = fold(line.text)
        is_first = opening.told and index < known[0].first
        if is_first or _STANDING.fullmatch(title):
            found.append(_one_line(index, title))
    return found


def opening_titles(layout: Layout, lines: Sequence[Line], first: int) -> list[Heading]:
    """The titles of what was minuted before the first numbered item, "Preliminary".

    Args:
        first: the place of that item among the lines that are not blank.
    """
    heads = [n for n, line in enumerate(lines[:first]) if begins_list(line.text)]
    return [
        _one_line(n, fold(lines[n].text))
        for n in range(heads[-1] + 1 if heads else first, first - 1)
        if _is_title(layout, lines, n)
    ]


def appendices(layout: Layout, lines: Sequence[Line], known: Sequence[Heading]) -> list[Heading]:
    """The heads of what is printed after the minutes, "Appendix A", each at the top of a page."""
    return [
        _one_line(index, fold(line.text))
        for index, line in enumerate(lines[:-1])
        if line.start in layout.page_starts
        and line.start in layout.bold
        and index >= known[-1].after
        and _APPENDIX.fullmatch(line.text)
    ]


def _one_line(index: int, title: str) -> Heading:
    return Heading(first=index, after=index + 1, number=None, title=title)


def _is_title(layout: Layout, lines: Sequence[Line], index: int) -> bool:
    line, below = lines[index], lines[index + 1]
    words = line.text
    heads_names = begins_list(words) and not _SENTENCE.search(below.text)
    if heads_names or len(words) > _LONGEST_TITLE or words.endswith((*SENTENCE_ENDS, "?", "!")):
        return False
    marks = is_marker(words) and not _USUAL.fullmatch(words)
    if not words[0].isupper() or mark_of(words) or marks or decides(words):
        return False
    if line.start in layout.headings:
        return True
    if _NAMES_SOMEBODY.match(words) or "\t" in words or "  " in words:
        return False
    above_end = lines[index - 1].end if index else 0
    alone = layout.text[above_end : line.start].count("\n") > 1
    alone = alone and layout.text[line.end : below.start].count("\n") > 1
    return (alone or line.start in layout.bold) and _is_paragraph(below)


def _is_paragraph(line: Line) -> bool:
    return line.ends_sentence or len(line.text) >= _SHORTEST_PARAGRAPH
