"""The business of meetings: decisions, votes, requests and undertakings, to be cited."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from vectorstore import reading, scope
from vectorstore.found import NO_FILTERS, Filters, Reference, StoredPassage
from vectorstore.records import Action, ActionKind, Decision, ParagraphKind, Vote
from vectorstore.wording import fold

Rows = Callable[[str, Sequence[Any]], list[sqlite3.Row]]

_IN_ORDER = (
    'ORDER BY date IS NULL, date, meeting, business."start", business.ordinal, places."start"'
)
_DECISIONS = """
    SELECT business.item, business.ordinal, business.kind AS decides, business.proposer,
           business.seconder, business.vote AS taken, business."start" AS first,
           business."end" AS last, votes.subject, votes.outcome, votes.in_favour, votes.against,
           votes.abstained, votes."start" AS vote_start, votes."end" AS vote_end, votes.voters,
           substr(documents.text, business."start" + 1, business."end" - business."start") AS words,
           places.*
    FROM decisions AS business
    JOIN places ON places.item = business.item
         AND places."start" < business."end" AND places."end" > business."start"
    JOIN documents ON documents.id = places.document
    LEFT JOIN votes ON votes.item = business.item AND votes.ordinal = business.vote
"""
_ACTIONS = """
    SELECT business.item, business.ordinal, business.kind AS does, business."by",
           business."start" AS first, business."end" AS last,
           substr(documents.text, business."start" + 1, business."end" - business."start") AS words,
           places.*
    FROM actions AS business
    JOIN places ON places.item = business.item
         AND places."start" < business."end" AND places."end" > business."start"
    JOIN documents ON documents.id = places.document
"""
_VOTES = """
    SELECT business.item, business.ordinal, business.subject, business.outcome,
           business.in_favour, business.against, business.abstained,
           business."start" AS vote_start, business."end" AS vote_end, business.voters, places.*
    FROM votes AS business
    JOIN places ON places.item = business.item
         AND places."start" < business."end" AND places."end" > business."start"
"""
_OF_KINDS = """
    SELECT actions.item, count(*) OVER () AS recorded
    FROM actions
    JOIN items ON items.id = actions.item
    JOIN meetings ON meetings.id = items.meeting
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDecision:
    """A decision, and where the words that make it stand.

    Args:
        item: the id of its agenda item within its edition.
        vote: taken on it; `None` when none is recorded.
        quote: its words, verbatim with the labels of its points, white space folded.
        passages: at least one: those that hold its words, in the order of the text.
    """

    item: str
    decision: Decision
    vote: Vote | None
    quote: str
    passages: tuple[StoredPassage, ...]

    @property
    def reference(self) -> Reference:
        """Where it begins."""
        return self.passages[0].reference


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAction:
    """A request or an undertaking, and where the sentence that makes it stands.

    Args:
        item: the id of its agenda item within its edition.
        quote: its words, verbatim, white space folded.
        passages: at least one: those that hold its words, in the order of the text.
    """

    item: str
    action: Action
    quote: str
    passages: tuple[StoredPassage, ...]

    @property
    def reference(self) -> Reference:
        """Where it begins."""
        return self.passages[0].reference


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedVote:
    """A vote, what it was taken on, and where the words that record it stand.

    Args:
        item: the id of its agenda item within its edition.
        on: the motion, or else the resolution, that it was taken on; `None` when none is known.
        passages: at least one: those that hold its words, in the order of the text.
    """

    item: str
    vote: Vote
    on: RecordedDecision | None
    passages: tuple[StoredPassage, ...]

    @property
    def reference(self) -> Reference:
        """Where it begins."""
        return self.passages[0].reference


def decisions(
    rows: Rows, filters: Filters = NO_FILTERS, items: Iterable[str] | None = None
) -> list[RecordedDecision]:
    """The decisions of the meetings that filters let through, by date, undated last.

    Args:
        rows: asks the catalogue.
        items: the ids of the agenda items to keep to; `None` takes all.
    """
    return [
        RecordedDecision(
            item=found[0]["item"],
            decision=Decision(
                kind=ParagraphKind(found[0]["decides"]),
                start=found[0]["first"],
                end=found[0]["last"],
                proposer=found[0]["proposer"],
                seconder=found[0]["seconder"],
                vote=found[0]["taken"],
            ),
            vote=_vote(found[0]),
            quote=fold(found[0]["words"]),
            passages=tuple(map(reading.stored_passage, found)),
        )
        for found in _grouped(rows, _DECISIONS, filters, items)
    ]


def votes(
    rows: Rows, filters: Filters = NO_FILTERS, items: Iterable[str] | None = None
) -> list[RecordedVote]:
    """The votes of the meetings that filters let through, by date, undated last.

    Args:
        rows: asks the catalogue.
        items: the ids of the agenda items to keep to; `None` takes all.
    """
    taken_on: dict[tuple[str, int], RecordedDecision] = {}
    kept = list(items) if items is not None else None
    for each in decisions(rows, filters, kept):
        if each.decision.vote is not None:
            # The motion comes before what was resolved upon it.
            taken_on.setdefault((each.item, each.decision.vote), each)
    return [
        RecordedVote(
            item=found[0]["item"],
            vote=vote,
            on=taken_on.get((found[0]["item"], found[0]["ordinal"])),
            passages=tuple(map(reading.stored_passage, found)),
        )
        for found in _grouped(rows, _VOTES, filters, kept)
        if (vote := _vote(found[0]))
    ]


def actions(
    rows: Rows, filters: Filters = NO_FILTERS, items: Iterable[str] | None = None
) -> list[RecordedAction]:
    """The requests and undertakings of the meetings that filters let through, by date.

    Args:
        rows: asks the catalogue.
        items: the ids of the agenda items to keep to; `None` takes all.
    """
    return [
        RecordedAction(
            item=found[0]["item"],
            action=Action(
                kind=ActionKind(found[0]["does"]),
                start=found[0]["first"],
                end=found[0]["last"],
                by=found[0]["by"],
            ),
            quote=fold(found[0]["words"]),
            passages=tuple(map(reading.stored_passage, found)),
        )
        for found in _grouped(rows, _ACTIONS, filters, items)
    ]


def latest_items(
    rows: Rows, filters: Filters, kinds: Iterable[ActionKind], most: int
) -> tuple[list[str], int]:
    """The ids of the agenda items that hold the latest requests and undertakings of some kinds,
    at most so many of these, and how many there are in all."""
    condition, values = scope.condition(filters)
    found = rows(
        f"{_OF_KINDS} WHERE {condition} AND actions.kind IN (SELECT value FROM json_each(?)) "
        'ORDER BY date DESC, meeting DESC, actions."start" DESC LIMIT ?',
        (*values, json.dumps(sorted(kinds)), most),
    )
    return list({row["item"] for row in found}), found[0]["recorded"] if found else 0


def _grouped(
    rows: Rows, query: str, filters: Filters, items: Iterable[str] | None
) -> list[list[sqlite3.Row]]:
    """The rows of each piece of business: one for each passage that holds some of it."""
    condition, values = scope.condition(filters)
    if items is not None:
        condition += " AND business.item IN (SELECT value FROM json_each(?))"
        values += (json.dumps(sorted(items)),)
    found = rows(f"{query} WHERE {condition} {_IN_ORDER}", values)
    return [
        list(group) for _, group in groupby(found, key=lambda row: (row["item"], row["ordinal"]))
    ]


def _vote(row: sqlite3.Row) -> Vote | None:
    if row["vote_start"] is None:
        return None
    return Vote(
        subject=row["subject"],
        outcome=row["outcome"],
        in_favour=row["in_favour"],
        against=row["against"],
        abstained=row["abstained"],
        start=row["vote_start"],
        end=row["vote_end"],
        voters=reading.voters(row["voters"]),
    )
