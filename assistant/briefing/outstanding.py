"""Requests and undertakings, and the later minutes that may report back on them.

Whether something was done is for a person to judge: a later minute is a possible follow-up, shown
with its words, and its absence shows only that the search found none.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.briefing.points import Group, Point, held, quoted, spanning, when
from assistant.evidence.weighing import share, weight
from assistant.statement import Quote
from vectorstore.business import RecordedAction
from vectorstore.edition import Edition
from vectorstore.found import Filters, Hit
from vectorstore.keywords import Term
from vectorstore.records import DECIDES, ActionKind, ParagraphKind
from vectorstore.stems import stems
from vectorstore.wording import fold, sentence_spans

# Passages looked at for each request, and how many of them are shown.
LOOKED_AT, SHOWN = 20, 2
# How like a request a later passage must be, and how much of its words' weight a sentence of it
# must hold.
LIKE, HELD = 0.55, 0.35
_REPORTS_NOTHING = DECIDES | {
    ParagraphKind.MOTION,
    ParagraphKind.ATTENDANCE,
    ParagraphKind.DECLARATION,
}
_KINDS = {ActionKind.REQUEST: "Request", ActionKind.UNDERTAKING: "Undertaking"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outstanding:
    """A request or undertaking with the later words that may report back, the likeliest first."""

    recorded: RecordedAction
    follow_ups: tuple[Quote, ...]


def outstanding(edition: Edition, recorded: RecordedAction) -> Outstanding:
    """A request or undertaking with its possible follow-ups, of whatever body.

    One made at a meeting without a date has none: what came later cannot be told.
    """
    reference = recorded.reference
    if reference.date is None:
        return Outstanding(recorded=recorded, follow_ups=())
    later = Filters(since=reference.date + datetime.timedelta(days=1))
    query = ". ".join(filter(None, (reference.item_title, recorded.quote)))
    terms = [term for term in edition.terms(recorded.quote) if term.passages]
    weights = {term.word: weight(term, edition.passages) for term in terms}
    hits = [
        hit
        for hit in edition.search(query, limit=LOOKED_AT, filters=later)
        if hit.similarity >= LIKE
        and hit.passage.reference.date is not None
        and hit.passage.reference.kind not in _REPORTS_NOTHING
    ]
    found = [
        (shared, quote)
        for hit in hits
        for shared, quote in [_nearest(hit, terms, weights)]
        if shared >= HELD
    ]
    ranked = sorted(found, key=lambda pair: -pair[0])
    return Outstanding(recorded=recorded, follow_ups=tuple(quote for _, quote in ranked[:SHOWN]))


def _nearest(hit: Hit, terms: Iterable[Term], weights: dict[str, float]) -> tuple[float, Quote]:
    """The sentence of a passage that holds most of a request's words, and how much it holds."""
    passage = hit.passage
    return max(
        (
            (
                share(stems(fold(passage.raw[start:end])), terms, weights),
                Quote(passage=passage, start=passage.start + start, end=passage.start + end),
            )
            for start, end in sentence_spans(passage.raw)
        ),
        key=lambda pair: pair[0],
    )


def outstanding_groups(edition: Edition, found: Sequence[Outstanding]) -> list[Group]:
    """Those without a possible follow-up first, for they may still be open."""
    open_still = [each for each in found if not each.follow_ups]
    followed = [each for each in found if each.follow_ups]
    groups = (
        ("No later minute was found that may report back", open_still),
        ("A later minute may report back", followed),
    )
    return [
        Group(
            heading=heading,
            points=tuple(point for each in listed for point in _points(edition, each)),
        )
        for heading, listed in groups
        if listed
    ]


def _points(edition: Edition, each: Outstanding) -> Iterator[Point]:
    action, passage = each.recorded.action, each.recorded.passages[0]
    by = f" by {re.sub('^The ', 'the ', action.by)}" if action.by else ""
    label = f"{_KINDS[action.kind]}{by}, {held(each.recorded.reference)}"
    yield quoted(spanning(edition, passage, action.start, action.end), label)
    reply = _next_sentence(each.recorded)
    if reply:
        yield quoted(reply, "The minute goes on")
    for quote in sorted(each.follow_ups, key=lambda quote: when(quote.passage.reference)):
        yield quoted(quote, f"Possible follow-up, {held(quote.passage.reference)}")


def _next_sentence(recorded: RecordedAction) -> Quote | None:
    """What stands next in the same paragraph, which may be the reply."""
    passage = recorded.passages[-1]
    for start, end in sentence_spans(passage.raw):
        if passage.start + start >= recorded.action.end:
            return Quote(passage=passage, start=passage.start + start, end=passage.start + end)
    return None
