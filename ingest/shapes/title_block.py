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
from vectorstore.records import Meeting, MeetingStatus, Paragraph, ParagraphKind, Span
from vectorstore.wording import fold

_COUNCIL = re.compile(
    r"(?P<name>(?:[\w’'&,-]+ ){1,6}council|"
    r"(?:(?:london|royal|metropolitan) )*borough of [\w’' -]{2,40}|"
    r"(?:[\w’'&-]+ ){1,6}(?:combined|fire|rescue|police|park|transport) authority)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:(?:meeting|minutes?) of (?:the )?)?(?P<name>(?:[\w’'&,()-]+ ){0,9}"
    r"(?:(?:sub-? ?)?committee|cabinet|executive|partnership|board|panel|forum|commission)"
    r"(?: \([\w ]{1,30}\)| [A-Z])?)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:draft |approved |unconfirmed )?minutes?|draft|approved|unrestricted|"
    r"(?:un)?restricted (?:items|minutes)",
    re.IGNORECASE,
)
MINUTES_OF = re.compile(
    r"\b(?:minutes?|notes?|record) of (?:(?:a|an|the) )?(?:[\w-]+ )?"
    r"(?:meeting|hearing|proceedings)\b",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MEETING = re.compile(
    rf"\b(?:meeting of|minutes? of (?!(?:an? |the )?(?:[\w-]+ )?meeting\b)) ?(?:the )?"
    rf"(?P<body>.+?),? (?:held\b|on {_WEEKDAY})",
    re.IGNORECASE,
)
_WHEN = rf"(?:on )?(?:{_WEEKDAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)? [A-Z]"
_HELD_AT = re.compile(
    rf"\bheld (?!on )(?:(?:in|at) )?(?:the )?(?P<venue>(?!(?:at )?\d).*?),? {_WHEN}"
)
_HELD_ON = re.compile(
    r"\b(?:held|meeting of [^.]{3,120}?) (?:at [\d.:]+ ?[ap]\.?m\.? )?on .*?\b\d{4}\b.*?"
    r"\b(?:in|at) (?:the )?(?P<venue>[A-Z].+?)\.?$"
)
# "Monday 2 June 2025, 6.30pm, The Guildhall"
_THEN_AT = re.compile(
    rf"(?:.*\b)?{_WHEN}[a-z]+,? \d{{4}},? (?:(?:at|from) )?\d{{1,2}}(?:[.:]\d\d)? ?[ap]\.?m\.?,? "
    r"(?:in |at )?(?P<venue>[A-Z].+?)\.?"
)
# After the lists of names: "The meeting was held in the Guildhall and began at 2pm."
_WAS_HELD = re.compile(
    r"\b[Mm]eeting (?:was held|took place) (?:in|at) (?:the )?"
    r"(?P<venue>[A-Z].+?)(?:,| and | on |\.|$)"
)
_LABELLED = re.compile(
    r"(?P<label>venue|place|location|date|time)(?: of (?:the )?(?:meeting|hearing))?"
    r"(?:\s*:\s*|\t| {2,})(?P<value>.+)",
    re.IGNORECASE,
)
_PLACES = ("venue", "place", "location")
_DRAFT = re.compile(
    r"\bdraft\b|\bunconfirmed\b|subject to (?:approval|confirmation)", re.IGNORECASE
)
_APPROVED = re.compile(r"\bapproved\b", re.IGNORECASE)
_TWO_TONGUES = re.compile(r"\s+[/|]\s+")
# "The Parish Council" is a council, but not which.
_ANY_COUNCIL = re.compile(
    r"(?:(?:full|county|district|borough|city|town|parish|community|the) ?)*council", re.IGNORECASE
)


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
    end = _first_list(lines)
    attendance = read_attendance(lines[end:])
    head = lines[:end]
    names = [line for line in head if is_name(line.text)]
    sentences = _sentences(layout, head)
    words = fold(" ".join(line.text for line in head))
    after = fold(" ".join(line.text for line in lines[end:]))
    committee = _committee(words, names, layout.text)
    paragraphs = (
        *(
            Paragraph(label=None, kind=ParagraphKind.NARRATIVE, start=each.start, end=each.end)
            for each in sentences
        ),
        *attendance.paragraphs,
    )
    meeting = Meeting(
        council=_first(names, _COUNCIL, layout.text) or _council(committee),
        committee=committee,
        date=date_in(words),
        time=time_in(words),
        venue=_venue(words, head, after),
        status=_status(words),
        chair=attendance.chair,
        present=attendance.present,
        in_attendance=attendance.in_attendance,
        apologies=attendance.apologies,
        items=preface(paragraphs),
    )
    placed = [Span(start=line.start, end=line.end) for line in names]
    return TitleBlock(meeting=meeting, placed=(*placed, *sentences, *attendance.placed))


def _first_list(lines: Sequence[Line]) -> int:
    """Where the lists of names begin: the clerk may be named above the sentence that says what was
    held and when."""
    held = next((n for n, line in enumerate(lines) if MINUTES_OF.search(line.text)), 0)
    begin = [n for n, line in enumerate(lines) if begins_list(line.text)]
    return next((n for n in begin if n > held), begin[0] if begin else len(lines))


def is_name(line: str) -> bool:
    """Whether a line is no more than the name of a council or of a body, or says "Minutes"."""
    return any(
        pattern.fullmatch(part)
        for pattern in (_COUNCIL, _BODY, _FURNITURE)
        for part in _TWO_TONGUES.split(line)
    )


def _sentences(layout: Layout, head: Sequence[Line]) -> list[Span]:
    """What the block says about the sitting: its sentence, its date, its place."""
    found: list[Span] = []
    for named, run in groupby(head, lambda line: is_name(line.text)):
        if named:
            continue
        between = list(run)
        for block in blocks(layout, lines_between(layout, between[0].start, between[-1].end)):
            printed = layout.text[block.label_start : block.end]
            words = fold(printed)
            told = MINUTES_OF.search(words) or _MEETING.search(words) or date_in(words)
            if told or _LABELLED.match(printed):
                found.append(block.whole)
    return found


def _first(names: Sequence[Line], pattern: re.Pattern[str], text: str) -> str | None:
    parts = (part for line in names for part in _TWO_TONGUES.split(line.text))
    match = next((found for part in parts if (found := pattern.fullmatch(part))), None)
    return in_title_case(match.group("name"), text) if match is not None else None


def _committee(words: str, names: Sequence[Line], text: str) -> str | None:
    sentence = _MEETING.search(words)
    if sentence is not None:
        return in_title_case(sentence.group("body"), text)
    return _first(names, _BODY, text)


def _council(body: str | None) -> str | None:
    """The council itself, where its own meeting is minuted under its name."""
    named = body is not None and _COUNCIL.fullmatch(body) and not _ANY_COUNCIL.fullmatch(body)
    return body if named else None


def _venue(words: str, head: Sequence[Line], after: str) -> str | None:
    for line in head:
        then = _THEN_AT.fullmatch(line.text)
        if then is not None:
            return then.group("venue")
        match = _LABELLED.fullmatch(line.text)
        if match is not None and match.group("label").lower() in _PLACES:
            return match.group("value")
    match = _HELD_AT.search(words) or _HELD_ON.search(words) or _WAS_HELD.search(after)
    return match.group("venue").strip(" ,") or None if match is not None else None


def _status(words: str) -> MeetingStatus | None:
    if _DRAFT.search(words):
        return MeetingStatus.DRAFT
    return MeetingStatus.APPROVED if _APPROVED.search(words) else None
