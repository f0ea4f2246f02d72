"""JSON on standard output."""

import json
from typing import Any

import typer


def print_json(value: dict[str, Any], *, indent: int | None = 2) -> None:
    """Print a value for scripts; without an indent it is one line."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=indent))
