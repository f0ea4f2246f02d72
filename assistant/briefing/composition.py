"""From a topic to a briefing: extracts and records of one edition, nothing made up."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.briefing.briefing import Briefing, Scope, Section, SectionKind
from assistant.briefing.decided import decision_groups, settled
from assistant.briefing.outstanding import outstanding, outstanding_groups
from assistant.briefing.overview import (
    purpose_group,
    source_group,
    summary_group,
    timeline_group,
)
from assistant.briefing.points import Group, numbered, when
from assistant.briefing.said import said, said_groups
from assistant.briefing.silence import silence_group
from assistant.briefing.topic import look_up
from assistant.numbering import Numbering
from assistant.understanding.question import understand
from vectorstore.edition import Edition
from vectorstore.found import Coverage, Filters, Reference

TITLES = {
    SectionKind.PURPOSE: "Purpose",
    SectionKind.SUMMARY: "Summary",
    SectionKind.TIMELINE: "Timeline",
    SectionKind.SAID: "What was said, by meeting",
    SectionKind.DECISIONS: "Decisions and votes",
    SectionKind.ACTIONS: "Requests and undertakings",
    SectionKind.SILENCE: "What the minutes do not say",
    SectionKind.SOURCES: "Sources",
}


def brief(edition: Edition, scope: Scope, drafted: datetime.date) -> Briefing:
    """The briefing on a topic; where the minutes are silent, it says so and what was searched.

    Args:
        scope: the topic, and what limits it; a period that the topic's words name counts where
            none is given.
        drafted: the day that the briefing bears.
    """
    words, scope = _understood(scope)
    filters = scope.filters()
    coverage = _together([edition.coverage(each) for each in filters])
    topics = [look_up(edition, words, each) for each in filters]
    points = said(edition, topics)
    found = [topic for topic in topics if topic.meetings]
    decided = (
        each
        for topic in found
        for each in edition.decisions(topic.filters)
        if topic.concerns(each.passages)
    )
    asked = (
        each
        for topic in found
        for each in edition.actions(topic.filters)
        if topic.concerns(each.passages)
    )
    decisions = settled(sorted(decided, key=lambda each: when(each.reference)))
    actions = [
        outstanding(edition, each) for each in sorted(asked, key=lambda each: when(each.reference))
    ]
    meetings = {key: each for topic in topics for key, each in topic.meetings.items()}
    groups: dict[SectionKind, Sequence[Group]] = {
        SectionKind.PURPOSE: purpose_group(scope, coverage, edition.name, drafted),
        SectionKind.SUMMARY: summary_group(edition, points, decisions, len(actions), meetings),
        SectionKind.TIMELINE: timeline_group(edition, points, decisions),
        SectionKind.SAID: said_groups(points),
        SectionKind.DECISIONS: decision_groups(edition, decisions),
        SectionKind.ACTIONS: outstanding_groups(edition, actions),
        SectionKind.SILENCE: [silence_group(topics, decisions, actions, coverage)],
        SectionKind.SOURCES: source_group(meetings, coverage, edition.name),
    }
    numbering = Numbering(edition)
    sections = tuple(
        Section(kind=kind, title=TITLES[kind], blocks=numbered(groups[kind], numbering))
        for kind in SectionKind
        if groups[kind]
    )
    return Briefing(
        scope=scope,
        councils=_councils(scope, meetings.values()),
        sections=sections,
        citations=numbering.citations,
        coverage=coverage,
        edition=edition.name,
        drafted=drafted,
    )


def _understood(scope: Scope) -> tuple[str, Scope]:
    """The words that name the topic alone, and the scope with the period that they name."""
    given = Filters(since=scope.since, until=scope.until)
    understood = understand(scope.topic, given)
    words = " ".join(part.asked for part in understood.parts)
    period = understood.filters
    return words, replace(scope, topic=words, since=period.since, until=period.until)


def _together(parts: Sequence[Coverage]) -> Coverage:
    """What several searches of different committees went through."""
    first = min((each.first_date for each in parts if each.first_date), default=None)
    last = max((each.last_date for each in parts if each.last_date), default=None)
    return Coverage(
        meetings=sum(each.meetings for each in parts),
        documents=sum(each.documents for each in parts),
        committees=tuple(sorted({name for each in parts for name in each.committees})),
        first_date=first,
        last_date=last,
        undated=sum(each.undated for each in parts),
        unreadable=max(each.unreadable for each in parts),
    )


def _councils(scope: Scope, references: Iterable[Reference]) -> tuple[str, ...]:
    if scope.council:
        return (scope.council,)
    return tuple(sorted({each.council for each in references if each.council}))
