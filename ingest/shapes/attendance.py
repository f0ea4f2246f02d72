"""Who was there, as the head of the minutes lists them: PRESENT, IN ATTENDANCE, APOLOGIES."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.facts import flat, names_in
from ingest.labels import BULLETS
from ingest.lines import Line
from ingest.shapes.roll_call import read_roll
from ingest.speakers import NAME, OFFICE_WORD, PLAIN_NAME, TITLE
from vectorstore.records import Paragraph, ParagraphKind, Span

_HEADINGS = {
    "present": re.compile(
        r"(?:(?:county |committee |board )?(?:members|councillors) )?"
        r"present(?: virtually| remotely| in person)?|(?:county )?councillors|"
        r"(?:committee |board |voting )?members|substitutes?(?: members?)?|"
        r"co-?opted(?: members\b.*)?|attendees|sederunt|"
        r"(?:(?:vice|deputy)[- ])?chair(?:man|woman|person)?|in the chair",
        re.IGNORECASE,
    ),
    "in_attendance": re.compile(
        r"also present|(?:also )?in attendance(?: virtually| remotely| online)?|"
        r"(?:officers|officials|staff)(?: present| in attendance)?|others present|observers|"
        r"(?:also )?attending|by invitation|invitees|"
        r"(?:other |non-committee )?(?:members|councillors) (?:also )?(?:attending|in attendance)\b"
        r"(?: in accordance with .{1,60}| under .{1,60})?|"
        r"(?:also |virtual )?attend(?:ed|ance)(?: remotely| virtually)?|guests",
        re.IGNORECASE,
    ),
    "apologies": re.compile(r"apolog(?:y|ies)(?: for absence| received)?", re.IGNORECASE),
    "absent": re.compile(r"absent|not present", re.IGNORECASE),
}
# "Legal adviser: Ms A Pell"; without a name after it, it is nobody's list.
_OFFICE_HEAD = re.compile(
    r"(?:[a-z]+ ){0,2}(?:clerk|officer|advis[eo]r|solicitor|secretary)s?(?: to the [a-z-]+)?",
    re.IGNORECASE,
)
_IN_THE_CHAIR = re.compile(r"(?:in the )?chair(?:man|woman|person)?", re.IGNORECASE)
_PRESIDES = re.compile(
    rf"(?P<name>{NAME}|{PLAIN_NAME})(?: \([^()]*\))?,? "
    r"(?:presiding|presided|took the chair|(?:was )?in the chair)\b",
    re.IGNORECASE,
)
# A sentence between the lists: "The meeting began at 2pm."
_TELLS = re.compile(
    r"(?:The|An?|In|At|There|It|This|Before|Prior)\b.*\b"
    r"(?:was|were|had|began|opened|started|commenced|welcomed|declared|convened)\b.*\.$"
)
# Rows of a table such as "Premises  3 Quayside", among which there are those with names.
_ROW = re.compile(r"[A-Z][\w /-]{2,40}?(?: {2,}|\t)\S")
_AFTER_HEAD = re.compile(r"[:\t]| {2,}| [–-] ")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_NAME_AND_OFFICE = re.compile(rf"[^,()]+, (?!{TITLE} )(?:[A-Z][a-z]+ ){{0,3}}{OFFICE_WORD}\b")
# "Councillor A Pell – Marlshire County Council"
_NAME_AND_BODY = re.compile(r"([^,;]+?) [–—-] ([^–—]+)$")
_BEGINS_NAME = re.compile(rf"{TITLE} [A-Z]")
_OFFICE = re.compile(rf"(?:{OFFICE_WORD}|Corporate|Cabinet|Executive|Group)\b")
_HEAD_OF_NAMES = re.compile(r"(?:councillor|member|name)s?", re.IGNORECASE)
_IN_CHAIR = re.compile(
    r"\(?chair(?:man|woman|person)?\)?|.*\(chair(?:man|woman|person)?\)", re.IGNORECASE
)
# "Apologies for absence were received from Cllrs A Pell and B Rook."
_APOLOGISED = re.compile(
    r"Apolog(?:y|ies)\b[^.:]{0,40}? (?:from|by|on behalf of) (?P<names>[A-Z].+)", re.IGNORECASE
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
        heading = _heading(line.text) or _told_list(line.text)
        if heading is None and _tells(line.text, after=groups[-1][1][0].text if groups else ""):
            heading = "told"
        told = groups[-1][0] == "told" if groups else False
        if heading is not None or told:
            groups.append((heading or "told", [line]))
        elif groups:
            groups[-1][1].append(line)
    names: dict[str, tuple[str, ...]] = {}
    chair: str | None = None
    for heading, group in groups:
        listed, in_chair = _names_of(heading, group)
        for each, more in listed.items():
            names[each] = _with(names.get(each, ()), more)
        chair = chair or in_chair
    paragraphs = tuple(_paragraph(heading, group) for heading, group in groups)
    present = names.get("present", ())
    return Attendance(
        present=present,
        in_attendance=names.get("in_attendance", ()),
        apologies=names.get("apologies", ()),
        chair=_as_listed(chair, present),
        paragraphs=paragraphs,
        placed=tuple(Span(start=each.start, end=each.end) for each in paragraphs),
    )


def _told_list(line: str) -> str | None:
    """Which list a sentence gives the names of."""
    if _APOLOGISED.match(line):
        return "apologies"
    return "in_attendance" if _ATTENDED.match(line) else None


def _tells(line: str, *, after: str) -> bool:
    """Whether a line after the head of a list is a sentence, or a row of something else."""
    if _ROW.match(after) and _ROW.match(line):
        return True
    return _PRESIDES.match(line) is not None or _TELLS.match(line) is not None


def _names_of(heading: str, group: Sequence[Line]) -> tuple[dict[str, tuple[str, ...]], str | None]:
    """The names of a list by the field that they belong to, and who was in the chair."""
    if heading == "told":
        presides = _PRESIDES.match(group[0].text)
        return {}, presides["name"] if presides is not None else None
    roll = read_roll([line.text for line in group])
    if roll is not None:
        return {
            column: tuple(name for row in rows for name in names_in(row)[0])
            for column, rows in roll.items()
        }, None
    listed, in_chair = names_in(_list_of(group))
    if heading != "present":
        return {heading: listed}, None
    if listed and _IN_THE_CHAIR.fullmatch(_head(group[0].text)):
        in_chair = listed[0]
    return {heading: listed}, in_chair


def _with(names: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Names with others, unless these say no more: "Pell" after "Ann Pell"."""
    known = [set(name.split()) for name in names]
    return (*names, *(each for each in more if not any(set(each.split()) <= k for k in known)))


def _as_listed(chair: str | None, present: Sequence[str]) -> str | None:
    """Who presided, "Provost Rook", by the name in the list, if only one has it."""
    if chair is None or chair in present:
        return chair
    same = [name for name in present if name.split()[-1] == chair.split()[-1]]
    return same[0] if len(same) == 1 else chair


def _paragraph(heading: str, group: Sequence[Line]) -> Paragraph:
    kind = ParagraphKind.NARRATIVE if heading == "told" else ParagraphKind.ATTENDANCE
    return Paragraph(label=None, kind=kind, start=group[0].start, end=group[-1].end)


def _head(line: str) -> str:
    return _ASIDE.sub("", _AFTER_HEAD.split(line, maxsplit=1)[0].strip())


def _heading(line: str) -> str | None:
    """Which list a line begins; `None` when it begins none."""
    head = _head(line)
    found = next((name for name, each in _HEADINGS.items() if each.fullmatch(head)), None)
    if found is None and _OFFICE_HEAD.fullmatch(head) and _AFTER_HEAD.search(line):
        return "in_attendance"
    return found


def _list_of(group: Sequence[Line]) -> str:
    """The names of a list as one run: wrapped lines go on, entries of a list get a comma."""
    attended = _ATTENDED.match(group[0].text) or _APOLOGISED.match(group[0].text)
    _, *rest = _AFTER_HEAD.split(group[0].text, maxsplit=1)
    if attended is not None:
        rest = [attended["names"]]
    lines = [rest[0].strip()] if rest and rest[0].strip() else []
    lines += [_BULLET.sub("", line.text, count=1) for line in _entries(group[1:])]
    lines = [_NAME_AND_BODY.sub(r"\1 (\2)", line) for line in lines]
    one_to_a_line = len(lines) > 1 and not any(";" in line for line in lines)
    if one_to_a_line and any(_NAME_AND_OFFICE.match(line) for line in lines):
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
