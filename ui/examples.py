"""Questions to begin with, drawn from what the library itself talks about."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from vectorstore.edition import Edition
from vectorstore.records import DECIDES, AgendaItem

# Enough to know what a library talks about without reading all of a large one.
NEWEST_DOCUMENTS = 60

_DECIDED = "What was decided about {topic}?"
_PATTERNS = ("What was said about {topic}?", _DECIDED, "What is the latest on {topic}?", "{topic}")
# Every agenda has them, and nobody asks about them.
_ROUTINE = re.compile(
    r"apolog|declaration|disclosure|minutes|notes of|substitut|membership|election of"
    r"|appointment of|urgent|exempt|exclusion of|dates? of (the )?(next|future)|public questions"
    r"|petitions|introduction|announcement|work programme|matters arising|webcast"
    r"|any other business|^updates?$",
    re.IGNORECASE,
)
# The dash of "2014 - 17" parts nothing.
_SUBTITLE = re.compile(r"(?<!\d)\s+[-–—]\s+|\s+[-–—]\s+(?!\d)|:\s|\s*\(|\s+update$", re.IGNORECASE)
# "Priority two: safer roads": the words after the number tell the subject.
_NUMBERED = re.compile(
    r"^(?:priority|appendix|annex|part|section|schedule|theme|aim)\s+\w+\s*(?:[-–—:.]\s*|$)",
    re.IGNORECASE,
)
_LONGEST = 45


def example_questions(edition: Edition) -> tuple[str, ...]:
    """A few questions about the topics that come up most, the newest first among equals."""
    items = _items(edition)
    left = topics(_titles(items))
    decided = {each.casefold() for each in topics(_titles(filter(_decides, items)))}
    questions = []
    for pattern in _PATTERNS:
        fitting = (each for each in left if pattern != _DECIDED or each.casefold() in decided)
        topic = next(fitting, None)
        if topic is not None:
            left.remove(topic)
            questions.append(pattern.format(topic=topic))
    return tuple(questions)


def topics(titles: Iterable[str]) -> list[str]:
    """The subjects of agenda items without the routine ones, most frequent first."""
    subjects: Counter[str] = Counter()
    spelling: dict[str, str] = {}
    for title in titles:
        found = subject(title)
        if found is not None:
            subjects[found.casefold()] += 1
            spelling.setdefault(found.casefold(), found)
    return [spelling[each] for each, _ in subjects.most_common()]


def subject(title: str) -> str | None:
    """What an agenda item is about, by its title; `None` for routine business and long titles."""
    named = _NUMBERED.sub("", title.strip())
    found = _SUBTITLE.split(named, maxsplit=1)[0].strip(" .")
    return found if 3 < len(found) <= _LONGEST and not _ROUTINE.search(found) else None


def _titles(items: Iterable[AgendaItem]) -> list[str]:
    return [item.title for item in items if item.title]


def _decides(item: AgendaItem) -> bool:
    return any(paragraph.kind in DECIDES for paragraph in item.paragraphs)


def _items(edition: Edition) -> list[AgendaItem]:
    held = [summary for summary in edition.documents() if summary.meetings]
    # Those without a date are the last to be asked for, though they are listed last as well.
    held.sort(key=lambda summary: summary.date or date.min, reverse=True)
    newest = (edition.document(summary.key) for summary in held[:NEWEST_DOCUMENTS])
    return [item for document in newest for meeting in document.meetings for item in meeting.items]
