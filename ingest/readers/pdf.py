"""PDF with text: lines as they stand on the page, without running headers and page numbers."""

import io
import logging
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

import pypdf

from ingest.readers import scanned
from ingest.readers.deleted import settle, unmarked
from ingest.readers.furniture import Sheet, furniture_of
from ingest.readers.glyphs import pages
from ingest.readers.hyphens import without_hyphenation
from ingest.readers.printed_lines import (
    PrintedLine,
    goes_on_in_cell,
    had_room,
    is_apart,
    lines_of,
    usual_leading,
)
from ingest.readers.reading import Reading
from vectorstore.errors import UnreadableDocument
from vectorstore.wording import fold

# pypdf tells of every slip in a file that it mends by itself.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

# In bytes: what is inflated for the sake of a title.
_MOST = 10_000_000
_LIMITS = pypdf.Configuration(
    maximum_declared_stream_length=_MOST,
    array_based_stream_maximum_output_length=_MOST,
    zlib_maximum_output_length=_MOST,
    lzw_maximum_output_length=_MOST,
    run_length_maximum_output_length=_MOST,
    stream_decoding_work_maximum_length=_MOST,
)
_NO_TITLE = re.compile(r"microsoft word|untitled|\.(?:docx?|pdf|rtf)$|template", re.IGNORECASE)


def read(content: bytes) -> Reading:
    """The text of a PDF, with the offset at which each page begins.

    Pages that are only pictures are recognised where the programs for it are installed.

    Raises:
        UnreadableDocument: it is protected by a password, or has no text.
    """
    sheets = _sheets(content)
    if not any(sheet.lines for sheet in sheets):
        sheets = _sheets(scanned.recognised(content))
    elif any(map(_is_scan, sheets)):
        with suppress(UnreadableDocument):  # the other pages can be read all the same
            sheets = _sheets(scanned.recognised(content))
    if not any(sheet.lines for sheet in sheets):
        raise UnreadableDocument("It has no text, and none could be recognised on its pages.")
    title = _title(content)
    return _reading(sheets, None if not title or _NO_TITLE.search(title) else title)


def _sheets(content: bytes) -> list[Sheet]:
    return [
        Sheet(
            height=page.height,
            lines=tuple(lines_of(page)),
            slanted=page.slanted,
            pictured=page.pictured,
        )
        for page in pages(content)
    ]


def _is_scan(sheet: Sheet) -> bool:
    return sheet.pictured and not sheet.lines


def _title(content: bytes) -> str:
    try:
        with pypdf.apply_configuration(_LIMITS):
            metadata = pypdf.PdfReader(io.BytesIO(content)).metadata
            return fold((metadata.title if metadata is not None else None) or "")
    except Exception:  # pypdf raises anything over a damaged or locked file
        return ""  # its pages were read all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A line of the text to be; an empty one where lines stand apart."""

    text: str = ""
    bold: bool = False
    full: bool = False


def _reading(sheets: Sequence[Sheet], title: str | None) -> Reading:
    taken = furniture_of(sheets)
    furniture = [
        unmarked(sheet.lines[place].text)
        for sheet, places in zip(sheets, taken, strict=True)
        for place in sorted(places)
    ]
    furniture += [" ".join(sheet.slanted) for sheet in sheets if sheet.slanted]
    bodies = [
        [line for place, line in enumerate(sheet.lines) if place not in places]
        for sheet, places in zip(sheets, taken, strict=True)
    ]
    leading = usual_leading(bodies)
    rows = [_rows(body, leading, _opening(bodies[n + 1 :])) for n, body in enumerate(bodies)]
    mended = without_hyphenation([[row.text for row in page] for page in rows])
    settled = settle([line for page in mended for line in page])
    flat = [row for page in rows for row in page]
    starts = list(zip(flat, settled.starts, strict=True))
    return Reading(
        text=settled.text,
        page_starts=_page_starts(rows, settled.starts, len(settled.text)),
        title=title,
        bold=frozenset(start for row, start in starts if row.bold and start is not None),
        full=frozenset(start for row, start in starts if row.full and start is not None),
        deletions=settled.deletions,
        furniture=tuple(furniture),
        unread_pages=tuple(n for n, sheet in enumerate(sheets, start=1) if _is_scan(sheet)),
    )


def _opening(pages: Sequence[Sequence[PrintedLine]]) -> PrintedLine | None:
    """The first line of some pages."""
    return next((page[0] for page in pages if page), None)


def _rows(body: Sequence[PrintedLine], leading: float, next_page: PrintedLine | None) -> list[_Row]:
    """The lines of a page, with an empty one where two stand apart.

    A line is full when the next line's first word would not have fitted on it: no paragraph is
    known to end there.
    """
    rows: list[_Row] = []
    block: list[PrintedLine] = []
    margin = max((line.right for line in body), default=0.0)
    for above, below in pairwise([*body, None]):
        assert above is not None  # noqa: S101 - only the last of the pairs ends with None
        block.append(above)
        if below is not None and not is_apart(above, below, leading):
            continue
        after = next_page if below is None else None
        rows += _block_rows(block, after, margin)
        if below is not None:
            rows.append(_Row())
        block = []
    return rows


def _block_rows(
    block: Sequence[PrintedLine], next_page: PrintedLine | None, page_margin: float
) -> list[_Row]:
    margin = max(line.right for line in block)
    full = [not had_room(above, below, margin) for above, below in pairwise(block)]
    full.append(next_page is not None and _runs_over(block[-1], next_page, page_margin))
    return [
        _Row(text=line.text, bold=line.bold, full=is_full)
        for line, is_full in zip(block, full, strict=True)
    ]


def _runs_over(last: PrintedLine, next_page: PrintedLine, margin: float) -> bool:
    """Whether what a page ends with may go on on the next."""
    if last.further_cells:
        return goes_on_in_cell(last, next_page)
    return not had_room(last, next_page, margin)


def _page_starts(
    rows: Sequence[Sequence[_Row]], starts: Sequence[int | None], end: int
) -> tuple[int, ...]:
    """The offset of the first line of each page that stands."""
    found: list[int] = []
    index = 0
    for page in rows:
        found.append(next((start for start in starts[index:] if start is not None), end))
        index += len(page)
    return tuple(found)
