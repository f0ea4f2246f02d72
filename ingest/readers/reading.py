"""What a reader makes of the bytes of one medium."""

from dataclasses import dataclass

from ingest.outline import Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text and what its medium says about it.

    Args:
        page_starts: the offset at which each page begins; empty when the medium has no pages.
        headings: the offsets of the lines that the medium marks as headings.
        title, url: as the medium gives them; `None` when it does not.
        outline: where each item is, when the medium itself says so.
    """

    text: str
    page_starts: tuple[int, ...] = ()
    headings: frozenset[int] = frozenset()
    title: str | None = None
    url: str | None = None
    outline: Outline | None = None
