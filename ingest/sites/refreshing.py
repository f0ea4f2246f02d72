"""Bringing the library up to date with one thing that it follows."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from ingest.document import READER_VERSION
from ingest.sites.addresses import Place
from ingest.sites.listing import Attachment, ListedMeeting
from ingest.sites.planning import UNREAD, WITHDRAWN, Memory, Plan, page_alone
from ingest.sites.recording import Recorder
from ingest.sites.reply import NotFetched, SiteDown
from ingest.sites.seen import Found, Seen
from ingest.sites.site import SiteReader
from vectorstore.errors import UnreadableDocument
from vectorstore.following import Followed, Following, Visit

# A site that fails so many addresses in a row is left alone until the next run.
_PATIENCE = 5


class Refresh:
    """One thing that is followed, while it is looked at."""

    def __init__(
        self,
        reader: SiteReader,
        recorder: Recorder,
        following: Following,
        wanted: Followed,
        memory: Memory,
        now: Callable[[], dt.datetime],
    ) -> None:
        self._reader = reader
        self._recorder = recorder
        self._following = following
        self._wanted = wanted
        self._memory = memory
        self._now = now
        self._silences = 0

    def site(self, plan: Plan, progress: Callable[[int, int, str], None]) -> bool:
        """Look at the meetings of a plan; returns whether it came to the end of it.

        Args:
            progress: told how many are done, how many there are, and which is next.
        """
        for committee, reason in plan.unlisted:
            self._recorder.complain(self._wanted.address, f"{committee.name}: {reason}")
        for meeting in plan.cancelled:
            self._recorder.passed_over(meeting.committee.name, Found.CANCELLED, meeting.date)
        for _ in range(plan.settled):
            self._recorder.unchanged()
        steps = [(each, False) for each in plan.due] + [(each, True) for each in plan.vanished]
        for done, (meeting, unlisted) in enumerate(steps):
            progress(done, len(steps), meeting.address)
            self._meeting(meeting, unlisted=unlisted)
            if self._silences >= _PATIENCE:
                self._recorder.complain(
                    self._wanted.address,
                    f"The site failed {_PATIENCE} times in a row and is left alone; the same "
                    "command goes on from there later.",
                )
                return False
        return True

    def page(self, place: Place) -> None:
        """Look at one page that is followed by itself."""
        source = place.address
        try:
            seen = self._reader.look_at(place, self._memory.validators(source))
        except NotFetched as error:
            # A site that answers nothing at all says nothing about one page of it.
            if error.gone and self._memory.holds(source) and self._reader.answers():
                self._withdraw(source)
            else:
                self._recorder.fail(source, str(error))
            return
        self._take(seen, source, date=None, committee="", certain=seen.stated)
        if self._wanted.attachments and seen.attachments is not None:
            [meeting] = page_alone(place).due
            self._attachments(meeting, seen.attachments, told_all=seen.stated)

    def _meeting(self, meeting: ListedMeeting, *, unlisted: bool) -> None:
        source = meeting.address
        try:
            # Of one that the list has lost, the page is asked too before it is given up.
            held = self._memory.holds(source) and not unlisted
            seen = self._reader.look(meeting, self._memory.validators(source), held=held)
        except NotFetched as error:
            self._silences = self._silences + 1 if isinstance(error, SiteDown) else 0
            # Two signs are asked for: the list has lost it, and its own page says so too.
            if unlisted and error.gone:
                self._withdraw(source)
            else:
                self._recorder.fail(source, str(error))
            return
        self._silences = 0
        certain = seen.stated or unlisted
        self._take(seen, source, meeting.date, meeting.committee.name, certain=certain)
        if self._wanted.attachments and seen.attachments is not None:
            self._attachments(meeting, seen.attachments, told_all=seen.stated)

    def _take(
        self,
        seen: Seen,
        source: str,
        date: dt.date | None,
        committee: str,
        *,
        certain: bool,
        parent: str | None = None,
    ) -> None:
        """Record what was seen, or that there is nothing any more."""
        found, fingerprint = seen.found.value, None
        if seen.fetched is not None:
            try:
                fingerprint = self._recorder.record(seen.fetched)
            except UnreadableDocument as error:
                self._recorder.fail(source, str(error))
                found, fingerprint = UNREAD, self._memory.fingerprints.get(source)
        elif seen.found is Found.UNCHANGED:
            self._recorder.unchanged()
            found, fingerprint = Found.READ.value, self._memory.fingerprints.get(source)
        elif self._memory.holds(source) and not certain:
            self._recorder.warn(
                f"{source} shows no minutes any more; what the library has of it stays."
            )
            found, fingerprint = Found.READ.value, self._memory.fingerprints.get(source)
        elif self._memory.holds(source):
            self._withdraw(source)
        else:
            self._recorder.passed_over(committee, seen.found, date)
            self._recorder.withdraw(source)  # that it could not be read before is settled
        self._following.visit(
            self._wanted,
            Visit(
                source=source,
                parent=parent,
                date=date,
                found=found,
                fingerprint=fingerprint,
                reader=READER_VERSION,
                etag=seen.validators.etag,
                last_modified=seen.validators.last_modified,
                visited_at=self._now(),
            ),
        )

    def _attachments(
        self, meeting: ListedMeeting, attachments: tuple[Attachment, ...], *, told_all: bool
    ) -> None:
        """Fetch the documents that are attached, and take out those that are no longer."""
        attached: set[str] = set()
        for attachment in attachments:
            try:
                source = self._reader.address_of(attachment)
            except NotFetched as error:
                self._recorder.complain(attachment.item, f"{attachment.title}: {error}")
                told_all = False
                continue
            attached.add(source)
            if self._memory.was_seen(source) or self._memory.was_forgotten(source):
                continue
            try:
                seen = self._reader.attachment(attachment, self._memory.validators(source))
            except NotFetched as error:
                self._recorder.fail(source, str(error))
                continue
            self._take(seen, source, meeting.date, "", certain=True, parent=meeting.address)
        for source, visit in self._memory.visits.items():
            if visit.parent == meeting.address and told_all and source not in attached:
                self._withdraw(source)

    def _withdraw(self, source: str) -> None:
        """Take out what the library has of an address, with what was attached to it."""
        for each, visit in self._memory.visits.items():
            if each == source or visit.parent == source:
                self._recorder.withdraw(each)
                gone = replace(visit, found=WITHDRAWN, fingerprint=None, visited_at=self._now())
                self._following.visit(self._wanted, gone)
