"""The offices that a text gives people: "Mr A Okafor, Director of Highways"."""

import re
from itertools import chain

from ingest.speakers import NAME, OFFICE_WORD, PLAIN_NAME, at_capitals, capitals_of
from vectorstore.records import Role
from vectorstore.wording import fold

_WHO = rf"(?P<name>{NAME}|{PLAIN_NAME})"
# An office goes on as long as its words have capitals, and ends where another person begins.
_OFFICE = (
    rf"(?P<office>(?!{NAME})(?:[A-Z][\w’'-]+ ){{0,3}}{OFFICE_WORD}\b(?:-\w+)?"
    rf"(?:(?!,? and {NAME})(?:\s(?:of|for|and|the|to|in|at|with|&))*\s[A-Z][\w’'&-]*)*)"
)
_NAME_FIRST = (
    re.compile(rf"\b{_WHO}\s+\((?:the )?{_OFFICE}\)"),
    re.compile(rf"\b{_WHO},\s+(?:the )?{_OFFICE}"),
)
_OFFICE_FIRST = re.compile(
    r"\b[Tt]he (?P<office>(?:Vice-)?Chair(?:man|woman|person)?|Leader(?: of the Council)?|"
    r"(?:Cabinet Member|Portfolio Holder|Director|Head) (?:for|of) [A-Z][\w’' ,&-]{2,80}?|"
    rf"Chief Executive|Monitoring Officer),\s+{_WHO},"
)


def roles(text: str) -> tuple[Role, ...]:
    """Who holds which office by the words of a text, in its order.

    The office is as printed, white space folded; nobody is given one that the words do not say.
    """
    capitals = capitals_of(text)
    name_first = (at_capitals(pattern, text, capitals) for pattern in _NAME_FIRST)
    found = {
        match.start(): Role(
            name=fold(match["name"]),
            office=fold(match["office"]),
            start=match.start(),
            end=match.end(),
        )
        for match in (*chain.from_iterable(name_first), *_OFFICE_FIRST.finditer(text))
    }
    return tuple(found[start] for start in sorted(found))
