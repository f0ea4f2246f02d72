"""Reports into files, by the ending of their names."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from eval.comparison import Comparison
from eval.reports.markdown import comparison_markdown, run_markdown
from eval.reports.page import comparison_page, run_page
from eval.reports.tables import comma_separated, json_lines
from eval.reports.view import view
from eval.runs import Run
from vectorstore.errors import SettingsError

_OF_RUNS: Mapping[str, Callable[[Run], str]] = {
    ".html": lambda run: run_page(view(run)),
    ".md": lambda run: run_markdown(view(run)),
    ".jsonl": json_lines,
    ".csv": comma_separated,
}
_OF_COMPARISONS: Mapping[str, Callable[[Comparison], str]] = {
    ".html": comparison_page,
    ".md": comparison_markdown,
}
T = TypeVar("T")
# Spreadsheets take a CSV for their own old encoding unless a mark says otherwise.
_MARKED = {".csv": "utf-8-sig"}


def write_report(run: Run, path: Path) -> None:
    """Write the report of a run.

    Raises:
        SettingsError: the file's ending names no form of report.
    """
    _write(path, _form(path, _OF_RUNS)(run))


def write_comparison(found: Comparison, path: Path) -> None:
    """Write the report of a comparison.

    Raises:
        SettingsError: the file's ending names no form of report.
    """
    _write(path, _form(path, _OF_COMPARISONS)(found))


def write_all(run: Run) -> None:
    """Write every form of a run's report into its folder."""
    for name in ("report.html", "report.md", "cases.csv"):
        write_report(run, run.folder / name)


def _form(path: Path, forms: Mapping[str, Callable[[T], str]]) -> Callable[[T], str]:
    form = forms.get(path.suffix.lower())
    if form is None:
        raise SettingsError(f"{path.name} ends in none of {', '.join(forms)}: name it so.")
    return form


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding=_MARKED.get(path.suffix.lower(), "utf-8"), newline="")
