"""Readers while a writer publishes: every answer comes wholly from one edition."""

import threading
from pathlib import Path
from typing import Any

from tests.vectorstore import worker
from tests.vectorstore.conftest import open_quickly
from tests.vectorstore.documents import minutes, publish
from vectorstore.errors import LibraryError

EDITIONS = 8
DOCUMENTS = 4


def publish_numbered(home: Path, number: int) -> None:
    """An edition in which every document carries its number."""
    name = publish(
        open_quickly(home),
        *(
            minutes(f"{index}.txt", {"Number": [f"Part {index} of revision number {number}"]})
            for index in range(DOCUMENTS)
        ),
    )
    assert int(name) == number


def check(told: list[Any]) -> None:
    assert told
    for answer in told:
        assert not isinstance(answer, str), answer
        name, numbers = answer
        assert numbers == [str(int(name))] * DOCUMENTS
    seen = [name for name, _ in told]
    assert seen == sorted(seen)


def test_readers_in_other_processes_and_threads_never_see_two_editions_at_once(
    tmp_path: Path,
) -> None:
    publish_numbered(tmp_path, 1)
    process, said = worker.start(worker.reading, tmp_path)
    assert said.recv() == "begun"
    shared, stop = open_quickly(tmp_path), threading.Event()
    answers: list[list[Any]] = [[], []]

    def ask(told: list[Any]) -> None:
        while not stop.is_set():
            try:
                edition = shared.current()
                found = edition.search("revision number", limit=50)
                told.append((edition.name, worker.numbers(found)))
            except Exception as error:
                told.append(repr(error))

    threads = [threading.Thread(target=ask, args=(told,)) for told in answers]
    for thread in threads:
        thread.start()
    for number in range(2, EDITIONS + 1):
        publish_numbered(tmp_path, number)
    stop.set()
    for thread in threads:
        thread.join()
    said.send("stop")
    answers.append(said.recv())
    process.join()
    for told in answers:
        check(told)


def test_an_edition_that_was_removed_while_it_was_held_answers_as_before_or_says_so(
    tmp_path: Path,
) -> None:
    """Whether Chroma still has what it needs in memory is up to Chroma."""
    publish_numbered(tmp_path, 1)
    held = open_quickly(tmp_path).current()
    for number in range(2, 6):
        publish_numbered(tmp_path, number)
    assert held.coverage().documents == DOCUMENTS
    try:
        hits = held.search("revision number")
    except LibraryError as error:
        assert str(error).endswith("just been removed from the library: ask again.")  # noqa: PT017
    else:
        assert len(hits) == DOCUMENTS
        assert all(hit.passage.text.endswith("revision number 1") for hit in hits)


def test_opening_an_edition_often_does_not_look_like_damage(tmp_path: Path) -> None:
    publish_numbered(tmp_path, 1)
    database = tmp_path / "editions" / "000001" / "chroma" / "chroma.sqlite3"
    # Chroma adds a row whenever it is opened; sooner or later the file grows by a page.
    database.write_bytes(database.read_bytes() + bytes(4096))
    assert open_quickly(tmp_path).current().name == "000001"
