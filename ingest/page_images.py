"""Pages of kept originals as pictures with the quoted words marked, made in a process apart."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

from ingest.limits import ReadingLimits
from ingest.quoted_pages import QuotedPage
from ingest.readers.glyphs import page_seen
from ingest.readers.marking import Mark, marks
from ingest.readers.printed_page import Picture
from ingest.reading_process import Refusal
from ingest.reading_room import Desk

# Somebody waits for it, so that no page may take as long as a document that is ingested.
SECONDS = 20.0
# How many pictures are kept for those who look at the same page next.
KEPT = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """A page as it is seen; no marks when the words could not be found on it for certain."""

    picture: Picture
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTask:
    """A page to draw, of the PDF with this content."""

    content: bytes
    page: QuotedPage

    def carry_out(self) -> PageImage:
        """Draw it.

        Raises:
            UnreadableDocument: there is no such page, or the file is protected or damaged.
        """
        page, picture = page_seen(self.content, self.page.number)
        return PageImage(picture=picture, marks=marks(page, self.page))


class PageImages:
    """Draws pages, one at a time, and keeps those drawn last. Threads may share it."""

    def __init__(self, limits: ReadingLimits | None = None) -> None:
        self._desk = Desk(limits or ReadingLimits(reading_seconds=SECONDS))
        self._kept: OrderedDict[tuple[str, QuotedPage], PageImage] = OrderedDict()
        self._lock = threading.Lock()

    def image(self, digest: str, content: bytes, page: QuotedPage) -> PageImage | Refusal:
        """A page of the PDF with this content, or why there is no picture of it.

        Args:
            digest: of the content.

        Raises:
            SettingsError: the limits leave no room for a process that draws.
        """
        with self._lock:
            kept = self._kept.get((digest, page))
            if kept is not None:
                self._kept.move_to_end((digest, page))
                return kept
            drawn = self._desk.read(PageTask(content=content, page=page))
            if isinstance(drawn, PageImage):
                self._kept[digest, page] = drawn
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            return drawn

    def close(self) -> None:
        """End the process that draws."""
        self._desk.close()
