"""What is told of a job on the library, and of what it follows and could not read."""

import datetime
from collections import Counter

import pytest

from ingest.job import Progress, Stage
from ingest.report import IngestReport, Outcome, Unread
from ingest.sites.listing import Committee, ListedMeeting
from ingest.sites.planning import Plan
from ui.library.jobs import Job, Tell
from ui.library.telling import (
    failures_csv,
    job_view,
    limit_words,
    outcome_listing,
    progress_words,
    share,
)
from vectorstore.following import Followed
from vectorstore.holdings import Failure

REPORT = IngestReport(
    documents=Counter({Outcome.ADDED: 2, Outcome.FAILED: 1, Outcome.SKIPPED: 0}),
    meetings=2,
    items=1,
    paragraphs=9,
    passages=1_200,
    embedded=1_200,
    edition="000004",
    failures=(Unread(document="empty.txt", reason="It is empty."),),
    warnings=("june.txt: the date of the meeting is not recorded.",),
    seconds=1.0,
)
PLAN = Plan(
    due=(
        ListedMeeting(
            id="1",
            address="https://democracy.example/1",
            committee=Committee(id="1", name=""),
            date=datetime.date(2024, 6, 4),
        ),
    ),
    cancelled=(),
    vanished=(),
    settled=7,
)


def done(outcome: IngestReport | Plan) -> Job:
    """A job that has ended so."""

    def work(tell: Tell) -> IngestReport | Plan:
        return outcome

    job = Job("Adding 3 files", "Ada Fenn", work)
    job.wait(30)
    return job


def test_a_report_tells_its_outcomes_and_the_edition_that_is_asked_next() -> None:
    view = job_view(done(REPORT))
    assert view["words"] == (
        "Read 2 meetings, 1 item, 1,200 passages. The next question is asked of edition 000004."
    )
    assert view["facts"] == [["Added", "2"], ["Failed", "1"]]
    assert view["state"] == "partly"
    assert view["warnings"] == list(REPORT.warnings)
    assert outcome_listing(REPORT) == (["Not read", "Why"], [["empty.txt", "It is empty."]])


def test_a_plan_tells_what_would_be_fetched_and_that_nothing_was() -> None:
    assert job_view(done(PLAN))["words"] == (
        "1 meeting would be fetched, 0 were cancelled, 7 need not be looked at again. "
        "Nothing was read."
    )
    listing = outcome_listing(PLAN)
    assert listing is not None
    assert listing[1] == [["4 June 2024", "Not recorded", "https://democracy.example/1"]]


@pytest.mark.parametrize(
    ("progress", "told", "part"),
    [
        (None, "Looking at what there is to do", None),
        (
            Progress(stage=Stage.READ, done=2, total=12, document="june.txt"),
            "Reading 3 of 12: june.txt",
            2 / 12,
        ),
        (Progress(stage=Stage.EMBED, done=64, total=1_200), "Embedding: 64 of 1,200 texts", 0.053),
        (
            Progress(stage=Stage.PUBLISH, done=0, total=1),
            "Checking and publishing the new edition",
            None,
        ),
    ],
)
def test_a_job_tells_how_far_it_is(
    progress: Progress | None, told: str, part: float | None
) -> None:
    assert progress_words(progress) == told
    assert share(progress) == (None if part is None else pytest.approx(part, abs=0.001))


def test_a_stage_without_anything_to_do_has_no_share() -> None:
    assert share(Progress(stage=Stage.EMBED, done=0, total=0)) is None


def test_limits_are_told_in_one_line_and_none_as_nothing() -> None:
    limited = Followed(
        address="https://democracy.example/",
        committee="Cabinet",
        since=datetime.date(2023, 5, 1),
        attachments=True,
    )
    assert limit_words(limited) == "Cabinet, since 1 May 2023, with attached plans and agreements"
    assert limit_words(Followed(address="https://democracy.example/")) == ""


def test_names_that_a_spreadsheet_would_compute_stay_words() -> None:
    failure = Failure(document="=1+1.pdf", source="/minutes/=1+1.pdf", reason="It is, in all, cut.")
    assert failures_csv([failure]).splitlines() == [
        "Document,Source,Reason",
        '\'=1+1.pdf,/minutes/=1+1.pdf,"It is, in all, cut."',
    ]
