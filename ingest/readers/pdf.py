"""PDF with text: lines as they stand on the page, without running headers and page numbers."""

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pypdf
from pypdf.errors import DependencyError

from ingest.labels import mark_of
from ingest.readers.hyphens import without_hyphenation
from ingest.readers.reading import Reading
from ingest.votes import is_side
from vectorstore.errors import UnreadableDocument
from vectorstore.wording import fold

# pypdf tells of every slip in a file that it mends by itself.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_EDGE_LINES = 3
_NO_TITLE = re.compile(r"microsoft word|untitled|\.(?:docx?|pdf|rtf)$|template", re.IGNORECASE)


def read(content: bytes) -> Reading:
    """The text of a PDF, with the offset at which each page begins.

    Raises:
        UnreadableDocument: it is protected by a password, or has no text.
    """
    reader = pypdf.PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not _opens(reader):
        raise UnreadableDocument(
            "It is protected by a password; save it again without the password."
        )
    pages = [_lines(page.extract_text(extraction_mode="layout")) for page in reader.pages]
    if not any(any(page) for page in pages):
        raise UnreadableDocument(
            "It has no text, only pictures of pages; run text recognition (OCR) over it first."
        )
    title = (reader.metadata.title if reader.metadata is not None else None) or ""
    text, page_starts = _joined(without_hyphenation(_without_furniture(pages)))
    return Reading(
        text=text,
        page_starts=page_starts,
        title=None if not title.strip() or _NO_TITLE.search(title) else fold(title),
    )


def _opens(reader: pypdf.PdfReader) -> bool:
    """Whether it can be read without being asked for a password, as many protected files can."""
    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _lines(text: str) -> list[str]:
    """The lines of a page, with an empty one where the gap between two is wider than usual."""
    lines = [line.strip() for line in text.split("\n")]
    filled = [n for n, line in enumerate(lines) if line]
    if not filled:
        return []
    gaps = [below - above for above, below in pairwise(filled)]
    usual = Counter(gaps).most_common(1)[0][0] if gaps else 1
    spaced = [lines[filled[0]]]
    for gap, index in zip(gaps, filled[1:], strict=True):
        spaced += ["", lines[index]] if gap > usual else [lines[index]]
    return spaced


def _without_furniture(pages: Sequence[list[str]]) -> list[list[str]]:
    """The pages without page numbers, and without lines that come again at the edge of pages."""
    tops = _running([_edge(page) for page in pages])
    bottoms = _running([_edge(page[::-1]) for page in pages])
    return [_stripped(_stripped(page, tops)[::-1], bottoms)[::-1] for page in pages]


def _edge(page: Sequence[str]) -> list[str]:
    return [line for line in page if line][:_EDGE_LINES]


def _running(edges: Sequence[Sequence[str]]) -> frozenset[str]:
    """What stands at the same edge of nearly half of the pages and at least three, figures aside.

    Of two or three pages it must be on all but the first. It may well differ on left and right
    pages; and that two pages end with the same words is no sign yet.
    """
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    enough = max(min(3, len(edges) - 1), 0.4 * len(edges), 2)
    return frozenset(key for key, count in counts.items() if count >= enough)


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", fold(line))


def _stripped(page: Sequence[str], running: frozenset[str]) -> list[str]:
    """The page from its first line on that is neither running nor a page number."""
    kept = list(page)
    while kept and (not kept[0] or _is_furniture(kept[0], running)):
        del kept[0]
    return kept


def _is_furniture(line: str, running: frozenset[str]) -> bool:
    if _PAGE_NUMBER.fullmatch(line):
        return True
    # "RESOLVED that the report be noted." may well end more than one page.
    is_text = line.endswith((".", ";", ":", ",")) or mark_of(line) is not None or is_side(line)
    return _key(line) in running and not is_text


def _joined(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """All pages as one text, so that what runs over a page stays together."""
    text = ""
    starts: list[int] = []
    for page in pages:
        if text and page:
            text += "\n"
        starts.append(len(text))
        text += "\n".join(page)
    return text, tuple(starts)
