"""The kinds of file that runs and comparisons can be handed on as."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from eval.comparison import Comparison
from eval.reports.markdown import comparison_markdown, run_markdown
from eval.reports.page import comparison_page, run_page
from eval.reports.tables import comma_separated, json_lines
from eval.reports.view import view
from eval.runs import Run
from vectorstore.errors import SettingsError

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(Generic[T]):
    """A kind of file.

    Args:
        name: as people call it.
        suffix: with its dot, in small letters.
    """

    name: str
    suffix: str
    media_type: str
    write: Callable[[T], bytes]


RUN_FORMATS: tuple[Format[Run], ...] = (
    Format(
        name="Web page",
        suffix=".html",
        media_type="text/html",
        write=lambda run: run_page(view(run)).encode(),
    ),
    Format(
        name="Markdown",
        suffix=".md",
        media_type="text/markdown",
        write=lambda run: run_markdown(view(run)).encode(),
    ),
    Format(
        name="Spreadsheet (CSV)",
        suffix=".csv",
        media_type="text/csv",
        # Spreadsheets take a CSV for their own old encoding unless a mark says otherwise.
        write=lambda run: comma_separated(run).encode("utf-8-sig"),
    ),
    Format(
        name="JSON Lines",
        suffix=".jsonl",
        media_type="application/jsonl",
        write=lambda run: json_lines(run).encode(),
    ),
)
COMPARISON_FORMATS: tuple[Format[Comparison], ...] = (
    Format(
        name="Web page",
        suffix=".html",
        media_type="text/html",
        write=lambda found: comparison_page(found).encode(),
    ),
    Format(
        name="Markdown",
        suffix=".md",
        media_type="text/markdown",
        write=lambda found: comparison_markdown(found).encode(),
    ),
)


def write_report(run: Run, path: Path) -> None:
    """Write the report of a run.

    Raises:
        SettingsError: the file's ending names no kind of report.
    """
    path.write_bytes(_by_ending(path, RUN_FORMATS).write(run))


def write_comparison(found: Comparison, path: Path) -> None:
    """Write the report of a comparison.

    Raises:
        SettingsError: the file's ending names no kind of report.
    """
    path.write_bytes(_by_ending(path, COMPARISON_FORMATS).write(found))


def write_all(run: Run) -> None:
    """Write the reports of a run into its folder."""
    for name in ("report.html", "report.md", "cases.csv"):
        write_report(run, run.folder / name)


def _by_ending(path: Path, formats: Sequence[Format[T]]) -> Format[T]:
    for each in formats:
        if each.suffix == path.suffix.lower():
            return each
    endings = ", ".join(each.suffix for each in formats)
    raise SettingsError(f"{path.name} ends in none of {endings}: name it so.")
