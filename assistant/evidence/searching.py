"""The passages that may answer a part of a question, as a search of the library brings them."""

from collections.abc import Iterable

from assistant.evidence.persons import presented
from assistant.understanding.occasion import within
from assistant.understanding.question import Kind, Part
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Filters, Hit
from vectorstore.records import ParagraphKind

# How many passages a search brings.
FOUND = 40
# Who was there matters to these kinds only.
ASK_OF_ATTENDANCE = frozenset({Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.FIGURE, Kind.YES_NO})
# How minutes tell who brought a matter before a meeting.
PRESENTED_AS = "introduced the report"


def passages(edition: Edition, part: Part, filters: Filters, named: Filters) -> list[Hit]:
    """The passages found, those of the meeting that the question names among them."""
    hits = edition.search(part.about, limit=FOUND, filters=filters)
    narrowed = within(filters, named)
    if presented(part):
        hits += edition.search(f"{part.about} {PRESENTED_AS}", limit=FOUND // 2, filters=filters)
    if narrowed != NO_FILTERS:
        hits += edition.search(part.about, limit=FOUND // 2, filters=narrowed)
    distinct = {hit.passage.id: hit for hit in reversed(hits)}
    return sorted(distinct.values(), key=lambda hit: -hit.score)


def telling(hits: Iterable[Hit], part: Part) -> list[Hit]:
    """The hits that may answer: who was there matters to some kinds only."""
    return [
        hit
        for hit in hits
        if part.kind in ASK_OF_ATTENDANCE
        or hit.passage.reference.kind is not ParagraphKind.ATTENDANCE
    ]
