"""The files that people add in the browser, kept in the library's home.

So they can be read again, and are erased together with what came from them.
"""

import hashlib
import json
import os
import re
import unicodedata
import uuid
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from ingest.metadata import Metadata, read_sidecar, sidecar_of
from ingest.sources import WITHIN, file_of, is_readable
from vectorstore import durable
from vectorstore.errors import LibraryError

ADDED = "added"
_ARRIVING = ".arriving"
# In bytes, beside the digest and the sidecar's suffix; file systems allow 255.
_LONGEST_STEM = 120
# What some file system takes for something else than a part of a name.
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*]')
# Names that Windows keeps for devices, whatever their suffix.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it came: its name is whatever its sender says."""

    name: str
    content: bytes


def folder(home: Path) -> Path:
    """Where the added files are."""
    return home / ADDED


def added_files(home: Path) -> list[Path]:
    """The added files, by name."""
    if not folder(home).is_dir():
        return []
    return sorted(
        each
        for each in folder(home).iterdir()
        if is_readable(each) and not each.name.startswith(".")
    )


def keep(home: Path, uploads: Sequence[Upload], given: Metadata) -> list[Path]:
    """Put files among the added ones, each with a sidecar of what is given about it.

    A file of the same name takes the place of the one before; what was given about that one holds
    on where nothing is given now.

    Raises:
        LibraryError: they cannot be written.
    """
    here = folder(home)
    try:
        here.mkdir(parents=True, exist_ok=True)
        kept = []
        for upload in uploads:
            path = here / safe_name(upload.name)
            known = given.over(_said_before(path))
            _write(path, upload.content)
            if known != Metadata():
                _write(sidecar_of(path), sidecar_text(known).encode())
            kept.append(path)
        durable.sync_folder(here)
    except OSError as error:
        raise LibraryError(
            f"The files cannot be kept in {here} ({error.strerror}): check the disk's space and "
            "who may write there."
        ) from error
    return kept


def erase(home: Path, sources: Iterable[str]) -> None:
    """Delete the added files that sources of an erased document are, or are in.

    Of an archive the member alone goes where it can be packed again without. Files that never
    arrived whole go too: they may be of the document.
    """
    for unfinished in folder(home).glob(f".*{_ARRIVING}"):
        unfinished.unlink()
    for source in sources:
        file = file_of(source)
        if file.parent != folder(home) or not file.is_file():
            continue
        _, _, member = source.partition(WITHIN)
        if not member or not _packed_without(file, member):
            file.unlink()
            sidecar_of(file).unlink(missing_ok=True)
        durable.sync_folder(file.parent)


def safe_name(name: str) -> str:
    """A file name that is a name on every system, and nothing but a name.

    It is the same whenever the same name comes, and different names stay different: one that had
    to be changed has a part of its digest.
    """
    last = unicodedata.normalize("NFC", PurePosixPath(name.replace("\\", "/")).name)
    stem, suffix = os.path.splitext(_NOT_IN_A_NAME.sub("-", _on_one_line(last)))
    if not is_readable(Path(f"x{suffix}")):
        suffix = ""
    stem = _cut(stem.strip(" ."))
    if not stem or stem.startswith("~") or _RESERVED.fullmatch(stem):
        stem = f"file {stem.lstrip('~')}".strip()
    if stem + suffix != last:
        stem += "-" + hashlib.sha256(last.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return stem + suffix


def sidecar_text(known: Metadata) -> str:
    """What is known about a file as the TOML of its sidecar."""
    lines = []
    for key, value in asdict(known).items():
        if isinstance(value, date):
            lines.append(f"{key} = {value.isoformat()}")
        elif value is not None and (words := _on_one_line(value)):
            lines.append(f"{key} = {json.dumps(words, ensure_ascii=False)}")
    return "\n".join([*lines, ""])


def _said_before(path: Path) -> Metadata:
    return read_sidecar(path) if path.is_file() else Metadata()


def _write(path: Path, content: bytes) -> None:
    """Whoever reads the file sees the old one or the new one, whole."""
    arriving = _arriving_in(path.parent)
    with arriving.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    arriving.replace(path)


def _arriving_in(here: Path) -> Path:
    """A file of nobody else's, which is passed over as hidden files are."""
    return here / f".{uuid.uuid4().hex}{_ARRIVING}"


def _packed_without(archive: Path, member: str) -> bool:
    """Pack an archive again without a member; false when it cannot be, or nothing is left."""
    arriving = _arriving_in(archive.parent)
    try:
        with zipfile.ZipFile(archive) as packed, zipfile.ZipFile(arriving, "w") as anew:
            others = [each for each in packed.infolist() if each.filename != member]
            for each in others:
                anew.writestr(each, packed.read(each))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        arriving.unlink(missing_ok=True)
        return False
    if not others or len(others) == len(packed.infolist()):
        arriving.unlink()
        return False
    arriving.replace(archive)
    return True


def _on_one_line(words: str) -> str:
    return "".join(each if each.isprintable() else " " for each in words).strip()


def _cut(stem: str) -> str:
    return stem.encode()[:_LONGEST_STEM].decode(errors="ignore").rstrip(" .")
