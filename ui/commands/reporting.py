"""What commands that ingest share: the bar while they run, the report, the exit code."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from ui.commands.options import FAILED, INTERRUPTED
from ui.commands.printing import print_json

if TYPE_CHECKING:
    from ingest.job import Progress
    from ingest.report import IngestReport


def run_ingestion(
    ingestion: "Callable[[Callable[[Progress], None]], IngestReport]", *, as_json: bool
) -> None:
    """Run an ingestion, given what to tell its progress to, and print what it did."""
    from ui.terminal import holdings, progress, text

    try:
        with progress.shown() as tell:
            report = ingestion(tell)
    except KeyboardInterrupt:
        text.note("Stopped. What was done is kept: the same command goes on from there.")
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        print_json(report.to_json())
    else:
        text.show(holdings.report(report))
    for warning in report.warnings:
        text.note(warning)
    for failure in report.failures:
        text.note(f"{failure.document}: {failure.reason}")
    if report.failures:
        raise typer.Exit(FAILED)
