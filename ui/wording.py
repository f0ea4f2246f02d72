"""The words of the interface: dates, how a question ended, what was searched, where words stand."""

import datetime
from collections.abc import Mapping
from types import MappingProxyType

from assistant.answer import AnswerStatus
from vectorstore.found import Coverage, Filters, Only, Reference
from vectorstore.records import MeetingStatus
from vectorstore.wording import day_words

STATUS_WORDS: Mapping[AnswerStatus, str] = MappingProxyType(
    {
        AnswerStatus.ANSWERED: "Answered from the minutes",
        AnswerStatus.PARTLY_ANSWERED: "Partly answered: the minutes cover only part of this",
        AnswerStatus.NOT_FOUND: "Not found in the minutes searched",
        AnswerStatus.CLARIFY: "The question could mean several things",
        AnswerStatus.MODEL_UNAVAILABLE: "The language model did not answer",
    }
)
WORKING = "Searching the minutes…"
FAILED = "No answer"
STOPPED = "Stopped before it was whole"
UNEXPECTED = (
    "Something went wrong on our side and the question was not answered. Please try again; "
    "if it happens again, tell the people who run this service."
)
WENT_WRONG = (
    "Something went wrong on our side. Please try again; if it happens again, tell the people who "
    "run this service."
)
NO_DATE = "Date not recorded"
ONLY_WORDS: Mapping[Only, str] = MappingProxyType({Only.DECIDED: "Only what was decided"})

_MINUTES_STATUS = {
    MeetingStatus.DRAFT: "Draft minutes, not yet approved",
    MeetingStatus.APPROVED: "Approved minutes",
}


def date_words(day: datetime.date | None) -> str:
    """A date as people write it: "30 January 2025"."""
    return day_words(day) if day else NO_DATE


def moment_words(moment: datetime.datetime) -> str:
    """A moment as people write it: "5 November 2026, 14:31"."""
    return f"{date_words(moment.date())}, {moment:%H:%M}"


def count_words(number: int, one: str, many: str | None = None) -> str:
    """ "1 meeting", "14 meetings"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def scope_words(coverage: Coverage) -> str:
    """How much there is: "14 meetings of 4 committees, 12 March 2021 to 3 June 2024"."""
    if not coverage.documents:
        return "no meetings"
    words = count_words(coverage.meetings, "meeting")
    if coverage.committees:
        words += f" of {count_words(len(coverage.committees), 'committee')}"
    if coverage.first_date and coverage.last_date:
        words += f", {date_words(coverage.first_date)}"
        if coverage.last_date != coverage.first_date:
            words += f" to {date_words(coverage.last_date)}"
    if coverage.undated == coverage.meetings > 0:
        words += ", none with a recorded date"
    elif coverage.undated:
        words += f" ({count_words(coverage.undated, 'meeting')} without a recorded date)"
    return words


def coverage_words(coverage: Coverage, edition: str) -> str:
    """What was searched, in one sentence."""
    words = f"Searched {scope_words(coverage)}, edition {edition}"
    if coverage.unreadable:
        words += f"; {count_words(coverage.unreadable, 'document')} could not be read"
    return words + "."


def filter_words(filters: Filters) -> dict[str, str]:
    """The filters in force, by the name of the field."""
    words = {
        "council": filters.council,
        "committee": filters.committee,
        "since": filters.since and f"From {date_words(filters.since)}",
        "until": filters.until and f"Until {date_words(filters.until)}",
        "only": filters.only and ONLY_WORDS[filters.only],
    }
    return {name: label for name, label in words.items() if label}


def meeting_words(reference: Reference) -> str:
    """Who met: "Cabinet, Marlshire County Council"; a council that met itself comes once."""
    bodies = dict.fromkeys((reference.committee, reference.council))
    body = ", ".join(filter(None, bodies))
    return body or reference.title or reference.document


def place_words(reference: Reference) -> list[str]:
    """Where words stand within the library, widest first, the meeting's body apart."""
    parts = [date_words(reference.date)]
    if reference.item or reference.item_title:
        parts.append(" – ".join(filter(None, (_item(reference.item), reference.item_title))))
    if reference.paragraph:
        parts.append(f"Paragraph {reference.paragraph}")
    if reference.page:
        parts.append(f"Page {reference.page}")
    if reference.status:
        parts.append(_MINUTES_STATUS[reference.status])
    return parts


def _item(number: str | None) -> str | None:
    return f"Item {number}" if number else None
