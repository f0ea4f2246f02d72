"""Words that a source shows struck through: kept apart from the text that stands.

A reader puts them between two marks; `settle` takes them out again. The marks are noncharacters
of Unicode, which no text of a source can rightly hold.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.labels import mark_of
from vectorstore.records import Deletion
from vectorstore.wording import fold

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_STRUCK = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A text of lines without its deleted words.

    Args:
        starts: the offset of each line that was given; `None` for a line that was deleted whole.
    """

    text: str
    starts: tuple[int | None, ...]
    deletions: tuple[Deletion, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """What of a line stands, and what was deleted at which of its places; `gone` when all was."""

    words: str
    deleted: tuple[tuple[int, str], ...] = ()
    gone: bool = False


def struck(words: str) -> str:
    """Words of a line, marked as deleted; white space around them stays unmarked."""
    words = unmarked(words)
    core = words.strip()
    return words.replace(core, f"{_OPEN}{core}{_CLOSE}", 1) if core else words


def unmarked(words: str) -> str:
    """The words without the marks, whether they stand or not."""
    return _MARKS.sub("", words)


def settle(lines: Sequence[str]) -> Settled:
    """Join lines to a text and take out the words that are marked as deleted.

    A line that was deleted whole is left out with its line end, and so is a label whose words
    were all deleted.
    """
    text = ""
    starts: list[int | None] = []
    found: list[Deletion] = []
    apart = True  # whether an empty line stands before the next deletion
    for line in _without_bare_labels([_settled(line) for line in lines]):
        begin = len(text)
        starts.append(None if line.gone else begin)
        text += "" if line.gone else f"{line.words}\n"
        apart = apart or not (line.words or line.gone)
        for position, words in line.deleted:
            deletion = Deletion(position=begin + position, text=words)
            if apart or text[found[-1].position : deletion.position].strip():
                found.append(deletion)
            else:
                found[-1] = _joined_deletion(found[-1], deletion)
            apart = False
    text = text.removesuffix("\n")
    within = (replace(each, position=min(each.position, len(text))) for each in found)
    return Settled(text=text, starts=tuple(starts), deletions=tuple(within))


def _joined_deletion(before: Deletion, rest: Deletion) -> Deletion:
    """A deletion that runs over more than one line, or more than one run of a line."""
    return Deletion(position=before.position, text=fold(f"{before.text} {rest.text}"))


def _settled(line: str) -> _Line:
    if _OPEN not in line:
        return _Line(line)
    words, cursor = "", 0
    deleted: list[tuple[int, str]] = []
    for match in _STRUCK.finditer(line):
        words = _joined(words, line[cursor : match.start()])
        deleted.append((len(words), fold(match.group(1))))
        cursor = match.end()
    words = _joined(words, line[cursor:])
    words = words if words.strip() else ""
    places = tuple((min(at, len(words)), each) for at, each in deleted)
    return _Line(words, places, gone=not words)


def _joined(before: str, after: str) -> str:
    """Two runs of words with what stood between them gone, one space left of two."""
    return before + (after.lstrip() if not before or before[-1].isspace() else after)


def _without_bare_labels(lines: Sequence[_Line]) -> list[_Line]:
    """The lines with no label by itself: it goes with its words, or to those that replace them."""
    kept = list(lines)
    for index, line in enumerate(kept):
        mark = mark_of(line.words) if line.deleted else None
        if mark is None or mark.width < len(line.words):
            continue
        rest = next((n for n in range(index + 1, len(kept)) if not kept[n].gone), len(kept))
        below = kept[rest] if rest < len(kept) else _Line("")
        if not (mark.value and below.words) or mark_of(below.words) is not None:
            words = " ".join([line.words.strip(), *(each for _, each in line.deleted)])
            kept[index] = _Line("", ((0, words),), gone=True)
            continue
        label = line.words if line.words[-1].isspace() else f"{line.words} "
        above = [(len(label), each) for n in range(index, rest) for _, each in kept[n].deleted]
        own = [(len(label) + at, each) for at, each in below.deleted]
        kept[index:rest] = [_Line("", gone=True)] * (rest - index)
        kept[rest] = _Line(label + below.words, (*above, *own))
    return kept
