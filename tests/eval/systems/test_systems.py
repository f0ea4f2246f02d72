"""The systems under test: the program, and the simple ones that it should be better than."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerStatus
from assistant.settings import AssistantSettings
from eval.cases import Case
from eval.measures.citations import exactness
from eval.measures.retrieval import relevant_pieces
from eval.sources import Place, Sources
from eval.systems.opening import BM25, MINUTES, SYSTEMS, TUTORIAL, installed, open_system
from eval.systems.system import System
from ingest.job import ingest
from tests.eval.conftest import Remembered
from vectorstore.errors import SettingsError
from vectorstore.library import Library, open_library
from vectorstore.settings import LibrarySettings


def opened(name: str, library: Library) -> System:
    """A system over the current edition, without a chat model."""
    settings = AssistantSettings(chat_model=None)
    return open_system(name, library.current(), library.embedder, settings)


@pytest.fixture(scope="module", params=[TUTORIAL, BM25])
def simple(request: pytest.FixtureRequest, library: Library) -> System:
    if request.param == TUTORIAL:
        pytest.importorskip("langchain_chroma")
    return opened(request.param, library)


@pytest.fixture(scope="module")
def sources(library: Library) -> Sources:
    return Sources(library.current().document)


def test_a_simple_system_copies_what_it_retrieves_word_for_word(
    simple: System, cases: list[Case], sources: Sources
) -> None:
    for case in cases[:5]:
        response = simple.respond(case)
        answer = response.answer
        assert answer.status is AnswerStatus.ANSWERED
        assert [each.start for each in answer.citations] == [
            piece.place.start for piece in response.retrieved[:4]
        ]
        exact = exactness(answer, sources)
        assert exact is not None
        assert exact.value == 1.0
        assert 4 <= len(response.retrieved) <= 20
        assert len({piece.id for piece in response.retrieved}) == len(response.retrieved)


def test_a_simple_system_finds_most_of_what_it_is_asked(
    simple: System, cases: list[Case], sources: Sources
) -> None:
    answerable = [case for case in cases if case.answerable]
    found = 0
    for case in answerable:
        relevant = relevant_pieces(case, sources, simple.pieces_at)
        assert relevant, case.id
        found += any(piece.id in relevant for piece in simple.respond(case).retrieved)
    assert found > 0.8 * len(answerable)


def test_pieces_at_a_place_overlap_it(simple: System, library: Library) -> None:
    name = library.current().documents()[0].name
    place = Place(document=name, start=1500, end=1600)
    pieces = simple.pieces_at(place)
    assert pieces
    assert all(piece.place.overlap(place) for piece in pieces)


def test_the_program_retrieves_with_the_question_as_it_understood_it(
    minutes: Remembered, cases: list[Case], library: Library
) -> None:
    case = next(case for case in cases if case.history)
    response = minutes.respond(case)
    asked = response.answer.standalone_question
    hits = library.current().search(asked, limit=20, filters=response.answer.filters)
    assert [piece.id for piece in response.retrieved] == [hit.passage.id for hit in hits]


def test_an_edition_published_meanwhile_changes_no_answer(
    sample_home: Path, cases: list[Case], tmp_path: Path
) -> None:
    shutil.copytree(sample_home, tmp_path / "home")
    library = open_library(LibrarySettings(home=tmp_path / "home"))
    system = opened(MINUTES, library)
    held = library.current_name()
    (tmp_path / "ferries.txt").write_text("Notes on ferries.", encoding="utf-8")
    ingest(library, [tmp_path / "ferries.txt"])
    assert library.current_name() != held
    assert system.respond(cases[0]).answer.edition == held


def test_words_that_no_minutes_hold_retrieve_nothing(library: Library, cases: list[Case]) -> None:
    keywords = opened(BM25, library)
    for question in ("xyzzy", "?!"):
        response = keywords.respond(replace(cases[0], question=question))
        assert response.answer.status is AnswerStatus.NOT_FOUND
        assert response.retrieved == ()


def test_a_system_that_does_not_exist_is_refused_with_those_that_do(library: Library) -> None:
    with pytest.raises(SettingsError, match="choose " + ", ".join(SYSTEMS)):
        opened("magic", library)


def test_only_systems_whose_packages_are_there_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert {MINUTES, BM25} <= set(installed())
    # Python's own mark of a module that cannot be imported.
    monkeypatch.setitem(sys.modules, "langchain_chroma", None)
    assert installed() == (MINUTES, BM25)
