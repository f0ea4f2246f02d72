"""A briefing as Markdown with footnotes; words of documents are escaped and stay words."""

import re
from collections.abc import Iterator

from assistant.briefing.briefing import Block, Briefing, Line, Section, Voice
from assistant.briefing.exporting.footer import footer
from assistant.briefing.exporting.notes import EDITED, Note, kept_words, notes, renumbered

# What Markdown could read as more than a character, and what would be HTML.
_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>|~&$])|^([-+#=])")
# Bare addresses become links in many readers.
_ADDRESS = re.compile(r"\b(https?|ftp|www|mailto)(?=[:.])", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"^(\d+)([.)])")


def markdown(briefing: Briefing) -> str:
    """The whole briefing, its notes at the end."""
    given = renumbered(briefing)
    blocks = [f"# {_escaped(given.title)}"]
    for section in given.sections:
        blocks += _section(section)
    blocks += [f"[^{note.number}]: {_note(note)}" for note in notes(given)]
    blocks += ["---", _escaped(footer(given))]
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {_escaped(section.title)}"
    for block in section.blocks:
        yield from _block(block)
    words = kept_words(section)
    if words:
        yield f"*{words}*{_marks(section.kept)}"


def _block(block: Block) -> Iterator[str]:
    if block.heading:
        yield f"### {_escaped(block.heading)}"
    if block.lines:
        yield "\n".join(f"- {_line(line)}" for line in block.lines)


def _line(line: Line) -> str:
    label = f"**{_escaped(line.label)}:** " if line.label else ""
    words = _escaped(line.text)
    if line.voice is Voice.MINUTES:
        words = f"“{words}”"
    edited = f" *({EDITED})*" if line.voice is Voice.PERSON else ""
    return f"{label}{words}{edited}{_marks(line.citations)}"


def _marks(numbers: tuple[int, ...]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _note(note: Note) -> str:
    quote = f" “{_escaped(note.quote)}”" if note.quote else ""
    url = f" <{note.url}>" if note.url and not re.search(r"[<>\s]", note.url) else ""
    return f"{_escaped(note.place)}.{quote}{url}"


def _escaped(words: str) -> str:
    escaped = _MEANS_SOMETHING.sub(r"\\\g<0>", " ".join(words.split()))
    unlinked = _ADDRESS.sub(lambda found: f"{found[0][0]}&#8203;{found[0][1:]}", escaped)
    return _LIST_NUMBER.sub(r"\1\\\2", unlinked)
