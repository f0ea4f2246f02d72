"""The figures of runs and of comparisons as tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from eval.comparison import Comparison, Paired
from eval.measures.figure import Better
from eval.reports.view import COLUMNS, FigureView, RunView, meaning_of
from ui.components.table import Bar, Cell, Column, Table

_MARKS = ("circle", "diamond")
_BETTER = {Better.HIGHER: "higher is better", Better.LOWER: "lower is better"}


def figures_table(view: RunView) -> Table:
    """The figures of a run with their intervals, the baselines beside them."""
    marks = [_mark(place) for place in range(len(view.beside))]
    return Table(
        caption="Figures",
        columns=[
            Column(head="Figure"),
            Column(head="0 to 1", spare=True),
            Column(head=str(view.run.about["system"]), numeric=True),
            Column(head="Cases", numeric=True),
            *(
                Column(head=name, numeric=True, mark=mark)
                for name, mark in zip(view.beside, marks, strict=True)
            ),
        ],
        rows=[_figure_row(figure, marks) for figure in view.figures],
    )


def tags_table(summary: Mapping[str, Any]) -> Table:
    """The figures by tag."""
    names = ("refused", *COLUMNS)
    return Table(
        caption="Figures by tag",
        columns=[
            Column(head="Tag", sorts=True),
            Column(head="Cases", numeric=True, sorts=True),
            *(Column(head=_spaced(name), numeric=True, sorts=True) for name in names),
        ],
        rows=[
            [
                Cell(text=tag),
                Cell(text=str(each["cases"]), order=each["cases"]),
                *(_mean(each["figures"].get(name)) for name in names),
            ]
            for tag, each in summary["tags"].items()
        ],
    )


def comparison_table(found: Comparison) -> Table:
    """What changed from one run to the other, figure by figure."""
    heads = ("Before → after", "Difference", "p (Holm)", "Cases")
    return Table(
        caption="Differences",
        columns=[
            Column(head="Figure"),
            Column(head="−1 to 1", spare=True),
            *(Column(head=head, numeric=True) for head in heads),
        ],
        rows=[_paired_row(each) for each in found.figures],
    )


def number(value: float) -> str:
    """A figure as people read it: three places, whole from ten on."""
    return f"{value:,.0f}" if abs(value) >= 10 else f"{value:.3f}"


def _signed(difference: float) -> str:
    return f"{'+' if difference >= 0 else '−'}{number(abs(difference))}"


def _figure_row(figure: FigureView, marks: Sequence[str]) -> list[Cell]:
    others = [
        (mark, value) for mark, value in zip(marks, figure.others, strict=True) if value is not None
    ]
    bar = Bar(start=0, end=figure.mean, low=figure.low, high=figure.high, marks=tuple(others))
    direction = _BETTER.get(figure.better)
    return [
        Cell(
            text=figure.name,
            code=True,
            note=f"{figure.meaning} ({direction})" if direction else figure.meaning,
        ),
        Cell(bar=bar if figure.share else None),
        Cell(
            text=number(figure.mean),
            strong=True,
            note=f"{number(figure.low)} to {number(figure.high)}",
        ),
        Cell(text=str(figure.cases)),
        *(Cell(text="" if other is None else number(other)) for other in figure.others),
    ]


def _paired_row(paired: Paired) -> list[Cell]:
    low, high = paired.interval
    drawn = all(0 <= value <= 1 for value in (paired.before, paired.after))
    bar = Bar(
        start=0.5,
        end=_centred(paired.difference),
        low=_centred(low),
        high=_centred(high),
    )
    changed = [
        f"{len(changes)} {direction}"
        for direction, changes in (("better", paired.better), ("worse", paired.worse))
        if changes
    ]
    return [
        Cell(text=paired.name, code=True, note=meaning_of(paired.name)),
        Cell(bar=bar if drawn else None),
        Cell(text=f"{number(paired.before)} → {number(paired.after)}"),
        Cell(
            text=_signed(paired.difference),
            strong=paired.significant,
            note=f"{_signed(low)} to {_signed(high)}",
        ),
        Cell(
            text="" if paired.corrected is None else f"{paired.corrected:.4f}",
            note="significant" if paired.significant else None,
        ),
        Cell(text=str(paired.cases), note="\n".join(changed) or None),
    ]


def _mark(place: int) -> str:
    return _MARKS[place % len(_MARKS)]


def _centred(difference: float) -> float:
    return (difference + 1) / 2


def _mean(spread: Mapping[str, Any] | None) -> Cell:
    if spread is None:
        return Cell()
    return Cell(text=number(spread["mean"]), order=spread["mean"])


def _spaced(name: str) -> str:
    return name.replace("_", " ")
