"""Reports in Markdown, for pull requests."""

import re
from collections.abc import Iterator, Sequence

from eval.comparison import Comparison
from eval.reports.view import RunView, edition_of
from eval.runs import Run

WORST = 10
"""How many of the cases in most trouble are named."""

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!~&$])")


def run_markdown(view: RunView) -> str:
    """The figures of a run, its baselines beside it, and its worst cases."""
    run = view.run
    lines = [
        f"## {plain(run.name)}",
        "",
        f"{run.summary['cases']} cases of {plain(run.about['testset']['name'])}, "
        f"{plain(edition_of(run.about))}, settings `{run.about['settings_digest']}`.",
        "",
        *_table(
            ["figure", str(run.about["system"]), "95% interval", "cases", *view.beside],
            [
                [
                    f"`{each.name}`",
                    f"{each.mean:.3f}",
                    f"{each.low:.3f} to {each.high:.3f}",
                    str(each.cases),
                    *("" if other is None else f"{other:.3f}" for other in each.others),
                ]
                for each in view.figures
            ],
        ),
        "",
    ]
    troubled = [each for each in view.cases if each.trouble][:WORST]
    if troubled:
        lines += ["### Cases to look at first", ""]
        lines += [
            f"- **{plain(each.case.id)}** {plain(each.case.question)} ({each.result.status}): "
            f"{plain(each.figures['accuracy'].reason)}"
            for each in troubled
        ]
        lines.append("")
    return "\n".join(lines)


def comparison_markdown(found: Comparison) -> str:
    """What changed from one run to another."""
    rows = [
        [
            f"**`{each.name}`**" if each.significant else f"`{each.name}`",
            f"{each.before:.3f}",
            f"{each.after:.3f}",
            f"{each.difference:+.3f}",
            f"{each.interval[0]:+.3f} to {each.interval[1]:+.3f}",
            "" if each.corrected is None else f"{each.corrected:.4f}",
            str(each.cases),
        ]
        for each in found.figures
    ]
    heads = ["figure", "before", "after", "difference", "95% interval", "p (Holm)", "cases"]
    named = f"## {plain(found.before.name)} → {plain(found.after.name)}"
    sides = f"{found.cases} cases; {_side(found.before)} → {_side(found.after)}."
    return "\n".join([named, "", sides, "", *_table(heads, rows), "", *_changes(found), ""])


def plain(words: str) -> str:
    """Words as Markdown shows them unchanged, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))


def _side(run: Run) -> str:
    return plain(f"{run.about['system']}, {edition_of(run.about)}")


def _changes(found: Comparison) -> Iterator[str]:
    for figure in found.figures:
        for direction, changes in (("better", figure.better), ("worse", figure.worse)):
            if changes:
                shown = ", ".join(
                    f"{plain(each.id)} ({each.before:.2f} → {each.after:.2f})" for each in changes
                )
                yield f"- `{figure.name}` {direction}: {shown}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    ruled = ["---", *("---:" for _ in heads[1:])]
    return [f"| {' | '.join(row)} |" for row in (heads, ruled, *rows)]
