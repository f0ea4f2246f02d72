"""Does a sentence say when: a date, a time, "next spring", "30 months after the order"?"""

import re
from datetime import date

from assistant.evidence.runs import Run, unasked
from assistant.understanding.question import Part

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBERS = (
    r"\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|several"
)
_SPANS = r"(?:minute|hour|day|night|week|fortnight|month|quarter|term|year|decade)s?"
_WHEN = re.compile(
    rf"\b(?:\d\d?(?:st|nd|rd|th)? (?:of )?)?(?:{MONTHS})(?: (?:19|20)\d\d)?\b|"
    # An Act is named by its year.
    r"(?<!Act )\b(?:19|20)\d\d\b|"
    r"\b\d\d?(?:[.:]\d\d)? ?[ap]\.?m\b|\b\d\d[:.]\d\d\b|\b(?:noon|midnight|midday)\b|"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|"
    r"\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Easter|Christmas|New Year)\b|"
    rf"\b(?:next|last|previous|following|coming|same|each|every|this|that|current) {_SPANS}\b|"
    rf"\b(?:{_NUMBERS})(?:[ -]\w+)?[ -]{_SPANS}\b|"
    r"\b(?:today|tomorrow|yesterday|tonight|annually|yearly|monthly|weekly|daily|quarterly|"
    r"termly|fortnightly)\b"
)
_NUMBERED = {name: number for number, name in enumerate(MONTHS.split("|"), start=1)}
_LAST_MONTH = 12
_MONTH_OR_YEAR = re.compile(rf"\b(?:(?P<month>{MONTHS}) )?(?<!Act )(?P<year>(?:19|20)\d\d)\b")
_TO_COME = re.compile(
    r"\bwill\b|\bgoing to\b|\b(?:is|are) (?:\w+ ){0,6}?(?:due|expected|meant|planned|supposed)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\d [a-z]+s $")
# Questions after the day of a meeting, and what tells it.
_OF_MEETING = re.compile(
    r"\b(?:date|when|day)\b.*\b(?:meet|met|sit|sat|meeting (?:held|take|took|was)|next meeting)\b",
    re.IGNORECASE,
)
# A line that is a date and nothing else stands in a list of such days.
_HELD = re.compile(
    r"\b(?:held|met|sat|meeting of|meeting on|(?:next|future) meetings?)\b|"
    rf"^(?:\W|\w+day,? )*\d\d?(?:st|nd|rd|th)? (?:{MONTHS}) (?:19|20)\d\d\W*$",
    re.IGNORECASE,
)


def dates(words: str, part: Part) -> list[Run]:
    """The runs of a sentence that say when, but for those of the question; none where the day of
    a meeting is asked for and it tells of no meeting."""
    if _OF_MEETING.search(part.text) and not _HELD.search(words):
        return []
    return [
        (start, end)
        for start, end in unasked(_WHEN, words, part)
        if not _is_rate(words, start, end)
    ]


def in_time(words: str, part: Part, held: date | None) -> bool:
    """Whether the dates of a sentence can be what is asked for: what "will" happen was still to
    come at the meeting. A sentence that names no year may be of either.

    Args:
        held: the day of the meeting; `None` when it is not recorded.
    """
    told = [
        (int(match["year"]), _NUMBERED.get(match["month"]))
        for match in _MONTH_OR_YEAR.finditer(words)
    ]
    if held is None or not told:
        return True
    then = (held.year, held.month)
    if _TO_COME.search(part.asked):
        return any((year, month or _LAST_MONTH) >= then for year, month in told)
    return True


def _is_rate(words: str, start: int, end: int) -> bool:
    """Whether a run is the second half of "4,000 litres a day"."""
    return words[start:end].startswith(("a ", "an ")) and bool(_COUNTED.search(words, 0, start))
