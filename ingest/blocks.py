"""Lines -> blocks: a label and the words that belong to it, wrapped lines joined."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.kinds import is_marker
from ingest.labels import Mark, Series, follows, mark_of, marks_of
from ingest.lines import Layout, Line
from ingest.vote_sides import is_side
from ingest.votes import is_outcome
from vectorstore.records import Span

_DECISION_WORDS = ("RESOLVED", "RECOMMENDED", "AGREED")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What will be one paragraph.

    Args:
        mark: its label; `None` when it has none.
        above: the label before it on the same line, `(a)` in "(a)(i)".
        label_start: where the label begins; where the words begin when there is none.
        start, end: of the words.
        alone: a single line with blank lines, or nothing, around it.
        heading: the medium marks it as a heading.
        bold: all of it is printed bold.
    """

    mark: Mark | None
    label_start: int
    start: int
    end: int
    alone: bool
    heading: bool = False
    bold: bool = False
    above: Mark | None = None

    @property
    def whole(self) -> Span:
        """The label and the words."""
        return Span(start=self.label_start, end=self.end)


def blocks(layout: Layout, lines: Sequence[Line]) -> list[Block]:
    """The blocks of some lines of a text, in order."""
    gatherer = _Gatherer(layout, lines)
    for index in range(len(lines)):
        gatherer.take(index)
    gatherer.close()
    return gatherer.found


class _Gatherer:
    """The blocks so far, and the lines of the one that is being gathered."""

    def __init__(self, layout: Layout, lines: Sequence[Line]) -> None:
        self.found: list[Block] = []
        self._layout = layout
        self._lines = lines
        self._gathered: list[Line] = []
        self._mark: Mark | None = None
        self._above: Mark | None = None
        self._last_of: dict[tuple[Series, str], Mark] = {}

    def take(self, index: int) -> None:
        """Add the next line to the block above it, or begin another with it."""
        line = self._lines[index]
        if line.blank:
            self.close()
            return
        marks = marks_of(line.text)
        if marks and self._is_label(marks[0]):
            self.close()
            if not self._gathered:
                self._mark, self._above = marks[-1], marks[0] if len(marks) > 1 else None
            self._last_of |= {(mark.series, mark.form): mark for mark in marks}
        elif self._gathered and not self._runs_on(index):
            self.close()
        self._gathered.append(line)

    def close(self) -> None:
        """End the block, unless it is a label whose words come on the next line."""
        if not self._gathered or self._awaits_words:
            return
        first, last = self._gathered[0], self._gathered[-1]
        start = first.start + (self._mark.width if self._mark else 0)
        if start >= first.end:
            start = self._gathered[1].start
        self.found.append(
            Block(
                mark=self._mark,
                label_start=first.start,
                start=start,
                end=last.end,
                alone=last is first,
                heading=first.start in self._layout.headings,
                bold=all(line.start in self._layout.bold for line in self._gathered),
                above=self._above,
            )
        )
        self._gathered, self._mark, self._above = [], None, None

    @property
    def _awaits_words(self) -> bool:
        only = self._gathered[0] if len(self._gathered) == 1 else None
        return only is not None and self._mark is not None and self._mark.width >= len(only.text)

    def _is_label(self, mark: Mark) -> bool:
        """Whether it is no number or dash in the middle of a wrapped sentence."""
        if not self._gathered or self._gathered[-1].ends_sentence:
            return True
        full = self._layout.full
        if full is not None and self._gathered[-1].start not in full:
            return True
        if full is not None and mark.series in (Series.LETTER, Series.ROMAN):
            # "as set out in paragraph" and on the next line "(b) of the report".
            before = self._last_of.get((mark.series, mark.form))
            begins = mark.value.lower() in ("a", "i")
            return begins or (before is not None and follows(mark.value, before.value, mark.series))
        if mark.series not in (Series.NUMBER, Series.DECIMAL) and mark.form not in ("-", "–"):
            return True
        before = self._last_of.get((mark.series, mark.form))
        if mark.series is Series.BULLET:
            return before is not None
        runs_on = before is not None and follows(mark.value, before.value, mark.series)
        return mark.value in ("1", "1.1") or runs_on

    def _runs_on(self, index: int) -> bool:
        """Whether a line without a label goes on with the block above it."""
        layout, above, line = self._layout, self._gathered[-1], self._lines[index]
        if line.start in layout.headings or self._gathered[0].start in layout.headings:
            return False
        if self._awaits_words:
            return True
        if above.ends_sentence and line.text.startswith(_DECISION_WORDS):
            return False
        if is_marker(above.text) and len(self._gathered) == 1:
            return False
        if line.start in layout.page_starts and (
            above.text.endswith(":") or _ends_bold(layout, above, line)
        ):
            return False
        if is_side(line.text) or is_outcome(line.text) or is_side(above.text):
            return is_side(above.text) and not is_side(line.text) and not is_outcome(line.text)
        if len(self._gathered) == 1 and is_outcome(above.text) and _starts_afresh(line.text):
            return False
        if not layout.wrapped:
            return not above.ends_sentence and line.text[:1].islower()
        had_room = layout.had_room(above, line)
        if layout.full is not None:
            over_page = line.start in layout.page_starts and not had_room
            if _is_row(line) and not over_page and (_is_row(above) or self._is_next_row(line)):
                return False
            # A line that was not broken at the margin ends there for a reason.
            ends = above.ends_sentence or _starts_afresh(line.text)
            return not (had_room and ends) or above.text.endswith(",")
        if not (above.ends_sentence and had_room and _starts_afresh(line.text)):
            return True
        if above.text.endswith(":"):
            return False
        # In a list the words of an item may go on after a full stop and a short line;
        # what introduces another list does not belong to it.
        return self._mark is not None and not _introduces(self._lines, index)

    def _is_next_row(self, line: Line) -> bool:
        """Whether a row has as many cells as the one gathered, whose last is of several lines."""
        first = self._gathered[0]
        return _is_row(first) and line.text.count("\t") == first.text.count("\t")


def _ends_bold(layout: Layout, above: Line, line: Line) -> bool:
    """Whether a heading stands at the foot of a page, and what it heads on the next."""
    ends = above.start in layout.bold and line.start not in layout.bold
    return ends and _starts_afresh(line.text) and not above.ends_sentence


def _is_row(line: Line) -> bool:
    """Whether a line is a row of a table: cells with a gap between them, after any label."""
    mark = mark_of(line.text)
    return "\t" in line.text[mark.width if mark is not None else 0 :]


def _starts_afresh(text: str) -> bool:
    return not text[:1].islower()


def _introduces(lines: Sequence[Line], index: int) -> bool:
    """Whether the lines from here on are a sentence that a list follows."""
    for line, below in zip(lines[index:], lines[index + 1 :], strict=False):
        if line.blank or mark_of(line.text) is not None:
            return False
        if line.text.endswith(":") and mark_of(below.text) is not None:
            return True
    return False
