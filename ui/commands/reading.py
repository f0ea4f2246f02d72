"""Commands that read documents: `ingest` and `show`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.following import follow
from ui.commands.opening import open_library
from ui.commands.options import Json, Since, Until, typed_date
from ui.commands.printing import print_json
from ui.commands.reporting import run_ingestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vectorstore.records import Document, Origin


def ingest(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE…", help="Files and folders, or addresses of the web."),
    ],
    council: Annotated[str | None, typer.Option(help="The council of all these.")] = None,
    committee: Annotated[
        str | None,
        typer.Option(help="The committee of these files; of a site, the committee to read."),
    ] = None,
    day: Annotated[
        date | None,
        typer.Option("--date", parser=typed_date, metavar="DATE", help="The day of the meeting."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of the document.")] = None,
    since: Since = None,
    until: Until = None,
    attachments: Annotated[
        bool,
        typer.Option("--attachments", help="Of a site: attached agreements, plans, strategies."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Of a site: only say what would be fetched.")
    ] = False,
    prune: Annotated[
        bool,
        typer.Option("--prune", help="Take out what came from these folders and is gone."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Read minutes into the library: files and folders, or a ModernGov site, which is followed."""
    from ingest import job
    from ingest.metadata import Metadata
    from ingest.sites.addresses import is_address, place_of
    from vectorstore.following import Followed

    if any(map(is_address, sources)):
        if not all(map(is_address, sources)):
            raise typer.BadParameter("Give files and folders, or addresses, not both at once.")
        if day or title:
            raise typer.BadParameter("--date and --title are for files; a site gives its own.")
        wanted = [
            Followed(
                address=place_of(each).address,
                committee=committee,
                since=since,
                until=until,
                council=council,
                attachments=attachments,
            )
            for each in sources
        ]
        follow(wanted, dry_run=dry_run, as_json=as_json)
        return
    if since or until or attachments or dry_run:
        raise typer.BadParameter("--since, --until, --attachments and --dry-run are for sites.")
    given = Metadata(council=council, committee=committee, date=day, title=title)
    paths = [Path(each) for each in sources]
    run_ingestion(
        lambda tell: job.ingest(open_library(), paths, given=given, prune=prune, progress=tell),
        as_json=as_json,
    )


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
    found, origins = _document(document)
    if as_json:
        print_json(document_json(found, origins))
    elif as_text:
        text.write(found.text)
    else:
        text.show(documents.document(found, origins))


def _document(name: str) -> "tuple[Document, Sequence[Origin]]":
    """A document of the library and where it is from, or, given a path, a file as read now."""
    from ingest import job
    from vectorstore.errors import LibraryError, UnreadableDocument

    path = Path(name)
    try:
        if path.parent != Path() and path.is_file():
            return job.read(path), ()
        try:
            edition = open_library().current()
            return edition.document(name), edition.origins(name)
        except LibraryError:
            if path.is_file():
                return job.read(path), ()
            raise
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{path.name}: {error}") from error
