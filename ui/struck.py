"""Words that a source shows struck through, put back where they stood for people to see."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from vectorstore.records import Deletion
from vectorstore.wording import fold

_WHITE_SPACE = re.compile(r"\s+")


def by_paragraph(
    starts: Sequence[int], end: int, deletions: Sequence[Deletion]
) -> list[list[Deletion]]:
    """The deletions of each paragraph: from where it begins to where the next one does.

    Args:
        starts: where the paragraphs begin, in order.
        end: of the last one.
    """
    found: list[list[Deletion]] = [[] for _ in starts]
    for deletion in deletions:
        place = bisect_right(starts, deletion.position) - 1
        if place >= 0 and deletion.position <= max(end, starts[-1]):
            found[place].append(deletion)
    return found


def place_in(raw: str, offset: int) -> int:
    """Where an offset into some characters comes to be once their white space is folded."""
    before = single_spaced(raw[: max(0, offset)]).lstrip()
    return min(len(before), len(fold(raw)))


def single_spaced(part: str) -> str:
    """A part of a text with its white space folded, but for its ends, which join the others."""
    return _WHITE_SPACE.sub(" ", part)
