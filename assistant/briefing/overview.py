"""What frames a briefing: its purpose, the summary, the timeline and the sources."""

import datetime
import re
from collections.abc import Mapping, Sequence

from assistant.briefing.briefing import Scope
from assistant.briefing.points import (
    Group,
    Point,
    by_meeting,
    headed,
    held,
    opening,
    quoted,
    spanning,
    told,
    when,
)
from assistant.briefing.wording import counted, listed
from assistant.statement import Quote
from vectorstore.business import RecordedDecision
from vectorstore.edition import Edition
from vectorstore.found import Coverage, Reference
from vectorstore.records import MeetingStatus, ParagraphKind
from vectorstore.wording import day_words

# "RESOLVED that the report be noted." tells nothing of a topic.
_NOTED = re.compile(r"(?:\S+ ){1,8}be noted\.?")


def purpose_group(
    scope: Scope, coverage: Coverage, edition: str, drafted: datetime.date
) -> list[Group]:
    """What the briefing is about, and how to read it."""
    points = [
        told(f"This briefing sets out what the minutes record on “{scope.topic}”{_limits(scope)}."),
        told(
            f"It was drafted on {day_words(drafted)} from edition {edition} of the library of "
            f"minutes: {_extent(coverage)}."
        ),
        told(
            "Words in quotation marks are the minutes’ own; the number after each statement leads "
            "to the place that it comes from."
        ),
    ]
    return [Group(heading=None, points=tuple(points))]


def summary_group(
    edition: Edition,
    said: Sequence[Point],
    decisions: Sequence[RecordedDecision],
    actions: int,
    meetings: Mapping[str, Reference],
) -> list[Group]:
    """How often the topic came up, how it began, what was decided last and said last."""
    if not meetings:
        return []
    dated = sorted((each for each in meetings.values() if each.date), key=when)
    sittings = {_sitting(each) for each in meetings.values()}
    came_up = f"The topic came up at {counted(len(sittings), 'meeting')}"
    if len(dated) > 1:
        came_up += f", from {day_words(dated[0].date)} to {day_words(dated[-1].date)}"
    points = [
        told(
            f"{came_up}. Recorded on it: {counted(len(decisions), 'decision')}, "
            f"{counted(actions, 'request or undertaking', 'requests and undertakings')}."
        )
    ]
    known = [_opens(of_meeting) for reference, of_meeting in by_meeting(said) if reference.date]
    if known:
        points.append(_opening(known[0], "First said"))
    last = [each for each in decisions if each.reference.date and not _routine(each)]
    if last:
        label = f"Latest decision, {held(last[-1].reference)}"
        points.append(quoted(_whole(edition, last[-1]), label))
    if len(known) > 1:
        points.append(_opening(known[-1], "Last said"))
    return [Group(heading=None, points=tuple(points))]


def timeline_group(
    edition: Edition, said: Sequence[Point], decisions: Sequence[RecordedDecision]
) -> list[Group]:
    """A line for each meeting: what it resolved, or else what was said first."""
    leads = {
        _sitting(reference): (reference, _opens(of_meeting))
        for reference, of_meeting in reversed(by_meeting(said))
    }
    # What a meeting resolved in the end comes after its motions, and stands for them.
    in_the_end = sorted(decisions, key=lambda each: each.decision.kind is not ParagraphKind.MOTION)
    decided = {
        _sitting(each.reference): (each.reference, _whole(edition, each))
        for each in in_the_end
        if not _routine(each) or _sitting(each.reference) not in leads
    }
    lines = sorted((leads | decided).values(), key=lambda line: when(line[0]))
    points = tuple(opening(quote, headed(reference)) for reference, quote in lines)
    return [Group(heading=None, points=points)] if points else []


def source_group(
    meetings: Mapping[str, Reference], coverage: Coverage, edition: str
) -> list[Group]:
    """The documents that are quoted, and what was searched."""
    sources = dict.fromkeys(map(_source, sorted(meetings.values(), key=when)))
    documents = [told(source) for source in sources]
    searched = told(f"Searched: {_extent(coverage)}; edition {edition}.")
    return [Group(heading=None, points=(*documents, searched))]


def _sitting(reference: Reference) -> str:
    """What tells a sitting from another: a plan that was adopted at one bears its name and day."""
    return held(reference) if reference.date else reference.meeting


def _opens(of_meeting: Sequence[Point]) -> Quote:
    """What was said first that can be understood by itself: no point of a list, nor its lead."""
    whole = (
        point.quotes[0]
        for point in of_meeting
        if not point.text[:1].islower() and not point.text.endswith(":")
    )
    return next(whole, of_meeting[0].quotes[0])


def _opening(quote: Quote, label: str) -> Point:
    return opening(quote, f"{label}, {held(quote.passage.reference)}")


def _whole(edition: Edition, decided: RecordedDecision) -> Quote:
    return spanning(edition, decided.passages[0], decided.decision.start, decided.decision.end)


def _routine(decided: RecordedDecision) -> bool:
    return _NOTED.fullmatch(decided.quote) is not None


def _source(reference: Reference) -> str:
    draft = " (draft minutes)" if reference.status is MeetingStatus.DRAFT else ""
    url = f", {reference.url}" if reference.url and reference.url != reference.document else ""
    return f"{headed(reference)}{draft}: {reference.document}{url}"


def _limits(scope: Scope) -> str:
    where = scope.committees or ((scope.council,) if scope.council else ())
    words = f" at {listed(where)}" if where else ""
    if scope.since:
        words += f", from {day_words(scope.since)}"
    if scope.until:
        words += f", until {day_words(scope.until)}"
    return words


def _extent(coverage: Coverage) -> str:
    words = counted(coverage.meetings, "meeting")
    if coverage.committees:
        words += f" of {counted(len(coverage.committees), 'committee')}"
    if coverage.first_date and coverage.last_date:
        words += f", {day_words(coverage.first_date)} to {day_words(coverage.last_date)}"
    return words
