"""What the minutes do not say on a topic, and how far the search went."""

from collections.abc import Iterator, Sequence

from assistant import phrasing
from assistant.briefing.outstanding import Outstanding
from assistant.briefing.points import Group, Point, told
from assistant.briefing.topic import Topic
from assistant.briefing.wording import counted, listed
from vectorstore.business import RecordedDecision
from vectorstore.found import Coverage, Reference
from vectorstore.records import MeetingStatus
from vectorstore.wording import day_words


def silence_group(
    topics: Sequence[Topic],
    decisions: Sequence[RecordedDecision],
    outstanding: Sequence[Outstanding],
    coverage: Coverage,
) -> Group:
    """What is missing, each as a sentence of the program's own."""
    points = (
        *_of_the_topic(topics, coverage),
        *(_of_business(decisions, outstanding) if _found(topics) else ()),
        *_of_the_sources(topics, coverage),
    )
    return Group(heading=None, points=points)


def _found(topics: Sequence[Topic]) -> list[Reference]:
    return [each for topic in topics for each in topic.meetings.values()]


def _of_the_topic(topics: Sequence[Topic], coverage: Coverage) -> Iterator[Point]:
    references = _found(topics)
    if not references:
        yield told("Nothing on this was found in the minutes that were searched.")
        return
    for topic in topics[:1]:
        missing = phrasing.shortfall(topic.findings.part, topic.verdict, alone=True)
        if missing:
            yield told(missing)
    bodies = {each.committee for each in references}
    silent = [name for name in coverage.committees if name not in bodies]
    if silent:
        yield told(f"Nothing on this was found in the minutes of {listed(silent)}.")
    last = max((each.date for each in references if each.date), default=None)
    if last and coverage.last_date and coverage.last_date > last:
        yield told(
            f"Nothing later than {day_words(last)} was found; the minutes searched go on to "
            f"{day_words(coverage.last_date)}."
        )
    unquoted = sum(topic.unquoted for topic in topics)
    if unquoted:
        yield told(
            f"{counted(unquoted, 'more paragraph')} on this, in the minutes of the meetings named "
            "here, did not fit into this draft."
        )


def _of_business(
    decisions: Sequence[RecordedDecision], outstanding: Sequence[Outstanding]
) -> Iterator[Point]:
    if not decisions:
        yield told("No decision on this is recorded.")
    unvoted = sum(each.vote is None for each in decisions)
    if unvoted:
        yield told(f"No vote is recorded on {unvoted} of {counted(len(decisions), 'decision')}.")
    unmoved = sum(each.decision.proposer is None for each in decisions)
    if unmoved:
        yield told(
            f"Who proposed and seconded is not recorded for {unmoved} of "
            f"{counted(len(decisions), 'decision')}."
        )
    unanswered = sum(not each.follow_ups for each in outstanding)
    if unanswered:
        made = counted(len(outstanding), "request or undertaking", "requests and undertakings")
        yield told(
            f"No later minute was found that may report back on {unanswered} of {made}; what was "
            "asked for may have been done without a minute of it."
        )


def _of_the_sources(topics: Sequence[Topic], coverage: Coverage) -> Iterator[Point]:
    references = {key: each for topic in topics for key, each in topic.meetings.items()}.values()
    drafts = sum(each.status is MeetingStatus.DRAFT for each in references)
    if drafts:
        yield told(f"The minutes of {counted(drafts, 'meeting')} quoted here are not approved yet.")
    undated = sum(each.date is None for each in references)
    if undated:
        yield told(f"The date of {counted(undated, 'meeting')} quoted here is not recorded.")
    cut_off = sorted({each.document for each in references if each.cut_off})
    if cut_off:
        yield told(f"Some of the text is only in part in the library: {listed(cut_off)}.")
    if coverage.unreadable:
        yield told(f"{counted(coverage.unreadable, 'document')} could not be read.")
