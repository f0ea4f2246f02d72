"""The group of commands for evaluators: `minutes eval …`."""

import typer

from ui.commands import eval_cases, evaluating

group = typer.Typer(
    help="Measure answers with test sets: run, compare, report, and look after the sets.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
for command in (
    evaluating.run,
    evaluating.compare,
    evaluating.gate,
    evaluating.report,
    eval_cases.check,
    eval_cases.new,
    eval_cases.drafts,
    eval_cases.accept,
    eval_cases.reject,
):
    group.command()(command)
