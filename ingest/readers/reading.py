"""What a reader makes of the bytes of one medium."""

from dataclasses import dataclass

from ingest.outline import Outline
from vectorstore.records import Deletion


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text and what its medium says about it.

    Args:
        page_starts: the offset at which each page begins; empty when the medium has no pages.
        headings: the offsets of the lines that the medium marks as headings.
        bold: the offsets of the lines that are printed bold from end to end.
        full: the offsets of the lines that end at the margin, so that the next may go on with
            them; `None` when the medium does not tell.
        deletions: what is struck through, which is not in the text.
        furniture: what was left out of the text as the page's own: running headers, page numbers.
        unread_pages: those that are only a picture, counted from 1.
        title, url: as the medium gives them; `None` when it does not.
        outline: where each item is, when the medium itself says so.
    """

    text: str
    page_starts: tuple[int, ...] = ()
    headings: frozenset[int] = frozenset()
    bold: frozenset[int] = frozenset()
    full: frozenset[int] | None = None
    deletions: tuple[Deletion, ...] = ()
    furniture: tuple[str, ...] = ()
    unread_pages: tuple[int, ...] = ()
    title: str | None = None
    url: str | None = None
    outline: Outline | None = None
