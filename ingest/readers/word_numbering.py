"""The numbers that Word prints before the paragraphs of a list; the file holds only the rules."""

import re
from collections import defaultdict

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from ingest.numerals import letters, roman

_PLACE = re.compile(r"%(\d)")


class Numbering:
    """Counts the lists of one document; `label` is asked once a paragraph, in order."""

    def __init__(self, document: Document) -> None:
        self._levels = _levels(document)
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def label(self, paragraph: Paragraph) -> str:
        """What Word prints before a paragraph, with a space; empty when it is in no list."""
        number, depth = _place_in_list(paragraph)
        levels = self._levels.get(number)
        if levels is None or depth not in levels:
            return ""
        level = levels[depth]
        if level.get("format") == "bullet":
            return "• "
        counts = self._counts[number]
        counts[depth] = counts.get(depth, int(level["start"]) - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]

        def printed(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            held = levels.get(at, level)
            return _numeral(counts.get(at, int(held["start"])), held["format"])

        label = _PLACE.sub(printed, level["text"])
        return f"{label} " if label.strip() else ""


def _numeral(number: int, counted_in: str) -> str:
    if counted_in in ("lowerLetter", "upperLetter"):
        written = letters(number)
    elif counted_in in ("lowerRoman", "upperRoman"):
        written = roman(number)
    else:
        written = str(number)
    return written.upper() if counted_in.startswith("upper") else written


def _place_in_list(paragraph: Paragraph) -> tuple[str, int]:
    """The number of the list of a paragraph and its level; ("", 0) when it is in none."""
    holders: list[_Element] = [paragraph._p]
    style = paragraph.style
    while style is not None:
        holders.append(style.element)
        style = getattr(style, "base_style", None)
    number, depth = "", None
    for holder in holders:
        properties = holder.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is None:
            continue
        depth = depth or _value(properties, "w:ilvl")
        number = number or _value(properties, "w:numId") or ""
    return ("" if number == "0" else number), int(depth or 0)


def _levels(document: Document) -> dict[str, dict[int, dict[str, str]]]:
    """By number of the list and level: how it is counted, its text, where it starts."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract = {
        each.get(qn("w:abstractNumId")): _levels_of(each)
        for each in root.findall(qn("w:abstractNum"))
    }
    return {
        each.get(qn("w:numId")): abstract.get(_value(each, "w:abstractNumId"), {})
        for each in root.findall(qn("w:num"))
    }


def _levels_of(abstract: _Element) -> dict[int, dict[str, str]]:
    return {
        int(level.get(qn("w:ilvl")) or 0): {
            "format": _value(level, "w:numFmt") or "decimal",
            "text": _value(level, "w:lvlText") or "",
            "start": _value(level, "w:start") or "1",
        }
        for level in abstract.findall(qn("w:lvl"))
    }


def _value(element: _Element, tag: str) -> str | None:
    found = element.find(qn(tag))
    return found.get(qn("w:val")) if found is not None else None
