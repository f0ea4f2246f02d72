"""The dates and numbers that a text gives, in one form whatever way they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
# The fullest form first; the last is a year where only a year can stand.
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_DAY}\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+{_YEAR})?",
        rf"\b(?P<month>{_MONTH})\s+{_DAY}(?!\d)(?:,?\s+{_YEAR})?",
        rf"\b(?P<month>{_MONTH}),?\s+(?:of\s+)?{_YEAR}",
        rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b",
        rf"\b(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})[/.]{_YEAR}",
        rf"\b(?P<month>{_MONTH})",
        r"\b(?i:in|since|during|until|throughout|early|late|spring|summer|autumn|winter)\s+"
        rf"(?:of\s+)?{_YEAR}(?![/-]\d)",
    )
)

_UNDER_TWENTY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: value for value, word in enumerate(_UNDER_TWENTY, start=1)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_SIMPLE = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNDER_TWENTY[:9])}))?|"
    rf"(?:{'|'.join(reversed(_UNDER_TWENTY))}))"
)
_IN_WORDS = re.compile(
    rf"\b(?:(?P<hundreds>{_SIMPLE})\s+hundred(?:\s+(?:and\s+)?(?P<rest>{_SIMPLE}))?|"
    rf"(?P<simple>{_SIMPLE}))\b",
    re.IGNORECASE,
)
_SCALES = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9,
}  # fmt: skip
_UNITS = "mile hour minute day week month year metre kilometre km mph tonne hectare acre pound"
_NUMBER = re.compile(
    r"(?<![\w.])(?P<money>[£$€]\s?)?(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?:\s?(?P<scale>thousand|million|billion|bn|m|k)\b)?"
    r"(?:\s?(?P<percent>%|per\s?cent\b|percent\b)|"
    rf"[\s-]?(?P<unit>miles per hour|{_UNITS.replace(' ', '|')})s?\b|(?P<suffix>[a-z]{{1,3}})\b)?",
    re.IGNORECASE,
)
_SAME_UNIT = {"miles per hour": "mph", "km": "kilometre", "pound": "£"}
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as far as a text gives it; `None` for what it leaves out."""

    year: int | None
    month: int | None
    day: int | None

    def bears_out(self, other: "PartialDate") -> bool:
        """Whether this date gives all that another one says."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(theirs is None or theirs == ours for ours, theirs in pairs)

    def __str__(self) -> str:
        month = _MONTHS[self.month - 1].capitalize() if self.month else None
        return " ".join(str(part) for part in (self.day, month, self.year) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number with its unit.

    Args:
        value: "£1.2 million" is 1,200,000.
        unit: "£", "%", "mile", "mph" …; empty for a plain count.
        written: as the text has it.
        start, end: where it stands in the text given.
    """

    value: Decimal
    unit: str
    written: str = field(compare=False)
    start: int = field(compare=False)
    end: int = field(compare=False)


def in_figures(text: str) -> str:
    """The text with its numbers in words as figures; "one" alone stays, it is seldom a number."""
    return _IN_WORDS.sub(_as_figure, text)


def dates(text: str) -> tuple[PartialDate, ...]:
    """The dates of a text, however partial."""
    return tuple(held for held, _, _ in _dates(text))


def without_dates(text: str) -> str:
    """The text with blanks in place of its dates, of the same length."""
    for _, start, end in _dates(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text that has gone through `in_figures` and `without_dates`."""
    return tuple(_number(match) for match in _NUMBER.finditer(text))


def _as_figure(match: re.Match[str]) -> str:
    if hundreds := match["hundreds"]:
        return str(100 * _value(hundreds) + (_value(match["rest"]) if match["rest"] else 0))
    followed = match.string[match.end() :].lstrip().lower()
    if match["simple"].lower() == "one" and not followed.startswith(("million", "thousand")):
        return match.group()
    return str(_value(match["simple"]))


def _value(words: str) -> int:
    return sum(_WORDS[word.lower()] for word in re.split(r"[-\s]", words))


def _dates(text: str) -> Iterator[tuple[PartialDate, int, int]]:
    for pattern in _DATES:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            held = PartialDate(
                year=int(parts["year"]) if parts.get("year") else None,
                month=_month(parts.get("month")),
                day=int(parts["day"]) if parts.get("day") else None,
            )
            yield held, match.start(), match.end()
        text = pattern.sub(lambda match: " " * len(match.group()), text)


def _month(written: str | None) -> int | None:
    if written is None:
        return None
    if written.isdigit():
        return int(written) if 1 <= int(written) <= 12 else None
    beginnings = [name[:3] for name in _MONTHS]
    return beginnings.index(written[:3].lower()) + 1


def _number(match: re.Match[str]) -> Number:
    value = Decimal(match["digits"].replace(",", ""))
    scale = (match["scale"] or "").lower()
    unit = (match["unit"] or match["suffix"] or "").lower()
    # "6.4m" may be metres unless it is money.
    if len(scale) > 2 or (scale and match["money"]):
        value *= _SCALES[scale]
    elif scale:
        unit = scale
    if match["money"]:
        unit = match["money"].strip()
    elif match["percent"]:
        unit = "%"
    elif unit in _ORDINALS:
        unit = ""
    return Number(
        value=value,
        unit=_SAME_UNIT.get(unit, unit),
        written=match.group().strip(),
        start=match.start(),
        end=match.end(),
    )
