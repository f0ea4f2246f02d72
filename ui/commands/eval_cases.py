"""Commands that look after test sets: `eval check`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import FAILED

if TYPE_CHECKING:
    from collections.abc import Mapping


def check(
    testset: Annotated[Path, typer.Argument(help="The cases, as JSON Lines.")],
    documents: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The minutes that the cases are about.")
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(metavar="TESTSET", help="A second set, which must not share cases with it."),
    ] = None,
) -> None:
    """Look for what is wrong with a test set before it is believed; exit with 1 if anything is."""
    from eval.cases import read_cases
    from eval.checking import leaks, problems
    from ui.terminal import text
    from ui.wording import count_words

    cases = read_cases(testset)
    found = problems(cases, _texts(documents) if documents else None)
    if against is not None:
        found += leaks(cases, read_cases(against))
    for problem in found:
        typer.echo(text.plain(str(problem)))
    if found:
        text.note(f"{count_words(len(found), 'problem')} in {count_words(len(cases), 'case')}.")
        raise typer.Exit(FAILED)
    typer.echo(f"Nothing is wrong with {count_words(len(cases), 'case')}.")


def _texts(documents: Path) -> "Mapping[str, str]":
    """The text of each document that can be read, by its name."""
    from ingest import job
    from ingest.sources import find
    from ui.terminal import text
    from vectorstore.errors import SettingsError, UnreadableDocument

    sources = find([documents])
    if sources.missing:
        raise SettingsError(f"There is no folder {documents}; check the path.")
    texts = {}
    for file in sources.files:
        try:
            texts[file.name] = job.read(file).text
        except UnreadableDocument as error:
            text.note(f"{file.name}: {error}")
    return texts
