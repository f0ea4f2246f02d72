"""Who was there, as the head of the minutes lists them: PRESENT, IN ATTENDANCE, APOLOGIES."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.facts import names_in
from ingest.labels import BULLETS
from ingest.lines import Line
from ingest.speakers import OFFICE_WORD, TITLE
from vectorstore.records import Paragraph, ParagraphKind, Span

_HEADINGS = {
    "present": re.compile(
        r"(?:members |councillors )?present(?: virtually| remotely| in person)?|substitutes?|"
        r"co-?opted members\b.*",
        re.IGNORECASE,
    ),
    "in_attendance": re.compile(
        r"also present|(?:also )?in attendance(?: virtually| remotely| online)?|"
        r"officers(?: present| in attendance)?|"
        r"(?:also |virtual )?attend(?:ed|ance)(?: remotely| virtually)?|guests",
        re.IGNORECASE,
    ),
    "apologies": re.compile(r"apolog(?:y|ies)(?: for absence| received)?", re.IGNORECASE),
}
_AFTER_HEAD = re.compile(r"[:\t]")
_NAME_AND_OFFICE = re.compile(rf"[^,()]+, {OFFICE_WORD}\b")
_BEGINS_NAME = re.compile(rf"{TITLE} [A-Z]")
_COLUMN_OF_NAMES = re.compile(rf"\s*\t\s*(?={TITLE} [A-Z])")
_BULLET = re.compile(rf"^[{BULLETS}]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The lists of names, and each list as a paragraph that can be cited."""

    present: tuple[str, ...] = ()
    in_attendance: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    chair: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    placed: tuple[Span, ...] = ()


def begins_list(line: str) -> bool:
    """Whether a line is the head of a list of names."""
    return _heading(line) is not None


def read_attendance(lines: Sequence[Line]) -> Attendance:
    """The lists in some lines; those before the first list are left alone.

    Args:
        lines: without the blank ones, up to where the business begins.
    """
    groups: list[tuple[str, list[Line]]] = []
    for line in lines:
        heading = _heading(line.text)
        if heading is not None:
            groups.append((heading, [line]))
        elif groups:
            groups[-1][1].append(line)
    names: dict[str, tuple[str, ...]] = {}
    chair: str | None = None
    paragraphs: list[Paragraph] = []
    for heading, group in groups:
        listed, in_chair = names_in(_list_of(group))
        names[heading] = names.get(heading, ()) + listed
        if heading == "present":
            chair = chair or in_chair
        paragraphs.append(
            Paragraph(
                label=None,
                kind=ParagraphKind.ATTENDANCE,
                start=group[0].start,
                end=group[-1].end,
            )
        )
    return Attendance(
        present=names.get("present", ()),
        in_attendance=names.get("in_attendance", ()),
        apologies=names.get("apologies", ()),
        chair=chair,
        paragraphs=tuple(paragraphs),
        placed=tuple(Span(start=each.start, end=each.end) for each in paragraphs),
    )


def _heading(line: str) -> str | None:
    """Which list a line begins; `None` when it begins none."""
    head = _AFTER_HEAD.split(line, maxsplit=1)[0].strip()
    return next((name for name, each in _HEADINGS.items() if each.fullmatch(head)), None)


def _list_of(group: Sequence[Line]) -> str:
    """The names of a list as one run: wrapped lines go on, entries of a list get a comma."""
    _, *rest = _AFTER_HEAD.split(group[0].text, maxsplit=1)
    lines = [rest[0].strip()] if rest and rest[0].strip() else []
    lines += [_BULLET.sub("", line.text, count=1) for line in group[1:]]
    if any(_NAME_AND_OFFICE.match(line) for line in lines):
        return ", ".join(line.partition(",")[0] for line in lines)
    lines = [_COLUMN_OF_NAMES.sub(", ", line) for line in lines]
    outside = re.sub(r"\([^()]*\)", "", " ".join(lines))
    if not any(sign in outside for sign in (",", ";", " and ")):
        return ", ".join(lines)
    # A row of names that was wrapped goes on; a name on a line of its own does not.
    listed = ""
    for line in lines:
        own = listed and _BEGINS_NAME.match(line) and not listed.endswith((",", ";", " and"))
        listed += f", {line}" if own else f" {line}"
    return listed.strip()
