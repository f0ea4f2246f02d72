"""The numbers of minutes as councils print them: "84", "84A", "158/24", "24/118", "PC/24/118"."""

import re

# A star says something of the decision. Letters before a number count only where a year does.
NUMBER = r"(?:[A-Z]{1,5}/?(?=\d{1,4}/))?\d{1,4}[A-Za-h]?(?:/\d{2,4}(?!\d))?[A-Za-h]?"
_LETTER = re.compile(r"\d(?P<letter>[A-Za-h])")


def runs_on(number: str, before: str) -> bool:
    """Whether a number comes after another: one part of it counts, the rest is the year.

    A letter goes on with the same number: "157A/24" after "157/24".
    """
    parts, parts_before = _counting(number), _counting(before)
    if len(parts) != len(parts_before) or number == before:
        return False
    steps = [after - earlier for after, earlier in zip(parts, parts_before, strict=True)]
    if any(steps):
        return sorted(steps) == [0] * (len(steps) - 1) + [1]
    return _LETTER.search(number) is not None


def _counting(number: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", number)]
