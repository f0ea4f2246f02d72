"""Commands that look after the library: `status`, `verify`, `editions`, `rollback`, `forget`."""

import sys
from typing import Annotated

import typer

from ui.commands.opening import open_library
from ui.commands.options import FAILED, Json
from ui.commands.printing import print_json


def status(
    documents: Annotated[bool, typer.Option("--documents", help="List every document.")] = False,
    as_json: Json = False,
) -> None:
    """Say what the library holds, and what could not be read."""
    from ui.terminal import holdings, text
    from vectorstore.library_json import status_json

    library = open_library()
    home, edition = library.settings.home, None
    if library.current_name() is not None:
        edition = library.current()
    if as_json:
        print_json(status_json(home, edition, documents=documents))
        return
    if edition is None:
        typer.echo(f"The library at {home} is empty: add minutes with `minutes ingest PATH`.")
        return
    text.show(holdings.status(home, edition))
    if documents:
        text.show("", holdings.documents(edition.documents()))


def verify(
    repair: Annotated[
        bool, typer.Option("--repair", help="Make a damaged vector index again.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Check that the published edition holds together."""
    from vectorstore.library_json import verification_json

    library = open_library()
    name, problems = library.current_name(), library.verify()
    if as_json:
        repaired = library.repair() if problems and repair else None
        print_json(verification_json(name, problems, repaired))
        if problems and not repair:
            raise typer.Exit(FAILED)
        return
    for problem in problems:
        typer.echo(problem, err=True)
    if not problems:
        typer.echo(f"Edition {name} is sound.")
    elif repair:
        typer.echo(f"Repaired: edition {library.repair()} is current.")
    else:
        typer.echo("Run `minutes verify --repair`, or `minutes rollback`.", err=True)
        raise typer.Exit(FAILED)


def editions(as_json: Json = False) -> None:
    """List the editions that are kept, newest first."""
    from ui.terminal import holdings, text
    from vectorstore.library_json import editions_json

    library = open_library()
    kept, current = library.editions(), library.current_name()
    if as_json:
        print_json(editions_json(kept, current))
    else:
        text.show(holdings.editions(kept, current))


def rollback(
    name: Annotated[
        str | None, typer.Argument(help="The edition; the one before when it is left out.")
    ] = None,
) -> None:
    """Make an earlier edition current again."""
    typer.echo(f"Edition {open_library().rollback(name)} is current again.")


def forget(
    document: Annotated[str, typer.Argument(help="The document's name or where it came from.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Erase a document from the library and from every earlier edition."""
    from ui.library import forgetting

    library = open_library()
    name = library.current().document(document).name
    if not yes:
        if not sys.stdin.isatty():
            raise typer.BadParameter("Nobody is there to be asked: say --yes to erase it.")
        typer.confirm(f"Erase {name} from the library and every earlier edition?", abort=True)
    forgetting.forget(library, document)
    typer.echo(f"{name} is erased; every earlier edition that could hold it is gone as well.")
