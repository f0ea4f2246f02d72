"""What "the second one" is: a meeting, or a point, of the answer to the question before.

Answers from the same edition are always the same, so the earlier one is made again, in extracts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.composition import extracted, gather_within
from assistant.statement import Statement
from assistant.understanding.follow_up import standalone
from assistant.understanding.question import understand
from vectorstore.edition import Edition
from vectorstore.found import Filters, Reference

_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_POINTS = re.compile(
    r"(?:\b(?:about|at|in|of|on) )?\b(?:the|that) "
    rf"(?P<place>{'|'.join(_ORDER)}|last|1st|2nd|3rd|[4-9]th) "
    r"(?P<kind>one|meeting|session|point|decision|item|of (?:them|those|these))\b",
    re.IGNORECASE,
)
_MEETING = frozenset({"meeting", "session"})
_POINT = frozenset({"point", "decision", "item"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """What is asked once the earlier answer has said what is meant.

    Args:
        question: stands alone; `None` where the earlier answer has no such place.
        filters: those that were given, narrowed to the meeting that is meant.
    """

    question: str | None
    filters: Filters


def points(question: str) -> bool:
    """Whether a question points to a place in the answer before it."""
    return bool(_POINTS.search(question))


def pointed(question: str, history: Sequence[str], filters: Filters, edition: Edition) -> Pointed:
    """What a question means that points to a place in the answer before it.

    Args:
        history: the earlier questions, oldest first, at least one.
    """
    *before, last = history
    previous = understand(standalone(last, before), filters)
    _, evidence = gather_within(edition, previous, ())
    told = extracted(evidence, edition)
    match = _POINTS.search(question)
    kind, place = (match["kind"].lower(), match["place"].lower()) if match else ("", "")
    rest = " ".join(_POINTS.sub(" ", question).split())
    meetings = list({each.quotes[0].passage.reference.meeting: each for each in told}.values())
    if kind in _MEETING or (kind not in _POINT and len(meetings) > 1):
        meant = _at(meetings, place)
        if meant:
            held = meant.quotes[0].passage.reference
            return Pointed(
                question=standalone(rest, [previous.asked]), filters=_within(previous.filters, held)
            )
    else:
        meant = _at([each for each in told if not each.text.endswith(":")], place)
        if meant:
            # What ends a sentence or a clause would make parts of it.
            said = re.sub(r"[.;:?](?=\s|$)", ",", meant.text.removesuffix(" and")).rstrip(" ,")
            return Pointed(question=f"{rest.rstrip(' ?.!')} about {said}?", filters=filters)
    return Pointed(question=None, filters=filters)


def _at(told: Sequence[Statement], place: str) -> Statement | None:
    """The one at a place, as a word or a number; `None` where there are fewer."""
    if place == "last":
        return told[-1] if told else None
    at = _ORDER.index(place) if place in _ORDER else int(place[0]) - 1
    return told[at] if 0 <= at < len(told) else None


def _within(filters: Filters, held: Reference) -> Filters:
    return replace(
        filters,
        council=held.council or filters.council,
        committee=held.committee or filters.committee,
        since=held.date or filters.since,
        until=held.date or filters.until,
    )
