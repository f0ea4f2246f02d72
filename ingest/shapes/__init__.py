"""The shapes in which minutes come, tried in order: a new shape is one new file and one entry."""

from ingest.lines import Layout
from ingest.shapes import item_page, meeting_page, printed, single_item
from ingest.shapes.parsed import Parsed, Shape
from vectorstore.records import DocumentKind

SHAPES: tuple[Shape, ...] = (meeting_page.SHAPE, item_page.SHAPE, printed.SHAPE, single_item.SHAPE)


def parse(layout: Layout, kind: DocumentKind | None = None) -> tuple[DocumentKind, Parsed] | None:
    """What the first shape that fits makes of a text, and the kind of document it is.

    Args:
        kind: when it is known from elsewhere, only shapes of that kind are tried.
    """
    for shape in SHAPES:
        if kind is None or shape.kind is kind:
            parsed = shape.read(layout)
            if parsed is not None:
                return shape.kind, parsed
    return None
