"""What is told of a job: how far it is, and how it ended."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from eval.reports.tables import harmless
from ingest.job import Progress, Stage
from ingest.report import IngestReport, Outcome
from ingest.sites.planning import Plan
from ui.library.jobs import Erased, Failed, Job, Stopped
from ui.wording import count_words, date_words, moment_words
from vectorstore.following import Followed
from vectorstore.holdings import Failure

_TOLD = (Outcome.ADDED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.DUPLICATE, Outcome.REMOVED,
         Outcome.SKIPPED, Outcome.FAILED)  # fmt: skip
_STOPPED = (
    "Stopped. Nothing of it is searched yet; what was read is kept, and comes in when it is gone "
    "on with, or with the next change to the library."
)


def job_view(job: Job) -> dict[str, Any]:
    """What the component draws of a job, as plain values."""
    view: dict[str, Any] = {"title": job.title, "share": None, "facts": [], "warnings": []}
    match job.outcome:
        case None:
            return view | {
                "state": "running",
                "words": _running_words(job),
                "share": share(job.progress),
            }
        case Failed(message=message):
            return view | {"state": "failed", "words": message}
        case Stopped():
            return view | {"state": "stopped", "words": _STOPPED}
        case Erased(document=document):
            words = f"{document} is erased; every earlier edition that could hold it is gone too."
            return view | {"state": "done", "words": words}
        case Plan() as plan:
            return view | {"state": "done", "words": plan_words(plan)}
        case IngestReport() as report:
            return view | _report_view(report)


def share(progress: Progress | None) -> float | None:
    """How much of a stage is done, from 0 to 1; `None` when that cannot be said."""
    if progress is None or progress.stage is Stage.PUBLISH or not progress.total:
        return None
    return min(progress.done / progress.total, 1.0)


def progress_words(progress: Progress | None) -> str:
    """How far a job is: "Reading 3 of 12: scrutiny.pdf"."""
    if progress is None:
        return "Looking at what there is to do"
    match progress.stage:
        case Stage.READ:
            return f"Reading {progress.done + 1:,} of {progress.total:,}: {progress.document}"
        case Stage.EMBED:
            texts = count_words(progress.total, "text")
            return f"Embedding: {progress.done:,} of {texts}"
        case Stage.PUBLISH:
            return "Checking and publishing the new edition"


def outcome_listing(outcome: object) -> tuple[list[str], list[list[str]]] | None:
    """Columns and rows of what could not be read, or of what would be fetched; `None` for none."""
    match outcome:
        case IngestReport(failures=failures) if failures:
            return ["Not read", "Why"], [[each.document, each.reason] for each in failures]
        case Plan(due=due, vanished=vanished) if due or vanished:
            rows = [
                [date_words(each.date), each.committee.name or "Not recorded", each.address]
                for each in (*due, *vanished)
            ]
            return ["Date", "Committee", "Address"], rows
    return None


def failures_csv(failures: Iterable[Failure]) -> str:
    """What the library could not read, as comma-separated values that a spreadsheet may open."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(["Document", "Source", "Reason"])
    for each in failures:
        writer.writerow(map(harmless, (each.document, each.source, each.reason)))
    return written.getvalue()


def limit_words(followed: Followed) -> str:
    """What is followed of a source: "Cabinet, since 1 May 2023"; empty for all of it."""
    limits = (
        followed.committee,
        f"since {date_words(followed.since)}" if followed.since else None,
        f"until {date_words(followed.until)}" if followed.until else None,
        "with attached plans and agreements" if followed.attachments else None,
    )
    return ", ".join(filter(None, limits))


def looked_words(followed: Followed) -> str:
    """When something that is followed was last looked at to the end."""
    finished = followed.finished_at
    return moment_words(finished) if finished else "not to the end yet"


def plan_words(plan: Plan) -> str:
    """What a look at a site would fetch, in one sentence."""
    fetched = len(plan.due) + len(plan.vanished)
    return (
        f"{count_words(fetched, 'meeting')} would be fetched, {len(plan.cancelled):,} were "
        f"cancelled, {plan.settled:,} need not be looked at again. Nothing was read."
    )


def _running_words(job: Job) -> str:
    begun = f"Since {job.begun_at:%H:%M}{f', by {job.who}' if job.who else ''}. "
    stopping = " It stops after this." if job.is_stopping else ""
    return f"{begun}{progress_words(job.progress)}.{stopping}"


def _report_view(report: IngestReport) -> dict[str, Any]:
    counts = report.documents
    return {
        "state": "partly" if report.failures else "done",
        "words": _report_words(report),
        "facts": [[each.value.capitalize(), f"{counts[each]:,}"] for each in _TOLD if counts[each]],
        "warnings": list(report.warnings),
    }


def _report_words(report: IngestReport) -> str:
    counts = (
        count_words(report.meetings, "meeting"),
        count_words(report.items, "item"),
        count_words(report.passages, "passage"),
    )
    words = f"Read {', '.join(counts)}." if report.passages else "Nothing new was read."
    return words + (
        f" The next question is asked of edition {report.edition}." if report.edition else ""
    )
