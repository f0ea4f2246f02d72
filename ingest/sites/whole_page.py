"""The page of a meeting with what it leaves to other pages: whole items, and who was there."""

import html
from collections.abc import Iterator, Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.attending import Attendee, listed
from ingest.sites.addresses import Site
from ingest.sites.pages import ITEMS, below, cut_off, heads, tree_of
from vectorstore.wording import fold

_CELLS_OF_A_PERSON = 3


def completed(content: bytes, site: Site, wholes: Mapping[str, bytes]) -> bytes:
    """The page with the whole text of the items that it cuts off.

    Args:
        wholes: pages of items by their addresses; an item whose page has no minutes stays cut off.
    """
    tree = tree_of(content)
    page = tree.html or ""
    for address, item in cut_off(tree, site):
        whole = "".join(_minutes_in(tree_of(wholes[address]))) if address in wholes else ""
        cut = "".join(_minutes_in(item))
        if whole and cut:
            page = page.replace(cut, whole, 1)
    return _encoded(page)


def attended(content: bytes, people: Sequence[Attendee]) -> bytes:
    """The page with the lists of those who were there above its items."""
    tree = tree_of(content)
    items = tree.css_first(ITEMS)
    if items is None or not items.html:
        return content
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in listed(people).lines)
    return _encoded((tree.html or "").replace(items.html, lines + items.html, 1))


def attendees(content: bytes) -> list[Attendee]:
    """The people on a page of attendance: name, role, and attendance in the last column."""
    return [
        Attendee(
            name=fold(cells[0].text()),
            role=fold(cells[1].text()),
            attendance=fold(cells[-1].text()),
        )
        for row in tree_of(content).css("tr")
        if len(cells := row.css("td")) >= _CELLS_OF_A_PERSON
    ]


def _minutes_in(within: LexborHTMLParser | LexborNode) -> Iterator[str]:
    for head in heads(within):
        for node in below(head):
            yield node.html or ""


def _encoded(page: str) -> bytes:
    return b"\xef\xbb\xbf" + page.encode()
