"""The ingestion: find files, read those that changed, record, embed, publish."""

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.account import Account
from ingest.document import READER_VERSION
from ingest.limits import ReadingLimits
from ingest.manifest import Manifests
from ingest.metadata import Metadata, read_sidecar
from ingest.reading_process import Refusal, Task
from ingest.reading_room import ReadingRoom
from ingest.report import (
    IngestReport,
    Outcome,
    Unread,
)
from ingest.sources import Source, Sources, file_of, find, is_readable, opened, shown_name
from vectorstore.errors import UnreadableDocument
from vectorstore.records import Document
from vectorstore.settings import from_environment

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
        document: the name of what has been read and is recorded next; `None` at other stages.
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
    prune: bool = False,
    progress: Callable[[Progress], None] = lambda progress: None,
) -> IngestReport:
    """Take files, and all the files in folders, into the library and publish it.

    What has not changed since it was last read is not read again. A file that cannot be read is
    reported and remembered; the others go on.

    Args:
        given: holds over sidecars and over what the texts say, for every file.
        prune: take out what came from files of these folders that are gone.
        progress: told before each document is recorded, after each batch of texts, and before
            publishing.

    Raises:
        LibraryError: the library as a whole cannot be written.
    """
    started = time.perf_counter()
    sources = find(paths)
    limits = from_environment(ReadingLimits)
    with library.revise() as revision, ReadingRoom(limits) as room:
        _forget_failures(revision, sources)
        removed = _prune(revision, sources) if prune else 0
        run = _Run(revision, given, limits, Manifests(sources.folders))
        for position, outcome in room.read(run.changed(sources.files)):
            progress(
                Progress(
                    stage=Stage.READ,
                    done=position.file,
                    total=len(sources.files),
                    document=position.source.name,
                )
            )
            run.take(position, outcome)
        embedded = revision.embed(
            lambda done, total: progress(Progress(stage=Stage.EMBED, done=done, total=total))
        )
        progress(Progress(stage=Stage.PUBLISH, done=0, total=1))
        edition = revision.publish()
    return run.report(
        sources, embedded, edition, removed=removed, seconds=time.perf_counter() - started
    )


def read(path: Path, *, given: Metadata = Metadata()) -> Document:  # noqa: B008 - frozen
    """Read one file and its sidecar, without any library, in a process apart.

    Raises:
        UnreadableDocument: it cannot be read, or has no minutes in it.
    """
    limits = from_environment(ReadingLimits)
    source = next(opened(path, megabytes=limits.reading_size), None)
    if source is None:
        raise UnreadableDocument("There is no document in this archive.")
    if isinstance(source.content, UnreadableDocument):
        raise source.content
    task = Task(name=source.name, content=source.content, metadata=given.over(read_sidecar(path)))
    with ReadingRoom(limits) as room:
        [(_, outcome)] = room.read([(None, task)])
    if isinstance(outcome, Refusal):
        raise UnreadableDocument(outcome.reason)
    return outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class _Position:
    """Where a document came from: the how manieth file, and what it was found to be."""

    file: int
    source: Source
    fingerprint: str


class _Run:
    """One ingestion: what has been done so far."""

    def __init__(
        self,
        revision: "Revision",
        given: Metadata,
        limits: ReadingLimits,
        manifests: Manifests,
    ) -> None:
        self._revision = revision
        self._given = given
        self._limits = limits
        self._manifests = manifests
        self._known = revision.fingerprints()
        self._unread = revision.failures().keys()
        self._account = Account()

    def changed(self, files: Sequence[Path]) -> Iterator[tuple[_Position, Task | Refusal]]:
        """What is to be read, or is known to be unreadable; what is unchanged is counted."""
        for number, file in enumerate(files):
            for source in opened(file, megabytes=self._limits.reading_size):
                try:
                    if isinstance(source.content, UnreadableDocument):
                        raise source.content
                    beside = read_sidecar(file).over(self._manifests.of(file))
                    metadata = self._given.over(beside)
                except UnreadableDocument as error:
                    nowhere = _Position(file=number, source=source, fingerprint="")
                    yield nowhere, Refusal(reason=str(error))
                    continue
                fingerprint = fingerprint_of(source.content, metadata)
                known = self._known.get(source.id) == fingerprint
                if known and source.id not in self._unread:
                    self._account.outcomes[Outcome.UNCHANGED] += 1
                    continue
                yield (
                    _Position(file=number, source=source, fingerprint=fingerprint),
                    Task(name=source.name, content=source.content, metadata=metadata),
                )

    def take(self, position: _Position, outcome: Document | Refusal) -> None:
        """Record what was read, or that it could not be."""
        source = position.source
        if isinstance(outcome, Refusal) or isinstance(source.content, UnreadableDocument):
            reason = outcome.reason if isinstance(outcome, Refusal) else str(source.content)
            self._account.fail(source.name, reason)
            if is_readable(file_of(source.id)):
                self._revision.fail(source.id, source.name, reason)
            return
        self._account.record(
            self._revision,
            outcome,
            source=source.id,
            fingerprint=position.fingerprint,
            original=source.content,
        )

    def report(
        self,
        sources: Sources,
        embedded: int,
        edition: str | None,
        *,
        removed: int,
        seconds: float,
    ) -> IngestReport:
        """What was done in all."""
        for path in sources.missing:
            self._account.fail(
                shown_name(path.name), f"There is no file or folder {path}; check the path."
            )
        for fault in self._manifests.faults():
            self._account.unread.append(Unread(document=fault.place, reason=fault.reason))
        self._account.outcomes[Outcome.SKIPPED] = sources.skipped
        if removed:
            self._account.outcomes[Outcome.REMOVED] = removed
        return self._account.report(
            embedded=embedded,
            edition=edition,
            seconds=seconds,
            warnings=(*_vanished(self._known, sources), *_namesakes(sources)),
        )


def fingerprint_of(content: bytes, metadata: Metadata) -> str:
    """What changes when a file, what is known about it, or the way of reading it changes."""
    facts = json.dumps([READER_VERSION, asdict(metadata)], default=str, sort_keys=True)
    return hashlib.sha256(facts.encode() + b"\0" + content).hexdigest()


def _prune(revision: "Revision", sources: Sources) -> int:
    """Take out what came from files that are gone; returns how many documents' sources did."""
    gone = _gone(revision.fingerprints(), sources)
    for source in gone:
        revision.withdraw(source)
    return len(gone)


def _forget_failures(revision: "Revision", sources: Sources) -> None:
    """What could not be read and is gone need not be told any more."""
    for source in _gone(revision.failures().keys() - revision.fingerprints().keys(), sources):
        revision.withdraw(source)


def _gone(known: Iterable[str], sources: Sources) -> list[str]:
    """The sources in the folders looked through whose file is there no longer."""
    return [
        source
        for source in sorted(known)
        if any(file_of(source).is_relative_to(folder) for folder in sources.folders)
        and not file_of(source).exists()
    ]


def _vanished(known: Mapping[str, str], sources: Sources) -> list[str]:
    """A warning for each file that the library has from a folder and that is there no longer."""
    gone = [file_of(source) for source in _gone(known, sources)]
    return [
        f"{shown_name(path.name)} is in the library but no longer in {path.parent}; "
        "`minutes ingest --prune` of the folder takes it out."
        for path in dict.fromkeys(gone)
    ]


def _namesakes(sources: Sources) -> list[str]:
    """A warning for each name that several files have, since citations go by the name."""
    counts = Counter(file.name for file in sources.files)
    return [
        f"{count} files are named {name}, and citations cannot tell them apart; rename them."
        for name, count in counts.items()
        if count > 1
    ]
