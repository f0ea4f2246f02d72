"""A meeting as the web service of a ModernGov site replies it (`GetMeeting`).

The text is laid out from the reply: when and where, who was there, then each item's number and
title, what the agenda said of it, and its minutes. Restricted items are left out but for their
numbers.
"""

import datetime as dt
import html
import re
from dataclasses import replace

from lxml import etree

from ingest.attending import Attendee, Lists, listed
from ingest.outline import Outline, OutlinedItem
from ingest.readers import html as web_page
from ingest.readers.reading import Reading
from ingest.readers.xml import children, is_true, name_of, root_of, value
from vectorstore.errors import UnreadableDocument
from vectorstore.records import Deletion, Span
from vectorstore.wording import fold

_TAG = re.compile(r"<[a-z!/]", re.IGNORECASE)
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_NO_MINUTES = "It has no minutes yet; ingest it again when they are published."


def read(content: bytes) -> Reading:
    """The text of the reply and its outline.

    Raises:
        UnreadableDocument: it is no reply about a meeting, or the meeting has no minutes.
    """
    root = root_of(content)
    if name_of(root) != "meeting":
        raise UnreadableDocument(
            f"It is XML ({name_of(root)}) but not the minutes of a meeting, as the web service of "
            "a ModernGov site replies them."
        )
    if not is_true(root, "isdisplayallowed", otherwise=True):
        raise UnreadableDocument("The council does not show this meeting to the public.")
    if is_cancelled(root):
        raise UnreadableDocument("The meeting was cancelled, so there are no minutes of it.")
    if not has_minutes(root):
        raise UnreadableDocument(_NO_MINUTES)
    writer = _Writer()
    outline = _outline(root, writer)
    return Reading(
        text=writer.text(),
        headings=frozenset(writer.headings),
        deletions=tuple(writer.deletions),
        title=outline.committee,
        outline=outline,
    )


def items_of(root: etree._Element) -> list[etree._Element]:
    """The items of business in the reply."""
    return [
        item for group in children(root, "agendaitems") for item in children(group, "agendaitem")
    ]


def is_cancelled(root: etree._Element) -> bool:
    """Whether the meeting did not take place."""
    return value(root, "meetingstatus").lower() in ("cancelled", "canceled", "abandoned")


def is_restricted(element: etree._Element) -> bool:
    """Whether an item or a document is kept from the public."""
    return is_true(element, "isrestricted") or not is_true(
        element, "isdisplayallowed", otherwise=True
    )


def has_minutes(root: etree._Element) -> bool:
    """Whether anything was minuted that the public may read."""
    return any(
        _words(value(item, "minutesnonemptyhtmlbody")).text.strip()
        for item in items_of(root)
        if not is_restricted(item)
    )


def committee_of(root: etree._Element) -> str | None:
    """The committee that the documents of the meeting belong to; `None` if they do not agree."""
    names = {
        fold(html.unescape(value(document, "committeetitle")))
        for item in items_of(root)
        for group in children(item, "linkeddocuments")
        for document in children(group, "linkeddoc")
    } - {""}
    return names.pop() if len(names) == 1 else None


def day_of(words: str) -> dt.date | None:
    """A date written dd/mm/yyyy."""
    match = _DATE.match(words.strip())
    if match is None:
        return None
    day, month, year = map(int, match.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


class _Writer:
    """Puts lines together and tells where each stands."""

    def __init__(self) -> None:
        self.headings: set[int] = set()
        self.deletions: list[Deletion] = []
        self._parts: list[str] = []
        self._length = 0

    def line(self, words: str) -> Span:
        """Add a line."""
        start = self._length
        self._parts.append(words + "\n")
        self._length += len(words) + 1
        return Span(start=start, end=start + len(words))

    def reading(self, read: Reading) -> Span:
        """Add the text of a part, an empty line before and after it."""
        self.line("")
        added = self.line(read.text)
        self.headings |= {added.start + offset for offset in read.headings}
        self.deletions += (
            replace(each, position=added.start + each.position) for each in read.deletions
        )
        self.line("")
        return added

    def text(self) -> str:
        """All that was added."""
        return "".join(self._parts).rstrip("\n")


def _outline(root: etree._Element, writer: _Writer) -> Outline:
    committee = committee_of(root)
    announced = _announce(root, committee, writer)
    lists = _attendance(root)
    attended = tuple(map(writer.line, lists.lines))
    writer.line("")
    return Outline(
        committee=committee,
        date=day_of(value(root, "meetingdate")),
        time=value(root, "meetingtime") or None,
        venue=fold(html.unescape(value(root, "meetinglocation"))) or None,
        chair=lists.chair,
        present=lists.present,
        in_attendance=lists.in_attendance,
        apologies=lists.apologies,
        announced=announced,
        attended=attended,
        items=tuple(_item(item, writer) for item in items_of(root)),
    )


def _announce(root: etree._Element, committee: str | None, writer: _Writer) -> Span:
    said = {
        "Committee": committee or "",
        "Date": value(root, "meetingdate"),
        "Time": value(root, "meetingtime"),
        "Began": value(root, "meetingactualstarttime"),
        "Ended": value(root, "meetingactualfinishtime"),
        "Venue": value(root, "meetinglocation"),
    }
    lines = [
        writer.line(f"{name}: {fold(html.unescape(words))}")
        for name, words in said.items()
        if words
    ]
    return Span(start=0, end=lines[-1].end if lines else 0)


def _attendance(root: etree._Element) -> Lists:
    return listed(
        Attendee(
            name=_attribute(person, "name"),
            role=_attribute(person, "roledescription"),
            attendance=_attribute(person, "attendance"),
        )
        for group in children(root, "attendees")
        for person in children(group, "attendee")
    )


def _attribute(element: etree._Element, name: str) -> str:
    return fold(html.unescape(element.get(name) or ""))


def _item(item: etree._Element, writer: _Writer) -> OutlinedItem:
    displayed = fold(value(item, "fulldisplaynumberformat"))
    restricted = is_restricted(item)
    title = "" if restricted else fold(html.unescape(value(item, "agendaitemtitle")))
    first = writer.line(f"{displayed} {title}".strip())
    last = minutes = Span(start=first.end, end=first.end)
    if restricted:
        writer.line("")
    else:
        summary = _words(value(item, "agendatext"))
        minuted = _words(value(item, "minutesnonemptyhtmlbody"))
        if summary.text:
            writer.reading(summary)
        if minuted.text:
            last = writer.line("Minutes:")
            minutes = writer.reading(minuted)
        else:
            writer.line("")
    return OutlinedItem(
        number=displayed.rstrip(".)") or None,
        title=title or None,
        restricted=restricted,
        heading=first,
        marker=last,
        minutes=minutes,
    )


def _words(body: str) -> Reading:
    """What an escaped HTML body says; some sites escape it once more than others."""
    if not _TAG.search(body) and "&lt;" in body:
        body = html.unescape(body)
    return web_page.read(b"\xef\xbb\xbf" + body.encode())
