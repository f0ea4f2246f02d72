"""The ingestion: find files, read those that changed, record, embed, publish."""

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.document import READER_VERSION, read_document
from ingest.metadata import Metadata, read_sidecar
from ingest.passages import passages
from ingest.readers import SUFFIXES
from ingest.report import (
    IngestReport,
    Outcome,
    Unread,
    count_items,
    count_meetings,
    warnings_about,
)
from ingest.sources import Sources, find
from vectorstore.errors import UnreadableDocument
from vectorstore.records import Document

if TYPE_CHECKING:  # they bring the vector index, which reading files does not need
    from vectorstore.library import Library
    from vectorstore.revision import Revision


class Stage(StrEnum):
    """The stages of an ingestion."""

    READ = "reading"
    EMBED = "embedding"
    PUBLISH = "publishing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a stage is.

    Args:
        done, total: files while reading, texts while embedding.
        document: the name of the file that is read next; `None` at other stages.
    """

    stage: Stage
    done: int
    total: int
    document: str | None = None


def ingest(
    library: "Library",
    paths: Sequence[Path],
    *,
    given: Metadata = Metadata(),  # noqa: B008 - frozen
    progress: Callable[[Progress], None] = lambda progress: None,
) -> IngestReport:
    """Take files, and all the files in folders, into the library and publish it.

    What has not changed since it was last read is not read again. A file that cannot be read is
    reported and remembered; the others go on.

    Args:
        given: holds over sidecars and over what the texts say, for every file.
        progress: told before each file, after each batch of texts, and before publishing.

    Raises:
        LibraryError: the library as a whole cannot be written.
    """
    started = time.perf_counter()
    sources = find(paths)
    with library.revise() as revision:
        run = _Run(revision, given)
        for done, file in enumerate(sources.files):
            progress(
                Progress(stage=Stage.READ, done=done, total=len(sources.files), document=file.name)
            )
            run.take(file)
        embedded = revision.embed(
            lambda done, total: progress(Progress(stage=Stage.EMBED, done=done, total=total))
        )
        progress(Progress(stage=Stage.PUBLISH, done=0, total=1))
        edition = revision.publish()
    return run.report(sources, embedded, edition, seconds=time.perf_counter() - started)


def read(path: Path, *, given: Metadata = Metadata()) -> Document:  # noqa: B008 - frozen
    """Read one file and its sidecar, without any library.

    Raises:
        UnreadableDocument: it cannot be read, or has no minutes in it.
    """
    return read_document(path.name, _bytes_of(path), given.over(read_sidecar(path)))


class _Run:
    """One ingestion: what has been done so far."""

    def __init__(self, revision: "Revision", given: Metadata) -> None:
        self._revision = revision
        self._given = given
        self._known = revision.fingerprints()
        self._outcomes: Counter[Outcome] = Counter()
        self._counts: Counter[str] = Counter()
        self._failures: list[Unread] = []
        self._warnings: list[str] = []

    def take(self, file: Path) -> None:
        """Read a file and record it, unless it is as the library knows it."""
        source = str(file)
        try:
            content = _bytes_of(file)
            metadata = self._given.over(read_sidecar(file))
            fingerprint = fingerprint_of(content, metadata)
            if self._known.get(source) == fingerprint:
                self._outcomes[Outcome.UNCHANGED] += 1
                return
            document = read_document(file.name, content, metadata)
        except UnreadableDocument as error:
            self._fail(file.name, str(error))
            if file.suffix.lower() in SUFFIXES:
                self._revision.fail(source, file.name, str(error))
            return
        found = passages(document, self._revision.pieces, self._revision.max_pieces)
        placed = self._revision.put(
            document, found, source=source, fingerprint=fingerprint, original=content
        )
        outcome = Outcome(placed.value)
        self._outcomes[outcome] += 1
        if outcome is not Outcome.DUPLICATE:
            self._counts["meetings"] += count_meetings(document)
            self._counts["items"] += count_items(document)
            self._counts["paragraphs"] += sum(1 for _ in document.paragraphs())
            self._counts["passages"] += len(found)
            self._warnings += warnings_about(document)

    def report(
        self, sources: Sources, embedded: int, edition: str | None, *, seconds: float
    ) -> IngestReport:
        """What was done in all."""
        for path in sources.missing:
            self._fail(path.name, f"There is no file or folder {path}; check the path.")
        self._outcomes[Outcome.SKIPPED] = sources.skipped
        return IngestReport(
            documents=self._outcomes,
            meetings=self._counts["meetings"],
            items=self._counts["items"],
            paragraphs=self._counts["paragraphs"],
            passages=self._counts["passages"],
            embedded=embedded,
            edition=edition,
            failures=tuple(self._failures),
            warnings=(*self._warnings, *_vanished(self._known, sources), *_namesakes(sources)),
            seconds=seconds,
        )

    def _fail(self, name: str, reason: str) -> None:
        self._outcomes[Outcome.FAILED] += 1
        self._failures.append(Unread(document=name, reason=reason))


def fingerprint_of(content: bytes, metadata: Metadata) -> str:
    """What changes when a file, what is known about it, or the way of reading it changes."""
    facts = json.dumps([READER_VERSION, asdict(metadata)], default=str, sort_keys=True)
    return hashlib.sha256(facts.encode() + b"\0" + content).hexdigest()


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            f"It cannot be opened ({error.strerror}); check the path and who may read it."
        ) from error


def _vanished(known: Mapping[str, str], sources: Sources) -> list[str]:
    """A warning for each file that the library has from a folder and that is there no longer."""
    gone = [
        Path(source)
        for source in sorted(known)
        if any(Path(source).is_relative_to(folder) for folder in sources.folders)
        and not Path(source).exists()
    ]
    return [
        f"{path.name} is in the library but no longer in {path.parent}; "
        f"`minutes forget {path.name}` takes it out."
        for path in gone
    ]


def _namesakes(sources: Sources) -> list[str]:
    """A warning for each name that several files have, since citations go by the name."""
    counts = Counter(file.name for file in sources.files)
    return [
        f"{count} files are named {name}, and citations cannot tell them apart; rename them."
        for name, count in counts.items()
        if count > 1
    ]
