"""Documents in ZIP archives, read without writing anything and without being overwhelmed."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from ingest.packing import refuse_overwhelming
from ingest.readers import SUFFIXES
from vectorstore.errors import UnreadableDocument

ARCHIVE_SUFFIX = ".zip"
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A document in an archive.

    Args:
        path: as the archive calls it; never used as a path of this computer.
        content: its bytes, or why they cannot be had.
    """

    path: str
    content: bytes | UnreadableDocument


def members(content: bytes, largest: int) -> Iterator[Member]:
    """The documents in an archive.

    Hidden files and files of other types are passed over.

    Args:
        largest: how many bytes all of them may have together.

    Raises:
        UnreadableDocument: it is no archive, or one that would overwhelm.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableDocument("It is no ZIP archive; fetch or save it again.") from error
    refuse_overwhelming(archive, largest)
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        names = [part for part in path.parts if part not in (".", "..")]
        hidden = any(name.startswith((".", "__MACOSX", "~$")) for name in names)
        if entry.is_dir() or hidden or path.suffix.lower() not in SUFFIXES | {ARCHIVE_SUFFIX}:
            continue
        try:
            yield Member(path=entry.filename, content=_inflated(archive, entry, path))
        except UnreadableDocument as error:
            yield Member(path=entry.filename, content=error)


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: PurePosixPath) -> bytes:
    if path.suffix.lower() == ARCHIVE_SUFFIX:
        raise UnreadableDocument("An archive within an archive is not read; unpack it first.")
    if entry.flag_bits & _ENCRYPTED:
        raise UnreadableDocument("It is protected by a password; pack it again without.")
    try:
        return archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise UnreadableDocument("It is damaged in its archive; fetch it again.") from error
