"""Runs, comparisons and drafts of cases on a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType

from eval.cases import Case
from eval.comparison import Change, Comparison
from eval.drafts.draft import Draft
from eval.reports.view import edition_of
from eval.runs import Run, baselines
from ui.terminal.text import HEAD, QUIET, table, text
from ui.wording import count_words, filter_words

SHOWN = 5
"""How many cases that changed are named for each figure."""


def summary(run: Run) -> RenderableType:
    """The figures of a run, those of its baselines beside them."""
    beside = baselines(run)
    lines = table("figure", str(run.about["system"]), "95% interval", "cases",
                  *(str(each.about["system"]) for each in beside))  # fmt: skip
    lines.columns[0].no_wrap = True
    for name, spread in run.summary["figures"].items():
        others = (_mean(each.summary["figures"].get(name)) for each in beside)
        lines.add_row(name, _mean(spread), _interval(spread), str(spread["cases"]), *others)
    ends = ", ".join(f"{count} {status}" for status, count in run.summary["statuses"].items())
    cases = count_words(run.summary["cases"], "case")
    told = f"{run.name}: {cases}, {ends}"
    return Group(text(told, HEAD), text(f"Over {edition_of(run.about)}", QUIET), lines)


def comparison(found: Comparison) -> RenderableType:
    """What changed from one run to another."""
    lines = table("figure", "before", "after", "change", "95% interval", "p (Holm)", "cases")
    lines.columns[0].no_wrap = True
    for figure in found.figures:
        low, high = figure.interval
        lines.add_row(
            text(figure.name, HEAD if figure.significant else ""),
            f"{figure.before:.3f}",
            f"{figure.after:.3f}",
            f"{figure.difference:+.3f}",
            f"{low:+.3f} {high:+.3f}",
            "" if figure.corrected is None else f"{figure.corrected:.4f}",
            str(figure.cases),
        )
    named = f"{found.before.name} → {found.after.name}, {count_words(found.cases, 'case')}"
    changed = [
        text(f"{figure.name}: {_changes('better', figure.better)}{_changes('worse', figure.worse)}")
        for figure in found.figures
        if figure.better or figure.worse
    ]
    left_out = [text(f"Left out: {', '.join(found.left_out)}", QUIET)] if found.left_out else []
    return Group(text(named, HEAD), lines, *changed, *left_out)


def drafts(waiting: Sequence[Draft]) -> RenderableType:
    """The drafts that wait, a line each."""
    if not waiting:
        return text("No draft waits.")
    lines = table("draft", "from", "question")
    for each in waiting:
        lines.add_row(str(each.id), each.origin.value.replace("_", " "), text(each.case.question))
    return lines


def draft(given: Draft) -> RenderableType:
    """A draft whole, with the answer that was disliked."""
    about: list[RenderableType] = [case(given.case)]
    if given.note:
        about.append(text(f"Said of it: {given.note}"))
    if given.answer is not None:
        about += [text("The answer was", HEAD), text(str(given.answer["text"]))]
    about.append(text(f"{given.state.value}, of edition {given.edition}", QUIET))
    return Group(*about)


def case(given: Case) -> RenderableType:
    """A case as its reader must judge it."""
    lines = [text(given.question, HEAD)]
    if given.history:
        lines.append(text(f"Asked before: {' / '.join(given.history)}"))
    if limits := filter_words(given.filters):
        lines.append(text(f"Limited to: {', '.join(limits.values())}"))
    answer = "The minutes answer it." if given.answerable else "The minutes do not answer it."
    lines.append(text(answer))
    for evidence in given.evidence:
        need = "needed" if evidence.relevance == 2 else "acceptable"
        lines.append(text(f"Evidence ({need}): “{evidence.quote}”, {evidence.document}"))
    for nugget in given.nuggets:
        vital = "Vital fact" if nugget.vital else "Fact"
        lines.append(text(f"{vital}: {nugget.fact} Proved by: {' | '.join(nugget.match)}"))
    return Group(*lines, text(f"{given.id}; tags: {', '.join(given.tags) or 'none'}", QUIET))


def _changes(direction: str, changes: Sequence[Change]) -> str:
    if not changes:
        return ""
    shown = ", ".join(
        f"{change.id} ({change.before:.2f} → {change.after:.2f})" for change in changes[:SHOWN]
    )
    more = f" and {len(changes) - SHOWN} more" if len(changes) > SHOWN else ""
    return f"{direction} in {shown}{more}. "


def _mean(spread: Mapping[str, Any] | None) -> str:
    return "" if spread is None else f"{spread['mean']:.3f}"


def _interval(spread: Mapping[str, Any]) -> str:
    low, high = spread["interval"]
    return f"{low:.3f} {high:.3f}"
