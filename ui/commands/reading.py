"""Commands that read documents: `ingest` and `show`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.opening import open_library
from ui.commands.options import FAILED, Json, typed_date
from ui.commands.printing import print_json

if TYPE_CHECKING:
    from vectorstore.records import Document

INTERRUPTED = 130


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files and folders.")],
    council: Annotated[str | None, typer.Option(help="The council of all these files.")] = None,
    committee: Annotated[str | None, typer.Option(help="Their committee.")] = None,
    day: Annotated[
        date | None,
        typer.Option("--date", parser=typed_date, metavar="DATE", help="The day of the meeting."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of the document.")] = None,
    as_json: Json = False,
) -> None:
    """Read minutes (PDF, Word, HTML, text) into the library; unchanged ones are left alone."""
    from ingest import job
    from ingest.metadata import Metadata
    from ui.terminal import holdings, progress, text

    given = Metadata(council=council, committee=committee, date=day, title=title)
    try:
        with progress.shown() as tell:
            report = job.ingest(open_library(), paths, given=given, progress=tell)
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


def show(
    document: Annotated[str, typer.Argument(help="A document's name, or the path of a file.")],
    as_json: Json = False,
    as_text: Annotated[
        bool, typer.Option("--text", help="Print the text that offsets refer to.")
    ] = False,
) -> None:
    """Show a document: its meetings, items and paragraphs."""
    from ui.terminal import documents, text
    from vectorstore.document_json import document_json

    if as_json and as_text:
        raise typer.BadParameter("Choose --json or --text.")
    found = _document(document)
    if as_json:
        print_json(document_json(found))
    elif as_text:
        text.write(found.text)
    else:
        text.show(documents.document(found))


def _document(name: str) -> "Document":
    """A document of the library, or, given a path, a file as it would be read now."""
    from ingest import job
    from vectorstore.errors import LibraryError, UnreadableDocument

    path = Path(name)
    try:
        if path.parent != Path() and path.is_file():
            return job.read(path)
        try:
            return open_library().current().document(name)
        except LibraryError:
            if path.is_file():
                return job.read(path)
            raise
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{path.name}: {error}") from error
