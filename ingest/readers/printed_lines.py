"""Words with their places on a page -> its lines in reading order, struck words marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from ingest.labels import mark_of
from ingest.readers.deleted import struck, unmarked
from ingest.readers.printed_page import Page, Rules, Word
from ingest.readers.tables import wrapped_rows

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_NUMBER = re.compile(r"\d{1,4}[A-Z]?\.?")
# All in sizes of the font. A raised "th" stands a third above the line it belongs to.
_SAME_LINE = 0.45
_WORD_GAP = 0.14
_COLUMN_GAP = 1.5
# In points: how far the gaps of a line that was spread to the margin may differ.
_STRETCHED_ALIKE = 0.6
# In points: how far two lines of one cell may begin apart.
_SAME_COLUMN = 2.0
# Where a rule through the letters lies above the line they stand on; one that underlines them
# is below it, the border of a table above their tops.
_LOWEST_STRIKE, _HIGHEST_STRIKE = 0.12, 0.55
_USUAL_LEADING, _MOST_LEADING = 1.15, 3.0
_ENOUGH_LINES = 3
_PARAGRAPH_GAP = 1.25
_SPARE_ROOM = 0.4


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of a page.

    Args:
        text: its words, those that are struck through marked as deleted.
        first_word: how wide its first word is, in points.
        bold: all of it is, or all but its label.
        further_cells: where the second cell of a row of a table begins, and those after it.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    first_word: float
    bold: bool
    further_cells: tuple[float, ...] = ()


def lines_of(page: Page) -> list[PrintedLine]:
    """The lines of a page from its top to its bottom, cells of a table one after the other."""
    return _in_reading_order([_line(row, page.rules) for row in _rows(page)])


def rows_of(page: Page) -> list[list[Word]]:
    """The words of each line, in the order of `lines_of`."""
    rows = _rows(page)
    lines = [_line(row, page.rules) for row in rows]
    words = dict(zip(map(id, lines), rows, strict=True))
    return [words[id(line)] for line in _in_reading_order(lines)]


def _rows(page: Page) -> list[list[Word]]:
    tabled = {id(word): row for row in wrapped_rows(page) for word in row}
    rows: list[list[Word]] = []
    for word in page.words:
        row_of_table = tabled.get(id(word))
        if row_of_table is not None:
            if word is row_of_table[0]:
                rows.append(row_of_table)
        elif rows and _goes_on(rows[-1], word):
            rows[-1].append(word)
        elif rows and _stands_before(rows[-1], word):
            rows[-1].insert(0, word)
        else:
            rows.append([word])
    return _with_labels(rows)


def _goes_on(row: Sequence[Word], word: Word) -> bool:
    last, size = row[-1], max(row[0].size, word.size)
    beside = abs(word.baseline - row[0].baseline) <= _SAME_LINE * size
    return beside and word.left >= last.right - _SAME_LINE * size


def _stands_before(row: Sequence[Word], word: Word) -> bool:
    """Whether a word belongs to the left of a line that was drawn before it, as labels may be."""
    beside = abs(word.baseline - row[0].baseline) <= _WORD_GAP * word.size
    return beside and word.right <= row[0].left


def _with_labels(rows: Sequence[list[Word]]) -> list[list[Word]]:
    """The lines with the labels that were drawn in a column of their own, as on scanned pages."""
    labels = {n for n, row in enumerate(rows) if len(row) == 1 and _is_label(row[0].text)}
    joined: dict[int, Word] = {}
    for place in labels:
        [label] = rows[place]
        beside = [
            n
            for n, row in enumerate(rows)
            if n not in labels
            and row[0].left >= label.right
            and abs(row[0].baseline - label.baseline) <= _SAME_LINE * label.size
        ]
        if beside:
            joined[min(beside, key=lambda n: rows[n][0].left)] = label
    taken = {id(label) for label in joined.values()}
    return [
        [joined[n], *row] if n in joined else list(row)
        for n, row in enumerate(rows)
        if n not in labels or id(row[0]) not in taken
    ]


def _is_label(text: str) -> bool:
    mark = mark_of(text)
    return mark is not None and mark.width == len(text) and mark.value != ""


def _line(row: Sequence[Word], rules: Rules) -> PrintedLine:
    first, gaps = row[0], _gaps(row)
    return PrintedLine(
        text=_marked(row, gaps, rules).translate(LIGATURES),
        left=min(word.left for word in row),
        right=max(word.right for word in row),
        baseline=first.baseline,
        size=max(word.size for word in row),
        first_word=first.right - first.left,
        bold=all(word.bold for word in _without_label(row)),
        further_cells=_further_cells(row, gaps),
    )


def _without_label(row: Sequence[Word]) -> Sequence[Word]:
    """The words of a line after the label or number it begins with, if there are any."""
    labelled = len(row) > 1 and (_is_label(row[0].text) or _NUMBER.fullmatch(row[0].text))
    return row[1:] if labelled else row


def _further_cells(row: Sequence[Word], gaps: Sequence[str]) -> tuple[float, ...]:
    words = len(_without_label(row))
    beside = zip(gaps[1 - words :], row[1 - words :], strict=True) if words > 1 else ()
    return tuple(word.left for gap, word in beside if gap == "\t")


def _marked(row: Sequence[Word], gaps: Sequence[str], rules: Rules) -> str:
    """The words of a line, those that a rule goes through marked as deleted."""
    if not any(word.glyphs for word in row):
        parts = (gap + word.text for gap, word in zip(gaps, row, strict=True))
        return unmarked("".join(parts))
    characters: list[tuple[str, bool]] = []
    for gap, word in zip(gaps, row, strict=True):
        crossed = crossed_in(word, rules)
        characters += [(each, characters[-1][1] and crossed[0]) for each in gap]
        characters += zip(unmarked(word.text), crossed, strict=False)
    text = ""
    for deleted, run in groupby(characters, lambda each: each[1]):
        words = "".join(character for character, _ in run)
        text += struck(words) if deleted else words
    return text


def crossed_in(word: Word, rules: Rules) -> Sequence[bool]:
    """Which characters of a word a rule goes through."""
    low = word.baseline + _LOWEST_STRIKE * word.size
    high = word.baseline + _HIGHEST_STRIKE * word.size
    through = rules.between(low, high) if word.glyphs else []
    if not through:
        return [False] * len(word.text)
    return [any(rule.left <= x <= rule.right for rule in through) for x in word.glyphs]


def _gaps(row: Sequence[Word]) -> list[str]:
    """What stands before each word of a line: nothing, a space, or the gap between two columns."""
    gaps = ["", *(_gap(before, word) for before, word in pairwise(row))]
    if "\t" in gaps and _is_stretched(words := _without_label(row)):
        gaps[1 - len(words) :] = [" " if gap == "\t" else gap for gap in gaps[1 - len(words) :]]
    return gaps


def _is_stretched(row: Sequence[Word]) -> bool:
    """Whether a short line was spread to the margin: its gaps are the same, its words are not.

    In columns of a table the gaps differ as the words do.
    """
    gaps = [word.left - before.right for before, word in pairwise(row)]
    widths = [word.right - word.left for word in row[:-1]]
    if len(gaps) < 2 or max(gaps) - min(gaps) > _STRETCHED_ALIKE:
        return False
    return max(widths) - min(widths) > 2 * _STRETCHED_ALIKE


def _gap(before: Word, word: Word) -> str:
    if abs(word.baseline - before.baseline) > _SAME_LINE * max(word.size, before.size):
        # The next line of a cell of a table, or else the next cell.
        wrapped = word.baseline < before.baseline and word.left < before.right
        return " " if wrapped else "\t"
    gap = word.left - before.right
    if gap > _COLUMN_GAP * word.size:
        return "\t"
    # A raised ordinal, or what follows a soft hyphen, is a word by itself only to PDFium.
    return " " if gap > _WORD_GAP * word.size else ""


def _in_reading_order(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines as drawn, but each run down the page before those that it is wholly above."""
    runs: list[list[PrintedLine]] = []
    for line in lines:
        if runs and line.baseline <= runs[-1][-1].baseline + _SAME_LINE * line.size:
            runs[-1].append(line)
            continue
        runs.append([line])
    ordered: list[list[PrintedLine]] = []
    for run in runs:
        place = len(ordered)
        while place and run[-1].baseline > ordered[place - 1][0].baseline:
            place -= 1
        ordered.insert(place, run)
    return [line for run in ordered for line in run]


def usual_leading(pages: Iterable[Sequence[PrintedLine]]) -> float:
    """From one line of a paragraph to the next, in sizes of the font.

    Told by the lines that begin with a small letter, since these go on for certain; where there
    are few, by those that stand below any line that ends at the margin. Lines of a narrow column
    of a table tell nothing.
    """
    certain: list[float] = []
    likely: list[float] = []
    for lines in pages:
        left = min((line.left for line in lines), default=0.0)
        right = max((line.right for line in lines), default=0.0)
        for above, below in pairwise(lines):
            step = (above.baseline - below.baseline) / above.size
            is_wide = 2 * (above.right - above.left) > right - left
            if is_wide and above.right >= right - above.size and 0 < step < _MOST_LEADING:
                likely.append(step)
                if below.text[:1].islower():
                    certain.append(step)
    found = certain if len(certain) >= _ENOUGH_LINES else likely
    return median(found) if found else _USUAL_LEADING


def is_apart(above: PrintedLine, below: PrintedLine, leading: float) -> bool:
    """Whether there is more space between two lines of a page than within a paragraph."""
    step = above.baseline - below.baseline
    return step > _PARAGRAPH_GAP * leading * max(above.size, below.size) or step < 0


def had_room(above: PrintedLine, below: PrintedLine, margin: float) -> bool:
    """Whether the first word of a line would have fitted at the end of the one above it."""
    return margin - above.right > below.first_word + _SPARE_ROOM * above.size


def goes_on_in_cell(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether the first line of a page goes on with a row that the page before could not hold."""
    return any(abs(below.left - left) <= _SAME_COLUMN for left in above.further_cells)
