"""The terminal front door: `minutes …`. It names the commands and tells mistakes in one line."""

import sys
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from ui.commands import asking, brief, eval_group, following, reading, serving, upkeep

MISUSED = 2


class OneLineErrors(TyperGroup):
    """Tells a person's mistake in one line on standard error, never with a traceback."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command and leave with its exit code."""
        try:
            code = super().main(*args, **extra | {"standalone_mode": False})
        except typer.Abort:
            code = _complain("Nothing was done.")
        except typer.TyperException as error:
            code = _complain(getattr(error, "format_message", error.__str__)())
        except OSError as error:
            code = _complain(f"{error.filename or 'The system'}: {error.strerror or error}.")
        except Exception as error:
            from vectorstore.errors import MinutesError

            if not isinstance(error, MinutesError):
                raise
            code = _complain(str(error))
        sys.exit(code or 0)


app = typer.Typer(
    cls=OneLineErrors,
    help="Questions and answers over council minutes, every sentence tied to the exact words.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (
    reading.ingest,
    following.update,
    asking.ask,
    asking.search,
    brief.brief,
    reading.show,
    upkeep.status,
    upkeep.verify,
    upkeep.editions,
    upkeep.rollback,
    upkeep.forget,
    serving.serve,
):
    app.command()(command)
app.add_typer(following.sources, name="sources")
app.add_typer(eval_group.group, name="eval")


@app.callback(invoke_without_command=True)
def _minutes(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"minutes {installed('minutes-assistant')}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> None:
    """Run `minutes` on the arguments of this process."""
    for stream in (sys.stdout, sys.stderr):
        # A quotation mark that the terminal cannot show must not stop an answer.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    app(prog_name="minutes")


def _complain(message: str) -> int:
    typer.echo(" ".join(message.split()), err=True)
    return MISUSED


if __name__ == "__main__":
    main()
