"""What a briefing tells before its citations are numbered: points with the quotes they rest on."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.answer import SentenceKind
from assistant.briefing.briefing import Block, Line, Voice
from assistant.numbering import Numbering
from assistant.statement import Quote, Statement
from vectorstore.edition import Edition
from vectorstore.found import Reference, StoredPassage
from vectorstore.wording import day_words, sentence_spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A line to be.

    Args:
        quotes: what it rests on; empty only for what the program tells of its own search.
    """

    text: str
    voice: Voice
    quotes: tuple[Quote, ...] = ()
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A block to be."""

    heading: str | None
    points: tuple[Point, ...]


def quoted(quote: Quote, label: str | None = None) -> Point:
    """The words of a quote as a point."""
    return Point(text=quote.text, voice=Voice.MINUTES, quotes=(quote,), label=label)


def opening(quote: Quote, label: str) -> Point:
    """The first sentence of a quote, resting on the whole of it."""
    start, end = sentence_spans(quote.text)[0]
    return Point(text=quote.text[start:end], voice=Voice.MINUTES, quotes=(quote,), label=label)


def told(text: str, *quotes: Quote, label: str | None = None) -> Point:
    """A sentence of the program's own."""
    return Point(text=text, voice=Voice.PROGRAM, quotes=quotes, label=label)


def spanning(edition: Edition, passage: StoredPassage, start: int, end: int) -> Quote:
    """The words between two offsets as one quote, however many passages they run through.

    Args:
        passage: the one that holds the first of them, whose place the quote bears.
    """
    raw = edition.verbatim(passage.id, start, end)
    return Quote(passage=replace(passage, raw=raw, start=start, end=end), start=start, end=end)


def held(reference: Reference) -> str:
    """When and who: "14 October 2021, Cabinet, Marlshire County Council"."""
    body = [name for name in (reference.committee, reference.council) if name]
    return ", ".join(
        [day_words(reference.date), *(body or [reference.title or reference.document])]
    )


def headed(reference: Reference) -> str:
    """The same as words that open a line."""
    words = held(reference)
    return words[:1].upper() + words[1:]


def numbered(groups: Sequence[Group], numbering: Numbering) -> tuple[Block, ...]:
    """Groups as blocks, their quotes numbered as they come."""
    return tuple(
        Block(
            heading=group.heading,
            lines=tuple(_line(point, numbering) for point in group.points),
        )
        for group in groups
    )


def _line(point: Point, numbering: Numbering) -> Line:
    statement = Statement(
        text=point.text, quotes=point.quotes, kind=SentenceKind.SUMMARY, meeting=None
    )
    return Line(
        text=point.text,
        voice=point.voice,
        citations=numbering.sentence(statement).citations,
        label=point.label,
    )


def by_meeting(points: Iterable[Point]) -> list[tuple[Reference, list[Point]]]:
    """Points that rest on quotes, by meeting, in the order of dates and of the text."""
    ordered = sorted(points, key=_place)
    return [
        (of_meeting[0].quotes[0].passage.reference, of_meeting)
        for _, run in groupby(ordered, key=lambda each: each.quotes[0].passage.reference.meeting)
        for of_meeting in [list(run)]
    ]


def _place(point: Point) -> tuple[bool, datetime.date, str, int]:
    reference = point.quotes[0].passage.reference
    return (*when(reference), reference.meeting, point.quotes[0].start)


def when(reference: Reference) -> tuple[bool, datetime.date]:
    """What puts meetings in the order of their dates, those without one last."""
    return reference.date is None, reference.date or datetime.date.min
