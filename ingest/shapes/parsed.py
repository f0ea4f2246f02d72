"""What a shape makes of a text."""

from collections.abc import Callable
from dataclasses import dataclass

from ingest.lines import Layout
from vectorstore.records import DocumentKind, Meeting, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The meetings of a text.

    Args:
        title: of the document; `None` when the text gives none.
        placed: the runs of text that are in a paragraph, a title, a field of a meeting, or are
            known furniture of a page; all others are reported as unplaced.
    """

    meetings: tuple[Meeting, ...]
    placed: tuple[Span, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A way in which minutes are laid out.

    Args:
        read: gives `None` for a text of another shape.
    """

    name: str
    kind: DocumentKind
    read: Callable[[Layout], Parsed | None]
