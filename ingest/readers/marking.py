"""Where quoted words stand on a printed page, found by the page's own characters.

The words are those of the document's text, in which broken words are whole, ligatures are letters
and what is struck through is left out; the page is read in the same order, by the same rules.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ingest.labels import mark_of
from ingest.quoted_pages import QuotedPage
from ingest.readers.printed_lines import LIGATURES, crossed_in, rows_of
from ingest.readers.printed_page import Page, Rules, Word

# A hyphen may be the word's own or the line's end, so that none is compared.
_NOT_COMPARED = re.compile(r"[\s\-\xad\u200b\u200e\u200f\u2060\ufeff]+")
# Characters around the words that must agree as well, where the page has as many.
_AGREEING = 20
# In sizes of the font, from the line that the letters stand on.
_ABOVE, _BELOW = 0.85, 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A box around words of one line, in shares of the page's width and height from its top."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character on the page: the `place`-th of a word.

    Args:
        run: the same for those that stand on a line with nothing struck through between them.
    """

    character: str
    word: Word
    place: int
    run: int


def marks(page: Page, quoted: QuotedPage) -> tuple[Mark, ...]:
    """The boxes around quoted words, a line each; empty when they cannot be found for certain."""
    glyphs = list(_standing(page))
    found = _found("".join(glyph.character for glyph in glyphs), quoted)
    if found is None:
        return ()
    runs = groupby(glyphs[found[0] : found[1]], key=lambda glyph: glyph.run)
    return tuple(_mark(list(run), page) for _, run in runs)


def _standing(page: Page) -> Iterator[_Glyph]:
    """The characters to compare, in reading order."""
    rows = [_Row(row, page.rules) for row in rows_of(page)]
    run = 0
    for number, row in enumerate(rows):
        run += 1
        below = next((each.words for each in rows[number + 1 :] if each.words), "")
        if row.is_bare_label and (not below or mark_of(below) is not None):
            continue  # all its words are struck through, and the text has it with them
        for word, crossings in zip(row.row, row.crossed, strict=True):
            for place, (character, crossed) in enumerate(zip(word.text, crossings, strict=True)):
                run += crossed
                letters = "" if crossed else _compared(character.translate(LIGATURES))
                yield from (_Glyph(letter, word, place, run) for letter in letters)


class _Row:
    """A line of a page with what of it stands."""

    def __init__(self, row: Sequence[Word], rules: Rules) -> None:
        self.row = row
        self.crossed = [crossed_in(word, rules) for word in row]
        standing = (
            "".join(each for each, gone in zip(word.text, crossings, strict=True) if not gone)
            for word, crossings in zip(row, self.crossed, strict=True)
        )
        self.words = " ".join(filter(None, standing))

    @property
    def is_bare_label(self) -> bool:
        """Whether nothing but its label stands."""
        mark = mark_of(self.words)
        return any(map(any, self.crossed)) and mark is not None and mark.width == len(self.words)


def _compared(text: str) -> str:
    return _NOT_COMPARED.sub("", text)


def _found(printed: str, quoted: QuotedPage) -> tuple[int, int] | None:
    """Where the words are among a page's characters; `None` when that is not certain."""
    before, after = _compared(quoted.before), _compared(quoted.after)
    words = quoted.words
    if _compared(words) not in printed and not after:
        # The last word of a page may be whole in the text, its end on the next page.
        words = "".join(words.rsplit(maxsplit=1)[:-1])
    compared = _compared(words)
    agreeing = sorted(
        (_shared(before[::-1], printed[:start][::-1]) + _shared(after, printed[end:]), start)
        for start, end in _occurrences(printed, compared)
    )
    enough = min(_AGREEING, len(before) + len(after))
    if not agreeing or agreeing[-1][0] < enough:
        return None
    if any(one == other for (one, _), (other, _) in pairwise(agreeing[-2:])):
        return None
    start = agreeing[-1][1]
    return start, start + len(compared)


def _occurrences(printed: str, words: str) -> Iterator[tuple[int, int]]:
    start = printed.find(words) if words else -1
    while start >= 0:
        yield start, start + len(words)
        start = printed.find(words, start + 1)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _mark(run: Sequence[_Glyph], page: Page) -> Mark:
    left = min(_edges(glyph)[0] for glyph in run)
    right = max(_edges(glyph)[1] for glyph in run)
    top = max(glyph.word.baseline + _ABOVE * glyph.word.size for glyph in run)
    bottom = min(glyph.word.baseline - _BELOW * glyph.word.size for glyph in run)
    left, right = _share(left, page.width), _share(right, page.width)
    top, bottom = _share(page.height - top, page.height), _share(page.height - bottom, page.height)
    return Mark(left=left, top=top, width=right - left, height=bottom - top)


def _share(length: float, whole: float) -> float:
    """A length as a share of the page, 0 to 1 whatever the page says."""
    return min(1.0, max(0.0, length / whole))


def _edges(glyph: _Glyph) -> tuple[float, float]:
    """Where a character begins and ends: half-way to those beside it."""
    word, place = glyph.word, glyph.place
    middles = word.glyphs
    left = word.left if place == 0 else (middles[place - 1] + middles[place]) / 2
    last = place == len(middles) - 1
    return left, word.right if last else (middles[place] + middles[place + 1]) / 2
