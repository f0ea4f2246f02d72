"""Options that several commands share, and how their values are read."""

from datetime import date
from typing import Annotated

import typer

FAILED = 1
"""The exit code of a command that did its work, but not all of it."""
INTERRUPTED = 130
"""The exit code of a command that somebody stopped."""


def typed_date(value: str) -> date:
    """A date as it is typed, 2025-01-30."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"“{value}” is not a date such as 2025-01-30.") from None


Json = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
Council = Annotated[str | None, typer.Option(help="Only this council; a part of the name will do.")]
Committee = Annotated[
    str | None, typer.Option(help="Only this committee; a part of the name will do.")
]
Since = Annotated[
    date | None,
    typer.Option(parser=typed_date, metavar="DATE", help="Only meetings from this day on."),
]
Until = Annotated[
    date | None,
    typer.Option(parser=typed_date, metavar="DATE", help="Only meetings up to this day."),
]
Limits = tuple[str | None, str | None, date | None, date | None]
"""What `--council`, `--committee`, `--since` and `--until` say."""
