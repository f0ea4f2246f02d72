"""A section of a briefing as a component: every word reaches the page through `textContent`."""

from typing import Any

from assistant.briefing.briefing import Briefing, Line, Section, Voice
from assistant.briefing.exporting.notes import EDITED, kept_words, notes
from ui.components.component import component
from ui.links import minutes_link

_section = component("section")


def show_section(section: Section, briefing: Briefing, *, key: str) -> None:
    """Draw a section; a click on a number opens the note below its line.

    Args:
        briefing: the one whose citations the section names.
    """
    _section(key=key, data=section_view(section, briefing))


def section_view(section: Section, briefing: Briefing) -> dict[str, Any]:
    """What the component draws, as plain values."""
    cited = {*section.kept}
    cited |= {each for block in section.blocks for line in block.lines for each in line.citations}
    return {
        "title": section.title,
        "blocks": [
            {"heading": block.heading, "lines": [_line_view(line) for line in block.lines]}
            for block in section.blocks
        ],
        "kept": {"words": kept_words(section), "citations": list(section.kept)}
        if section.kept
        else None,
        "notes": {
            str(note.number): {
                "place": note.place,
                "quote": briefing.citations[note.number - 1].quote,
                "minutes": minutes_link(briefing.citations[note.number - 1].passage),
            }
            for note in notes(briefing)
            if note.number in cited
        },
    }


def _line_view(line: Line) -> dict[str, Any]:
    return {
        "label": line.label,
        "text": f"“{line.text}”" if line.voice is Voice.MINUTES else line.text,
        "remark": EDITED if line.voice is Voice.PERSON else None,
        "citations": list(line.citations),
    }
