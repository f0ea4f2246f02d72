"""The notes of a briefing as it is handed on: numbered anew, each with its full reference."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.answer import Citation
from assistant.briefing.briefing import Block, Briefing, Line, Section, Voice
from assistant.briefing.points import held
from vectorstore.found import Reference
from vectorstore.records import MeetingStatus

EDITED = "Edited by a person"
_STATUS = {MeetingStatus.DRAFT: "draft minutes", MeetingStatus.APPROVED: "approved minutes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note.

    Args:
        place: where the words stand: who met when, item, paragraph, page, document.
        quote: the words; `None` where every line that rests on them shows them itself.
        url: of the original; `None` when there is none that a browser could open.
    """

    number: int
    place: str
    quote: str | None
    url: str | None


def renumbered(briefing: Briefing) -> Briefing:
    """A briefing whose citations are those that its sections carry, in the order of their text."""
    met = dict.fromkeys(number for section in briefing.sections for number in _carried(section))
    anew = {number: place for place, number in enumerate(met, start=1)}
    by_number = {citation.number: citation for citation in briefing.citations}
    return replace(
        briefing,
        sections=tuple(_section(section, anew) for section in briefing.sections),
        citations=tuple(replace(by_number[old], number=new) for old, new in anew.items()),
    )


def notes(briefing: Briefing) -> tuple[Note, ...]:
    """The notes to a briefing, by number."""
    citing: dict[int, list[Line]] = {}
    for section in briefing.sections:
        for number in section.kept:
            citing.setdefault(number, []).append(Line(text="", voice=Voice.PERSON))
        for line in _lines(section):
            for number in line.citations:
                citing.setdefault(number, []).append(line)
    return tuple(
        _note(citation, citing.get(citation.number, ())) for citation in briefing.citations
    )


def kept_words(section: Section) -> str | None:
    """What stands under a section whose edited text has lost citations; `None` when none is."""
    return (
        "This section was edited by a person; before that it rested on:" if section.kept else None
    )


def _note(citation: Citation, lines: Iterable[Line]) -> Note:
    shown = any(line.voice is Voice.MINUTES and line.text == citation.quote for line in lines)
    reference = citation.reference
    return Note(
        number=citation.number,
        place=_place(reference),
        quote=None if shown else citation.quote,
        url=_openable(reference.url),
    )


def _place(reference: Reference) -> str:
    item = " – ".join(
        filter(None, (reference.item and f"item {reference.item}", reference.item_title))
    )
    parts = (
        held(reference),
        item,
        reference.paragraph and f"paragraph {reference.paragraph}",
        reference.page and f"page {reference.page}",
        reference.status and _STATUS[reference.status],
        reference.document,
    )
    return ", ".join(part for part in parts if part)


def _openable(url: str | None) -> str | None:
    return url if url and url.startswith(("https://", "http://")) else None


def _lines(section: Section) -> Iterable[Line]:
    return (line for block in section.blocks for line in block.lines)


def _carried(section: Section) -> Iterable[int]:
    yield from (number for line in _lines(section) for number in line.citations)
    yield from section.kept


def _section(section: Section, anew: dict[int, int]) -> Section:
    return replace(
        section,
        blocks=tuple(
            Block(
                heading=block.heading,
                lines=tuple(
                    replace(line, citations=tuple(anew[number] for number in line.citations))
                    for line in block.lines
                ),
            )
            for block in section.blocks
        ),
        kept=tuple(anew[number] for number in section.kept),
    )
