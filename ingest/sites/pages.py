"""What the pages of a ModernGov site show, as values, where its web service is switched off."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.facts import sitting_in
from ingest.readers.html import decoded_page
from ingest.shapes.item_page import ATTACHMENT, BEGINS_MINUTES, ENDS_MINUTES
from ingest.sites.addresses import Site, host_of
from ingest.sites.listing import Attachment, Committee, ListedMeeting, is_agreement
from ingest.sites.reply import NotFetched
from vectorstore.errors import UnreadableDocument
from vectorstore.wording import fold

_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2})[a-z]*,? (\d{4})\b")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_CANCELLED = re.compile(r"\bcancelled\b", re.IGNORECASE)
_CALLED_OFF = re.compile(r"\bmeeting (?:has been|was|is) cancelled\b", re.IGNORECASE)
_COUNCIL = re.compile(
    r"(?!(?:Full|County|City|Borough|District|Town) Council$).+ (?:Council|Authority)"
)
ITEMS = "#mgItemTable, .mgItemTable, .mgItemNumberCell, .mgAiTitleTxt"
"""What the items of business on the page of a meeting are in."""
_BLOCKS = ("div", "p", "table", "ul", "ol", "h2", "h3", "h4", "h5")
_POINTER = re.compile(r"view\s+the\s+full\s+minutes\s+text", re.IGNORECASE)
_PRINTED = re.compile(r"printed\s+(?:draft\s+)?minutes", re.IGNORECASE)
_RESTRICTED = re.compile(r"\b(?:restricted|exempt|confidential)\b", re.IGNORECASE)
_SHELL = "this is a default template, your custom branding appears to be missing"
_LEVELS_OF_AN_ITEM = 12
# Which printed version of its papers a site is asked for.
_MINUTES_VERSION = "T=1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage:
    """What the page of a meeting shows.

    Args:
        cut_off: the addresses of the pages that have the whole of items cut off on this one.
        attendance: the address of the page that says who was there; `None` where there is none.
        printed: the address of the printed minutes; `None` where there are none.
    """

    minuted: bool
    cancelled: bool
    cut_off: tuple[str, ...]
    attendance: str | None
    printed: str | None
    attachments: tuple[Attachment, ...]


def committees(content: bytes) -> list[Committee]:
    """The committees that the page of committees links to, each once."""
    found: dict[str, str] = {}
    for link, given in _links(tree_of(content), "mgcommitteedetails.aspx", "ielistmeetings.aspx"):
        committee = given.get("id") or given.get("cid") or given.get("committeeid") or ""
        name = fold(link.text())
        if committee.isdigit() and name:
            found.setdefault(committee, name)
    return [Committee(id=key, name=name) for key, name in found.items()]


def meetings(content: bytes, site: Site, committee: Committee) -> list[ListedMeeting]:
    """The meetings that the page of a committee links to, each once."""
    found: dict[str, ListedMeeting] = {}
    for link, given in _links(tree_of(content), "ielistdocuments.aspx"):
        meeting = given.get("mid", "")
        if not meeting.isdigit() or given.get("cid", committee.id) != committee.id:
            continue
        words = fold(_words_beside(link))
        found.setdefault(
            meeting,
            ListedMeeting(
                id=meeting,
                address=site.meeting(meeting, committee.id),
                committee=committee,
                date=_day_in(fold(link.text())) or _day_in(words),
                cancelled=_CANCELLED.search(words) is not None,
            ),
        )
    return list(found.values())


def council_of(content: bytes) -> str | None:
    """The council whose site it is, as the page's title ends; `None` where it does not say."""
    parts = re.split(r"\s+[-–|]\s+", _title(tree_of(content)))
    return next((part for part in reversed(parts) if _COUNCIL.fullmatch(part)), None)


def meeting(content: bytes, site: Site) -> MeetingPage:
    """What the page of a meeting shows.

    Raises:
        NotFetched: it is no such page.
    """
    tree = tree_of(content)
    words = fold(tree.body.text(separator=" ")) if tree.body is not None else ""
    if tree.css_first(ITEMS) is None and sitting_in(_title(tree)) is None:
        refuse_shell(content)
        raise NotFetched("It is not the page of a meeting.")
    return MeetingPage(
        minuted=any(fold(node.text()) for head in heads(tree) for node in below(head)),
        cancelled=_CALLED_OFF.search(words) is not None
        or _CANCELLED.search(_title(tree)) is not None,
        cut_off=tuple(dict.fromkeys(address for address, _ in cut_off(tree, site))),
        attendance=_attendance(tree, site),
        printed=_printed(tree, site),
        attachments=tuple(_attachments(tree, site)),
    )


def refuse_shell(content: bytes) -> None:
    """Raise `NotFetched` for a page that holds nothing but the site's apology."""
    if _SHELL in fold(_characters(content)).lower():
        raise NotFetched("The site shows an error in place of the page; try again later.")


def tree_of(content: bytes) -> LexborHTMLParser:
    """A page, parsed."""
    return LexborHTMLParser(_characters(content))


def _characters(content: bytes) -> str:
    try:
        return decoded_page(content)
    except UnreadableDocument as error:
        raise NotFetched("What the site gives as a page is no text.") from error


def _title(tree: LexborHTMLParser) -> str:
    title = tree.css_first("title")
    return fold(title.text()) if title is not None else ""


def _links(
    within: LexborHTMLParser | LexborNode, *pages: str
) -> Iterator[tuple[LexborNode, dict[str, str]]]:
    """The links to pages of some names, and the arguments that they give."""
    for link in within.css("a[href]"):
        try:
            parts = urlsplit((link.attributes.get("href") or "").strip())
        except ValueError:
            continue
        if parts.path.rpartition("/")[2].lower() in pages:
            yield link, {key.lower(): value for key, value in parse_qsl(parts.query)}


def _words_beside(link: LexborNode) -> str:
    """The words of a link and of what is around it, when that is about nothing else."""
    parent = link.parent
    alone = parent is not None and len(parent.css("a[href]")) == 1
    return parent.text(separator=" ") if alone and parent is not None else link.text()


def _day_in(words: str) -> dt.date | None:
    match = _DAY.search(words)
    if match is None or match.group(2) not in _MONTHS:
        return None
    try:
        return dt.date(int(match.group(3)), _MONTHS.index(match.group(2)) + 1, int(match.group(1)))
    except ValueError:
        return None


def heads(within: LexborHTMLParser | LexborNode) -> Iterator[LexborNode]:
    """The lines "Minutes:" and "Decision:" that minutes stand below."""
    for node in within.css("p, h2, h3, h4, h5, div"):
        # A block of blocks is no line, and to read each whole would take the square of the page.
        if any(child.tag in _BLOCKS for child in node.iter()):
            continue
        if BEGINS_MINUTES.fullmatch(fold(node.text())):
            yield node


def below(head: LexborNode) -> Iterator[LexborNode]:
    """What stands below a line, up to the next line of its sort."""
    node = head.next
    while node is not None:
        words = fold(node.text()) if node.tag != "-comment" else ""
        if BEGINS_MINUTES.fullmatch(words) or ENDS_MINUTES.match(words):
            return
        yield node
        node = node.next


def cut_off(tree: LexborHTMLParser, site: Site) -> Iterator[tuple[str, LexborNode]]:
    """The address of each whole item, and what holds the item on this page."""
    for link in tree.css("a[href]"):
        address = site.link(link.attributes.get("href"))
        if not _POINTER.search(fold(link.text())) or address is None:
            continue
        if host_of(address) != host_of(site.root):
            continue
        node = link.parent
        for _ in range(_LEVELS_OF_AN_ITEM):
            if node is None or next(heads(node), None) is not None:
                break
            node = node.parent
        else:
            continue
        if node is not None:
            yield address, node


def _attendance(tree: LexborHTMLParser, site: Site) -> str | None:
    link = next(_links(tree, "mgmeetingattendance.aspx"), None)
    return site.link(link[0].attributes.get("href")) if link is not None else None


def _printed(tree: LexborHTMLParser, site: Site) -> str | None:
    for link in tree.css("a[href]"):
        address = site.link(link.attributes.get("href"))
        if address is None or not _PRINTED.search(fold(link.text())):
            continue
        parts = urlsplit(address)
        return urlunsplit(parts if parts.query else parts._replace(query=_MINUTES_VERSION))
    return None


def _attachments(tree: LexborHTMLParser, site: Site) -> Iterator[Attachment]:
    for row in tree.css("tr"):
        item = next(_links(row, "mgai.aspx"), None)
        if item is None or not item[1].get("id"):
            continue
        for link in row.css("a[href*='documents/']"):
            title = fold(ATTACHMENT.sub("", fold(link.text())))
            address = site.link(link.attributes.get("href"))
            if address and is_agreement(title) and not _RESTRICTED.search(fold(link.text())):
                yield Attachment(
                    id=None, title=title, address=address, item=site.item(item[1]["id"])
                )
