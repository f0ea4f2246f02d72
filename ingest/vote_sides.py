"""The sides of a vote: `For (7)` and the names, "Those voting against:", "by nine votes to 2"."""

import re
from dataclasses import dataclass

from ingest.facts import names_in
from ingest.speakers import TITLE
from vectorstore.wording import fold

_SIDES_BY_STEM = {
    "for": "in_favour",
    "in favo": "in_favour",
    "against": "against",
    "abstain": "abstained",
    "abstent": "abstained",
}
_SIDE_NAMES = r"For|Against|Abstain(?:ed|ing)?|Abstentions?"
_COUNTED = re.compile(
    rf"(?:(?:Councillors?|Members|Those)? ?(?:voting )?)?(?P<side>{_SIDE_NAMES})"
    r"(?: ?\((?P<count>\d+)\)| ?[:–-] ?(?P<count2>\d+)\b|"
    r" ?[:–-] ?(?=[^()]{2,}\((?P<count3>\d+)\)\.?$))[.:]?(?P<names>.*)$",
    re.IGNORECASE,
)
# "The following Members voted against it:"
_NAMED = re.compile(
    r"(?:and )?(?:the following|those|there (?:were|was) \w+) (?:county )?"
    r"(?:members?|councillors?)(?: who| that)? (?:voted |voting )?"
    r"(?P<side>for|in favour|against|abstain(?:ed|ing)|to abstain)"
    r"(?: (?:of )?(?:it|the [\w ]{1,40}))?:(?P<names>.*)$",
    re.IGNORECASE,
)
_INLINE = re.compile(
    rf"\b(?P<side>{_SIDE_NAMES})(?:(?: ?\(|: ?| – | - )(?P<count>\d+)\b|"
    r" (?P<count2>\d+)(?=\.?$|[;,.)] ?| and ))",
    re.IGNORECASE,
)
_COUNT_FIRST = re.compile(
    r"\b(?P<count>\d+)(?: votes?| Members?)?(?: were| voted| voting)?,? "
    r"(?P<side>for|in favour|against|abstentions?|abstain(?:ed|ing)?)\b",
    re.IGNORECASE,
)
_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_ONLY_NAMES = re.compile(rf"(?:{TITLE} (?:(?! and )[^,.;:]){{1,40}}(?:, ?| and |(?=[.]?$)))+[.]?")
_NAME_IN_A_COLUMN = re.compile(r"[A-Z][\w.’' -]{0,40}")
_NOBODY = re.compile(r"(?:none|nil)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a recorded vote.

    Args:
        name: as a field of `Vote`.
        count: how many it had; `None` when only the names tell.
        names: as printed; empty where they are not given.
    """

    name: str
    count: int | None
    names: tuple[str, ...]


def side_of(words: str) -> Side | None:
    """The side that a block tells, as it is printed; `None` when it tells none."""
    folded = fold(words)
    match = _COUNTED.match(folded) or _NAMED.match(folded)
    if match is None:
        return None
    given = match.groupdict()
    digits = given.get("count") or given.get("count2") or given.get("count3")
    count = int(digits) if digits else None
    names = () if count == 0 else _names(words, match["names"])
    return Side(name=_name(match["side"]), count=count, names=names)


def is_side(words: str) -> bool:
    """Whether a block is one side of a recorded vote, "Against (3)"."""
    return side_of(words) is not None


def _name(printed: str) -> str:
    return _SIDES_BY_STEM[printed.lower().removeprefix("to ")[:7]]


def _names(words: str, after_count: str) -> tuple[str, ...]:
    """The names in a row with commas, or in lines and columns without."""
    listed = fold(after_count).lstrip("–- ")
    rows = [each for each in re.split(r"\s*[\n\t]\s*", words.strip())[1:] if each]
    if rows and re.search(r"[,;]| and ", listed) is None:
        listed = ", ".join(rows)
    return tuple(name for name in names_in(listed)[0] if _NOBODY.fullmatch(name) is None)


def wants_names(words: str, below: str) -> bool:
    """Whether a side of a vote has voters whose names go on in the block below."""
    side = side_of(words)
    if side is None:
        return False
    if not side.names and _NOBODY.fullmatch(fold(below)):
        return True
    goes_on = _ONLY_NAMES.fullmatch(fold(below)) is not None or _is_row_of_names(below)
    if side.count is None:
        return not side.names and goes_on
    return len(side.names) < side.count and (not side.names or goes_on)


def _is_row_of_names(words: str) -> bool:
    cells = [cell.strip() for cell in re.split(r"[\t\n]", words) if cell.strip()]
    return len(cells) > 1 and all(map(_NAME_IN_A_COLUMN.fullmatch, cells))


def counts_in(words: str, *, told: bool) -> dict[str, int]:
    """The counts of at least two sides that a sentence gives, "For 5, Against 2".

    Args:
        told: it says what became of the vote, so that "with 52 votes for" gives counts too.
    """
    sides = {
        _name(match["side"]): int(match["count"] or match["count2"])
        for match in _INLINE.finditer(words)
    }
    if told and len(sides) < 2:
        sides = {
            _name(match["side"]): int(match["count"]) for match in _COUNT_FIRST.finditer(words)
        }
    return sides if len(sides) >= 2 else {}


def counts_by(more: str, fewer: str, abstained: str | None, *, lost: bool) -> dict[str, int]:
    """The counts of "by nine votes to 2": what was lost had the larger number against it."""
    numbers = [_number(more), _number(fewer)]
    if None not in numbers:
        numbers.sort(key=lambda number: -(number or 0))
    names = ("against", "in_favour") if lost else ("in_favour", "against")
    given = zip((*names, "abstained"), (*numbers, _number(abstained)), strict=True)
    return {name: number for name, number in given if number is not None}


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else _NUMBER_WORDS.get(words.lower())
