"""Commands that look after test sets: `eval check`, `new`, `drafts`, `accept`, `reject`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.opening import open_library
from ui.commands.options import FAILED, Json
from ui.commands.printing import print_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eval.drafts.queue import Queue


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


def new(
    count: Annotated[int, typer.Option(min=1, help="How many drafts at most.")] = 30,
) -> None:
    """Propose cases from the library, to be read one by one: nothing enters a set unread."""
    from eval.drafts.proposing import propose
    from ui.wording import count_words

    edition = open_library().current()
    names = dict.fromkeys(each.name for each in edition.documents())
    proposed = propose([edition.document(name) for name in names], count)
    added = _queue().propose(proposed, edition=edition.name)
    typer.echo(f"{count_words(added, 'new draft')}: `minutes eval drafts` lists those that wait.")


def drafts(
    number: Annotated[int | None, typer.Argument(help="Show this draft whole.")] = None,
    as_json: Json = False,
) -> None:
    """List the drafts that wait for a reader: proposed ones, and answers that were disliked."""
    from eval.drafts.draft import State
    from ui.terminal import evaluations, text

    queue = _queue()
    if number is not None:
        draft = queue.draft(number)
        if as_json:
            print_json(draft.to_json())
        else:
            text.show(evaluations.draft(draft))
        return
    waiting = queue.drafts(State.WAITING)
    if as_json:
        print_json({"schema": 1, "drafts": [draft.to_json() for draft in waiting]})
    else:
        text.show(evaluations.drafts(waiting))


def accept(
    number: Annotated[int, typer.Argument(help="The draft's number.")],
    testset: Annotated[
        Path, typer.Option("--to", metavar="TESTSET", help="The set that it becomes a case of.")
    ],
    changed: Annotated[
        Path | None,
        typer.Option("--case", metavar="FILE", help="The case as you changed it, as JSON."),
    ] = None,
) -> None:
    """Make a draft a case of a test set, once you have read it and said so."""
    from eval.drafts import accepting
    from ui.terminal import evaluations, text

    queue = _queue()
    draft = queue.draft(number)
    case = accepting.read_case(changed) if changed else draft.case
    text.show(evaluations.case(case))
    typer.confirm("Is this case right as it stands?", abort=True)
    texts = accepting.texts_of([case], open_library().current())
    accepted = accepting.accept(queue, draft, case, testset, texts)
    typer.echo(f"{accepted.id} is now in {testset}.")


def reject(number: Annotated[int, typer.Argument(help="The draft's number.")]) -> None:
    """Turn a draft down; it is not proposed again."""
    from eval.drafts.draft import State

    _queue().settle(number, State.REJECTED)
    typer.echo(f"Draft {number} is rejected.")


def _queue() -> "Queue":
    from eval.drafts.queue import Queue
    from vectorstore.settings import LibrarySettings, from_environment

    return Queue(from_environment(LibrarySettings).home)


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
