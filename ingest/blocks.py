"""Lines -> blocks: a label and the words that belong to it, wrapped lines joined."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.labels import Mark, Series, follows, mark_of
from ingest.lines import Layout, Line
from ingest.votes import is_outcome, is_side
from vectorstore.records import Span

_DECISION_WORDS = ("RESOLVED", "RECOMMENDED", "AGREED")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What will be one paragraph.

    Args:
        mark: its label; `None` when it has none.
        label_start: where the label begins; where the words begin when there is none.
        start, end: of the words.
        alone: a single line with blank lines, or nothing, around it.
        heading: the medium marks it as a heading.
    """

    mark: Mark | None
    label_start: int
    start: int
    end: int
    alone: bool
    heading: bool = False

    @property
    def whole(self) -> Span:
        """The label and the words."""
        return Span(start=self.label_start, end=self.end)


def blocks(layout: Layout, lines: Sequence[Line]) -> list[Block]:
    """The blocks of some lines of a text, in order."""
    found: list[Block] = []
    gathered: list[Line] = []
    marks: dict[int, Mark] = {}
    for index, line in enumerate(lines):
        if line.blank:
            _close(found, gathered, marks, layout)
            continue
        mark = _plausible(mark_of(line.text), gathered, marks)
        if mark is not None:
            _close(found, gathered, marks, layout)
            marks[line.start] = mark
        elif gathered and not _runs_on(layout, gathered, marks, lines, index):
            _close(found, gathered, marks, layout)
        gathered.append(line)
    _close(found, gathered, marks, layout)
    return found


def _close(
    found: list[Block], gathered: list[Line], marks: dict[int, Mark], layout: Layout
) -> None:
    if not gathered:
        return
    first, last = gathered[0], gathered[-1]
    mark = marks.get(first.start)
    start = first.start + (mark.width if mark else 0)
    if mark is not None and start >= first.end and last is first:
        return  # a label on its own line: the words come on the next one
    if mark is not None and start >= first.end:
        start = gathered[1].start
    found.append(
        Block(
            mark=mark,
            label_start=first.start,
            start=start,
            end=last.end,
            alone=last is first,
            heading=first.start in layout.headings,
        )
    )
    gathered.clear()


def _plausible(mark: Mark | None, gathered: Sequence[Line], marks: dict[int, Mark]) -> Mark | None:
    """The label, unless it is a number or a dash in the middle of a wrapped sentence."""
    if mark is None or not gathered or gathered[-1].ends_sentence:
        return mark
    if mark.series not in (Series.NUMBER, Series.DECIMAL) and mark.form not in ("-", "–"):
        return mark
    before = list(marks.values())
    if mark.series is Series.BULLET:
        return mark if any(each.form == mark.form for each in before) else None
    if mark.value in ("1", "1.1"):
        return mark
    same = [each for each in before if (each.series, each.form) == (mark.series, mark.form)]
    return mark if same and follows(mark.value, same[-1].value, mark.series) else None


def _runs_on(
    layout: Layout,
    gathered: Sequence[Line],
    marks: dict[int, Mark],
    lines: Sequence[Line],
    index: int,
) -> bool:
    """Whether a line without a label goes on with the block above it."""
    above, line = gathered[-1], lines[index]
    if line.start in layout.headings or gathered[0].start in layout.headings:
        return False
    mark = marks.get(gathered[0].start)
    if mark is not None and mark.width >= len(gathered[0].text) and len(gathered) == 1:
        return True
    if above.ends_sentence and line.text.startswith(_DECISION_WORDS):
        return False
    if is_side(line.text) or is_outcome(line.text) or is_side(above.text):
        return is_side(above.text) and not is_side(line.text) and not is_outcome(line.text)
    if not layout.wrapped:
        return not above.ends_sentence and line.text[:1].islower()
    first_word = line.text.split(maxsplit=1)[0]
    had_room = len(above.text) + 1 + len(first_word) < layout.width
    if not (above.ends_sentence and had_room and _starts_afresh(line.text)):
        return True
    if above.text.endswith(":"):
        return False
    # In a list the words of an item may go on after a full stop and a short line;
    # what introduces another list does not belong to it.
    return mark is not None and not _introduces(lines, index)


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
