"""Passages of an invented council, made by hand."""

import datetime

from vectorstore.found import Reference, StoredPassage
from vectorstore.records import MeetingStatus, ParagraphKind

HELD = datetime.date(2021, 10, 14)


def passage(
    raw: str,
    *,
    id: str = "p1",
    start: int = 100,
    kind: ParagraphKind = ParagraphKind.NARRATIVE,
    date: datetime.date | None = HELD,
    meeting: str = "m1",
    item_title: str | None = "Electric Scooter Rental Trial",
    speakers: tuple[str, ...] = (),
) -> StoredPassage:
    """A passage of the Cabinet of Marlshire."""
    return StoredPassage(
        id=id,
        heading=item_title or "",
        raw=raw,
        start=start,
        end=start + len(raw),
        speakers=speakers,
        reference=Reference(
            document="cabinet.txt",
            title=None,
            council="Marlshire County Council",
            committee="Cabinet",
            date=date,
            status=MeetingStatus.APPROVED,
            meeting=meeting,
            item="88",
            item_title=item_title,
            paragraph="3",
            kind=kind,
            page=2,
            url=None,
        ),
    )
