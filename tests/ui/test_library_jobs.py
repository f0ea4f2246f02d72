"""Work on the library in a thread of its own: its progress, its end, one at a time."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from ingest.job import Progress, Stage
from ingest.report import IngestReport
from ui.library.jobs import Erased, Failed, Job, Jobs, Stopped, Tell
from ui.wording import WENT_WRONG
from vectorstore.errors import LibraryError, LibraryLocked

REPORT = IngestReport(
    documents=Counter(), meetings=0, items=0, paragraphs=0, passages=0, embedded=0, edition=None,
    failures=(), warnings=(), seconds=0.0,
)  # fmt: skip


def reading(number: int) -> Progress:
    """A progress of three documents."""
    return Progress(stage=Stage.READ, done=number, total=3, document=f"{number}.txt")


@contextmanager
def paused() -> Iterator[tuple[Callable[[Tell], IngestReport], threading.Event]]:
    """Work that waits between two documents until the test lets it go on."""
    going_on, told = threading.Event(), threading.Event()

    def work(tell: Tell) -> IngestReport:
        tell(reading(0))
        told.set()
        assert going_on.wait(30)
        tell(reading(1))
        return REPORT

    try:
        yield work, told
    finally:
        going_on.set()


def ended(job: Job) -> object:
    """The outcome, once it is there."""
    job.wait(30)
    return job.outcome


def test_a_job_tells_how_far_it_is_and_what_it_did() -> None:
    with paused() as (work, told):
        job = Job("Adding 3 files", None, work)
        assert told.wait(30)
        assert (job.outcome, job.progress) == (None, reading(0))
    assert ended(job) == REPORT


def test_a_job_that_is_stopped_ends_at_the_next_document_and_can_be_done_again() -> None:
    jobs = Jobs()
    with paused() as (work, told):
        job = jobs.begin("Adding 3 files", "Ada Fenn", work)
        assert told.wait(30)
        before = job.can_be_stopped
        job.stop()
        assert (before, job.can_be_stopped) == (True, False)
    assert ended(job) == Stopped()
    jobs.again("Cy Moss")
    again = jobs.last
    assert again is not None
    assert (again.title, again.who, ended(again)) == ("Adding 3 files", "Cy Moss", REPORT)


def test_publishing_cannot_be_stopped_any_more() -> None:
    publishing, told = threading.Event(), threading.Event()

    def work(tell: Tell) -> Erased:
        tell(Progress(stage=Stage.PUBLISH, done=0, total=1))
        told.set()
        assert publishing.wait(30)
        return Erased(document="june.txt")

    job = Job("Erasing june.txt", None, work)
    assert told.wait(30)
    assert not job.can_be_stopped
    job.stop()
    publishing.set()
    assert ended(job) == Erased(document="june.txt")


def test_a_second_job_is_refused_with_who_is_at_work_since_when() -> None:
    jobs = Jobs()
    with paused() as (work, _):
        first = jobs.begin("Adding 3 files", "Ada Fenn", work)
        with pytest.raises(LibraryLocked, match=r"Adding 3 files.*since \d\d:\d\d.*Ada Fenn"):
            jobs.begin("Updating", "Cy Moss", work)
        with pytest.raises(LibraryLocked):
            jobs.again("Cy Moss")
        running = jobs.running
    ended(first)
    assert (running, jobs.running) == (first, None)
    second = jobs.begin("Updating", "Cy Moss", lambda tell: REPORT)
    assert ended(second) == REPORT


def refuse(tell: Tell) -> IngestReport:
    """Work that the library refuses."""
    raise LibraryError("The disk is full: make room.")


def crash(tell: Tell) -> IngestReport:
    """Work with a mistake in it."""
    raise ZeroDivisionError("a detail that is nobody's business")


def test_what_goes_wrong_is_a_sentence_and_the_unexpected_keeps_its_details() -> None:
    assert ended(Job("Updating", None, refuse)) == Failed(message="The disk is full: make room.")
    assert ended(Job("Updating", None, crash)) == Failed(message=WENT_WRONG)
