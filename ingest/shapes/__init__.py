"""The shapes in which minutes come, tried in order: a new shape is one new file and one entry."""

from ingest.lines import Layout
from ingest.shapes import (
    agreement,
    item_page,
    meeting_page,
    outlined,
    printed,
    questions,
    single_item,
)
from ingest.shapes.parsed import Parsed, Shape
from vectorstore.records import DocumentKind

SHAPES: tuple[Shape, ...] = (
    outlined.SHAPE,
    meeting_page.SHAPE,
    printed.SHAPE,
    item_page.SHAPE,
    questions.SHAPE,
    agreement.SHAPE,
)


def parse(layout: Layout) -> tuple[DocumentKind, Parsed]:
    """What the first shape that fits makes of a text, and the kind of document it is.

    When the kind is known from elsewhere, only shapes of that kind are tried. A text of no
    known shape is one item and nothing but paragraphs.
    """
    for shape in SHAPES:
        if layout.kind in (None, shape.kind):
            parsed = shape.read(layout)
            if parsed is not None:
                return shape.kind, parsed
    return layout.kind or DocumentKind.MINUTES, single_item.read(layout)
