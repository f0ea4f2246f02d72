"""Questions to begin with, drawn from what the library itself talks about."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from vectorstore.edition import Edition

# Enough to know what a library talks about without reading all of a large one.
NEWEST_DOCUMENTS = 60
EXAMPLES = 4

_PATTERNS = (
    "What was said about {topic}?",
    "What was decided about {topic}?",
    "What is the latest on {topic}?",
    "{topic}",
)
# Every agenda has them, and nobody asks about them.
_ROUTINE = re.compile(
    r"apolog|declaration|disclosure|minutes|substitut|membership|election of|appointment of"
    r"|urgent|exempt|exclusion of|date of (the )?next|public questions|petitions|introduction"
    r"|announcement|work programme|matters arising|webcast|any other business",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"\s+[-–—]\s+|:\s|\s*\(")
# "Priority two: safer roads": the words after the number tell the subject.
_NUMBERED = re.compile(
    r"^(?:priority|appendix|annex|part|section|schedule|theme|aim)\s+\w+\s*(?:[-–—:.]\s*|$)",
    re.IGNORECASE,
)
_LONGEST = 45


def example_questions(edition: Edition) -> tuple[str, ...]:
    """A few questions about the topics that come up most, the newest first among equals."""
    patterns = iter(_PATTERNS)
    return tuple(
        next(patterns).format(topic=topic)
        for topic in topics(_titles(edition))[: min(EXAMPLES, len(_PATTERNS))]
    )


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


def _titles(edition: Edition) -> Iterable[str]:
    dated = [summary for summary in edition.documents() if summary.date and summary.meetings]
    documents = (
        edition.document(name)
        for name, times in Counter(summary.name for summary in dated).items()
        if times == 1
    )
    newest = list(documents)[-NEWEST_DOCUMENTS:][::-1]
    meetings = chain.from_iterable(document.meetings for document in newest)
    return [item.title for meeting in meetings for item in meeting.items if item.title]
