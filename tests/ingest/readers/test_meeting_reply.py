"""The reply of a web service about one meeting, from its XML to the recorded structure."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.document import read_document
from ingest.metadata import Metadata
from vectorstore.errors import UnreadableDocument
from vectorstore.records import AgendaItem, Document, ParagraphKind

ReadFixture = Callable[[str], Document]
SHARED = Path(__file__).parents[3] / "../shared/moderngov_xml"


@pytest.fixture
def document(read_fixture: ReadFixture) -> Document:
    return read_fixture("meeting_reply.xml")


def reply(*items: str, **facts: str) -> bytes:
    told = "".join(f"<{name}>{value}</{name}>" for name, value in facts.items())
    return f"<meeting>{told}<agendaitems>{''.join(items)}</agendaitems></meeting>".encode()


def item(minutes: str, number: str = "1.", **facts: str) -> str:
    told = "".join(f"<{name}>{value}</{name}>" for name, value in facts.items())
    return (
        f"<agendaitem><agendaitemtitle>Ferry</agendaitemtitle>{told}"
        f"<fulldisplaynumberformat>{number}</fulldisplaynumberformat>"
        f"<minutesnonemptyhtmlbody>{minutes}</minutesnonemptyhtmlbody></agendaitem>"
    )


def read(content: bytes) -> Document:
    return read_document("reply.xml", content, Metadata())


def business(document: Document) -> list[AgendaItem]:
    return [each for each in document.meetings[0].items if each.number]


def test_the_sitting_and_those_who_were_there_are_recorded(document: Document) -> None:
    [meeting] = document.meetings
    assert meeting.committee == "Crossings Committee"
    assert meeting.date == dt.date(2024, 6, 4)
    assert (meeting.time, meeting.venue) == ("10.00 am", "Ferry Room, Marsh & Quay House")
    assert meeting.status is None  # "Confirmed" is said of the sitting, not of its minutes
    assert meeting.chair == "Ada Fenn"
    assert meeting.present == ("Ada Fenn", "Bill Thrale")
    assert meeting.in_attendance == ("Oona Quill",)
    assert meeting.apologies == ("Ivy Lark",)


def test_when_where_and_who_can_be_cited_with_the_roles(document: Document) -> None:
    preface = document.meetings[0].items[0]
    words = [document.words(each.start, each.end) for each in preface.paragraphs]
    assert "Began: 10.05 am" in words[0]
    assert words[1:] == [
        "Present: Councillor Ada Fenn (Chairman), Councillor Bill Thrale",
        "In attendance: Oona Quill (Democratic Services Officer)",
        "Apologies: Councillor Ivy Lark",
    ]


def test_items_have_the_displayed_number_and_a_clean_title(document: Document) -> None:
    assert [(each.number, each.title) for each in business(document)] == [
        ("1", "Apologies & substitutes"), ("2a", "Chain ferry"), ("3", None), ("4", None),
    ]  # fmt: skip


def test_minutes_escaped_once_or_twice_are_paragraphs_with_their_labels(
    document: Document,
) -> None:
    apologies, ferry, *_ = business(document)
    [sent] = apologies.paragraphs
    assert document.words(sent.start, sent.end) == "Mrs Lark sent her apologies."
    assert [each.label for each in ferry.paragraphs] == ["1", "2", "2(a)", "2(b)", None]
    last = ferry.paragraphs[-1]
    assert last.kind is ParagraphKind.RESOLUTION
    assert document.words(last.start, last.end).endswith("bought for £2.4 million.")


def test_of_restricted_items_nothing_is_read_but_the_number(document: Document) -> None:
    *_, sale, dispute = business(document)
    assert sale.restricted
    assert dispute.restricted
    assert not sale.paragraphs + dispute.paragraphs
    for secret in ("slipway", "Grebe", "price", "90,000", "dispute", "asked for more"):
        assert secret not in document.text


def test_what_the_agenda_said_is_kept_apart_from_the_minutes(document: Document) -> None:
    assert [document.words(each.start, each.end) for each in document.unplaced] == [
        "The report of the Head of Crossings is attached."
    ]


def test_numbers_that_run_on_are_those_of_the_minutes() -> None:
    body = "&lt;p&gt;Mr Pell spoke.&lt;/p&gt;"
    running = business(read(reply(item(body, "84."), item(body, "85."))))
    assert [each.minute_number for each in running] == ["84", "85"]
    assert [each.minute_number for each in business(read(reply(item(body, "1."))))] == [None]


def test_a_cut_off_item_is_marked() -> None:
    body = "&lt;p&gt;1. The ... view the full minutes text for item 1.&lt;/p&gt;"
    assert business(read(reply(item(body))))[0].cut_off


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (reply(meetingstatus="Cancelled"), "was cancelled"),
        (reply(item(" &#xD; "), minutepublished="False"), "no minutes yet"),
        (reply(item("Words."), isdisplayallowed="False"), "does not show"),
        (reply(item("Words.", isrestricted="True")), "no minutes yet"),
        (b"<?xml version='1.0'?><getmeetings/>", "not the minutes of a meeting"),
        (b"<meeting><meetingid>1</meeting", "not well-formed"),
        (b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "b">]><meeting>&a;</meeting>', "type"),
    ],
)
def test_a_reply_without_minutes_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        read(content)


def test_characters_that_xml_forbids_are_left_out() -> None:
    words = business(read(reply(item("Mr Pell&#x1F; spoke\x0b."))))[0].paragraphs
    assert len(words) == 1


def test_an_address_is_no_suffix_and_its_content_tells_what_it_is() -> None:
    name = "https://democracy.marlshire.example/ieListDocuments.aspx?CId=1&MId=2&Ver=4"
    assert read_document(name, reply(item("Words.")), Metadata()).name == name


def test_real_replies_are_read() -> None:
    if not SHARED.is_dir():
        pytest.skip("the real replies are not beside this checkout")
    name = "meeting_with_minutes.xml"
    document = read_document(name, (SHARED / name).read_bytes(), Metadata())
    [meeting] = document.meetings
    assert (meeting.date, meeting.present) == (dt.date(2026, 2, 10), ())
    assert [each.number for each in business(document)] == ["1", "9"]
    assert all(len(each.paragraphs) == 1 for each in business(document))
    with pytest.raises(UnreadableDocument, match="cancelled"):
        read((SHARED / "meeting_no_minutes.xml").read_bytes())
