"""A revision killed at any instant: readers notice nothing, and the next run completes it.

The revisions run in processes of their own and are killed with SIGKILL. All but one use the
stand-in embedder, since loading the model takes seconds in every process.
"""

import hashlib
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.vectorstore import worker
from tests.vectorstore.conftest import open_quickly
from tests.vectorstore.documents import POTHOLES, SCOOTERS, WARDENS, minutes, publish
from vectorstore.embedding import Embedder
from vectorstore.errors import LibraryLocked
from vectorstore.library import Library, open_library
from vectorstore.revision import Step
from vectorstore.settings import LibrarySettings
from vectorstore.vectors import Vectors

KILLS = 20
Contents = dict[str, Any]


def contents(library: Library) -> Contents:
    """All that an edition holds, passage for passage and vector for vector."""
    folder = library.settings.home / "editions" / (library.current_name() or "")
    vectors = Vectors(folder / "chroma")
    held = vectors.ids()
    vectors.close()
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:

        def rows(query: str) -> list[tuple[object, ...]]:
            return sorted(connection.execute(query).fetchall())

        return {
            "passages": rows('SELECT id, heading, raw, "start", "end", text_digest FROM passages'),
            "indexed": held,
            "sources": rows("SELECT source, document, fingerprint FROM sources"),
            "vocabulary": rows("SELECT word FROM vocabulary"),
            "vectors": [
                (digest, hashlib.sha256(vector).hexdigest())
                for digest, vector in rows("SELECT text_digest, vector FROM embeddings")
                if isinstance(vector, bytes)
            ],
        }


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one published edition."""
    home = tmp_path_factory.mktemp("begun") / "home"
    worker.begin_with(open_quickly(home))
    return home


@pytest.fixture(scope="module")
def before(begun: Path) -> Contents:
    return contents(open_quickly(begun))


@pytest.fixture(scope="module")
def after(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """What an uninterrupted revision makes."""
    home = tmp_path_factory.mktemp("after") / "home"
    shutil.copytree(begun, home)
    library = open_quickly(home)
    worker.add_everything(library)
    return contents(library)


@pytest.fixture
def home(begun: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(begun, tmp_path / "home"))


def check_and_complete(home: Path, before: Contents, after: Contents) -> None:
    library = open_quickly(home)
    published = library.current_name()
    assert contents(library) == (before if published == "000001" else after)
    assert library.current().search("scooters", limit=1)[0].passage.text
    worker.add_everything(library)
    assert contents(library) == after
    assert library.verify() == []
    assert not (home / "staging").exists()
    assert [info.name for info in library.editions()] == ["000002", "000001"]


@pytest.mark.parametrize("step", [Step.COPY, Step.EMBED, Step.INDEX, Step.VERIFY, Step.PUBLISH])
def test_a_revision_killed_before_publication_is_completed_by_the_next(
    home: Path, step: Step, before: Contents, after: Contents
) -> None:
    process, _ = worker.start(worker.revising, home, step.value)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert open_quickly(home).current_name() == "000001"
    check_and_complete(home, before, after)


def test_a_revision_killed_between_documents_keeps_those_recorded(
    home: Path, before: Contents, after: Contents
) -> None:
    process, _ = worker.start(worker.revising, home, Step.RECORD.value, 4)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    recorded: list[Step] = []
    worker.add_everything(open_quickly(home), recorded.append)
    assert recorded.count(Step.RECORD) == len(worker.ADDED) - 3
    check_and_complete(home, before, after)


def test_a_revision_killed_after_publication_is_published(
    home: Path, before: Contents, after: Contents
) -> None:
    process, _ = worker.start(worker.revising, home, Step.TIDY.value)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert open_quickly(home).current_name() == "000002"
    check_and_complete(home, before, after)


def test_a_revision_killed_at_any_instant_is_completed_by_the_next(
    begun: Path, tmp_path: Path, before: Contents, after: Contents
) -> None:
    instants = random.Random(20240305)
    shutil.copytree(begun, tmp_path / "whole")
    process, said = worker.start(worker.revising, tmp_path / "whole")
    assert said.recv() == "begun"
    start = time.perf_counter()
    process.join()
    lasts = time.perf_counter() - start
    for number in range(KILLS):
        home = tmp_path / str(number)
        shutil.copytree(begun, home)
        process, said = worker.start(worker.revising, home)
        assert said.recv() == "begun"
        time.sleep(instants.random() * lasts)
        process.kill()
        process.join()
        check_and_complete(home, before, after)


def test_an_edition_that_was_finished_but_never_became_current_is_taken_up(
    home: Path, after: Contents
) -> None:
    worker.add_everything(open_quickly(home))
    # As if killed between the two renames of a publication.
    (home / "current").write_text("000001")
    (home / "editions" / "000002" / "published").unlink()
    library = open_quickly(home)
    assert [info.name for info in library.editions()] == ["000001"]
    steps: list[Step] = []
    worker.add_everything(library, steps.append)
    assert library.current_name() == "000002"
    assert Step.COPY not in steps
    assert Step.RECORD not in steps
    assert contents(library) == after


def test_staged_work_that_cannot_be_read_is_begun_again(home: Path, after: Contents) -> None:
    process, _ = worker.start(worker.revising, home, Step.INDEX.value)
    process.join()
    (home / "staging" / "catalogue.sqlite").write_bytes(b"torn" * 1000)
    library = open_quickly(home)
    worker.add_everything(library)
    assert contents(library) == after


def test_staged_work_on_another_edition_than_the_current_is_dropped(home: Path) -> None:
    library = open_quickly(home)
    publish(library, worker.ADDED[-1])
    process, _ = worker.start(worker.revising, home, Step.INDEX.value)
    process.join()
    assert library.rollback() == "000001"
    with library.revise() as revision:
        assert len(revision.fingerprints()) == 2
        assert not (home / "staging").exists()


def test_a_staged_index_that_cannot_be_read_is_made_again_before_publication(
    home: Path, after: Contents
) -> None:
    process, _ = worker.start(worker.revising, home, Step.VERIFY.value)
    process.join()
    (home / "staging" / "chroma" / "chroma.sqlite3").write_bytes(b"torn" * 5000)
    library = open_quickly(home)
    worker.add_everything(library)
    assert contents(library) == after
    assert library.verify() == []


def test_passages_are_indexed_while_others_are_embedded(home: Path, after: Contents) -> None:
    process, _ = worker.start(worker.revising, home, Step.INDEX.value)
    process.join()
    with closing(Vectors(home / "staging" / "chroma")) as staged:
        assert staged.ids() >= after["indexed"]


def test_an_index_found_damaged_while_embedding_is_made_again(home: Path) -> None:
    process, _ = worker.start(worker.revising, home, Step.INDEX.value)
    process.join()
    (home / "staging" / "chroma" / "chroma.sqlite3").write_bytes(b"torn" * 5000)
    library = open_quickly(home)
    with library.revise() as revision:
        minutes("ward9.txt", {"Ward 9": ["Ward 9 asked for a footbridge."]}).put(revision)
        revision.publish()
    assert library.verify() == []
    assert library.current().search("footbridge", limit=1)[0].passage.text.endswith("footbridge.")


def test_a_revision_killed_with_the_real_model_is_completed_by_the_next(
    tmp_path: Path, embedder: Embedder
) -> None:
    def with_model(home: Path) -> Library:
        library = open_library(LibrarySettings(home=home))
        library.embedder = embedder
        return library

    whole, home = with_model(tmp_path / "whole"), tmp_path / "home"
    worker.begin_with(whole)
    shutil.copytree(tmp_path / "whole", home)
    worker.add_everything(whole)
    process, _ = worker.start(worker.revising_with_the_model, home, Step.INDEX.value)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    library = with_model(home)
    with library.revise() as revision:
        assert revision.embed() == 0
        revision.publish()
    assert contents(library) == contents(whole)


def test_an_exception_keeps_what_was_recorded_for_the_next_revision(home: Path) -> None:
    def stop() -> None:
        with open_quickly(home).revise() as revision:
            WARDENS.put(revision)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    library = open_quickly(home)
    assert library.current_name() == "000001"
    with library.revise() as revision:
        assert "/minutes/wardens.txt" in revision.fingerprints()


def test_a_second_writer_is_told_who_the_first_is_until_that_is_killed(home: Path) -> None:
    process, said = worker.start(worker.holding, home)
    holder = said.recv()
    with pytest.raises(LibraryLocked, match=rf"^Process {holder} \(.+, since .+\) is writing"):
        open_quickly(home).revise().__enter__()
    assert open_quickly(home).current().search("potholes")
    process.kill()
    process.join()
    assert publish(open_quickly(home), SCOOTERS, POTHOLES) == "000002"
