"""What runs and their cases are called on the page."""

from collections.abc import Iterable
from pathlib import Path

from assistant.answer import AnswerStatus
from eval.reports.view import edition_of
from eval.result import CaseResult
from eval.runs import baseline_folders
from eval.workbench import ListedRun
from ui.wording import date_words


def run_words(run: ListedRun) -> str:
    """A run in a line: "earlier · minutes · edition 000002 of marlshire · 7 March 2024, 10:05"."""
    begun = run.started_at.astimezone()
    parts = (
        run.name,
        " beside ".join(_grouped(run)),
        edition_of(run.about),
        f"{date_words(begun)}, {begun:%H:%M}",
    )
    return " · ".join(parts)


def run_choices(runs: Iterable[ListedRun]) -> dict[Path, str]:
    """The finished runs, and the simple systems beside them, by their folders."""
    choices: dict[Path, str] = {}
    for run in runs:
        if run.finished:
            choices[run.folder] = run_words(run)
            choices |= {
                folder: f"{run.name}: only {folder.name}" for folder in baseline_folders(run.folder)
            }
    return choices


def status_words(result: CaseResult) -> str:
    """How a question ended: "answered", "not found", "broke"."""
    if result.error:
        return "broke"
    return AnswerStatus(result.status).value.replace("_", " ")


def ending_words(result: CaseResult) -> str:
    """How a question ended, and whether that was right."""
    right = bool(result.figures["accuracy"].value)
    return f"{status_words(result)}, {'right' if right else 'not right'}"


def _grouped(run: ListedRun) -> list[str]:
    own, *beside = run.systems
    return [own, ", ".join(beside)] if beside else [own]
