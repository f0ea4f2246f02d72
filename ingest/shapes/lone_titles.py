"""The headings of minutes without numbers: titles that stand alone over what was minuted."""

import re
from collections.abc import Sequence

from ingest.kinds import decides, is_marker
from ingest.labels import mark_of
from ingest.lines import Layout, Line
from ingest.shapes.attendance import begins_list
from ingest.shapes.headings import STANDING, Heading, unnumbered
from ingest.speakers import TITLE
from vectorstore.wording import fold

# What every meeting has besides; two of them tell that the titles are those of a meeting.
_USUAL = re.compile(
    rf"{STANDING.pattern}|minutes?(?: of .*)?|matters arising.*|"
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
_ENDS_SENTENCE = (".", ",", ";", ":", "?", "!")
_NAMES_SOMEBODY = re.compile(rf"{TITLE} [A-Z]")
_SENTENCE = re.compile(r"\b(?:was|were|is|are|had|has|have|be|been|would|noted|agreed|received)\b")


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
            return [unnumbered(n, fold(lines[n].text)) for n in chosen]
    return []


def opening_titles(layout: Layout, lines: Sequence[Line], first: int) -> list[Heading]:
    """The titles of what was minuted before the first numbered item, "Preliminary".

    Args:
        first: the place of that item among the lines that are not blank.
    """
    heads = [n for n, line in enumerate(lines[:first]) if begins_list(line.text)]
    return [
        unnumbered(n, fold(lines[n].text))
        for n in range(heads[-1] + 1 if heads else first, first - 1)
        if _is_title(layout, lines, n)
    ]


def appendices(layout: Layout, lines: Sequence[Line], known: Sequence[Heading]) -> list[Heading]:
    """The heads of what is printed after the minutes, "Appendix A", each at the top of a page."""
    return [
        unnumbered(index, fold(line.text))
        for index, line in enumerate(lines[:-1])
        if line.start in layout.page_starts
        and line.start in layout.bold
        and index >= known[-1].after
        and _APPENDIX.fullmatch(line.text)
    ]


def _is_title(layout: Layout, lines: Sequence[Line], index: int) -> bool:
    line, below = lines[index], lines[index + 1]
    words = line.text
    heads_names = begins_list(words) and not _SENTENCE.search(below.text)
    if heads_names or len(words) > _LONGEST_TITLE or words.endswith(_ENDS_SENTENCE):
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
