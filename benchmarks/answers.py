"""How good the answers to a test set are: `python -m benchmarks.answers TESTSET --documents DIR`.

Ingests the documents into a library of its own, asks every case and prints the mean of each
measure with the number of cases it counts for; `--cases` prints each case as well.
"""

import tempfile
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from statistics import mean, median
from typing import Annotated

import typer

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from benchmarks.measuring import print_table
from eval import measures
from eval.cases import Case, read_cases
from ingest.job import ingest
from vectorstore.edition import Edition
from vectorstore.library import open_library
from vectorstore.records import Document
from vectorstore.settings import LibrarySettings

# Kinds of question that one sentence or two can settle.
NARROW = frozenset({"number", "who", "when", "where", "yesno"})


def main(
    testset: Path,
    documents: Annotated[Path, typer.Option(help="What the test set asks about.")],
    cases: Annotated[bool, typer.Option(help="Print the figures of each case.")] = False,
) -> None:
    """Ask every case of a test set and print the figures."""
    with tempfile.TemporaryDirectory() as home:
        library = open_library(LibrarySettings(home=Path(home)))
        ingest(library, [documents])
        assistant = Assistant(library, AssistantSettings(chat_model=None))
        edition = library.current()
        figures: dict[str, list[float]] = defaultdict(list)
        for case in read_cases(testset):
            answer = assistant.ask(case.question, case.history, case.filters)
            of_case = measured(case, answer, edition)
            for name, value in of_case.items():
                figures[name].append(value)
            if cases:
                shown = ", ".join(f"{name} {value:.2f}" for name, value in of_case.items())
                print(f"{case.id} {answer.status}: {shown}")
    rows = [
        (name, f"{median(values) if 'words' in name else mean(values):.3f}", str(len(values)))
        for name, values in sorted(figures.items())
    ]
    print_table(("measure", "mean (words: median)", "cases"), rows)


def measured(case: Case, answer: Answer, edition: Edition) -> Mapping[str, float]:
    """The figures of one case, without those that do not apply to it."""

    @lru_cache
    def document(name: str) -> Document:
        return edition.document(name)

    def paragraph_of(name: str, start: int, end: int) -> str:
        paragraphs = (paragraph for _, _, paragraph in document(name).paragraphs())
        around = next(one for one in paragraphs if one.start <= start and end <= one.end)
        return document(name).words(around.start, around.end)

    vital = measures.nugget_recall(case, answer, vital=True)
    length = float(len(answer.text.split())) if case.answerable else None
    figures = {
        "vital_nugget_recall": vital,
        "vital_nugget_recall, follow-ups": vital if case.history else None,
        "nugget_recall": measures.nugget_recall(case, answer, vital=False),
        "evidence_precision": measures.evidence_precision(case, answer, paragraph_of),
        "exactness": measures.exactness(answer, lambda name: document(name).text),
        "refused": measures.refused(case, answer),
        "wrongly_refused": measures.wrongly_refused(case, answer),
        "words": length,
        "words, narrow questions": length if NARROW & set(case.tags) else None,
    }
    return {name: value for name, value in figures.items() if value is not None}


if __name__ == "__main__":
    typer.run(main)
