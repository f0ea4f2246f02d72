"""Following sites: a first reading, and every later one, with the library published at the end."""

import datetime as dt
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ingest.job import Progress, Stage
from ingest.reading_room import ReadingRoom
from ingest.report import IngestReport
from ingest.sites.addresses import place_of
from ingest.sites.fetching import Fetcher, Pace
from ingest.sites.planning import Memory, Plan, committees_of, page_alone, plan
from ingest.sites.recording import Recorder
from ingest.sites.refreshing import Refresh
from ingest.sites.reply import NotFetched
from ingest.sites.settings import SiteSettings
from ingest.sites.site import SiteReader
from vectorstore.errors import SettingsError
from vectorstore.following import Followed, Following, open_following

if TYPE_CHECKING:  # it brings the vector index
    from vectorstore.library import Library

Tell = Callable[[Progress], None]


def refresh(
    library: "Library",
    wanted: Sequence[Followed],
    settings: SiteSettings,
    room: ReadingRoom,
    *,
    progress: Tell = lambda progress: None,
) -> IngestReport:
    """Bring the library up to date with what it follows or is to follow, and publish it.

    Each document is recorded as soon as it is read, so that an interrupted run goes on where it
    stopped. What fails is reported, and all that the library has of it stays.

    Args:
        room: where documents are read.

    Raises:
        SettingsError: a site that was not followed before has no such committee.
        LibraryError: the library as a whole cannot be written.
    """
    started = time.perf_counter()
    pace = Pace(settings.site_interval)
    with library.revise() as revision, open_following(library.settings.home) as following:
        recorder = Recorder(revision, room)
        for each in wanted:
            with _reader(each, settings, pace) as reader:
                _refresh(reader, recorder, following, each, settings, progress)
        embedded = revision.embed(
            lambda done, total: progress(Progress(stage=Stage.EMBED, done=done, total=total))
        )
        progress(Progress(stage=Stage.PUBLISH, done=0, total=1))
        edition = revision.publish()
    return recorder.report(
        embedded=embedded, edition=edition, seconds=time.perf_counter() - started
    )


def planned(
    library: "Library",
    wanted: Followed,
    settings: SiteSettings,
    *,
    progress: Tell = lambda progress: None,
) -> Plan:
    """What `refresh` would look at, by the lists of the site; nothing is read or remembered.

    Raises:
        NotFetched: the site does not give its lists.
        SettingsError: it has no such committee.
    """
    place = place_of(wanted.address)
    with (
        library.revise() as revision,
        open_following(library.settings.home) as following,
        _reader(wanted, settings, Pace(settings.site_interval)) as reader,
    ):
        memory = Memory(
            visits=following.visits(wanted),
            fingerprints=revision.fingerprints(),
            failures=revision.failures(),
            begun_at=_now(),
            relook_from=_relook_from(settings),
        )
        if place.page:
            return page_alone(place)
        tell = _teller(progress)
        tell(0, 1, wanted.address)
        committees = committees_of(reader, wanted, place)
        return plan(reader, wanted, committees, memory, _today(), tell)


def _refresh(
    reader: SiteReader,
    recorder: Recorder,
    following: Following,
    wanted: Followed,
    settings: SiteSettings,
    progress: Tell,
) -> None:
    place = place_of(wanted.address)
    tell = _teller(progress)
    tell(0, 1, wanted.address)
    try:
        committees = [] if place.page else committees_of(reader, wanted, place)
        following.follow(wanted)
        memory = Memory(
            visits=following.visits(wanted),
            fingerprints=recorder.fingerprints,
            failures=recorder.failures,
            begun_at=following.begin(wanted, _now()),
            relook_from=_relook_from(settings),
        )
        look = Refresh(reader, recorder, following, wanted, memory, _now)
        if place.page:
            look.page(place)
            finished = True
        else:
            finished = look.site(plan(reader, wanted, committees, memory, _today(), tell), tell)
    except NotFetched as error:
        recorder.complain(wanted.address, str(error))
        return
    except SettingsError as error:
        if not any(_is_same(wanted, each) for each in following.followed()):
            raise
        recorder.complain(wanted.address, str(error))
        return
    if finished:
        following.finish(wanted, _now())


def _teller(progress: Tell) -> Callable[[int, int, str], None]:
    def tell(done: int, total: int, document: str) -> None:
        progress(Progress(stage=Stage.READ, done=done, total=total, document=document))

    return tell


def _relook_from(settings: SiteSettings) -> dt.date:
    return _today() - dt.timedelta(days=settings.site_relook)


@contextmanager
def _reader(wanted: Followed, settings: SiteSettings, pace: Pace) -> Iterator[SiteReader]:
    site = place_of(wanted.address).site
    with Fetcher(settings, site.root, pace) as fetcher:
        yield SiteReader(fetcher, site, wanted.council)


def _is_same(one: Followed, other: Followed) -> bool:
    return (one.address, one.committee) == (other.address, other.committee)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _today() -> dt.date:
    return _now().date()
