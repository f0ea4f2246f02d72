"""The numbers of minutes as councils print them: "84", "84A", "158/24", "24/118", "PL.31"."""

import re

# Letters before a number are set apart from it, unless there is a year as well, "C24/118".
NUMBER = (
    r"(?:[A-Z]{1,5}(?:[/.]|(?=\d{1,4}/)))?"
    r"\d{1,4}(?:-\d{2})?[A-Za-h]?(?:/\d{1,4}(?!\d))?[A-Za-h]?"
)
_LETTER = re.compile(r"\d(?P<letter>[A-Za-h])")


def runs_on(number: str, before: str, *, most: int = 1) -> bool:
    """Whether a number comes after another: one part of it counts, the rest is the year.

    A letter goes on with the same number: "157A/24" after "157/24".

    Args:
        most: by how many it may be greater.
    """
    parts, parts_before = _counting(number), _counting(before)
    if len(parts) != len(parts_before) or number == before:
        return False
    steps = [after - earlier for after, earlier in zip(parts, parts_before, strict=True)]
    if any(steps):
        *others, counted = sorted(steps)
        return not any(others) and 1 <= counted <= most
    return _LETTER.search(number) is not None


def _counting(number: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", number)]
