"""Counts and lists as the program's own sentences put them."""

from collections.abc import Sequence


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "no meetings", "1 meeting", "14 meetings"."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """ "Cabinet, Planning Committee and Scrutiny Committee"; there is at least one."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
