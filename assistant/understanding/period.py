"""The time that a question limits itself to: "since March 2023", "before 2020", "last year"."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
# A day, a month or a year; "2022/23" is none, nor is a year that is part of a longer number.
_WHEN = (
    r"(?:the (?:start|end) of\s+|the (?:\w+ )?elections? (?:of|in)\s+)?"
    rf"(?:(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?({'|'.join(_MONTHS)})\s+)?"
    r"((?:19|20)\d\d)(?![/–-]?\d)"
)
_FROM_TO = re.compile(
    rf"\b(?:from|between)\s+{_WHEN}\s+(?:to|and|until|till)\s+{_WHEN}\b", re.IGNORECASE
)
_ONE_SIDED = re.compile(
    rf"\b(since|from|after|before|until|till|up to|by the end of)\s+{_WHEN}\b", re.IGNORECASE
)
_LATELY = re.compile(
    r"\b(?:in|over|during|within)\s+the\s+(?:last|past)\s+(?:(\w+)\s+)?(year|month|week)s?\b",
    re.IGNORECASE,
)
# "Than last year" compares, and "last year's budget" names something of that year.
_LAST = re.compile(
    r"(?<!than )(?<!with )(?<!to )(?<!from )(?<!on )\blast (year|month)\b(?![’'])", re.IGNORECASE
)
# Nobody asks for more years, months or weeks back.
MOST_BACK = 100
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From the first day to the last, both included; `None` where a side is open."""

    first: date | None = None
    last: date | None = None


def period(question: str, today: date) -> tuple[str, Period]:
    """A question without the words that limit its time, and that time.

    Args:
        today: what "last year" is counted from.
    """
    for pattern, read in _READ:
        found = pattern.search(question)
        limits = read(found, today) if found else None
        if found and limits:
            rest = f"{question[: found.start()]} {question[found.end() :]}"
            if pattern is not _ONE_SIDED:
                return _tidy(rest), limits
            # "After 2019 and before March 2021" limits both sides.
            other, further = period(rest, today)
            return _tidy(other), Period(
                first=limits.first or further.first, last=limits.last or further.last
            )
    return _tidy(question), Period()


def _from_to(found: re.Match[str], _: date) -> Period | None:
    one, other = _days(*found.groups()[:3]), _days(*found.groups()[3:])
    if one is None or other is None:
        return None
    return Period(first=min(one[0], other[0]), last=max(one[1], other[1]))


def _one_sided(found: re.Match[str], _: date) -> Period | None:
    days = _days(*found.groups()[1:])
    if days is None:
        return None
    first, last = days
    match found.group(1).lower():
        case "since" | "from":
            return Period(first=first)
        case "after":
            return Period(first=last + timedelta(days=1))
        case "before":
            return Period(last=first - timedelta(days=1))
    return Period(last=last)


def _lately(found: re.Match[str], today: date) -> Period | None:
    count, unit = found.group(1), found.group(2).lower()
    number = 1 if count is None else _NUMBERS.get(count.lower(), count if count.isdigit() else None)
    if number is None or int(number) > MOST_BACK:
        return None
    if unit == "week":
        return Period(first=today - timedelta(weeks=int(number)))
    return Period(first=_months_before(today, int(number) * (12 if unit == "year" else 1)))


def _last(found: re.Match[str], today: date) -> Period:
    if found.group(1).lower() == "year":
        return Period(first=date(today.year - 1, 1, 1), last=date(today.year - 1, 12, 31))
    end = today.replace(day=1) - timedelta(days=1)
    return Period(first=end.replace(day=1), last=end)


def _months_before(day: date, months: int) -> date:
    """The same day so many months before, or the last of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _days(day: str | None, month: str | None, year: str) -> tuple[date, date] | None:
    """The first and the last day of a day, month or year; `None` when there is no such day."""
    if month is None:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    number = _MONTHS[month.lower()]
    length = calendar.monthrange(int(year), number)[1]
    if day is None:
        return date(int(year), number, 1), date(int(year), number, length)
    if not 1 <= int(day) <= length:
        return None
    only = date(int(year), number, int(day))
    return only, only


def _tidy(text: str) -> str:
    return " ".join(text.split())


_READ: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Period | None]], ...] = (
    (_FROM_TO, _from_to),
    (_ONE_SIDED, _one_sided),
    (_LATELY, _lately),
    (_LAST, _last),
)
