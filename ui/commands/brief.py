"""The command that drafts a briefing: `brief`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.opening import open_library, recorded
from ui.commands.options import Council, Json, Since, Until
from ui.commands.printing import print_json

if TYPE_CHECKING:
    from assistant.briefing.briefing import Briefing


def brief(
    topic: Annotated[str, typer.Argument(help="In a few words.")],
    council: Council = None,
    committee: Annotated[
        list[str] | None,
        typer.Option(help="Only this committee; a part of the name will do. May be repeated."),
    ] = None,
    since: Since = None,
    until: Until = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write it: .docx, .md or .html."
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Draft a briefing on a topic: what was said and decided, and what is still asked for."""
    from datetime import date

    from assistant.briefing.briefing import Scope
    from assistant.briefing.composition import brief as draft
    from assistant.briefing.exporting.briefing_json import briefing_json
    from ui.terminal import text

    if not topic.strip():
        raise typer.BadParameter("The topic is empty.")
    write = _writer(output) if output else None
    edition = open_library().current()
    wanted: list[str | None] = [*committee] if committee else [None]
    named = [recorded((council, each, since, until), edition) for each in wanted]
    scope = Scope(
        topic=topic.strip(),
        council=named[0].council,
        committees=tuple(each.committee for each in named if each.committee),
        since=since,
        until=until,
    )
    briefing = draft(edition, scope, date.today())
    if output and write:
        output.write_bytes(write(briefing))
    if as_json:
        print_json(briefing_json(briefing))
    elif not output:
        from assistant.briefing.exporting.markdown import markdown

        text.write(markdown(briefing))


def _writer(output: Path) -> "Callable[[Briefing], bytes]":
    """What writes a file of that name."""
    from assistant.briefing.exporting.formats import FORMATS

    for each in FORMATS:
        if each.suffix == output.suffix.lower():
            return each.write
    known = ", ".join(each.suffix for each in FORMATS)
    raise typer.BadParameter(f"“{output.name}” must end in one of {known}.")
