"""A chat model's raw text: cut into sentences as it arrives, markers read, markup removed."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from vectorstore.found import StoredPassage
from vectorstore.wording import fold, sentence_spans

LONGEST_SENTENCE = 1_200
"""Characters."""

# A marker as asked for, or as models like to write one; in square brackets only with a figure,
# so that "[sic]" stays.
_MARKER = re.compile(
    r"⟦[^⟧\n]*⟧|【[^】\n]*】|\[\s?[a-z]?\d[a-z\d]{0,3}(?:[\s,;]+[a-z]?\d[a-z\d]{0,3})*\s?\]"
)
_CODE = re.compile(r"[a-z]\d[a-z]\d")
_END_BEFORE_MARKERS = re.compile(rf"((?<![.!?])[.!?]+[\"'”’)]*)((?:\s*(?:{_MARKER.pattern}))+)")
_SPACE_BEFORE_MARKER = re.compile(r"\s+(?=[⟦【]|\[[a-z]?\d)")
_BULLET = re.compile(r"^[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_THOUGHT, _THOUGHT_END = "<think>", "</think>"
_FINISHED = re.compile(rf"(?:[.!?…]|{_MARKER.pattern})[\"'”’)*_\s]*$")

_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_MARKUP = re.compile(r"[*`|]+|~~|__|^\s*(?:#+|>)\s+")
_SPACE_BEFORE_END = re.compile(r"\s+([.,;:!?])")
_WITHOUT_END = re.compile(r"[^.!?…\"'”’)]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of the model.

    Args:
        text: plain, without markers and markup.
        passages: those that its markers name; markers that were never given out are dropped.
        finished: it came to an end, and was not cut off.
    """

    text: str
    passages: tuple[StoredPassage, ...]
    finished: bool


def sentences(pieces: Iterable[str]) -> Iterator[str]:
    """The sentences of a text with their markers, each as soon as the next one begins.

    A text that goes on without an end of sentence is not read any further.
    """
    held = ""
    for piece in pieces:
        held += piece
        if held.count(_THOUGHT) > held.count(_THOUGHT_END):
            continue
        *complete, held = _cut(_normal(_without_thoughts(held)))
        yield from filter(str.strip, complete)
        if len(held) > LONGEST_SENTENCE:
            break
    yield from filter(str.strip, _cut(_normal(_without_thoughts(held))))


def read_claim(sentence: str, coded: Mapping[str, StoredPassage]) -> Claim:
    """A sentence with its markers resolved against the codes that were given out."""
    codes = [code for mark in _MARKER.findall(sentence) for code in _CODE.findall(mark)]
    return Claim(
        text=plain(_MARKER.sub("", sentence)),
        passages=tuple(coded[code] for code in dict.fromkeys(codes) if code in coded),
        finished=bool(_FINISHED.search(sentence)),
    )


def plain(text: str) -> str:
    """The words alone: no image, link, HTML, emphasis, heading, nor invisible character."""
    # Unescaping may uncover a tag, and removing a tag may join another, so until nothing changes.
    while (bare := _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub("", html.unescape(text))))) != text:
        text = bare
    text = "".join(
        character
        for character in text
        if character.isspace() or unicodedata.category(character)[0] != "C"
    )
    text = _MARKUP.sub("", text).translate({ord(bracket): None for bracket in "⟦⟧【】"})
    text = _SPACE_BEFORE_END.sub(r"\1", fold(text))
    return f"{text}." if _WITHOUT_END.search(text) else text


def _normal(text: str) -> str:
    """The text with each sentence's markers before its full stop, and no bullets."""
    text = _SPACE_BEFORE_MARKER.sub(" ", _BULLET.sub("", text))
    return _END_BEFORE_MARKERS.sub(r"\2\1 ", text)


def _without_thoughts(text: str) -> str:
    """The text without what a reasoning model thought aloud, even if it never came to an end."""
    while _THOUGHT in text:
        before, _, rest = text.partition(_THOUGHT)
        text = before + rest.partition(_THOUGHT_END)[2]
    return text


def _cut(text: str) -> list[str]:
    """The sentences, which join to the text; the last may go on."""
    starts = [0]
    for line in re.finditer(r"[^\n]+", text):
        starts += [line.start() + start for start, _ in sentence_spans(line.group())]
    edges = [*sorted(set(starts)), len(text)]
    return [text[start:end] for start, end in pairwise(edges)] or [""]
