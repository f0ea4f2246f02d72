"""What the web service of a ModernGov site replies (`mgWebService.asmx`), as values."""

import html
import re
from dataclasses import dataclass

from lxml import etree

from ingest.readers.meeting_reply import (
    day_of,
    has_minutes,
    is_cancelled,
    is_restricted,
    items_of,
)
from ingest.readers.xml import children, is_true, name_of, root_of, value
from ingest.sites.addresses import Site
from ingest.sites.listing import Attachment, Committee, ListedMeeting, is_agreement
from ingest.sites.reply import NotFetched
from vectorstore.errors import UnreadableDocument
from vectorstore.wording import fold

_CANCELLED = re.compile(r"cancel|abandon", re.IGNORECASE)
_KEPT_OF_RESTRICTED = ("fulldisplaynumberformat", "isrestricted", "isdisplayallowed")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReply:
    """What the service says of a meeting.

    Args:
        content: the reply without the words of restricted items.
        shown: the public may see the meeting.
        published: the service says that there are minutes, in this reply or elsewhere.
        attachments: agreements, plans and strategies that the public may read.
    """

    content: bytes
    shown: bool
    cancelled: bool
    minuted: bool
    published: bool
    attachments: tuple[Attachment, ...]


def committees(content: bytes) -> list[Committee]:
    """The committees that are not deleted; those that have expired have minutes too."""
    return [
        Committee(id=value(each, "committeeid"), name=_words(each, "committeetitle"))
        for each in children(_root(content, "committees"), "committee")
        if value(each, "committeeid").isdigit() and not is_true(each, "committeedeleted")
    ]


def meetings(content: bytes, site: Site, committee: Committee) -> list[ListedMeeting]:
    """The meetings of a committee."""
    return [
        ListedMeeting(
            id=value(each, "meetingid"),
            address=site.meeting(value(each, "meetingid"), committee.id),
            committee=committee,
            date=day_of(value(each, "meetingdate")),
            cancelled=_CANCELLED.match(value(each, "meetingstatus")) is not None,
        )
        for listed in children(_root(content, "getmeetings"), "committee")
        if value(listed, "committeeid") in ("", committee.id)
        for group in children(listed, "committeemeetings")
        for each in children(group, "meeting")
        if value(each, "meetingid").isdigit()
    ]


def meeting(content: bytes, site: Site, meeting_id: str) -> MeetingReply:
    """One meeting.

    Raises:
        NotFetched: the reply is not about that meeting.
    """
    root = _root(content, "meeting")
    if value(root, "meetingid") != meeting_id:
        raise NotFetched("The web service replies about another meeting.")
    return MeetingReply(
        content=_public(root, content),
        shown=is_true(root, "isdisplayallowed", otherwise=True),
        cancelled=is_cancelled(root),
        minuted=has_minutes(root),
        published=is_true(root, "minutepublished"),
        attachments=tuple(
            _attachment(document, site, item)
            for item in items_of(root)
            if not is_restricted(item)
            for group in children(item, "linkeddocuments")
            for document in children(group, "linkeddoc")
            if not is_restricted(document)
            and not is_true(document, "isurl")
            and is_agreement(_words(document, "title"))
        ),
    )


def attachment_address(content: bytes, site: Site) -> str:
    """Where a document is, by the reply of `GetAttachment`.

    Raises:
        NotFetched: it is restricted, or the reply does not say.
    """
    root = _root(content, "attachment")
    if is_restricted(root):
        raise NotFetched("The document is restricted.")
    address = site.link(value(root, "url")) if value(root, "url") else None
    if address is None:
        raise NotFetched("The web service does not say where the document is.")
    return address


def _attachment(document: etree._Element, site: Site, item: etree._Element) -> Attachment:
    address = value(document, "url")
    return Attachment(
        id=value(document, "attachmentid") or None,
        title=_words(document, "title"),
        address=site.link(address) if address else None,
        item=site.item(value(item, "agendaitemid")),
    )


def _root(content: bytes, name: str) -> etree._Element:
    """The root of a reply of the kind that was asked for, and of no error page.

    Raises:
        NotFetched: it is another.
    """
    try:
        root = root_of(content)
    except UnreadableDocument as error:
        raise NotFetched("The web service does not reply in XML.") from error
    if name_of(root) != name:
        raise NotFetched(f"The web service replies “{name_of(root)[:40]}”, not {name}.")
    return root


def _public(root: etree._Element, content: bytes) -> bytes:
    """The reply as it came, but for what it says of restricted items and documents."""
    restricted = [
        each
        for each in root.iter("{*}agendaitem", "{*}linkeddoc")
        if isinstance(each, etree._Element) and is_restricted(each)
    ]
    for element in restricted:
        for child in list(element):
            if name_of(child) not in _KEPT_OF_RESTRICTED:
                element.remove(child)
    if not restricted:
        return content
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _words(element: etree._Element, name: str) -> str:
    return fold(html.unescape(value(element, name)))
