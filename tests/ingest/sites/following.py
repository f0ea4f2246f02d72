"""What the tests of following a site publish, and how they look at what came of it."""

import datetime as dt
from collections.abc import Callable

from ingest.report import IngestReport
from tests.ingest.sites.published import Item, Meeting
from vectorstore.records import Document

Refresh = Callable[..., IngestReport]
TODAY = dt.datetime.now(dt.UTC).date()
HALF_A_YEAR_AGO = TODAY - dt.timedelta(days=180)
LAST_WEEK = TODAY - dt.timedelta(days=7)


def ferry(**changes: str) -> Item:
    told = {"minutes": "<p>1. Mr Thrale said that the ferry was out of service.</p>"} | changes
    return Item(id="801", title="Chain ferry", number="1.", **told)  # type: ignore[arg-type]


def bridge() -> Item:
    return Item(
        id="802",
        title="Swing bridge",
        number="2.",
        minutes="<p><b>RESOLVED</b> that the bridge be\npainted green.</p>",
    )


def sitting(number: int, date: dt.date = dt.date(2024, 6, 4), **changes: object) -> Meeting:
    meeting = Meeting(id=str(number), date=date, items=[ferry(), bridge()])
    for name, value in changes.items():
        setattr(meeting, name, value)
    return meeting


def outcomes(report: IngestReport) -> dict[str, int]:
    return {outcome.value: count for outcome, count in report.documents.items() if count}


def titles(document: Document) -> list[str | None]:
    return [item.title for item in document.meetings[0].items if item.number]


def words(document: Document) -> str:
    return " ".join(document.words(p.start, p.end) for _, _, p in document.paragraphs())
