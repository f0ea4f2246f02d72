"""What was said on a topic, meeting by meeting, in the minutes' own words."""

from collections import Counter
from collections.abc import Iterable

from assistant.briefing.points import Group, Point, by_meeting, headed, held, quoted
from assistant.briefing.topic import Topic
from assistant.statement import Quote
from vectorstore.edition import Edition
from vectorstore.wording import sentence_spans

# How many passages before a point of a list its lead may stand.
REACH = 15


def said(edition: Edition, topics: Iterable[Topic]) -> list[Point]:
    """Extracts, one for each run of words; points of a list come with the words that lead to it."""
    quotes = [
        quote for topic in topics for told in topic.said for quote in (*_lead(edition, told), told)
    ]
    return [quoted(quote) for quote in dict.fromkeys(quotes)]


def _lead(edition: Edition, point: Quote) -> tuple[Quote, ...]:
    """The sentence that leads to a list which a quote is a point of, "Mr Okafor reported that:"."""
    if not point.text[:1].islower():
        return ()
    *before, _ = edition.surroundings(point.passage.id, before=REACH, after=0)
    for passage in reversed(before):
        if passage.text.endswith(":"):
            start, end = sentence_spans(passage.raw)[-1]
            return (Quote(passage=passage, start=passage.start + start, end=passage.start + end),)
        if not passage.text[:1].islower():
            break
    return ()


def said_groups(points: Iterable[Point]) -> list[Group]:
    """One group for each meeting; what else bears its name, a plan say, is told by its title."""
    meetings = by_meeting(points)
    times = Counter(held(reference) for reference, _ in meetings)
    return [
        Group(
            heading=headed(reference)
            + (f" – {reference.title or reference.document}" if times[held(reference)] > 1 else ""),
            points=tuple(of_meeting),
        )
        for reference, of_meeting in meetings
    ]
