"""How good the answers to the sample questions are does not fall unseen."""

from collections.abc import Callable, Mapping
from statistics import mean

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from eval.cases import Case, read_cases
from eval.measures import citations, facts, refusals
from eval.measures.figure import Figure
from eval.sources import Sources
from tests.sample_library import COUNCILS
from vectorstore.edition import Edition
from vectorstore.library import Library

Answers = list[tuple[Case, Answer]]


def test_the_quality_on_the_sample_questions_does_not_fall(
    answers: Answers, edition: Edition
) -> None:
    """Floors a little under the figures of a small set: they catch a fall and claim nothing.

    The set is 38 questions over minutes that were written for it, and it was looked at while the
    limits of judging and choosing were set. Held-out sets tell how good the answers are.
    """
    floors = {
        "vital recall": 0.87,
        "recall": 0.66,
        "precision": 0.55,
        "refused": 0.91,
        "not wrongly told in part": 0.88,
        "not wrongly refused": 0.95,
        "exactness": 1.0,
    }
    assert not fallen(answers, edition, floors)


def test_the_quality_on_minutes_of_other_shapes_does_not_fall(library_of_councils: Library) -> None:
    """99 questions that were written without sight of the program, over eleven councils."""
    assistant = Assistant(library_of_councils, AssistantSettings(chat_model=None))
    answers = [
        (case, assistant.ask(case.question, case.history, case.filters))
        for case in read_cases(COUNCILS.with_suffix(".jsonl"))
    ]
    floors = {
        "vital recall": 0.82,
        "precision": 0.68,
        "refused": 0.80,
        "not wrongly told in part": 0.86,
        "not wrongly refused": 0.95,
        "exactness": 1.0,
    }
    assert not fallen(answers, library_of_councils.current(), floors)


def fallen(answers: Answers, edition: Edition, floors: Mapping[str, float]) -> dict[str, float]:
    """The figures that are under their floors."""
    sources = Sources(edition.document)

    def average(measure: Callable[[Case, Answer], Figure | None]) -> float:
        figures = [measure(case, answer) for case, answer in answers]
        return mean(figure.value for figure in figures if figure is not None)

    figures = {
        "vital recall": average(lambda c, a: facts.nugget_recall(c, a, vital=True)),
        "recall": average(lambda c, a: facts.nugget_recall(c, a, vital=False)),
        "precision": average(lambda c, a: citations.evidence_precision(c, a, sources)),
        "refused": average(refusals.refused),
        "not wrongly refused": 1 - average(refusals.wrongly_refused),
        "not wrongly told in part": 1 - average(refusals.wrongly_partial),
        "exactness": average(lambda c, a: citations.exactness(a, sources)),
    }
    return {name: figures[name] for name, floor in floors.items() if figures[name] < floor}
