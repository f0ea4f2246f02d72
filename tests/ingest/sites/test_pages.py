"""The pages of a site, as values."""

import datetime as dt

import pytest

from ingest.sites import pages
from ingest.sites.addresses import Site
from ingest.sites.listing import Committee
from ingest.sites.reply import NotFetched
from ingest.sites.whole_page import completed
from tests.ingest.sites.rendering import SHELL

ROOT = "https://democracy.marlshire.example/"
SITE = Site(root=ROOT)
CROSSINGS = Committee(id="144", name="Crossings Committee")


def page(body: str, title: str = "Meeting") -> bytes:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


def item(minutes: str, number: str = "1") -> str:
    return (
        f"<tr><td class='mgItemNumberCell'><p>{number}.</p></td><td><p class='mgAiTitleTxt'>Ferry"
        f"</p><p class='mgSubItemTitleTxt'>Minutes:</p>{minutes}</td></tr>"
    )


def test_committees_are_listed_once_however_they_are_linked() -> None:
    listed = page(
        "<a href='mgCommitteeDetails.aspx?ID=144'>Crossings  Committee</a>"
        "<a href='ieListMeetings.aspx?CommitteeId=144'>Meetings</a>"
        "<a href='ieListMeetings.aspx?CId=150&amp;Year=0'>Scrutiny</a><a href='/x?ID=9'>No</a>"
    )
    assert pages.committees(listed) == [CROSSINGS, Committee(id="150", name="Scrutiny")]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("13 Jan 2026 10.00 am", dt.date(2026, 1, 13)),
        ("Tuesday, 3rd June, 2025 2.00 pm", dt.date(2025, 6, 3)),
        ("31 Feb 2025", None),
        ("To be arranged", None),
    ],
)
def test_the_days_of_meetings_are_read_as_they_are_written(
    words: str, date: dt.date | None
) -> None:
    link = f"<a href='ieListDocuments.aspx?CId=144&amp;MId=7&amp;Ver=4'>{words}</a>"
    [meeting] = pages.meetings(page(link), SITE, CROSSINGS)
    assert meeting.date == date
    assert meeting.address == f"{ROOT}ieListDocuments.aspx?CId=144&MId=7&Ver=4"


def test_a_cancelled_meeting_is_told_by_the_words_beside_its_own_link_only() -> None:
    links = [
        f"<li><a href='ieListDocuments.aspx?CId=144&MId={n}'>{n} May 2025</a>{note}</li>"
        for n, note in ((1, ""), (2, " CANCELLED"), (3, ""))
    ]
    found = pages.meetings(page(f"<ul>{''.join(links)}</ul>"), SITE, CROSSINGS)
    assert [each.cancelled for each in found] == [False, True, False]


def test_meetings_of_other_committees_are_left_out() -> None:
    listed = page("<a href='ieListDocuments.aspx?CId=9&MId=1'>1 May 2025</a>")
    assert pages.meetings(listed, SITE, CROSSINGS) == []


@pytest.mark.parametrize(
    ("title", "council"),
    [
        ("Browse - Crossings Committee - Marlshire County Council", "Marlshire County Council"),
        ("Agenda for Full Council on Tuesday - Marlshire Council", "Marlshire Council"),
        ("Committee structure | Peak Park Authority", "Peak Park Authority"),
        ("Browse meetings - County Council", None),
        ("Committees", None),
    ],
)  # fmt: skip
def test_the_council_is_told_by_the_end_of_the_title(title: str, council: str | None) -> None:
    assert pages.council_of(page("", title)) == council


def test_a_whole_item_takes_the_place_of_the_one_that_was_cut_off() -> None:
    pointer = "<a href='mgAi.aspx?ID=61#x'>view the full minutes text for item 1.</a>"
    cut = page(
        "<table class='mgItemTable'>"
        + item(f"<div class='mgWordPara'><p>1. The ... {pointer}</p></div>")
        + item("<div class='mgWordPara'><p>1. Mr Pell spoke.</p></div>", "2")
        + "</table>"
    )
    address = f"{ROOT}mgAi.aspx?ID=61"
    assert pages.meeting(cut, SITE).cut_off == (address,)
    whole = page(
        "<p class='mgSubItemTitleTxt'>Minutes:</p><div class='mgWordPara'><p>1. The ferry ran.</p>"
        "<p>2. It stopped.</p></div><p>Supporting documents:</p><ul><li>Other</li></ul>"
    )
    done = completed(cut, SITE, {address: whole}).decode()
    assert "<p>1. The ferry ran.</p><p>2. It stopped.</p>" in done
    assert "view the full" not in done
    assert "Other" not in done
    assert "Mr Pell spoke." in done
    assert pages.meeting(done.encode(), SITE).cut_off == ()


def test_a_page_of_an_item_without_minutes_completes_nothing() -> None:
    pointer = "<a href='mgAi.aspx?ID=61'>view the full minutes text for item 1.</a>"
    cut = page(f"<table class='mgItemTable'>{item(f'<p>1. The ... {pointer}</p>')}</table>")
    done = completed(cut, SITE, {f"{ROOT}mgAi.aspx?ID=61": page("<p>Sorry.</p>")})
    assert pages.meeting(done, SITE).cut_off


def test_printed_minutes_are_asked_for_in_their_version() -> None:
    table = "<table class='mgItemTable'></table>"
    link = "<a href='documents/g7/Printed minutes 4 Jun.pdf'>Printed draft minutes PDF 90 KB</a>"
    assert pages.meeting(page(table + link), SITE).printed == (
        f"{ROOT}documents/g7/Printed%20minutes%204%20Jun.pdf?T=1"
    )


@pytest.mark.parametrize("content", [SHELL.encode(), page("<p>Something went wrong.</p>"), b""])
def test_what_is_no_page_of_a_meeting_is_not_taken_for_one(content: bytes) -> None:
    with pytest.raises(NotFetched):
        pages.meeting(content, SITE)


def test_a_shell_around_real_minutes_does_not_hide_them() -> None:
    body = f"<p>This is a default template, your custom branding appears to be missing.</p>{item('<p>1. Words.</p>')}"  # noqa: E501
    assert pages.meeting(page(f"<table>{body}</table>"), SITE).minuted
