"""Reports as one web page each: nothing is fetched, and every word of a document is escaped."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eval.comparison import Comparison
from eval.measures.catalogue import MEASURES
from eval.reports import charts
from eval.reports.view import COLUMNS, RunView, meaning_of


def run_page(view: RunView) -> str:
    """The report of a run."""
    calibration = view.run.summary["calibration"]
    return (
        _pages()
        .get_template("run.html.j2")
        .render(
            view=view,
            about=view.run.about,
            summary=view.run.summary,
            columns=list(COLUMNS),
            measures=MEASURES,
            charts=charts,
            bars=charts.bars(view.figures),
            curve=charts.curve(calibration["points"]) if calibration else None,
        )
    )


def comparison_page(found: Comparison) -> str:
    """The report of a comparison."""
    runs = (found.before, found.after)
    answers = [{result.id: result for result in run.results} for run in runs]
    return (
        _pages()
        .get_template("comparison.html.j2")
        .render(
            found=found,
            meaning_of=meaning_of,
            questions={case.id: case.question for case in found.after.cases},
            before=answers[0],
            after=answers[1],
            changed=list(
                dict.fromkeys(
                    change.id for each in found.figures for change in (*each.worse, *each.better)
                )
            ),
        )
    )


@lru_cache(maxsize=1)
def _pages() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        # By hand, not by the ending: no name of a template may switch it off.
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
