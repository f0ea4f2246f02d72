"""Commands that measure answers: `eval run`, `eval compare`, `eval gate`, `eval report`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import FAILED, INTERRUPTED, Json
from ui.commands.printing import print_json

if TYPE_CHECKING:
    from eval.evaluation import Plan
    from eval.runs import Run
    from vectorstore.library import Library

Documents = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Read these minutes into a library of the run's own."),
]


def run(
    testset: Annotated[Path, typer.Argument(help="The cases, as JSON Lines.")],
    library: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Ask this library, not the one at MINUTES_HOME."),
    ] = None,
    documents: Documents = None,
    edition: Annotated[
        str | None,
        typer.Option(metavar="N", help="Ask this edition of the library, not the current one."),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="RUN_DIR",
            help="The folder of the run; a new one beside the others unless given.",
        ),
    ] = None,
    label: Annotated[str | None, typer.Option(help="How reports name the run.")] = None,
    system: Annotated[
        list[str] | None,
        typer.Option(
            help="minutes, langchain-tutorial or bm25; those after the first stand beside."
        ),
    ] = None,
    judge: Annotated[
        str, typer.Option(help="Of support: words, or model for the chat model.")
    ] = "words",
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Cases asked at once; 4 with a chat model, else 1.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Ask every case of a test set and measure the answers; a stopped run goes on."""
    from assistant.settings import AssistantSettings
    from eval.evaluation import Plan, check
    from ui.terminal import evaluations, text
    from vectorstore.settings import from_environment

    settings = from_environment(AssistantSettings)
    if documents is not None and (library is not None or edition is not None):
        raise typer.BadParameter("--documents makes a library: leave out --library and --edition.")
    plan = Plan(
        testset=testset,
        folder=folder or _run_folder(testset),
        edition=edition,
        systems=tuple(dict.fromkeys(system or ["minutes"])),
        label=label,
        judge=judge,
        jobs=jobs or (4 if settings.chat_model else 1),
    )
    check(plan, settings)
    unread = _read_documents(plan, documents) if documents else False
    finished = _evaluated(plan, _own_library(plan) if documents else library)
    if as_json:
        print_json(_summary_json(finished))
    else:
        text.show(evaluations.summary(finished))
        text.note(f"The report is {plan.folder / 'report.html'}.")
    broken = [result for result in finished.results if result.error]
    for result in broken:
        text.note(f"{result.id} broke: {result.error}")
    if broken or unread:
        raise typer.Exit(FAILED)


def compare(
    before: Annotated[Path, typer.Argument(metavar="RUN_A", help="The folder of a run.")],
    after: Annotated[Path, typer.Argument(metavar="RUN_B", help="The one to compare with it.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it as .html or .md instead."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Compare two runs case by case: what changed, and could chance have done it?"""
    from eval.comparison import compare as compared
    from eval.reports.writing import write_comparison
    from eval.runs import read_run
    from ui.terminal import evaluations, text

    found = compared(read_run(before), read_run(after))
    if output is not None:
        write_comparison(found, output)
    elif as_json:
        print_json(found.to_json())
    else:
        text.show(evaluations.comparison(found))


def gate(
    folder: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run.")],
    least: Annotated[
        list[str] | None,
        typer.Option("--min", metavar="FIGURE=VALUE", help="The least that a figure may be."),
    ] = None,
    most: Annotated[
        list[str] | None,
        typer.Option("--max", metavar="FIGURE=VALUE", help="The most that a figure may be."),
    ] = None,
) -> None:
    """Exit with 1 and the failing figures when a run does not keep the limits."""
    from eval.gate import breaches, read_limit
    from eval.runs import read_run
    from ui.terminal import text

    limits = [
        *(read_limit(each, least=True) for each in least or ()),
        *(read_limit(each, least=False) for each in most or ()),
    ]
    if not limits:
        raise typer.BadParameter("Give at least one limit with --min or --max.")
    found = breaches(read_run(folder).summary, limits)
    for breach in found:
        text.note(f"{breach}.")
    if found:
        raise typer.Exit(FAILED)
    typer.echo("Every limit is kept.")


def report(
    folder: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run.")],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Its ending says what: .html, .md, .jsonl, .csv."
        ),
    ],
) -> None:
    """Write the report of a run: a web page, Markdown, JSON Lines or CSV."""
    from eval.reports.writing import write_report
    from eval.runs import read_run

    write_report(read_run(folder), output)


def _evaluated(plan: "Plan", home: Path | None) -> "Run":
    from assistant.settings import AssistantSettings
    from eval.evaluation import evaluate
    from eval.reports.writing import write_all
    from ui.terminal import progress
    from vectorstore.settings import from_environment

    with _stoppable(plan), progress.evaluating() as tell:
        finished = evaluate(
            plan, _library(home), from_environment(AssistantSettings), progress=tell
        )
    write_all(finished)
    return finished


def _read_documents(plan: "Plan", documents: Path) -> bool:
    """Read the documents into the run's own library; whether any of them could not be read."""
    from ingest import job
    from ui.terminal import progress, text
    from vectorstore.errors import SettingsError

    if not documents.exists():
        raise SettingsError(f"There is no folder {documents}; check the path.")
    with _stoppable(plan), progress.shown() as tell:
        found = job.ingest(_library(_own_library(plan)), [documents], progress=tell)
    for failure in found.failures:
        text.note(f"{failure.document}: {failure.reason}")
    return bool(found.failures)


def _run_folder(testset: Path) -> Path:
    """A new folder where the web page finds the run as well."""
    from eval.settings import EvaluationSettings
    from eval.workbench import Workbench
    from vectorstore.settings import LibrarySettings, from_environment

    home = from_environment(LibrarySettings).home
    workbench = Workbench(from_environment(EvaluationSettings).folder(home))
    return workbench.run_folder(testset, datetime.now())


def _own_library(plan: "Plan") -> Path:
    """Where a run keeps the library that is made for it."""
    from eval.runs import OWN_LIBRARY

    return plan.folder / OWN_LIBRARY


def _library(home: Path | None) -> "Library":
    from vectorstore.library import open_library
    from vectorstore.settings import LibrarySettings, from_environment

    settings = from_environment(LibrarySettings)
    return open_library(settings.model_copy(update={"home": home}) if home else settings)


@contextmanager
def _stoppable(plan: "Plan") -> Iterator[None]:
    from ui.terminal import text

    try:
        yield
    except KeyboardInterrupt:
        text.note("Stopped. What was done is kept: the same command goes on from there,")
        text.note(f"with -o {plan.folder}.")
        raise typer.Exit(INTERRUPTED) from None


def _summary_json(finished: "Run") -> dict[str, object]:
    from eval.runs import baselines

    beside = {str(each.about["system"]): dict(each.summary) for each in baselines(finished)}
    about = finished.about
    named = {name: about[name] for name in ("label", "system", "edition", "testset")}
    return {**finished.summary, "run": str(finished.folder), **named, "baselines": beside}
