"""What the web app shows of the sources as they were: pages as pictures, and whole files."""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assistant.answer import Citation
from ingest.page_images import PageImages
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
    """A page to be shown: the number of the citation, and of the page."""

    citation: int
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
        case {"citation": int(citation), "page": int(page)}:
            return PageAsked(citation=citation, page=page)
        case _:
            return None


def page_view(asked: PageAsked, answered: Answered, originals: Originals) -> dict[str, Any] | None:
    """A page that a citation quotes as the browser shows it; `None` when it quotes no such page."""
    citation, kept = _cited(asked.citation, answered) or (None, None)
    pages = {each.number: each for each in kept.pages} if kept else {}
    if citation is None or kept is None or asked.page not in pages:
        return None
    view: dict[str, Any] = {"citation": asked.citation, "page": asked.page}
    try:
        # Also for a picture drawn before: what has been erased is shown no more.
        content = originals.read(kept.digest)
        image = originals.images.image(kept.digest, content, pages[asked.page])
    except MinutesError as error:
        return view | {"problem": f"The page cannot be shown. {error}"}
    if isinstance(image, Refusal):
        return view | {"problem": f"The page cannot be shown. {image.reason}"}
    marked = "the quoted words are marked" if image.marks else "the quoted words are not marked"
    return view | {
        "words": f"Page {asked.page}: the quoted words are marked."
        if image.marks
        else f"Page {asked.page}: the quoted words could not be found on it for certain, so that "
        "none are marked.",
        "alt": f"Page {asked.page} of {citation.reference.document}; {marked}",
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
