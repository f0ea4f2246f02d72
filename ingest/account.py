"""The account of an ingestion while it runs: what was recorded, what could not be read."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ingest.passages import passages
from ingest.report import (
    IngestReport,
    Outcome,
    Unread,
    count_items,
    count_meetings,
    count_restricted,
    warnings_about,
)
from vectorstore.records import Document

if TYPE_CHECKING:  # it brings the vector index, which the commands' help does not need
    from vectorstore.revision import Revision


class Account:
    """Counts what becomes of each source.

    Attributes:
        outcomes: how many sources had each.
        unread: what could not be read, in the order of trying.
        warnings: what a person may want to mend, a sentence each.
    """

    def __init__(self) -> None:
        self.outcomes: Counter[Outcome] = Counter()
        self.unread: list[Unread] = []
        self.warnings: list[str] = []
        self._counts: Counter[str] = Counter()

    def record(
        self,
        revision: "Revision",
        document: Document,
        *,
        source: str,
        fingerprint: str,
        original: bytes,
    ) -> None:
        """Put a document into the library, in one transaction, and count it."""
        found = passages(document, revision.pieces, revision.max_pieces)
        placed = revision.put(
            document, found, source=source, fingerprint=fingerprint, original=original
        )
        outcome = Outcome(placed.value)
        self.outcomes[outcome] += 1
        if outcome is not Outcome.DUPLICATE:
            self._counts["meetings"] += count_meetings(document)
            self._counts["items"] += count_items(document)
            self._counts["paragraphs"] += sum(1 for _ in document.paragraphs())
            self._counts["passages"] += len(found)
            self._counts["restricted"] += count_restricted(document)
            self.warnings += warnings_about(document)

    def fail(self, name: str, reason: str) -> None:
        """A source could not be read."""
        self.outcomes[Outcome.FAILED] += 1
        self.unread.append(Unread(document=name, reason=reason))

    def report(
        self,
        *,
        embedded: int,
        edition: str | None,
        seconds: float,
        warnings: Iterable[str] = (),
    ) -> IngestReport:
        """What was done in all; `warnings` come after those about the documents."""
        return IngestReport(
            documents=self.outcomes,
            meetings=self._counts["meetings"],
            items=self._counts["items"],
            paragraphs=self._counts["paragraphs"],
            passages=self._counts["passages"],
            restricted=self._counts["restricted"],
            embedded=embedded,
            edition=edition,
            failures=tuple(self.unread),
            warnings=(*self.warnings, *warnings),
            seconds=seconds,
        )
