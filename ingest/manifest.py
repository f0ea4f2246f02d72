"""A list in a folder that says of its files what their texts do not: manifest.csv or .toml."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest.metadata import Metadata, checked
from ingest.readers.text import decoded
from vectorstore.errors import UnreadableDocument

NAMES = ("manifest.csv", "manifest.toml")
# Spreadsheets turn 2025-01-30 into this when they are opened and saved in Britain.
_BRITISH_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_OTHER_NAMES = {"address": "url"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A line that cannot be used: where it is, and why in one sentence."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the lists of one folder say, by the path of the file below the folder."""

    known: Mapping[str, Metadata] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


class Manifests:
    """The lists of the folders that are looked through, each read once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._read: dict[Path, Manifest] = {}

    def of(self, file: Path) -> Metadata:
        """What is known of a file: the list nearest to it holds over those of folders above."""
        found = Metadata()
        for folder in file.parents:
            within = any(folder.is_relative_to(each) for each in self._folders)
            if not within and folder != file.parent:
                break
            if folder not in self._read:
                self._read[folder] = read_manifest(folder)
            listed = self._read[folder].known.get(file.relative_to(folder).as_posix())
            found = found.over(listed) if listed is not None else found
        return found

    def faults(self) -> Iterator[Fault]:
        """The lines of all lists read so far that could not be used."""
        for manifest in self._read.values():
            yield from manifest.faults


def read_manifest(folder: Path) -> Manifest:
    """The lists in a folder; a line that cannot be used is told, and the others hold."""
    known: dict[str, Metadata] = {}
    faults: list[Fault] = []
    for path in (folder / name for name in NAMES):
        if not path.is_file():
            continue
        try:
            rows = _table(path) if path.suffix == ".toml" else _lines(path)
            for place, file, keys in rows:
                try:
                    known[_listed(folder, file)] = checked(keys, "The line")
                except UnreadableDocument as error:
                    faults.append(Fault(place=place, reason=str(error)))
        except (OSError, UnreadableDocument, UnicodeDecodeError, tomllib.TOMLDecodeError,
                csv.Error) as error:  # fmt: skip
            faults.append(Fault(place=path.name, reason=f"It cannot be read ({error})."))
    return Manifest(known=known, faults=tuple(faults))


def _listed(folder: Path, file: str) -> str:
    if not file:
        raise UnreadableDocument("The line names no file.")
    if not (folder / file).is_file():
        raise UnreadableDocument(f"The line names {file}, and there is no such file.")
    return Path(file).as_posix()


def _lines(path: Path) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Place, file and keys of each line of a CSV file with a heading; empty cells say nothing."""
    text = decoded(path.read_bytes())
    heading = text.split("\n", maxsplit=1)[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in heading else ",")
    if "file" not in [name.strip().lower() for name in rows.fieldnames or ()]:
        raise UnreadableDocument("its first line must name the columns, one of them file")
    for row in rows:
        place = f"{path.name}, line {rows.line_num}"
        cells = {
            (name or "more cells than columns").strip().lower(): str(value).strip()
            for name, value in row.items()
            if value and str(value).strip()
        }
        keys: dict[str, object] = {_OTHER_NAMES.get(n, n): value for n, value in cells.items()}
        file = str(keys.pop("file", ""))
        if british := _BRITISH_DATE.fullmatch(str(keys.get("date", ""))):
            day, month, year = british.groups()
            keys["date"] = f"{year}-{month}-{day}"
        yield place, file, keys


def _table(path: Path) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Place, file and keys of each table of a TOML file, which is named for its file."""
    for file, keys in tomllib.loads(path.read_text(encoding="utf-8")).items():
        table = keys if isinstance(keys, dict) else {file: keys}
        named = {_OTHER_NAMES.get(name, name): value for name, value in table.items()}
        yield f"{path.name}, {file}", file, named
