"""A section as plain text that a person can edit, and back, without losing its citations."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.briefing.briefing import Block, Line, Section, Voice

_HEADING = "# "
_MARKERS = re.compile(r"\s*\[(\d+)\]")


def section_text(section: Section) -> str:
    """A section's lines with `[1]` markers, its headings after "# "."""
    return "\n\n".join("\n".join(_block_text(block)) for block in section.blocks)


def edited(section: Section, text: str) -> Section:
    """A section with its text as a person left it.

    Lines that were changed or added are marked as a person's; those that were not stay as they
    were. Markers of other sections' citations are dropped, and the citations that the text no
    longer carries are kept beside it.
    """
    if _folded(text) == _folded(section_text(section)):
        return section
    before = {_line_text(line): line for block in section.blocks for line in block.lines}
    known = _citations(section)
    blocks = tuple(_blocks(text, before, known))
    carried = {number for block in blocks for line in block.lines for number in line.citations}
    return replace(
        section, blocks=blocks, kept=tuple(number for number in known if number not in carried)
    )


def _block_text(block: Block) -> Iterator[str]:
    if block.heading:
        yield f"{_HEADING}{block.heading}"
    yield from map(_line_text, block.lines)


def _line_text(line: Line) -> str:
    words = f"“{line.text}”" if line.voice is Voice.MINUTES else line.text
    label = f"{line.label}: " if line.label else ""
    markers = "".join(f" [{number}]" for number in line.citations)
    return f"{label}{words}{markers}"


def _blocks(text: str, before: dict[str, Line], known: tuple[int, ...]) -> Iterator[Block]:
    heading: str | None = None
    lines: list[Line] = []
    for written in filter(None, map(str.strip, text.splitlines())):
        if not written.startswith(_HEADING):
            lines.append(before.get(written) or _by_a_person(written, known))
            continue
        if heading or lines:
            yield Block(heading=heading, lines=tuple(lines))
        heading, lines = written.removeprefix(_HEADING).strip() or None, []
    if heading or lines:
        yield Block(heading=heading, lines=tuple(lines))


def _by_a_person(written: str, known: tuple[int, ...]) -> Line:
    numbers = dict.fromkeys(int(found) for found in _MARKERS.findall(written))
    return Line(
        text=_MARKERS.sub("", written),
        voice=Voice.PERSON,
        citations=tuple(number for number in numbers if number in known),
    )


def _citations(section: Section) -> tuple[int, ...]:
    cited = (
        number for block in section.blocks for line in block.lines for number in line.citations
    )
    return tuple(dict.fromkeys((*cited, *section.kept)))


def _folded(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
