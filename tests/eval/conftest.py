"""What the tests of evaluation share: the sample questions, each answered once."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from eval import runs
from eval.about import about
from eval.cases import Case, read_cases
from eval.measures.retrieval import Piece
from eval.measures.support import Judge
from eval.running import Bench, results
from eval.runs import Run
from eval.sources import Place, Sources
from eval.summary import summarise
from eval.systems.assistant import MinutesSystem
from eval.systems.system import Response, System
from tests.sample_library import SAMPLES, sample_home
from vectorstore.embedding import Embedder
from vectorstore.library import Library, open_library
from vectorstore.settings import LibrarySettings

__all__ = ["sample_home"]

TESTSET = SAMPLES.parent / "questions.jsonl"
RunOf = Callable[..., Run]


class Remembered:
    """The program's own answers, each asked for once in a session of tests."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._responses: dict[str, Response] = {}

    def respond(self, case: Case) -> Response:
        if case.id not in self._responses:
            self._responses[case.id] = self._system.respond(case)
        return self._responses[case.id]

    def pieces_at(self, place: Place) -> Sequence[Piece]:
        return self._system.pieces_at(place)


@pytest.fixture(scope="session")
def library(sample_home: Path, embedder: Embedder) -> Library:
    """The sample library, to be read only."""
    library = open_library(LibrarySettings(home=sample_home))
    library.embedder = embedder
    return library


@pytest.fixture(scope="session")
def cases() -> list[Case]:
    """The sample questions."""
    return read_cases(TESTSET)


@pytest.fixture(scope="session")
def minutes(library: Library) -> Remembered:
    """The program as it is, over the sample library."""
    return Remembered(MinutesSystem(library.current(), AssistantSettings(chat_model=None)))


@pytest.fixture(scope="session")
def run_of(library: Library, cases: list[Case], tmp_path_factory: pytest.TempPathFactory) -> RunOf:
    """Makes a finished run of a system over the sample questions, under a name of its own."""
    runs_folder = tmp_path_factory.mktemp("runs")
    settings = AssistantSettings(chat_model=None)

    def run_of(system: System, name: str = "run", *, judge: Judge | None = None) -> Run:
        made_with = about(
            cases, TESTSET, library.current(), library.settings, settings,
            system=name, judge="words", label=None,
        )  # fmt: skip
        folder = runs.begin(runs_folder / name, made_with, cases)
        bench = Bench(system=system, sources=Sources(library.current().document), judge=judge)
        for result in results(cases, bench):
            folder.add(result)
        folder.finish(summarise(cases, folder.results).to_json())
        return runs.read_run(runs_folder / name)

    return run_of


@pytest.fixture(scope="session")
def sound(run_of: RunOf, minutes: Remembered) -> Run:
    """A run of the program as it is."""
    return run_of(minutes, "sound")
