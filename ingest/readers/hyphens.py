"""Words that were broken at the end of a line."""

import re
from collections.abc import Sequence
from itertools import pairwise

_SOFT_HYPHEN = "\xad"
_BROKEN = re.compile(r"(?P<first>[A-Za-z]+)-$")
_REST = re.compile(r"(?P<rest>[a-z]+)\S*")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
# What stands before a hyphen that belongs to the word: "e-scooter", "re-open", "co-ordinate".
_PREFIXES = frozenset("e re co non pre self anti well cross multi sub pro ex semi mid".split())


def without_hyphenation(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of the pages, each broken word whole at the end of its first line.

    The hyphen stays when the document elsewhere writes the word with it, or has its first half
    as a word of its own; it goes when the document writes the word without it.
    """
    whole = " ".join(_BROKEN.sub("", line) for page in pages for line in page)
    words = frozenset(_WORD.findall(whole.lower()))
    mended = [[line.replace(_SOFT_HYPHEN + " ", _SOFT_HYPHEN) for line in page] for page in pages]
    places = [(n, m) for n, page in enumerate(mended) for m, line in enumerate(page) if line]
    for (page, line), (next_page, next_line) in pairwise(places):
        above, below = mended[page][line], mended[next_page][next_line]
        rest = _REST.match(below)
        if rest is None:
            continue
        if above.endswith(_SOFT_HYPHEN):
            joined = above + rest.group()
        elif (broken := _BROKEN.search(above)) is not None:
            hyphen = "-" if _keeps_hyphen(broken["first"], rest["rest"], words) else ""
            joined = above[:-1] + hyphen + rest.group()
        else:
            continue
        mended[page][line] = joined
        mended[next_page][next_line] = below[rest.end() :].lstrip()
    return [[line.replace(_SOFT_HYPHEN, "") for line in page] for page in mended]


def _keeps_hyphen(first: str, rest: str, words: frozenset[str]) -> bool:
    first = first.lower()
    if f"{first}-{rest}" in words:
        return True
    if first + rest in words:
        return False
    return first in _PREFIXES or first in words
