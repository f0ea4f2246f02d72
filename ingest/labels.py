"""The labels of paragraphs: `1.`, `(1)`, `a)`, `iv.`, bullets; and the path they make, "3(k)"."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.numerals import roman

BULLETS = "•·▪●◦‣⁃§*–\uf0b7\uf0a7-"


class Series(StrEnum):
    """What a label counts with."""

    NUMBER = "number"
    DECIMAL = "decimal"
    LETTER = "letter"
    ROMAN = "roman"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A label as printed at the head of a line.

    Args:
        series: a roman numeral that may be a letter (`i.` after `h.`) says ROMAN;
            `Numbering` decides.
        form: its punctuation or, for a bullet, the bullet: labels of one list share it.
        value: "3", "2.1", "k", "iv"; empty for a bullet.
        width: characters up to where the words begin.
    """

    series: Series
    form: str
    value: str
    width: int


_PATTERNS = (
    (Series.BULLET, re.compile(rf"(?P<open>[{BULLETS}])(?=\s)|(?P<open2>[•▪●◦‣\uf0b7\uf0a7])")),
    (Series.BULLET, re.compile(r"(?P<open>o)(?=\s{2}|[\t\xa0])")),
    (
        Series.DECIMAL,
        re.compile(
            r"(?P<value>[1-9]\d{0,2}(?:\.\d{1,2})+)(?P<close>\.?)"
            r"(?=\s+[^\d\s%])(?!\s+(?:million|billion|per|times|miles|km|tonnes|hours|[ap]\.?m)\b)"
        ),
    ),
    (Series.NUMBER, re.compile(r"(?P<open>\()(?P<value>\d{1,3})(?P<close>\))")),
    (Series.NUMBER, re.compile(r"(?P<value>\d{1,3})(?P<close>[.)])(?=\s|$)")),
    (Series.ROMAN, re.compile(r"(?P<open>\()(?P<value>[ivx]{1,5}|[IVX]{1,5})(?P<close>\))")),
    (Series.ROMAN, re.compile(r"(?P<value>[ivx]{1,5}|[IVX]{2,5})(?P<close>[.)])(?=\s|$)")),
    # "I." before words may be an initial.
    (Series.ROMAN, re.compile(r"(?P<value>[IVX])(?P<close>\)(?=\s|$)|\.(?=\t|\s{2}|$))")),
    (
        Series.LETTER,
        re.compile(r"(?P<open>\()(?P<value>[a-zA-Z]|(?P<twin>[a-z])(?P=twin))(?P<close>\))"),
    ),
    (Series.LETTER, re.compile(r"(?P<value>[a-z])(?P<close>[.)])(?=\s|$)")),
    # "A." may be an initial.
    (Series.LETTER, re.compile(r"(?P<value>[A-Z])(?P<close>\))(?=\s|$)")),
)
# "2. (a) and (b) above were agreed".
_REFERS = re.compile(r"(?:and|or|to|of|above|below)\b|[,;–-]|$")
_ROMANS = tuple(roman(number) for number in range(1, 40))


def mark_of(line: str) -> Mark | None:
    """The label at the head of a line; `None` when it has none."""
    for series, pattern in _PATTERNS:
        match = pattern.match(line)
        if match is None:
            continue
        parts = match.groupdict()
        form = (parts.get("open") or parts.get("open2") or "") + (parts.get("close") or "")
        rest = line[match.end() :]
        width = match.end() + len(rest) - len(rest.lstrip())
        return Mark(series=series, form=form, value=parts.get("value") or "", width=width)
    return None


def marks_of(line: str) -> tuple[Mark, ...]:
    """The labels at the head of a line: two where a list begins with its own first point."""
    outer = mark_of(line)
    if outer is None or outer.series is Series.BULLET:
        return (outer,) if outer is not None else ()
    inner = mark_of(line[outer.width :])
    if inner is None or inner.form != "()" or inner.series is outer.series:
        return (outer,)
    if _REFERS.match(line[outer.width + inner.width :]):
        return (outer,)
    return (outer, replace(inner, width=outer.width + inner.width))


def follows(value: str, before: str, series: Series) -> bool:
    """Whether a label is the next one of its series."""
    if series is Series.NUMBER:
        return int(value) == int(before) + 1
    if series is Series.DECIMAL:
        *stem, last = value.split(".")
        *stem_before, last_before = before.split(".")
        return stem == stem_before and int(last) == int(last_before) + 1
    if series is Series.ROMAN:
        return before.lower() in _ROMANS and value == _next_roman(before)
    if series is Series.LETTER:
        return value == _next_letter(before)
    return True


def _next_roman(numeral: str) -> str:
    following = roman(_ROMANS.index(numeral.lower()) + 2)
    return following.upper() if numeral.isupper() else following


def _next_letter(letter: str) -> str:
    return "aa" if letter == "z" else chr(ord(letter[0]) + 1) * len(letter)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    series: Series
    form: str
    value: str
    path: str | None
    bullets: int


class Numbering:
    """Turns the labels of an item, given one after the other, into paths.

    A label goes on with the list it is next in, or starts one beneath the paragraph before it.
    A paragraph without a label ends the lists, unless the next label plainly goes on with one.
    """

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._ended: list[_Level] = []
        self._interrupted = False
        self._floor = 0

    def quote(self) -> None:
        """What is quoted from here on counts by itself, beneath the paragraph before it."""
        self._floor = self._floor or len(self._levels)

    def unquote(self) -> None:
        """The quotation is over: labels go on where they were before it."""
        if self._floor:
            del self._levels[self._floor :]
        self._floor = 0

    def interrupt(self) -> None:
        """A paragraph without a label stands here."""
        self._interrupted = True

    def stands_at(self, mark: Mark) -> bool:
        """Whether a label is that of the paragraph before or of one that it stands under."""
        alike = [(mark.series, mark.form, mark.value)]
        if mark.series is Series.ROMAN:
            alike.append((Series.LETTER, mark.form, mark.value))
        return any((each.series, each.form, each.value) in alike for each in self._levels)

    def place(self, mark: Mark) -> tuple[str | None, int]:
        """The path of a label (`None` for a bullet that stands under no label) and its depth."""
        depth, series = self._depth(mark)
        if depth < self._floor:
            self._floor = 0  # it goes on with a list outside: the quotation was never closed
        elif self._interrupted and not self._goes_on(mark, depth, series):
            depth, series = self._floor, _alone(mark)
            if not self._floor:
                self._ended, self._levels = self._levels, []
        elif depth == len(self._levels) and self._resumes(mark):
            self._levels = self._ended
            depth, series = self._depth(mark)
        self._interrupted = False
        previous = self._levels[depth] if depth < len(self._levels) else None
        bullets = previous.bullets + 1 if previous is not None else 1
        del self._levels[depth:]
        above = self._levels[-1].path if self._levels else None
        path = _path(mark.value, series, above, bullets)
        self._levels.append(
            _Level(series=series, form=mark.form, value=mark.value, path=path, bullets=bullets)
        )
        return path, depth

    def _resumes(self, mark: Mark) -> bool:
        """Whether a label goes on with a list that another list by itself had interrupted."""
        return any(
            (level.series, level.form) == (mark.series, mark.form)
            and mark.series is not Series.BULLET
            and follows(mark.value, level.value, level.series)
            for level in self._ended
        )

    def _goes_on(self, mark: Mark, depth: int, series: Series) -> bool:
        if depth == len(self._levels) or series is Series.BULLET:
            return False
        return follows(mark.value, self._levels[depth].value, series)

    def _depth(self, mark: Mark) -> tuple[int, Series]:
        readings = [mark.series]
        if mark.series is Series.ROMAN and len(mark.value) == 1:
            readings.append(Series.LETTER)
        for same_form in (True, False):
            for depth in reversed(range(self._floor, len(self._levels))):
                level = self._levels[depth]
                if level.series not in readings or (level.form == mark.form) is not same_form:
                    continue
                if level.series is Series.BULLET and not same_form:
                    continue
                if follows(mark.value, level.value, level.series):
                    return depth, level.series
        for depth in reversed(range(self._floor, len(self._levels))):
            level = self._levels[depth]
            if level.series is mark.series and level.form == mark.form:
                return depth, level.series
        for depth, level in enumerate(self._levels[: self._floor]):
            alike = (level.series, level.form) == (mark.series, mark.form)
            counts = level.series is not Series.BULLET
            if alike and counts and follows(mark.value, level.value, level.series):
                return depth, level.series
        return len(self._levels), _alone(mark)


def _alone(mark: Mark) -> Series:
    """The series of a label that goes on with no list: `v.` by itself is a letter, `i.` is not."""
    starts_romans = mark.value.lower() in ("i", "ii", "iii", "iv")
    if mark.series is Series.ROMAN and len(mark.value) == 1 and not starts_romans:
        return Series.LETTER
    return mark.series


def _path(value: str, series: Series, above: str | None, bullets: int) -> str | None:
    if series is Series.BULLET:
        return f"{above} •{bullets}" if above else None
    if series is Series.DECIMAL or above is None:
        return value
    return f"{above}({value})"
