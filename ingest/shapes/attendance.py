"""Who was there, as the head of the minutes lists them: PRESENT, IN ATTENDANCE, APOLOGIES."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.facts import flat, names_in
from ingest.labels import BULLETS
from ingest.lines import Line
from ingest.speakers import OFFICE_WORD, TITLE
from vectorstore.records import Paragraph, ParagraphKind, Span

_HEADINGS = {
    "present": re.compile(
        r"(?:(?:county )?(?:members|councillors) )?present(?: virtually| remotely| in person)?|"
        r"(?:county )?councillors|members|substitutes?|co-?opted members\b.*",
        re.IGNORECASE,
    ),
    "in_attendance": re.compile(
        r"also present|(?:also )?in attendance(?: virtually| remotely| online)?|"
        r"officers(?: present| in attendance)?|"
        r"(?:other |non-committee )?(?:members|councillors) (?:also )?(?:attending|in attendance)\b"
        r"(?: in accordance with .{1,60}| under .{1,60})?|"
        r"(?:also |virtual )?attend(?:ed|ance)(?: remotely| virtually)?|guests",
        re.IGNORECASE,
    ),
    "apologies": re.compile(r"apolog(?:y|ies)(?: for absence| received)?", re.IGNORECASE),
}
_AFTER_HEAD = re.compile(r"[:\t]")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_NAME_AND_OFFICE = re.compile(rf"[^,()]+, {OFFICE_WORD}\b")
_BEGINS_NAME = re.compile(rf"{TITLE} [A-Z]")
_OFFICE = re.compile(rf"(?:{OFFICE_WORD}|Corporate|Cabinet|Executive|Group)\b")
_HEAD_OF_NAMES = re.compile(r"(?:councillor|member|name)s?", re.IGNORECASE)
_IN_CHAIR = re.compile(
    r"\(?chair(?:man|woman|person)?\)?|.*\(chair(?:man|woman|person)?\)", re.IGNORECASE
)
# "Cllrs A Pell and B Rook were also in attendance."
_ATTENDED = re.compile(
    rf"(?P<names>{TITLE} [A-Z].+?) (?:was|were) (?:also )?(?:in attendance|present)\b"
)
# "* = present for part of the meeting", "(*absent)".
_LEGEND = re.compile(r"\(?[*†+^]+\s*(?:[=–-]|denotes\b|present\b|absent\b|part\b).*", re.IGNORECASE)
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
        heading = _heading(line.text) or ("in_attendance" if _ATTENDED.match(line.text) else None)
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
    head = _ASIDE.sub("", _AFTER_HEAD.split(line, maxsplit=1)[0].strip())
    return next((name for name, each in _HEADINGS.items() if each.fullmatch(head)), None)


def _list_of(group: Sequence[Line]) -> str:
    """The names of a list as one run: wrapped lines go on, entries of a list get a comma."""
    attended = _ATTENDED.match(group[0].text)
    _, *rest = _AFTER_HEAD.split(group[0].text, maxsplit=1)
    if attended is not None:
        rest = [attended["names"]]
    lines = [rest[0].strip()] if rest and rest[0].strip() else []
    lines += [_BULLET.sub("", line.text, count=1) for line in _entries(group[1:])]
    if any(_NAME_AND_OFFICE.match(line) for line in lines):
        return ", ".join(line.partition(",")[0] for line in lines)
    lines = _in_columns(lines)
    outside = re.sub(r"\([^()]*\)", "", flat(" ".join(lines)))
    if not any(sign in outside for sign in (",", ";", " and ")):
        return ", ".join(lines)
    # A row of names that was wrapped goes on; a name on a line of its own does not.
    listed = ""
    for line in lines:
        own = listed and _BEGINS_NAME.match(line) and not listed.endswith((",", ";", " and"))
        listed += f", {line}" if own else f" {line}"
    return listed.strip()


def _entries(lines: Sequence[Line]) -> list[Line]:
    """The lines of a list that name somebody, not those that explain its signs."""
    return [line for line in lines if _LEGEND.fullmatch(line.text) is None]


def _in_columns(lines: Sequence[str]) -> list[str]:
    """The lines of a list with names side by side apart, and without a column of offices."""
    rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
    beside = [row[1] for row in rows if len(row) == 2]
    if beside and 2 * sum(_OFFICE.match(cell) is not None for cell in beside) > len(beside):
        return [
            f"{row[0]} (Chair)," if _IN_CHAIR.fullmatch(row[-1]) else f"{row[0]},"
            for row in rows
            if _BEGINS_NAME.match(row[0]) or (row[1:] and not _HEAD_OF_NAMES.fullmatch(row[0]))
        ]
    return [", ".join(row) + ("," if row[1:] else "") for row in rows]
