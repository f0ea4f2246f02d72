"""Runs as lines, for spreadsheets and scripts: one case a line."""

import csv
import io
import json
from typing import Any

from eval.measures.catalogue import MEASURES
from eval.runs import Run

# A cell that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(run: Run) -> list[dict[str, Any]]:
    """The cases with their figures; `None` where a figure does not apply."""
    return [
        {
            "id": case.id,
            "question": case.question,
            "answerable": case.answerable,
            "tags": " ".join(case.tags),
            "status": result.status,
            "error": result.error,
            "answer": result.answer["text"] if result.answer else None,
        }
        | {
            name: result.figures[name].value if name in result.figures else None
            for name in MEASURES
        }
        for case, result in zip(run.cases, run.results, strict=True)
    ]


def json_lines(run: Run) -> str:
    """The cases as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(run))


def comma_separated(run: Run) -> str:
    """The cases as CSV; what a spreadsheet would calculate is marked as text."""
    file = io.StringIO()
    found = rows(run)
    writer = csv.DictWriter(file, fieldnames=list(found[0]))
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in row.items()} for row in found)
    return file.getvalue()


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
