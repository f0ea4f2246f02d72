"""What the texts of `fixtures/printed` say, to compare with what is read of their PDFs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.ingest.fixtures.make_printed import blocks
from vectorstore.records import Document
from vectorstore.wording import fold

_DELETED = re.compile(r"~~.+?~~", re.DOTALL)
_MARKS = re.compile(r"\*\*|//|__|\^\^")
_LABEL = re.compile(r" *(?P<label>(?:\(\w+\))+|\d+(?:\.\d+)+|\w+[.)])\s*(?P<words>.*)", re.DOTALL)
_ITEM = re.compile(r"\(Item (?P<number>\w+)\)")


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """An item as it was written: its numbers and title, its labelled and other paragraphs."""

    minute_number: str | None
    title: str
    number: str | None = None
    paragraphs: list[tuple[str | None, str]] = field(default_factory=list)


def written_items(source: str) -> list[WrittenItem]:
    """The items of a text that are open to the public, those of a title block left out."""
    items: list[WrittenItem] = []
    for layout, words in blocks(source):
        if words == "EXEMPT ITEMS":
            break
        if layout == "heading" or (layout == "bold" and not words.isupper()):
            number, _, title = words.rpartition("\t")
            items.append(WrittenItem(number.rstrip(".") or None, title))
        elif layout == "item":
            match = _ITEM.fullmatch(words)
            assert match is not None
            last = items.pop()
            items.append(
                WrittenItem(last.minute_number, last.title, match["number"], last.paragraphs)
            )
        elif items and layout in ("", "right", "left", "tight", "table", "cols"):
            items[-1].paragraphs.extend(_paragraphs(layout, words))
    return [_with_voters(item) for item in items]


def _paragraphs(layout: str, words: str) -> Iterator[tuple[str | None, str]]:
    for row in words.split("\n") if layout == "table" else [words]:
        standing = fold(_MARKS.sub("", _DELETED.sub("", row)).replace("\xad", "").replace("|", " "))
        match = _LABEL.fullmatch(standing) if "\t" in row or standing.startswith("(") else None
        if match is None and standing == "•":  # all of it is struck through
            continue
        if match is None:
            yield None, standing.removeprefix("• ")
        elif match["words"]:  # or all of it is struck through
            yield re.split(r"[(.]", match["label"].rstrip(")."))[-1] or None, match["words"]


def _with_voters(item: WrittenItem) -> WrittenItem:
    """The side of a vote and the names below it are one paragraph."""
    joined: list[tuple[str | None, str]] = []
    for label, words in item.paragraphs:
        names = words.startswith(("Mr", "Ms", "Dr"))
        if joined and names and re.fullmatch(r"(?:For|Against|Abstain) \(\d+\)", joined[-1][1]):
            joined[-1] = (None, f"{joined[-1][1]} {words}")
        else:
            joined.append((label, words))
    return WrittenItem(item.minute_number, item.title, item.number, joined)


def read_items(document: Document) -> list[WrittenItem]:
    """The items of a document in the same form, with the last part of each label."""
    return [
        WrittenItem(
            item.minute_number,
            item.title or "",
            item.number,
            [
                (_last_part(each.label), document.words(each.start, each.end))
                for each in item.paragraphs
            ],
        )
        for meeting in document.meetings
        for item in meeting.items
        if item.title is not None
    ]


def _last_part(label: str | None) -> str | None:
    if label is None or "•" in label:
        return None
    return re.split(r"[(.]", label.rstrip(")"))[-1]
