"""Which meetings of a site are to be looked at now, and which it lists no longer."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ingest.document import READER_VERSION
from ingest.sites.addresses import Place
from ingest.sites.listing import Committee, ListedMeeting, chosen, within
from ingest.sites.reply import NO_VALIDATORS, NotFetched, Validators
from ingest.sites.seen import Found
from ingest.sites.site import SiteReader
from vectorstore.following import FORGOTTEN, Followed, Visit

UNREAD = "not readable"
WITHDRAWN = "withdrawn"
# Minutes that are not there after so long are looked for only so often.
_HOPE, _NOW_AND_THEN = dt.timedelta(days=365), dt.timedelta(days=30)
_FINAL = (Found.CANCELLED, Found.WITHHELD, UNREAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is known from before about something that is followed.

    Args:
        visits: the last visit of each address.
        fingerprints: of what the library holds, by source.
        failures: the sources that it could not read.
        begun_at: when this look at it began, before an interruption perhaps.
        relook_from: minutes of meetings from this day on may still change.
    """

    visits: Mapping[str, Visit]
    fingerprints: Mapping[str, str]
    failures: Collection[str]
    begun_at: dt.datetime
    relook_from: dt.date

    def holds(self, source: str) -> bool:
        """Whether the library has something from an address."""
        return source in self.fingerprints

    def is_fresh(self, source: str) -> bool:
        """Whether the library has an address as the last visit left it, and read as now."""
        visit = self.visits.get(source)
        if visit is None or source in self.failures:
            return False
        if visit.fingerprint is not None and visit.reader != READER_VERSION:
            return False
        return visit.fingerprint == self.fingerprints.get(source)

    def was_seen(self, source: str) -> bool:
        """Whether this look, before it was interrupted, has been at an address already."""
        visit = self.visits.get(source)
        return visit is not None and visit.visited_at >= self.begun_at and self.is_fresh(source)

    def was_forgotten(self, source: str) -> bool:
        """Whether somebody had what came from an address erased, so that it stays out."""
        visit = self.visits.get(source)
        return visit is not None and visit.found == FORGOTTEN

    def validators(self, source: str) -> Validators:
        """For asking whether an address has changed since the library read it."""
        visit = self.visits.get(source)
        if visit is None or not self.holds(source) or not self.is_fresh(source):
            return NO_VALIDATORS
        return Validators(etag=visit.etag, last_modified=visit.last_modified)

    def is_due(self, meeting: ListedMeeting) -> bool:
        """Whether a meeting is to be looked at.

        New ones are, those without minutes yet (old ones now and then), those that may still
        change, and those that the library has lost; never one that was forgotten on purpose.
        """
        visit = self.visits.get(meeting.address)
        if visit is None:
            return True
        if self.was_forgotten(meeting.address) or self.was_seen(meeting.address):
            return False
        date = meeting.date
        if date is None or date >= self.relook_from or visit.found == WITHDRAWN:
            return True  # what was withdrawn and is listed again was put back
        if visit.found == Found.READ:
            return not self.is_fresh(meeting.address)
        hopeless = date < self.begun_at.date() - _HOPE
        return visit.found not in _FINAL and not (
            hopeless and self.begun_at - visit.visited_at < _NOW_AND_THEN
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be asked for.

    Args:
        due: the meetings to look at, each committee's oldest first.
        cancelled: those that the list itself says did not take place.
        vanished: those that the library has and the site lists no longer.
        settled: how many listed meetings need not be looked at.
        unlisted: committees whose meetings could not be listed, each with the reason; of what
            the library has of them nothing is said.
    """

    due: tuple[ListedMeeting, ...]
    cancelled: tuple[ListedMeeting, ...]
    vanished: tuple[ListedMeeting, ...]
    settled: int
    unlisted: tuple[tuple[Committee, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The plan as `minutes ingest --dry-run --json` prints it."""
        return {
            "would_fetch": [_meeting_json(each) for each in self.due],
            "no_longer_listed": [_meeting_json(each) for each in self.vanished],
            "cancelled": [_meeting_json(each) for each in self.cancelled],
            "settled": self.settled,
        }


def committees_of(reader: SiteReader, wanted: Followed, place: Place) -> list[Committee]:
    """The committees that are followed.

    Raises:
        NotFetched: the site does not list them.
        SettingsError: it has none of that name.
    """
    listed = reader.committees()
    if place.committee is not None:
        return [each for each in listed if each.id == place.committee] or [
            Committee(id=place.committee, name="")
        ]
    return chosen(listed, wanted.committee)


def plan(
    reader: SiteReader,
    wanted: Followed,
    committees: Sequence[Committee],
    memory: Memory,
    today: dt.date,
    progress: Callable[[int, int, str], None] = lambda done, total, name: None,
) -> Plan:
    """Ask for the lists of meetings and choose what to look at.

    Args:
        progress: told how many lists are had, how many there are, and whose is next.

    Raises:
        NotFetched: not one list can be had.
    """
    until = min(wanted.until or today, today)
    listed: list[ListedMeeting] = []
    vanished: list[ListedMeeting] = []
    held = _held(memory, reader)
    unlisted: list[tuple[Committee, str]] = []
    for done, committee in enumerate(committees):
        progress(done, len(committees), committee.name)
        try:
            everything = reader.meetings(committee, wanted.since, until)
        except NotFetched as error:
            unlisted.append((committee, str(error)))
            if len(unlisted) == len(committees):
                raise
            continue
        listed += within(everything, wanted.since, until)
        addresses = {each.address for each in everything}
        vanished += [
            replace(meeting, committee=committee)
            for meeting in within(held.get(committee.id, []), wanted.since, until)
            if meeting.address not in addresses
        ]
    held_again = [each for each in listed if each.cancelled and memory.holds(each.address)]
    taking_place = [each for each in listed if not each.cancelled]
    due = [each for each in taking_place if memory.is_due(each)]
    return Plan(
        due=(*due, *held_again),
        cancelled=tuple(
            each for each in listed if each.cancelled and not memory.holds(each.address)
        ),
        vanished=tuple(each for each in vanished if not memory.was_seen(each.address)),
        settled=len(taking_place) - len(due),
        unlisted=tuple(unlisted),
    )


def page_alone(place: Place) -> Plan:
    """To look at one page and nothing else."""
    page = ListedMeeting(
        id=place.meeting or "",
        address=place.address,
        committee=Committee(id=place.committee or "", name=""),
        date=None,
    )
    return Plan(due=(page,), cancelled=(), vanished=(), settled=0)


def _meeting_json(meeting: ListedMeeting) -> dict[str, Any]:
    return {
        "document": meeting.address,
        "committee": meeting.committee.name or None,
        "date": meeting.date and meeting.date.isoformat(),
    }


def _held(memory: Memory, reader: SiteReader) -> dict[str, list[ListedMeeting]]:
    """The meetings that the library has, by the ids of their committees."""
    found: dict[str, list[ListedMeeting]] = {}
    for source, visit in memory.visits.items():
        if visit.parent is None and memory.holds(source):
            meeting = reader.meeting_at(source, visit.date)
            if meeting is not None:
                found.setdefault(meeting.committee.id, []).append(meeting)
    return found
