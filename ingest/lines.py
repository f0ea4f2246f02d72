"""The lines of a text with their offsets, which is all that the parsers look at."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.outline import Outline
from vectorstore.records import DocumentKind, Span

# Longer lines than this do not come from wrapping at a margin.
_WIDEST_WRAPPED_LINE = 140
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"
_BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + _INVISIBLE
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without the white space around it; offsets are those of what is left."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Nothing but white space."""
        return not self.text

    @property
    def ends_sentence(self) -> bool:
        """Whether the words could stop here."""
        return _SENTENCE_END.search(self.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A text and its lines.

    Args:
        wrapped: the lines were broken at a margin, so that a paragraph runs over several.
        width: of the longest line, in characters.
        headings: offsets of the lines that the medium itself marks as headings.
        bold: offsets of the lines that are printed bold from end to end.
        full: offsets of the lines that end at the margin; `None` when the medium does not tell,
            so that only their length in characters can say whether the next goes on with them.
        page_starts: the offset at which each page begins; empty when the medium has none.
        title: of the page, as the medium gives it; `None` when it has none.
        kind: of the document, where it is known from elsewhere.
        outline: where each item is, when the medium itself says so.
    """

    text: str
    lines: tuple[Line, ...]
    wrapped: bool
    width: int
    headings: frozenset[int] = frozenset()
    bold: frozenset[int] = frozenset()
    full: frozenset[int] | None = None
    page_starts: tuple[int, ...] = ()
    title: str | None = None
    kind: DocumentKind | None = None
    outline: Outline | None = None

    def page_of(self, offset: int) -> int | None:
        """The page that an offset is on, counted from 1; `None` when there are none."""
        return bisect_right(self.page_starts, offset) or None

    def had_room(self, above: Line, below: Line) -> bool:
        """Whether the first word of a line would have fitted at the end of the one above it."""
        if self.full is not None:
            return above.start not in self.full
        first_word = below.text.split(maxsplit=1)[0]
        return len(above.text) + 1 + len(first_word) < self.width


def lay_out(
    text: str,
    *,
    headings: Collection[int] = (),
    bold: Collection[int] = (),
    full: frozenset[int] | None = None,
    page_starts: tuple[int, ...] = (),
    title: str | None = None,
    kind: DocumentKind | None = None,
    outline: Outline | None = None,
) -> Layout:
    """The lines of a text, and what is known about it."""
    lines: list[Line] = []
    offset = 0
    for raw in text.split("\n"):
        text_of_line = raw.strip(_BLANK)
        start = offset + len(raw) - len(raw.lstrip(_BLANK)) if text_of_line else offset
        lines.append(Line(start=start, end=start + len(text_of_line), text=text_of_line))
        offset += len(raw) + 1
    width = max(len(line.text) for line in lines)
    return Layout(
        text=text,
        lines=tuple(lines),
        wrapped=full is not None
        or (width <= _WIDEST_WRAPPED_LINE and _has_broken_sentences(lines)),
        width=width,
        headings=frozenset(headings),
        bold=frozenset(bold),
        full=full,
        page_starts=page_starts,
        title=title,
        kind=kind,
        outline=outline,
    )


def lines_between(layout: Layout, start: int, stop: int) -> tuple[Line, ...]:
    """The lines, blank ones too, that begin at `start` or after it and before `stop`."""
    first = bisect_left(layout.lines, start, key=lambda line: line.start)
    return layout.lines[first : bisect_left(layout.lines, stop, key=lambda line: line.start)]


def _has_broken_sentences(lines: Sequence[Line]) -> bool:
    return any(
        above.text and not above.ends_sentence and below.text[:1].islower()
        for above, below in pairwise(lines)
    )


def span(lines: Sequence[Line]) -> Span:
    """From the first to the last of some lines."""
    return Span(start=lines[0].start, end=lines[-1].end)


def gaps(text: str, placed: Collection[Span]) -> tuple[Span, ...]:
    """The runs of text that are in none of the placed spans, without white space around them."""
    found: list[Span] = []
    cursor = 0
    ends = Span(start=len(text), end=len(text))
    for taken in [*sorted(placed, key=lambda each: each.start), ends]:
        run = text[cursor : taken.start]
        if words := run.strip(_BLANK):
            start = cursor + len(run) - len(run.lstrip(_BLANK))
            found.append(Span(start=start, end=start + len(words)))
        cursor = max(cursor, taken.end)
    return tuple(found)
