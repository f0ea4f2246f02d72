"""The occasion that a question names in passing: a body, a month, a year.

It is a leaning, not a limit: "what did the Cabinet hear in October 2023" looks first at that
meeting, yet what other meetings say about the same matter is not hidden. Only the body at which
something was said, or which decided, is a limit (`within_body`).
"""

import calendar
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Filters, Reference

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH_AND_YEAR = re.compile(rf"\b({'|'.join(_MONTHS)}) ((?:19|20)\d\d)\b", re.IGNORECASE)
_IN_YEAR = re.compile(r"\b(?:in|during|of|for) ((?:19|20)\d\d)\b", re.IGNORECASE)
_KIND_OF_BODY = re.compile(
    r"\s+(?:(?:city|county|borough|district|town|parish|metropolitan) )?"
    r"(?:council|committee|board|panel|partnership)$",
    re.IGNORECASE,
)
_DECIDES = (
    r"(?:accept|adopt|agree|approve|decide|endorse|note|oppose|recommend|refuse|reject|resolve|"
    r"support)\b"
)
# Something was said at a body's meeting, or decided by the body.
_OF_BODY = (
    r"\b(?:at|in|within) (?:the )?{form}(?!\w)(?! members?\b)|"
    rf"\bdid (?:the )?{{form}} {_DECIDES}"
)
# A place as questions name it: "in Medway", "Medway's committee", "what did Medway decide".
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]or|[Ff]rom|[Aa]cross|[Ww]ithin) (?:the )?([A-Z][\w-]+)|"
    rf"\b([A-Z][\w-]+)[’']s\b|\b[Dd]id ([A-Za-z][\w-]+) {_DECIDES}|\b[Ii]n ([a-z][\w-]+)"
)


def places(question: str) -> frozenset[str]:
    """The words of a question that may name a place, in lower case."""
    return frozenset(
        word.casefold() for found in _PLACE.findall(question) for word in found if word
    )


def occasion(question: str, edition: Edition) -> Filters:
    """What a question says of where and when; `NO_FILTERS` when it says nothing."""
    since, until = _period(question)
    return Filters(
        council=_named(question, edition.councils()),
        committee=_named(question, edition.committees()),
        since=since,
        until=until,
    )


def fitting(reference: Reference, named: Filters) -> float:
    """The share of what an occasion names that a place is known to agree with, 0 to 1."""
    agreements = []
    if named.council:
        agreements.append(reference.council == named.council)
    if named.committee:
        agreements.append(reference.committee == named.committee)
    if named.since and named.until:
        held = reference.date
        agreements.append(held is not None and named.since <= held <= named.until)
    return sum(agreements) / len(agreements) if agreements else 0.0


def within(filters: Filters, named: Filters) -> Filters:
    """The filters in force narrowed to an occasion; `NO_FILTERS` when it adds nothing."""
    narrowed = replace(
        filters,
        council=filters.council or named.council,
        committee=filters.committee or named.committee,
        since=max(filter(None, (filters.since, named.since)), default=None),
        until=min(filter(None, (filters.until, named.until)), default=None),
    )
    return NO_FILTERS if narrowed == filters else narrowed


def filters_for(question: str, filters: Filters, edition: Edition) -> Filters:
    """The filters in force, narrowed to the occasion that a question names if it names one."""
    narrowed = within(filters, occasion(question, edition))
    return filters if narrowed == NO_FILTERS else narrowed


def _period(question: str) -> tuple[date | None, date | None]:
    month = _MONTH_AND_YEAR.search(question)
    if month:
        number, year = _MONTHS[month[1].lower()], int(month[2])
        return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])
    in_year = _IN_YEAR.search(question)
    if in_year:
        return date(int(in_year[1]), 1, 1), date(int(in_year[1]), 12, 31)
    return None, None


def period_words(question: str) -> frozenset[str]:
    """The words that name the month or the year of a meeting, in lower case."""
    found = _MONTH_AND_YEAR.search(question) or _IN_YEAR.search(question)
    return frozenset(word.casefold() for word in found.groups()) if found else frozenset()


def _tail(name: str) -> str:
    return " ".join(name.split()[-2:])


def named_bodies(question: str, names: Sequence[str]) -> list[str]:
    """The bodies that a question names, in full or by the place or matter they are named after;
    the longest name first."""
    # A "Cabinet Member" is not the Cabinet.
    return _matched(question, names, r"(?<!\w){form}(?!\w)(?! members?\b)")


def within_body(
    question: str, filters: Filters, edition: Edition, without: Collection[str]
) -> Filters:
    """The filters in force, and the one council or committee that a question says it is of: "at
    Scrutiny", "what did the Cabinet decide".

    Args:
        without: the names of filters that are not taken from the words.
    """
    councils, committees = (
        [] if field in without else _matched(question, names, _OF_BODY)
        for field, names in (("council", edition.councils()), ("committee", edition.committees()))
    )
    return replace(
        filters,
        council=filters.council or (councils[0] if len(councils) == 1 else None),
        committee=filters.committee or (committees[0] if len(committees) == 1 else None),
    )


def _matched(question: str, names: Sequence[str], pattern: str) -> list[str]:
    """The bodies of which a form stands in a question where a pattern has `{form}`."""
    found = []
    tails = Counter(_tail(name) for name in names)
    for name in names:
        # "The city council" is plain where there is only one.
        own_tail = _tail(name) if tails[_tail(name)] == 1 else name
        for form in filter(None, {name, _KIND_OF_BODY.sub("", name), own_tail}):
            if re.search(pattern.replace("{form}", re.escape(form)), question, re.IGNORECASE):
                found.append((len(form), name))
    return list(dict.fromkeys(name for _, name in sorted(found, reverse=True)))


def _named(question: str, names: Sequence[str]) -> str | None:
    return next(iter(named_bodies(question, names)), None)
