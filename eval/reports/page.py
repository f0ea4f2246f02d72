"""Reports as one web page each: nothing is fetched, and every word of a document is escaped.

Should a word of a document ever come out as markup, the page's policy still runs no script but its
own, which it knows by its digest.
"""

import base64
import hashlib
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eval.comparison import Comparison
from eval.measures.catalogue import MEASURES
from eval.reports import charts
from eval.reports.view import COLUMNS, RunView, edition_of, meaning_of


def run_page(view: RunView) -> str:
    """The report of a run."""
    calibration = view.run.summary["calibration"]
    begun = datetime.fromisoformat(view.run.about["started_at"])
    return (
        _pages()
        .get_template("run.html.j2")
        .render(
            view=view,
            about=view.run.about,
            begun=f"{begun.day} {begun:%B %Y, %H:%M} UTC",
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
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        # By hand, not by the ending: no name of a template may switch it off.
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    script = pages.get_template("page.js").render()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    pages.globals |= {"script_digest": f"sha256-{digest}", "edition_of": edition_of}
    return pages
