"""Meetings and items as the pages and documents of a ModernGov site."""

import datetime as dt
import html
import time

from fpdf import FPDF

from tests.ingest.sites.published import ATTENDANCE, COUNCIL, Item, Meeting

SHELL = (
    "<html><head><title>Error</title></head><body><p>This is a default template, your custom "
    "branding appears to be missing.</p><p>The custom branding should be at "
    "https://www.marlshire.example/template</p></body></html>"
)


def page(title: str, body: str) -> str:
    """A page with what real ones have around it."""
    token = time.monotonic_ns()  # as real pages do, it differs each time
    return (
        f"<!DOCTYPE html><html><head><title>{html.escape(title)} - {COUNCIL}</title></head><body>"
        f"<nav>Menu</nav><div id='modgov'>{body}</div><input type='hidden' value='{token}'></body>"
        "</html>"
    )


def meeting_page(committee: str, meeting: Meeting) -> str:
    """The page of a meeting with its items."""
    rows = "".join(map(_row, [each for each in meeting.items if each.shown]))
    printed = (
        f'<ul><li><a href="documents/g{meeting.id}/Printed minutes {meeting.date:%d-%b-%Y}.pdf"'
        ">Printed minutes <span>PDF 90 KB</span></a></li></ul>"
        if meeting.printed is not None
        else ""
    )
    off = "<p>This meeting has been cancelled</p>" if meeting.status == "Cancelled" else ""
    when = f"{meeting.date:%A}, {meeting.date.day} {meeting.date:%B}, {meeting.date.year}"
    attendance = (
        f"<ul><li><a href='mgMeetingAttendance.aspx?ID={meeting.id}'>Attendance details</a>"
        "</li></ul>"
    )
    title = f"Agenda for {committee} on {when} 10.00 am"
    return page(
        title,
        f"{off}{attendance}{printed}<p>Venue: Ferry Room</p><table id='mgItemTable'><tr>"
        f"<th>No.</th><th>Item</th></tr>{rows}</table>",
    )


def _row(item: Item) -> str:
    documents = "".join(
        f'<li><a href="documents/s{each.id}/{each.title}.pdf">{html.escape(each.title)} '
        "<span>PDF 129 KB</span></a></li>"
        for each in item.attached
        if not each.restricted
    )
    minutes = item.minutes
    if item.cut_off:
        minutes = (
            f'<p>1. The ... <a href="mgAi.aspx?ID={item.id}">view the full minutes text for '
            f"item {item.number}</a></p>"
        )
    if item.restricted:
        minutes = ""
    minuted = _minuted(minutes) if minutes else ""
    return (
        f"<tr><td class='mgItemNumberCell'><p class='mgAiTitleTxt'>{item.number}</p></td><td>"
        f"<p class='mgAiTitleTxt'><a href='mgAi.aspx?ID={item.id}'>{html.escape(item.title)}"
        f"</a></p><ul class='mgActionList'>{documents}</ul>{minuted}</td></tr>"
    )


def attendance_page() -> str:
    """Who was at a meeting."""
    rows = "".join(
        f"<tr><td><a href='mgUserInfo.aspx?UID=1'>{name}</a></td><td>{role}</td>"
        f"<td>{attendance}</td></tr>"
        for name, role, attendance in ATTENDANCE
    )
    heads = "<tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>"
    return page("Meeting attendance", f"<table class='mgStatsTable'>{heads}{rows}</table>")


def item_page(item: Item) -> str:
    """The page of an item."""
    return page(
        f"Agenda item - {item.title}",
        f"<h2>Agenda item</h2><h3>{html.escape(item.title)}</h3>"
        f"{_minuted(item.minutes)}"
        "<p class='mgSubItemTitleTxt'>Supporting documents:</p><ul><li>None</li></ul>",
    )


def _minuted(minutes: str) -> str:
    return f"<p class='mgSubItemTitleTxt'>Minutes:</p><div class='mgWordPara'>{minutes}</div>"


def pdf(text: str) -> bytes:
    """A printed document."""
    document = FPDF()
    document.set_font("Helvetica", size=11)
    document.set_creation_date(dt.datetime(2024, 1, 1, tzinfo=dt.UTC))
    document.add_page()
    document.multi_cell(0, 6, text)
    return bytes(document.output())
