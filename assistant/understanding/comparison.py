"""The sides of a comparison, each a question of its own: councils, places or years."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.understanding.occasion import named_bodies
from assistant.understanding.question import BROAD, Kind, Part
from vectorstore.edition import Edition
from vectorstore.found import Filters
from vectorstore.keywords import content_words

_COMPARES = re.compile(
    r"\b(?:compar\w*|contrast\w*|differ\w*|versus|vs\.?|both|as against|side by side)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/–-])(?:19|20)\d\d\b(?![/–-]\d)")
_TWO_YEARS = re.compile(
    rf"\bin {_YEAR.pattern},? (?:and|or|against|with|to|than) (?:in )?{_YEAR.pattern}",
    re.IGNORECASE,
)
_TWO_PLACES = re.compile(
    r"\b([A-Z][\w-]+)(?:[’']s)? (?:and|with|to|or|against|versus|vs\.?) ([A-Z][\w-]+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a comparison.

    Args:
        part: what is asked of it; `asked` names it.
        filters: what it is limited to, beside what the whole question is limited to.
    """

    part: Part
    filters: Filters


def sides(part: Part, filters: Filters, edition: Edition) -> tuple[Side, ...]:
    """A part of a question taken by its sides; itself alone where it compares nothing."""
    # The year of a figure or of an event need not be that of the meeting which told it.
    of_meetings = part.kind in BROAD or part.kind is Kind.DECIDED
    years = list(dict.fromkeys(_YEAR.findall(part.text))) if of_meetings else []
    compares = _COMPARES.search(part.text)
    if len(years) > 1 and (compares or _TWO_YEARS.search(part.text)):
        return tuple(_of_year(part, filters, years, int(year)) for year in years)
    councils = named_bodies(part.text, edition.councils()) if compares else []
    if len(councils) > 1:
        return tuple(
            _side(part, replace(filters, council=council), [*councils, *_places(part)], council)
            for council in councils
        )
    places = _places(part) if compares else []
    if len(places) > 1:
        return tuple(_side(part, filters, places, place, kept=f" in {place}") for place in places)
    return (Side(part=part, filters=filters),)


def _of_year(part: Part, filters: Filters, years: Sequence[str], year: int) -> Side:
    within = replace(filters, since=date(year, 1, 1), until=date(year, 12, 31))
    return _side(part, within, years, str(year))


def _side(part: Part, filters: Filters, named: Sequence[str], name: str, *, kept: str = "") -> Side:
    """The part without the words for its sides, and what is `kept` of this one's."""
    words = r"|".join(re.escape(each) for each in sorted(named, key=len, reverse=True))
    rest = re.sub(rf"\b(?:{words})\b(?:[’']s)?", " ", _COMPARES.sub(" ", part.text))
    topic = " ".join(content_words(rest)) or part.asked
    return Side(
        part=replace(
            part, text=f"{topic}{kept}", asked=f"{topic} ({name})", beside="", compared=True
        ),
        filters=filters,
    )


def _places(part: Part) -> list[str]:
    """Two names side by side: "Kent and Medway"."""
    found = _TWO_PLACES.search(part.text)
    return list(found.groups()) if found else []
