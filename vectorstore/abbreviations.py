"""Abbreviations as the minutes themselves define them: "Anti-Social Behaviour (ASB)".

After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation
definitions in biomedical text" (Pacific Symposium on Biocomputing, 2003), with one change that
council minutes need: an abbreviation may carry a plural "s" ("Community Safety Partnerships
(CSPs)").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vectorstore.records import Document

_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z&/-]{1,9})\)")
_WORD = re.compile(r"[\w’'&/-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """A short form, its long form, and the characters of the text that define it."""

    short: str
    long: str
    start: int
    end: int


def abbreviations(text: str) -> Iterator[Abbreviation]:
    """The abbreviations that a text defines, in order; offsets are into the text."""
    for match in _IN_BRACKETS.finditer(text):
        short = match.group(1)
        letters = short[:-1] if short.endswith("s") and short[:-1].isupper() else short
        if sum(letter.isupper() for letter in letters) < 2:
            continue
        start = _long_form(text[: match.start()], letters)
        if start is not None:
            long = text[start : match.start()].strip()
            yield Abbreviation(short=letters, long=long, start=start, end=match.end())


def defined(document: Document) -> Iterator[Abbreviation]:
    """The abbreviations that the paragraphs of a document define; offsets are into its text."""
    for _, _, paragraph in document.paragraphs():
        for found in abbreviations(document.text[paragraph.start : paragraph.end]):
            yield replace(
                found, start=paragraph.start + found.start, end=paragraph.start + found.end
            )


def _long_form(before: str, letters: str) -> int | None:
    """Where the long form begins in the text before the bracket; `None` when there is none.

    Matches the letters from right to left; the first must begin a word.
    """
    words = list(_WORD.finditer(before))
    at = len(before)
    earliest = words[-min(len(words), 2 * len(letters) + 2)].start() if words else at
    wanted = [letter.lower() for letter in letters if letter.isalnum()]
    for position in range(len(wanted) - 1, -1, -1):
        at -= 1
        while at >= earliest and not (
            before[at].lower() == wanted[position]
            and (position > 0 or at == 0 or not before[at - 1].isalnum())
        ):
            at -= 1
        if at < earliest:
            return None
    long_words = len(_WORD.findall(before[at:]))
    return at if 1 < long_words <= 2 * len(wanted) + 1 else None
