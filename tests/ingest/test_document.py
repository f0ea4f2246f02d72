"""One source from its bytes to the document."""

import datetime as dt
import hashlib
from collections.abc import Callable

import pytest

from ingest.document import read_document
from ingest.metadata import Metadata
from vectorstore.errors import UnreadableDocument
from vectorstore.records import Document, DocumentKind, MeetingStatus

PAGE = "Agenda item\n\nDucks\n\nMinutes:\n\n1. Mr Pell explained it. Later Al Pell left.\n"


def test_what_is_known_from_elsewhere_holds_over_the_text() -> None:
    given = Metadata(
        council="Marsh Council",
        committee="Parks Panel",
        date=dt.date(2024, 3, 4),
        title="On ducks",
        status=MeetingStatus.DRAFT,
        url="https://x.example/1",
    )
    document = read_document("a.txt", PAGE.encode(), given)
    meeting = document.meetings[0]
    assert (meeting.council, meeting.committee) == ("Marsh Council", "Parks Panel")
    assert (meeting.date, meeting.status) == (dt.date(2024, 3, 4), MeetingStatus.DRAFT)
    assert (document.title, document.url) == ("On ducks", "https://x.example/1")


def test_what_no_one_says_is_not_recorded() -> None:
    document = read_document("a.txt", PAGE.encode(), Metadata())
    meeting = document.meetings[0]
    assert (meeting.council, meeting.committee, meeting.date, meeting.status) == (None,) * 4
    assert (document.title, document.url, document.page_starts) == ("Ducks", None, ())
    assert document.digest == hashlib.sha256(PAGE.encode()).hexdigest()


def test_offsets_lead_to_the_verbatim_words(read_text: Callable[[str], Document]) -> None:
    document = read_text(PAGE)
    ((_, _, paragraph),) = document.paragraphs()
    assert document.text == PAGE
    assert document.text[paragraph.start : paragraph.end].startswith("Mr Pell explained it.")
    assert paragraph.speakers == ("Mr Pell",)
    assert paragraph.page is None


def test_a_document_that_is_said_to_be_an_agreement_is_read_as_one() -> None:
    text = "Our promises\n\n1. Ducks\n\nWe feed them.\n\n2. Swans\n\nWe do not."
    assert read_document("a.txt", text.encode(), Metadata()).kind is DocumentKind.MINUTES
    said = read_document("a.txt", text.encode(), Metadata(kind=DocumentKind.AGREEMENT))
    assert said.kind is DocumentKind.AGREEMENT
    assert [item.title for item in said.meetings[0].items][-2:] == ["Ducks", "Swans"]


def test_a_web_page_of_a_meeting_is_read_like_its_text() -> None:
    page = (
        "<html><head><title>Agenda and minutes - Parks Panel - Monday, 4th March, 2024 2.00 pm - "
        "Marsh Town Council</title></head><body><main><h1>Agenda and minutes</h1>"
        "<h2>Parks Panel<br>Monday, 4th March, 2024 2.00 pm</h2><p>Venue: The Mill. View directions"
        "</p><h3>Present</h3><ul><li>Mr A Pell (Chair)</li><li>Ms B Rook</li></ul>"
        "<table><tr><th>No.</th><th>Item</th></tr><tr><td><p>31.</p></td><td><p>Ducks</p>"
        "<p>Minutes:</p><ol><li>Mr Pell spoke.</li><li>RESOLVED that it be so.</li></ol></td></tr>"
        "</table></main></body></html>"
    )
    document = read_document("page.html", page.encode(), Metadata())
    meeting = document.meetings[0]
    assert (meeting.council, meeting.committee) == ("Marsh Town Council", "Parks Panel")
    assert (meeting.date, meeting.time) == (dt.date(2024, 3, 4), "2.00 pm")
    assert meeting.venue == "The Mill"
    assert (meeting.chair, meeting.present) == ("Mr A Pell", ("Mr A Pell", "Ms B Rook"))
    assert [each.label for each in meeting.items[-1].paragraphs] == ["1", "2"]


def test_a_page_with_nothing_but_a_venue_has_no_minutes() -> None:
    page = b"Venue: Hall\n\nItems\nNo. Item\n\n1.\n\nApologies\n\n2.\n\nBudget\n"
    with pytest.raises(UnreadableDocument, match="No minutes could be found in it"):
        read_document("a.txt", page, Metadata())
