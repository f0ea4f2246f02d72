"""What was said on a topic, meeting by meeting, in the minutes' own words."""

from collections import Counter
from collections.abc import Iterable

from assistant.briefing.points import Group, Point, by_meeting, held, quoted
from assistant.briefing.topic import Topic


def said(topics: Iterable[Topic]) -> list[Point]:
    """Extracts, one for each run of words."""
    return [quoted(quote) for topic in topics for quote in topic.said]


def said_groups(points: Iterable[Point]) -> list[Group]:
    """One group for each meeting; what else bears its name, a plan say, is told by its title."""
    meetings = by_meeting(points)
    times = Counter(held(reference) for reference, _ in meetings)
    return [
        Group(
            heading=held(reference)
            + (f" – {reference.title or reference.document}" if times[held(reference)] > 1 else ""),
            points=tuple(of_meeting),
        )
        for reference, of_meeting in meetings
    ]
