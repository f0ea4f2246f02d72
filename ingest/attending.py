"""Who attended, told person by person as ModernGov does, put into the lists that minutes have."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.facts import names_in

_CHAIR = re.compile(r"chair(?:man|woman|person)?\b", re.IGNORECASE)
_MERE_MEMBER = re.compile(r"(?:committee )?member", re.IGNORECASE)
_PRESENT = re.compile(r"present|attended|substitut|virtual|remote", re.IGNORECASE)
_IN_ATTENDANCE = re.compile(r"(?:also )?in attendance|also present", re.IGNORECASE)
_APOLOGIES = re.compile(r"apolog", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One person.

    Args:
        role: in the committee; empty when it is not told.
        attendance: in the site's words, "Present, as expected".
    """

    name: str
    role: str
    attendance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Those who were there.

    Args:
        chair: the first of those present whose role says so; `None` when nobody's does.
        lines: each list that has names in it as a line of minutes, with the roles.
    """

    present: tuple[str, ...]
    in_attendance: tuple[str, ...]
    apologies: tuple[str, ...]
    chair: str | None
    lines: tuple[str, ...]


def listed(people: Iterable[Attendee]) -> Lists:
    """The lists; somebody who was only expected, or absent without a word, is in none."""
    everybody = [each for each in people if each.name]
    present = [each for each in everybody if _PRESENT.match(each.attendance)]
    in_attendance = [each for each in everybody if _IN_ATTENDANCE.match(each.attendance)]
    apologies = [each for each in everybody if _APOLOGIES.match(each.attendance)]
    heads = {"Present": present, "In attendance": in_attendance, "Apologies": apologies}
    return Lists(
        present=_names(present),
        in_attendance=_names(in_attendance),
        apologies=_names(apologies),
        chair=next((_name(each) for each in present if _CHAIR.match(each.role)), None),
        lines=tuple(
            f"{head}: {', '.join(map(_with_role, group))}" for head, group in heads.items() if group
        ),
    )


def _names(group: Iterable[Attendee]) -> tuple[str, ...]:
    return tuple(map(_name, group))


def _name(person: Attendee) -> str:
    """As lists of names are read elsewhere: without "Councillor"."""
    names, _ = names_in(person.name)
    return names[0] if len(names) == 1 else person.name


def _with_role(person: Attendee) -> str:
    mere = not person.role or _MERE_MEMBER.fullmatch(person.role)
    return person.name if mere else f"{person.name} ({person.role})"
