"""Commands that look for something in the minutes: `ask` and `search`."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.opening import open_assistant, open_library, recorded
from ui.commands.options import FAILED, Committee, Council, Json, Limits, Since, Until
from ui.commands.printing import print_json


def ask(
    question: Annotated[str | None, typer.Argument(help="In your own words.")] = None,
    council: Council = None,
    committee: Committee = None,
    since: Since = None,
    until: Until = None,
    history: Annotated[
        list[str] | None,
        typer.Option(help="An earlier question of the same conversation, oldest first."),
    ] = None,
    batch: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Questions as JSON Lines, one a line.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Answer a question from the minutes, every sentence with its citation."""
    if (question is None) == (batch is None):
        raise typer.BadParameter("Give a question, or a file of questions with --batch.")
    limits = (council, committee, since, until)
    if batch is not None:
        if history or any(limits):
            raise typer.BadParameter("With --batch, history and filters stand in the file.")
        _answer_batch(batch, as_json=as_json)
    elif question is not None:
        _answer(question, history or [], limits, as_json=as_json)


def search(
    query: Annotated[str, typer.Argument(help="Words or a question.")],
    limit: Annotated[
        int, typer.Option("--limit", "-k", min=1, metavar="N", help="How many passages.")
    ] = 10,
    council: Council = None,
    committee: Committee = None,
    since: Since = None,
    until: Until = None,
    as_json: Json = False,
) -> None:
    """Find the passages that share words or meaning with a query, best first."""
    from time import perf_counter

    from ui.terminal import answers, text
    from vectorstore.search_json import search_json

    _refuse_empty(query)
    edition = open_library().current()
    filters = recorded((council, committee, since, until), edition)
    started = perf_counter()
    hits = edition.search(query, limit=limit, filters=filters)
    if as_json:
        print_json(search_json(query, hits, seconds=perf_counter() - started))
    else:
        text.show(answers.hits(hits))


def _answer(question: str, history: list[str], limits: Limits, *, as_json: bool) -> None:
    from assistant.answer_json import answer_json
    from ui.terminal import answers, text

    _refuse_empty(question)
    library = open_library()
    assistant = open_assistant(library)
    answer = assistant.ask(question, history, recorded(limits, library.current()))
    if as_json:
        print_json(answer_json(answer))
    else:
        text.show(answers.answer(answer))


def _answer_batch(file: Path, *, as_json: bool) -> None:
    from assistant.batch import Unanswered, answer_batch, batch_json
    from ui.terminal import answers, text

    library = open_library()
    assistant = open_assistant(library)
    library.current()
    failed = False
    with file.open("rb") as lines:
        for outcome in answer_batch(assistant, lines):
            if isinstance(outcome, Unanswered):
                text.note(outcome.reason)
                failed = True
            elif not as_json:
                text.show(text.text(outcome.question.question, "bold underline"))
                text.show(answers.answer(outcome.answer))
            if as_json:
                print_json(batch_json(outcome), indent=None)
    if failed:
        raise typer.Exit(FAILED)


def _refuse_empty(words: str) -> None:
    if not words.strip():
        raise typer.BadParameter("The question is empty.")
