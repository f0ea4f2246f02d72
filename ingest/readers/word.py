"""Word (.docx): paragraphs with the numbers that Word prints before them, and tables as lines."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from ingest.packing import refuse_overwhelming
from ingest.readers.deleted import settle, struck, unmarked
from ingest.readers.reading import Reading
from ingest.readers.word_numbering import Numbering
from vectorstore.wording import fold

# Bytes that the parts of a Word document may have together.
LARGEST = 512 * 2**20
_SOFT_HYPHEN = "\xad"
_REMOVED = frozenset({qn("w:del"), qn("w:moveFrom")})
_STRIKES = (qn("w:strike"), qn("w:dstrike"))
_FOR_OLD_READERS = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF = ("0", "false", "off")
_CHARACTERS = {
    qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the text to be; an empty one between paragraphs."""

    text: str
    heading: bool = False
    bold: bool = False


def read(content: bytes) -> Reading:
    """The text of the body of a Word document; headers and footers are left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        refuse_overwhelming(packed, LARGEST)
    document = docx.Document(io.BytesIO(content))
    rows: list[_Row] = []
    for row in _rows(document, Numbering(document)):
        # Each paragraph stands apart from the next; one may have several lines.
        rows += [_Row("")] if rows else []
        rows += (replace(row, text=line) for line in row.text.split("\n"))
    settled = settle([row.text for row in rows])
    starts = [
        (row, start)
        for row, start in zip(rows, settled.starts, strict=True)
        if row.text and start is not None
    ]
    title = fold(document.core_properties.title or "")
    return Reading(
        text=settled.text,
        headings=frozenset(start for row, start in starts if row.heading),
        bold=frozenset(start for row, start in starts if row.bold),
        deletions=settled.deletions,
        title=title or None,
    )


def _rows(holder: Document | _Cell, numbering: Numbering) -> Iterator[_Row]:
    """The paragraphs and the rows of tables that are not empty."""
    for block in holder.iter_inner_content():
        if isinstance(block, Paragraph):
            if line := _line(block, numbering):
                yield _Row(line, heading=_is_heading(block), bold=_is_bold(block))
            for boxed in _boxed(block):
                if line := _line(boxed, numbering):
                    yield _Row(line, heading=_is_heading(boxed), bold=_is_bold(boxed))
        else:
            yield from map(_Row, _table_rows(block, numbering))


def _line(paragraph: Paragraph, numbering: Numbering) -> str:
    held = paragraph._p.iter(qn("w:r"))
    runs = (run for run in held if next(run.iterancestors(qn("w:p"))) is paragraph._p)
    words = "".join(map(_words, runs)).strip()
    return f"{numbering.label(paragraph)}{words}" if words else ""


def _boxed(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraphs of text boxes that are tied to a paragraph.

    The file holds a box twice, for new readers and for old ones.
    """
    for box in paragraph._p.iter(qn("w:txbxContent")):
        if not any(parent.tag == _FOR_OLD_READERS for parent in box.iterancestors()):
            for each in box.iter(qn("w:p")):
                if isinstance(each, CT_P):
                    yield Paragraph(each, paragraph._parent)


def _words(run: _Element) -> str:
    """The characters of a run, also of one that was inserted with its changes tracked."""
    words = "".join(unmarked(_character(child)) for child in run).replace(_SOFT_HYPHEN, "")
    if not _is_struck(run):
        return words
    return "\n".join(map(struck, words.split("\n")))


def _character(child: _Element) -> str:
    if child.tag in (qn("w:t"), qn("w:delText")):
        return child.text or ""
    return _CHARACTERS.get(child.tag, "")


def _is_struck(run: _Element) -> bool:
    """Whether a run is struck through, or was deleted or moved with the changes tracked."""
    if any(parent.tag in _REMOVED for parent in run.iterancestors()):
        return True
    properties = run.find(qn("w:rPr"))
    marks = [] if properties is None else [properties.find(tag) for tag in _STRIKES]
    return any(mark is not None and mark.get(qn("w:val")) not in _OFF for mark in marks)


def _is_heading(paragraph: Paragraph) -> bool:
    style = paragraph.style
    return style is not None and (style.name or "").startswith("Heading")


def _is_bold(paragraph: Paragraph) -> bool:
    """Whether it is bold from end to end, by itself or by its style."""
    style = paragraph.style
    styled = style is not None and bool(style.font.bold)
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(styled if run.bold is None else run.bold for run in runs)


def _table_rows(table: Table, numbering: Numbering) -> Iterator[str]:
    """Each row as one line; where a cell has several paragraphs, as all of these.

    A cell that was merged comes once.
    """
    for row in table.rows:
        cells: list[list[str]] = []
        seen: set[int] = set()
        for cell in row.cells:
            if id(cell._tc) in seen:
                continue
            seen.add(id(cell._tc))
            cells.append([row_of_cell.text for row_of_cell in _rows(cell, numbering)])
        if all(len(cell) <= 1 for cell in cells):
            if any(cells):
                yield "\t".join(line for cell in cells for line in cell)
        else:
            yield from (line for cell in cells for line in cell)
