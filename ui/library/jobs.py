"""Work on the library that outlives the click that began it: one job at a time on a server."""

import datetime
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from ingest.job import Progress, Stage
from ingest.report import IngestReport
from ingest.sites.planning import Plan
from ui.wording import WENT_WRONG
from vectorstore.errors import LibraryLocked, MinutesError

_log = logging.getLogger(__name__)

Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """A document was erased."""

    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Somebody stopped the job; what it had done is kept, and doing it again goes on from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The job as a whole could not be done, and one sentence about why."""

    message: str


Outcome = IngestReport | Plan | Erased | Stopped | Failed
Work = Callable[[Tell], IngestReport | Plan | Erased]


class Job:
    """One piece of work in a thread of its own.

    A stop is heeded when the work next tells its progress: after the document or the batch of
    texts that it is at.

    Args:
        title: what is being done, as a heading: "Adding 3 files".
        who: what the pages call whoever began it; `None` where nobody has signed in.
        work: does it, given what to tell its progress to.

    Attributes:
        begun_at: by this server's clock.
        progress: what it told last; `None` before that.
        outcome: `None` until it has ended.
    """

    def __init__(self, title: str, who: str | None, work: Work) -> None:
        self.title = title
        self.who = who
        self.begun_at = datetime.datetime.now()
        self.progress: Progress | None = None
        self.outcome: Outcome | None = None
        self._work = work
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._do, name="library job", daemon=True)
        self._thread.start()

    def again(self, who: str | None) -> "Job":
        """The same work once more, begun by somebody else perhaps."""
        return Job(self.title, who, self._work)

    def stop(self) -> None:
        """Have it stop as soon as it can; the last step, publishing, is not stopped."""
        self._stopping.set()

    @property
    def is_stopping(self) -> bool:
        """Whether it was told to stop."""
        return self._stopping.is_set()

    @property
    def can_be_stopped(self) -> bool:
        """Whether telling it to stop would still change anything."""
        publishing = self.progress is not None and self.progress.stage is Stage.PUBLISH
        return self.outcome is None and not publishing and not self.is_stopping

    def wait(self, seconds: float) -> None:
        """Return when it has ended, or the seconds have passed."""
        self._thread.join(seconds)

    def _do(self) -> None:
        try:
            self.outcome = self._work(self._tell)
        except _ToldToStop:
            self.outcome = Stopped()
        except MinutesError as error:
            self.outcome = Failed(message=str(error))
        except Exception:
            _log.exception("%s did not end well", self.title)
            self.outcome = Failed(message=WENT_WRONG)

    def _tell(self, progress: Progress) -> None:
        if self._stopping.is_set():
            raise _ToldToStop
        self.progress = progress


class _ToldToStop(Exception):
    """Ends the work from within."""


class Jobs:
    """The jobs of a server, of which only the last is remembered."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.last: Job | None = None

    @property
    def running(self) -> Job | None:
        """The job that has not ended yet."""
        last = self.last
        return last if last is not None and last.outcome is None else None

    def begin(self, title: str, who: str | None, work: Work) -> Job:
        """Begin a job.

        Raises:
            LibraryLocked: another one has not ended.
        """
        with self._lock:
            self.refuse_second()
            self.last = Job(title, who, work)
            return self.last

    def again(self, who: str | None) -> None:
        """Do the last job once more, which goes on where it was stopped.

        Raises:
            LibraryLocked: it has not ended.
        """
        with self._lock:
            self.refuse_second()
            if self.last is not None:
                self.last = self.last.again(who)

    def refuse_second(self) -> None:
        """Do nothing while no job is going on.

        Raises:
            LibraryLocked: one is.
        """
        running = self.running
        if running is not None:
            raise LibraryLocked(
                f"“{running.title}” has been going on since {running.begun_at:%H:%M}"
                f"{f', begun by {running.who}' if running.who else ''}: wait until it has ended, "
                "or stop it, and try again."
            )
