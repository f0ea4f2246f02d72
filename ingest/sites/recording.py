"""What was fetched, into the library; and the account of it."""

import datetime as dt
from typing import TYPE_CHECKING

from ingest.account import Account
from ingest.job import fingerprint_of
from ingest.reading_process import Refusal, Task
from ingest.reading_room import ReadingRoom
from ingest.report import IngestReport, Outcome
from ingest.sites.seen import Fetched, Found
from vectorstore.errors import UnreadableDocument
from vectorstore.records import Document

if TYPE_CHECKING:  # it brings the vector index, which the commands' help does not need
    from vectorstore.revision import Revision


class Recorder:
    """Records documents one after the other and counts what became of them."""

    def __init__(self, revision: "Revision", room: ReadingRoom) -> None:
        self.fingerprints = dict(revision.fingerprints())
        self.failures = frozenset(revision.failures())
        self._revision = revision
        self._room = room
        self._account = Account()
        self._passed: dict[tuple[str, Found], list[dt.date | None]] = {}

    def record(self, fetched: Fetched) -> str:
        """Read and record a document, in one transaction; returns its fingerprint.

        It is the text that is compared with what the library has: pages differ in their bytes
        each time that they are asked for.

        Raises:
            UnreadableDocument: it cannot be read, or has no minutes in it.
        """
        document = self._read(fetched)
        fingerprint = fingerprint_of(document.text.encode(), fetched.metadata)
        source = fetched.source
        if self.fingerprints.get(source) == fingerprint and source not in self.failures:
            self.unchanged()
            return fingerprint
        self._account.record(
            self._revision,
            document,
            source=source,
            fingerprint=fingerprint,
            original=fetched.content,
        )
        self.fingerprints[source] = fingerprint
        return fingerprint

    def _read(self, fetched: Fetched) -> Document:
        task = Task(name=fetched.name, content=fetched.content, metadata=fetched.metadata)
        [(_, outcome)] = self._room.read([(None, task)])
        if isinstance(outcome, Refusal):
            raise UnreadableDocument(outcome.reason)
        return outcome

    def unchanged(self) -> None:
        """A document is as the library has it."""
        self._account.outcomes[Outcome.UNCHANGED] += 1

    def passed_over(self, committee: str, found: Found, date: dt.date | None) -> None:
        """A meeting has no minutes to read."""
        self._account.outcomes[Outcome.SKIPPED] += 1
        self._passed.setdefault((committee, found), []).append(date)

    def withdraw(self, source: str) -> None:
        """What the library has of an address is there no longer."""
        if self.fingerprints.pop(source, None) is not None:
            self._account.outcomes[Outcome.REMOVED] += 1
        self._revision.withdraw(source)

    def fail(self, source: str, reason: str) -> None:
        """An address could not be read; what the library has of it stays."""
        self.complain(source, reason)
        self._revision.fail(source, source, reason)

    def complain(self, address: str, reason: str) -> None:
        """Something that is no document could not be had."""
        self._account.fail(address, reason)

    def warn(self, words: str) -> None:
        """Something that a person may want to know."""
        self._account.warnings.append(words)

    def report(self, *, embedded: int, edition: str | None, seconds: float) -> IngestReport:
        """What was done in all."""
        return self._account.report(
            embedded=embedded, edition=edition, seconds=seconds, warnings=self._passed_over()
        )

    def _passed_over(self) -> list[str]:
        """A sentence for each committee and reason, with the days of all the meetings."""
        told: list[str] = []
        for (committee, found), dates in self._passed.items():
            days = ", ".join(f"{each.day} {each:%B %Y}" if each else "no date" for each in dates)
            again = "; `minutes update` looks again" if found is Found.NOT_YET else ""
            told.append(f"{committee or 'A meeting'}: {found.value}, so skipped{again}: {days}.")
        return told
