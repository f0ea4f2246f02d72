"""How good the answers to a test set are: `python -m benchmarks.answers TESTSET --documents DIR`.

`minutes eval run` in a library that is thrown away afterwards, as a table to look at while
changing the program; `--cases` prints each case as well.
"""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from assistant.settings import AssistantSettings
from benchmarks.measuring import print_table
from eval.evaluation import Plan, evaluate
from ingest.job import ingest
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings


def main(
    testset: Path,
    documents: Annotated[Path, typer.Option(help="What the test set asks about.")],
    cases: Annotated[bool, typer.Option(help="Print the figures of each case.")] = False,
) -> None:
    """Ask every case of a test set and print the figures."""
    with tempfile.TemporaryDirectory() as scratch:
        library = open_library(LibrarySettings(home=Path(scratch) / "library"))
        ingest(library, [documents])
        plan = Plan(testset=testset, folder=Path(scratch) / "run")
        run = evaluate(plan, library, AssistantSettings(chat_model=None))
    if cases:
        for result in run.results:
            figures = ", ".join(f"{name} {each.value:.2f}" for name, each in result.figures.items())
            print(f"{result.id} {result.status}: {figures}")
    print_table(
        ("measure", "mean (words, seconds: median)", "cases"),
        [
            (name, f"{spread['mean']:.3f}", str(spread["cases"]))
            for name, spread in run.summary["figures"].items()
        ],
    )


if __name__ == "__main__":
    typer.run(main)
