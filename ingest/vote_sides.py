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
    r"(?: the (?P<of>motion|amendment))?"
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
    r" (?P<count2>\d+)(?=\.?$|[;,.)] ?| and | \())(?: \((?P<names>[^()]*\b[A-Z][^()]*)\))?",
    re.IGNORECASE,
)
_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
NUMBER = "|".join((r"\d+", *_NUMBER_WORDS))
_VOTING = r"(?: votes?| Members?)?(?: vot(?:ed|ing))?"
_NAMES = r"(?: \([^()]*\))?"
# "5 for, 2 against (Cllr A Pell), 1 abstention"
_TALLY = re.compile(
    rf"\b(?P<in_favour>{NUMBER}){_VOTING} (?:for|in favour){_NAMES}[,;]? (?:and )?"
    rf"(?P<against>{NUMBER}){_VOTING} against{_NAMES}"
    rf"(?:[,;]? (?:and |with )?(?P<abstained>{NUMBER}) abst\w+)?",
    re.IGNORECASE,
)
# In Scotland a motion is voted on against an amendment.
_BETWEEN = re.compile(
    rf"\bfor the motion:? (?P<in_favour>{NUMBER})\b.{{0,40}}?"
    rf"\bfor the amendment:? (?P<against>{NUMBER})\b|"
    rf"\b(?P<motion>{NUMBER})(?: \w+)?(?: voted)? for the motion\b.{{0,40}}?"
    rf"\b(?P<amendment>{NUMBER})(?: \w+)?(?: voted)? for the amendment\b",
    re.IGNORECASE,
)
_COUNT_FIRST = re.compile(
    r"\b(?P<count>\d+)(?: votes?| Members?)?(?: were| voted| voting)?,? "
    r"(?P<side>for|in favour|against|abstentions?|abstain(?:ed|ing)?)\b",
    re.IGNORECASE,
)
# One of them stands in whatever tells how many were on two sides.
_TWO_SIDES = ("against", "abst", "for the amendment")
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
        of: "motion" or "amendment", where the block says for which of them they voted.
    """

    name: str
    count: int | None
    names: tuple[str, ...]
    of: str | None = None


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
    of = given.get("of")
    return Side(name=_name(match["side"]), count=count, names=names, of=of.lower() if of else None)


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
    lowered = words.lower()
    if not any(each in lowered for each in _TWO_SIDES):
        return {}
    sides = {
        _name(match["side"]): int(match["count"] or match["count2"])
        for match in _INLINE.finditer(words)
    }
    if told and len(sides) < 2:
        sides = {
            _name(match["side"]): int(match["count"]) for match in _COUNT_FIRST.finditer(words)
        }
    return sides if len(sides) >= 2 else _tally(words)


def _tally(words: str) -> dict[str, int]:
    """The counts that stand side by side, "5 for, 2 against", or of a motion and an amendment."""
    match = _TALLY.search(words) or _BETWEEN.search(words)
    given = match.groupdict() if match is not None else {}
    in_favour = given.get("in_favour") or given.get("motion")
    against = given.get("against") or given.get("amendment")
    sides = {"in_favour": in_favour, "against": against, "abstained": given.get("abstained")}
    return {name: number for name, each in sides.items() if (number := _number(each)) is not None}


def names_in_sides(words: str) -> dict[str, tuple[str, ...]]:
    """The voters whose names a sentence gives after the counts, "for 2 (Cllrs Pell, Rook)"."""
    return {
        _name(match["side"]): names_in(match["names"])[0]
        for match in _INLINE.finditer(words)
        if match["names"]
    }


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
