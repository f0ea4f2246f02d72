"""Plain text: UTF-8, UTF-16 with its mark, or else Windows-1252."""

import codecs

from ingest.readers.reading import Reading
from vectorstore.errors import UnreadableDocument


def read(content: bytes) -> Reading:
    """The text as it is, with line ends as `\\n`.

    Raises:
        UnreadableDocument: the bytes are no text in these encodings.
    """
    return Reading(text=decoded(content))


def decoded(content: bytes) -> str:
    """The characters of a text file, its line ends as `\\n`."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableDocument(
        "It is not text in UTF-8, UTF-16 or Windows-1252; save it again as UTF-8 text."
    )
