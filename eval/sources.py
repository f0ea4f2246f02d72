"""What the documents say around an offset, and where in them a quote stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vectorstore.errors import LibraryError
from vectorstore.records import Document, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A run of a document's text, by offsets, end exclusive."""

    document: str
    start: int
    end: int

    def overlap(self, other: "Place") -> int:
        """How many characters two places share."""
        if self.document != other.document:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))


class Sources:
    """The documents that a test set asks about, each read once; `read` gives one by its name."""

    def __init__(self, read: Callable[[str], Document]) -> None:
        self._read = read
        self._documents: dict[str, Document] = {}
        self._located: dict[tuple[str, str], Place | None] = {}

    def document(self, name: str) -> Document:
        """A document by its name.

        Raises:
            LibraryError: there is none.
        """
        if name not in self._documents:
            self._documents[name] = self._read(name)
        return self._documents[name]

    def words(self, place: Place) -> str:
        """The verbatim words of a place, white space folded."""
        return self.document(place.document).words(place.start, place.end)

    def locate(self, document: str, quote: str) -> Place | None:
        """Where a quote first stands, however its white space runs; `None` when nowhere."""
        if (document, quote) not in self._located:
            self._located[document, quote] = self._first(document, quote)
        return self._located[document, quote]

    def _first(self, document: str, quote: str) -> Place | None:
        try:
            text = self.document(document).text
        except LibraryError:
            return None
        found = next(occurrences(quote, text), None)
        return found and Place(document=document, start=found[0], end=found[1])

    def paragraph(self, place: Place) -> Paragraph | None:
        """The paragraph that a place lies in; `None` when it lies in none, or in several."""
        for _, _, paragraph in self.document(place.document).paragraphs():
            if paragraph.start <= place.start and place.end <= paragraph.end:
                return paragraph
        return None

    def around(self, place: Place) -> Place:
        """The whole of the paragraph that a place lies in, or the place itself."""
        paragraph = self.paragraph(place)
        if paragraph is None:
            return place
        return Place(document=place.document, start=paragraph.start, end=paragraph.end)


def occurrences(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """Offsets of a quote in a text, white space of any length taken for one space."""
    if not (words := quote.split()):
        return iter(())
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return ((match.start(), match.end()) for match in pattern.finditer(text))
