"""Paragraphs -> passages that the embedding model can read whole."""

import re
from collections.abc import Callable, Iterator, Sequence

from ingest.preface import is_preface
from vectorstore.records import AgendaItem, Document, DocumentKind, Meeting, Paragraph, Passage
from vectorstore.wording import fold, sentence_spans

_CLAUSE_END = re.compile(r"[;:,–—](?=\s)\s*")
_WORD_END = re.compile(r"\s+")


def passages(document: Document, pieces: Callable[[str], int], max_pieces: int) -> list[Passage]:
    """The passages of a document, in the order of its text.

    Each is a paragraph or, of a long one, a part that ends with a sentence; only a sentence
    that is too long by itself is cut at a clause or a word. The parts join to the paragraph.

    Args:
        pieces: how many word pieces the embedding model makes of a text.
        max_pieces: how many of a passage and its heading context it reads.
    """
    return list(_passages(document, pieces, max_pieces))


def _passages(
    document: Document, pieces: Callable[[str], int], max_pieces: int
) -> Iterator[Passage]:
    for m, meeting in enumerate(document.meetings):
        for i, item in enumerate(meeting.items):
            for p, paragraph in enumerate(item.paragraphs):
                context = heading_context(document, meeting, item, paragraph)
                heading = _shortened(context, lambda text: pieces(text) <= max_pieces // 2)

                def fits(words: str, heading: str = heading) -> bool:
                    return pieces(f"{heading}\n{fold(words)}") <= max_pieces

                start = paragraph.start
                for words in parts(document.text[start : paragraph.end], fits):
                    yield Passage(
                        meeting=m,
                        item=i,
                        paragraph=p,
                        start=start,
                        end=start + len(words),
                        heading=heading,
                    )
                    start += len(words)


def heading_context(
    document: Document, meeting: Meeting, item: AgendaItem, paragraph: Paragraph
) -> str:
    """What a reader would see above a paragraph: the item's title and the sub-heading.

    A section of an agreement stands under the agreement's title, an item without a title under
    the document's; what stands before the first item (venue, contact, those present) under the
    name of the committee.
    """
    above: list[str | None] = [item.title, paragraph.heading]
    if document.kind is DocumentKind.AGREEMENT:
        above.insert(0, document.title)
    elif is_preface(meeting, item):
        above.insert(0, meeting.committee)
    elif item.title is None:
        above.insert(0, document.title)
    return " – ".join(each for each in above if each)


def parts(text: str, fits: Callable[[str], bool]) -> list[str]:
    """The text in parts that fit, cut at the ends of sentences where that is possible."""
    return _parts(text, fits, (_sentences, _clauses, _words, list))


def _parts(
    text: str, fits: Callable[[str], bool], ways: Sequence[Callable[[str], list[str]]]
) -> list[str]:
    if not ways or fits(text):
        return [text]
    way, *finer = ways
    found: list[str] = []
    current = ""
    for unit in way(text):
        if fits(current + unit):
            current += unit
            continue
        if current:
            found.append(current)
        *whole, current = _parts(unit, fits, finer)
        found += whole
    return [*found, current]


def _sentences(text: str) -> list[str]:
    return _cut(text, [start for start, _ in sentence_spans(text)])


def _clauses(text: str) -> list[str]:
    return _cut(text, [match.end() for match in _CLAUSE_END.finditer(text)])


def _words(text: str) -> list[str]:
    return _cut(text, [match.end() for match in _WORD_END.finditer(text)])


def _cut(text: str, places: Sequence[int]) -> list[str]:
    """The text cut at some places, white space staying with what is before it."""
    inner = [place for place in places if 0 < place < len(text)]
    return [text[start:end] for start, end in zip([0, *inner], [*inner, len(text)], strict=True)]


def _shortened(heading: str, fits: Callable[[str], bool]) -> str:
    return heading if fits(heading) else parts(heading, fits)[0].rstrip()
