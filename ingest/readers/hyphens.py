"""Words that were broken at the end of a line."""

import re
from collections.abc import Sequence
from itertools import pairwise

_SOFT_HYPHEN = "\xad"
_BROKEN = re.compile(r"(?P<first>[A-Za-z]+)-$")
_REST = re.compile(r"(?P<rest>[a-z]+)\S*")
# "Dawkin-" and "Lee", "2025-" and "26": no word is broken before a capital or a figure.
_COMPOUND = re.compile(r"\w-$")
_NEXT_OF_COMPOUND = re.compile(r"[A-Z0-9]\S*")
_MANY = 5
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
# What stands before a hyphen that belongs to the word: "e-scooter", "re-open", "co-ordinate".
_PREFIXES = frozenset("e re co non pre self anti well cross multi sub pro ex semi mid".split())


def without_hyphenation(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of the pages, each broken word whole at the end of its first line.

    The hyphen stays when the document elsewhere writes the word with it, or has its first half
    as a word of its own; it goes when the document writes the word without it. Of other words
    it goes only where the document plainly breaks words at line ends, as most minutes do not.
    """
    whole = " ".join(_BROKEN.sub("", line) for page in pages for line in page)
    words = frozenset(_WORD.findall(whole.lower()))
    mended = [[line.replace(_SOFT_HYPHEN + " ", _SOFT_HYPHEN) for line in page] for page in pages]
    places = [(n, m) for n, page in enumerate(mended) for m, line in enumerate(page) if line]
    breaks = _breaks_words([mended[n][m] for n, m in places], words)
    for (page, line), (next_page, next_line) in pairwise(places):
        above, below = mended[page][line], mended[next_page][next_line]
        joined = _joined(above, below, words, breaks=breaks)
        if joined is not None:
            mended[page][line], mended[next_page][next_line] = joined
    return [[line.replace(_SOFT_HYPHEN, "") for line in page] for page in mended]


def _breaks_words(lines: Sequence[str], words: frozenset[str]) -> bool:
    """Whether hyphens at line ends break words, by one that is proven or by how many there are."""
    unknown = 0
    for above, below in pairwise(lines):
        broken, rest = _BROKEN.search(above), _REST.match(below)
        if broken is None or rest is None:
            continue
        if (broken["first"] + rest["rest"]).lower() in words:
            return True
        unknown += not _keeps_hyphen(broken["first"], rest["rest"], words)
    return unknown >= _MANY


def _joined(
    above: str, below: str, words: frozenset[str], *, breaks: bool
) -> tuple[str, str] | None:
    """Two lines with the word that was broken between them on the first; `None` if none was."""
    broken = _BROKEN.search(above)
    if (rest := _REST.match(below)) is not None:
        if above.endswith(_SOFT_HYPHEN):
            whole = above + rest.group()
        elif broken is not None:
            keeps = not breaks or _keeps_hyphen(broken["first"], rest["rest"], words)
            hyphen = "-" if keeps else ""
            whole = above[:-1] + hyphen + rest.group()
        else:
            return None
    elif _COMPOUND.search(above) and (rest := _NEXT_OF_COMPOUND.match(below)) is not None:
        whole = above + rest.group()
    else:
        return None
    return whole, below[rest.end() :].lstrip()


def _keeps_hyphen(first: str, rest: str, words: frozenset[str]) -> bool:
    first = first.lower()
    if f"{first}-{rest}" in words:
        return True
    if first + rest in words:
        return False
    return first in _PREFIXES or first in words
