"""What the web app shows of the sources as they were: pages as pictures, and whole files."""

import base64
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from assistant.answer import Citation
from ingest.page_images import PageImages
from ingest.quoted_pages import QuotedPage
from ingest.reading_process import Refusal
from ui.conversations.turn import Answered
from ui.surroundings import KeptOriginal
from vectorstore.errors import MinutesError

# Bytes: what is larger would keep a browser's connection from everything else for too long.
LARGEST = 20 * 2**20
_UNSAFE = re.compile(r"[^\w .()&+-]+")
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAsked:
    """A page to be shown.

    Args:
        of: whose words are marked on it: the number of a citation, or where a paragraph starts.
        page: its number.
    """

    of: int
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Originals:
    """Where originals come from.

    Args:
        read: the bytes of one, by their digest; raises `LibraryError` when they are not kept.
    """

    images: PageImages
    read: Callable[[str], bytes]


def page_asked(told: object) -> PageAsked | None:
    """What a browser asks for; `None` when it makes no sense."""
    match told:
        case {"of": int(of), "page": int(page)}:
            return PageAsked(of=of, page=page)
        case _:
            return None


def cited_page_view(
    asked: PageAsked, answered: Answered, originals: Originals
) -> dict[str, Any] | None:
    """A page that a citation quotes as the browser shows it; `None` when it quotes no such page."""
    found = _cited(asked.of, answered)
    if found is None:
        return None
    citation, kept = found
    return page_view(asked, citation.reference.document, kept.digest, kept.pages, originals)


def page_view(
    asked: PageAsked,
    document: str,
    digest: str,
    pages: Iterable[QuotedPage],
    originals: Originals,
) -> dict[str, Any] | None:
    """A page of a document as the browser shows it; `None` when it is not among those given.

    Args:
        digest: of the document's original.
        pages: those that may be shown, each with the words to mark.
    """
    quoted = next((each for each in pages if each.number == asked.page), None)
    if quoted is None:
        return None
    view: dict[str, Any] = {"of": asked.of, "page": asked.page}
    try:
        # Also for a picture drawn before: what has been erased is shown no more.
        content = originals.read(digest)
        image = originals.images.image(digest, content, quoted)
    except MinutesError as error:
        return view | {"problem": f"The page cannot be shown. {error}"}
    if isinstance(image, Refusal):
        return view | {"problem": f"The page cannot be shown. {image.reason}"}
    marked = "the words are marked" if image.marks else "the words are not marked"
    return view | {
        "words": f"Page {asked.page}: the words are marked."
        if image.marks
        else f"Page {asked.page}: the words could not be found on it for certain, so that none are "
        "marked.",
        "alt": f"Page {asked.page} of {document}; {marked}",
        "picture": base64.b64encode(image.picture.webp).decode(),
        "width": image.picture.width,
        "height": image.picture.height,
        "marks": [[mark.left, mark.top, mark.width, mark.height] for mark in image.marks],
    }


def file_view(number: int, answered: Answered, originals: Originals) -> dict[str, Any] | None:
    """The file that a citation is of; `None` when it may not be handed out."""
    found = _cited(number, answered)
    if found is None or not found[1].open:
        return None
    citation, kept = found
    try:
        content = originals.read(kept.digest)
    except MinutesError as error:
        return {"problem": str(error)}
    if len(content) > LARGEST:
        return {"problem": "It is too large to be downloaded here."}
    return {
        "name": file_name(citation.reference.document),
        "bytes": base64.b64encode(content).decode(),
    }


def file_name(document: str) -> str:
    """A name for a file that means no harm on any system."""
    base = re.split(r"[/\\]", document)[-1]
    return _UNSAFE.sub("_", base)[-_LONGEST_NAME:].strip(". ") or "original"


def _cited(number: int, answered: Answered) -> tuple[Citation, KeptOriginal] | None:
    kept = {
        citation.number: (citation, shown.original)
        for citation in answered.answer.citations
        if (shown := answered.surroundings.get(citation.number)) is not None
    }
    citation, original = kept.get(number, (None, None))
    return None if citation is None or original is None else (citation, original)
