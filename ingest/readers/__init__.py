"""Bytes -> text, one module a medium, chosen by what the bytes are and only then by the name."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from ingest.readers.reading import Reading
from vectorstore.errors import MinutesError, UnreadableDocument

# Imported when first needed: each brings a library that a run without such files never loads.
_READERS = {
    ".txt": "ingest.readers.text",
    ".html": "ingest.readers.html",
    ".htm": "ingest.readers.html",
    ".pdf": "ingest.readers.pdf",
    ".docx": "ingest.readers.word",
    ".xml": "ingest.readers.meeting_reply",
}
SUFFIXES = frozenset(_READERS)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<(?:\?xml\s|meeting[\s>])")
_WHAT = {".pdf": "a PDF", ".docx": "a Word document (.docx)"}


def read(name: str, content: bytes) -> Reading:
    """The text of a document.

    Args:
        name: of the file; its suffix decides where the content does not. An address has none.

    Raises:
        UnreadableDocument: it cannot be read, with the reason.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES and "://" not in name:
        raise UnreadableDocument(
            f"Files of the type {suffix or 'without a suffix'} cannot be read; "
            "save it as text, HTML, PDF or Word (.docx)."
        )
    if not content.strip():
        raise UnreadableDocument("It is empty.")
    medium = _medium(content) or (".txt" if "://" in name else suffix)
    if suffix in _WHAT and medium == ".html":
        raise UnreadableDocument(
            f"It is named {suffix} but is a web page, as sites serve for an error; fetch it again."
        )
    if medium in _WHAT and _medium(content) != medium:
        raise UnreadableDocument(
            f"It is named {suffix} but is not {_WHAT[medium]}; fetch it again."
        )
    reader: Callable[[bytes], Reading] = import_module(_READERS[medium]).read
    try:
        return reader(content)
    except (MinutesError, MemoryError):
        raise
    except Exception as error:  # the libraries raise anything over a damaged file
        raise UnreadableDocument(
            f"It is damaged and cannot be read ({type(error).__name__}); fetch or save it again."
        ) from error


def _medium(content: bytes) -> str | None:
    """The suffix that the bytes themselves ask for; `None` for anything that may be text."""
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return ".pdf"
    if content.startswith(b"PK\x03\x04"):
        return ".docx"
    head = content.removeprefix(b"\xef\xbb\xbf")[:4096]
    if _HTML.match(head):
        return ".html"
    return ".xml" if _XML.match(head) else None
