"""Word (.docx): paragraphs with the numbers that Word prints before them, and tables as lines."""

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ingest.readers.reading import Reading
from ingest.readers.word_numbering import Numbering
from vectorstore.wording import fold


def read(content: bytes) -> Reading:
    """The text of the body of a Word document; headers and footers are left out."""
    document = docx.Document(io.BytesIO(content))
    numbering = Numbering(document)
    text = ""
    headings: set[int] = set()
    for line, is_heading in _lines(document, numbering):
        if is_heading:
            headings.add(len(text))
        text += f"{line}\n\n" if line else ""
    title = fold(document.core_properties.title or "")
    return Reading(text=text.rstrip(), headings=frozenset(headings), title=title or None)


def _lines(holder: Document | _Cell, numbering: Numbering) -> Iterator[tuple[str, bool]]:
    for block in holder.iter_inner_content():
        if isinstance(block, Paragraph):
            yield _line(block, numbering), _is_heading(block)
        else:
            yield from ((row, False) for row in _rows(block, numbering))


def _line(paragraph: Paragraph, numbering: Numbering) -> str:
    words = paragraph.text.strip()
    return f"{numbering.label(paragraph)}{words}" if words else ""


def _is_heading(paragraph: Paragraph) -> bool:
    style = paragraph.style
    return style is not None and (style.name or "").startswith("Heading")


def _rows(table: Table, numbering: Numbering) -> Iterator[str]:
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
            cells.append([line for line, _ in _lines(cell, numbering) if line])
        if all(len(cell) <= 1 for cell in cells):
            yield "\t".join(line for cell in cells for line in cell)
        else:
            yield from (line for cell in cells for line in cell)
