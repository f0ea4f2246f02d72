"""What each step is worth: `python -m benchmarks.ablation TESTSET --documents DIR`.

Answers a test set with everything, then with one thing left out at a time: a leg of the search,
the neighbours of a passage, one of the signals that sentences are weighed by.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import mean
from typing import Annotated, Any

import typer

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.evidence import choosing, finding, judging, meaning, narrowing, weighing
from assistant.settings import AssistantSettings
from benchmarks.measuring import print_table
from eval.cases import Case, read_cases
from eval.measures import citations, facts, refusals
from eval.measures.figure import Figure
from eval.sources import Sources
from ingest.job import ingest
from vectorstore import embedding, search
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings

Answers = list[tuple[Case, Answer]]


def main(
    testset: Path,
    documents: Annotated[Path, typer.Option(help="What the test set asks about.")],
) -> None:
    """Answer a test set with everything, then with one thing less at a time."""
    # The same sentences come again with each variant.
    embedding.REMEMBERED = 100_000
    with tempfile.TemporaryDirectory() as home:
        library = open_library(LibrarySettings(home=Path(home)))
        ingest(library, [documents])
        assistant = Assistant(library, AssistantSettings(chat_model=None))
        sources = Sources(library.current().document)
        cases = list(read_cases(testset))

        def figures(name: str) -> tuple[str, ...]:
            answers = [
                (case, assistant.ask(case.question, case.history, case.filters)) for case in cases
            ]
            return name, *_figures(answers, sources)

        rows = [figures("everything")]
        for name, module, setting, value in _variants():
            with _set(module, setting, value):
                rows.append(figures(f"without {name}"))
    columns = ("vital recall", "precision", "refused", "wrongly refused", "wrongly in part")
    print_table(("", *columns), rows)


def _variants() -> Iterator[tuple[str, Any, str, Any]]:
    """What is left out, as the setting of a module that leaves it out."""
    yield "vectors in the search", search, "MEANING_SHARE", 0.0
    yield "keywords in the search", search, "MEANING_SHARE", 1.0
    yield "the neighbours of a passage", search, "BESIDE", 0.0
    yield "weighing names of bodies less", finding, "OF_A_BODY", 1.0
    yield "comparing sentences", finding, "COMPARED", 0
    yield "keeping to a place or a person", finding, "narrowing", lambda *_: narrowing.ANYTHING
    yield "taking a word for another", meaning, "ALIKE", 2.0
    yield "leaving small gaps untold", judging, "LEFT_OPEN", 0.0
    yield "the rest of a paragraph", choosing, "NEAR_IN_PARAGRAPH", 1.0
    for name in weighing.NAMES:
        yield f"“{name}”", weighing, "WEIGHTS", replace(weighing.WEIGHTS, **{name: 0.0})


@contextmanager
def _set(module: Any, setting: str, value: Any) -> Iterator[None]:
    before = getattr(module, setting)
    setattr(module, setting, value)
    try:
        yield
    finally:
        setattr(module, setting, before)


def _figures(answers: Answers, sources: Sources) -> list[str]:
    measures: tuple[Callable[[Case, Answer], Figure | None], ...] = (
        lambda case, answer: facts.nugget_recall(case, answer, vital=True),
        lambda case, answer: citations.evidence_precision(case, answer, sources),
        refusals.refused,
        refusals.wrongly_refused,
        refusals.wrongly_partial,
    )
    taken = ([measure(*answered) for answered in answers] for measure in measures)
    return [f"{mean(figure.value for figure in found if figure):.3f}" for found in taken]


if __name__ == "__main__":
    typer.run(main)
