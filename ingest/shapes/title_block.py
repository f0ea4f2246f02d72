"""The title block of printed minutes: whose meeting it was, when, where, and who was there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.blocks import blocks
from ingest.facts import date_in, in_title_case, time_in
from ingest.lines import Layout, Line, lines_between
from ingest.preface import preface
from ingest.shapes.attendance import begins_list, read_attendance
from vectorstore.records import (
    Meeting,
    MeetingStatus,
    Paragraph,
    ParagraphKind,
    Span,
)
from vectorstore.wording import fold

_COUNCIL = re.compile(r"(?P<name>(?:[\w’'&-]+ ){1,6}council)", re.IGNORECASE)
_BODY = re.compile(
    r"(?:meeting of (?:the )?)?(?P<name>(?:[\w’'&,-]+ ){0,9}"
    r"(?:(?:sub-?)?committee|cabinet|partnership|board|panel|forum|commission))",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:draft |approved |unconfirmed )?minutes|draft|approved|unrestricted|"
    r"(?:un)?restricted (?:items|minutes)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:(?:minutes|notes|record) of (?:a|the) (?:\w+ )?)?"
    r"meeting of (?:the )?(?P<body>.+?),? held\b",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = rf"(?:on )?(?:{_WEEKDAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)? [A-Z]"
_HELD_AT = re.compile(rf"\bheld (?!on )(?:(?:in|at) )?(?:the )?(?P<venue>.*?),? {_WHEN}")
_HELD_ON = re.compile(r"\bheld on .*?\b\d{4}\b.*?\b(?:in|at) (?:the )?(?P<venue>[A-Z].+?)\.?$")
_LABELLED = re.compile(
    r"(?P<label>venue|place|location|date|time)\s*:\s*(?P<value>.+)", re.IGNORECASE
)
_PLACES = ("venue", "place", "location")
_DRAFT = re.compile(
    r"\bdraft\b|\bunconfirmed\b|subject to (?:approval|confirmation)", re.IGNORECASE
)
_APPROVED = re.compile(r"\bapproved\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleBlock:
    """What stands before the first minute.

    Args:
        meeting: as far as the block tells, with no items but one without number and title: it
            holds the sentence that says what was held and the lists of names, to be cited.
    """

    meeting: Meeting
    placed: tuple[Span, ...]


def read_title_block(layout: Layout, lines: Sequence[Line]) -> TitleBlock:
    """Read the lines before the first minute.

    Args:
        lines: without the blank ones.
    """
    end = next((n for n, line in enumerate(lines) if begins_list(line.text)), len(lines))
    attendance = read_attendance(lines[end:])
    head = lines[:end]
    names = [line for line in head if _is_name(line.text)]
    sentences = _sentences(layout, head)
    words = fold(" ".join(line.text for line in head))
    paragraphs = (
        *(
            Paragraph(label=None, kind=ParagraphKind.NARRATIVE, start=each.start, end=each.end)
            for each in sentences
        ),
        *attendance.paragraphs,
    )
    meeting = Meeting(
        council=_first(names, _COUNCIL, layout.text),
        committee=_committee(words, names, layout.text),
        date=date_in(words),
        time=time_in(words),
        venue=_venue(words, head),
        status=_status(words),
        chair=attendance.chair,
        present=attendance.present,
        in_attendance=attendance.in_attendance,
        apologies=attendance.apologies,
        items=preface(paragraphs),
    )
    placed = [Span(start=line.start, end=line.end) for line in names]
    return TitleBlock(meeting=meeting, placed=(*placed, *sentences, *attendance.placed))


def _is_name(line: str) -> bool:
    return any(pattern.fullmatch(line) for pattern in (_COUNCIL, _BODY, _FURNITURE))


def _sentences(layout: Layout, head: Sequence[Line]) -> list[Span]:
    """What the block says about the sitting: its sentence, its date, its place."""
    found: list[Span] = []
    for is_name, run in groupby(head, lambda line: _is_name(line.text)):
        if is_name:
            continue
        between = list(run)
        for block in blocks(layout, lines_between(layout, between[0].start, between[-1].end)):
            words = fold(layout.text[block.label_start : block.end])
            if _MEETING.search(words) or _LABELLED.match(words) or date_in(words):
                found.append(block.whole)
    return found


def _first(names: Sequence[Line], pattern: re.Pattern[str], text: str) -> str | None:
    match = next((found for line in names if (found := pattern.fullmatch(line.text))), None)
    return in_title_case(match.group("name"), text) if match is not None else None


def _committee(words: str, names: Sequence[Line], text: str) -> str | None:
    sentence = _MEETING.search(words)
    if sentence is not None:
        return in_title_case(sentence.group("body"), text)
    return _first(names, _BODY, text)


def _venue(words: str, head: Sequence[Line]) -> str | None:
    for line in head:
        match = _LABELLED.fullmatch(line.text)
        if match is not None and match.group("label").lower() in _PLACES:
            return match.group("value")
    match = _HELD_AT.search(words) or _HELD_ON.search(words)
    return match.group("venue").strip(" ,") or None if match is not None else None


def _status(words: str) -> MeetingStatus | None:
    if _DRAFT.search(words):
        return MeetingStatus.DRAFT
    return MeetingStatus.APPROVED if _APPROVED.search(words) else None
