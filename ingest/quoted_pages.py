"""The pages that quoted words stand on, each with its part of them and the words around it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from vectorstore.originals import Original

# Characters on either side, by which words that a page prints twice are told apart.
_AROUND = 300
# Blanked words leave white space that lines of a page never have.
_BLANKED = re.compile(r" {2}|^ +$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPage:
    """A page with quoted words on it; all of them in the characters of the document's text.

    Args:
        number: counted from 1.
        before, after: the characters of the same page around the words.
    """

    number: int
    before: str
    words: str
    after: str


def quoted_pages(original: Original, start: int, end: int) -> tuple[QuotedPage, ...]:
    """The pages that hold the words between two offsets, in order.

    Empty when the source has no pages, or when what is exempt from publication was left out of
    one of them: its picture would show that.
    """
    bounds = [*original.page_starts, len(original.text)]
    first = max(bisect_right(original.page_starts, start), 1)
    last = bisect_left(original.page_starts, end)
    found: list[QuotedPage] = []
    for number in range(first, last + 1):
        page_start, page_end = bounds[number - 1 : number + 1]
        low, high = max(start, page_start), min(end, page_end)
        if not original.text[low:high].strip():
            continue
        if original.exempt and _BLANKED.search(original.text[page_start:page_end]):
            return ()
        found.append(
            QuotedPage(
                number=number,
                before=original.text[max(page_start, low - _AROUND) : low],
                words=original.text[low:high],
                after=original.text[high : min(page_end, high + _AROUND)],
            )
        )
    return tuple(found)
