"""Documents into the catalogue and back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.documents import POTHOLES, SCOOTERS, WARDENS
from vectorstore import catalogue, reading, writing
from vectorstore.records import (
    AgendaItem,
    Deletion,
    Document,
    Meeting,
    MeetingStatus,
    Paragraph,
    Span,
    Vote,
    Voters,
)

TEXT = "The harbour committee met. It agreed the budget by nine votes to two, and closed."
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = st.lists(WORDS, max_size=3).map(tuple)
OFFSETS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


def spanned(**values: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.builds(
        lambda offsets, others: {"start": offsets[0], "end": offsets[1], **others},
        OFFSETS,
        st.fixed_dictionaries(values),
    )


COUNTS = st.none() | st.integers(0, 99)
VOTES = spanned(
    subject=st.none() | WORDS,
    outcome=st.none() | st.sampled_from(["carried", "lost", "withdrawn"]),
    in_favour=COUNTS,
    against=COUNTS,
    abstained=COUNTS,
    voters=st.builds(Voters, in_favour=NAMES, against=NAMES, abstained=NAMES),
).map(lambda values: Vote(**values))  # type: ignore[arg-type]
PARAGRAPHS = st.builds(
    lambda paragraph, offsets: replace(paragraph, start=offsets[0], end=offsets[1]),
    st.builds(Paragraph, start=st.just(0), end=st.just(0), speakers=NAMES),
    OFFSETS,
)
ITEMS = st.builds(
    AgendaItem,
    number=st.none() | WORDS,
    minute_number=st.none() | WORDS,
    title=st.none() | WORDS,
    first_page=st.none() | st.integers(1, 500),
    cut_off=st.booleans(),
    restricted=st.booleans(),
    paragraphs=st.lists(PARAGRAPHS, max_size=3).map(tuple),
    votes=st.lists(VOTES, max_size=2).map(tuple),
)
MEETINGS = st.builds(
    Meeting,
    # Not recorded is None: an empty name would say that there is a council without a name.
    council=st.none() | st.just("Wexcombe"),
    committee=st.none() | st.just("Scrutiny"),
    date=st.none() | st.dates(),
    time=st.none() | WORDS,
    venue=st.none() | WORDS,
    status=st.none() | st.sampled_from(MeetingStatus),
    chair=st.none() | WORDS,
    present=NAMES,
    in_attendance=NAMES,
    apologies=NAMES,
    items=st.lists(ITEMS, max_size=3).map(tuple),
)
DOCUMENTS = st.builds(
    Document,
    name=WORDS,
    digest=st.binary(min_size=32, max_size=32).map(bytes.hex),
    title=st.none() | WORDS,
    url=st.none() | WORDS,
    text=st.just(TEXT),
    page_starts=st.lists(st.integers(0, len(TEXT)), max_size=3).map(tuple),
    meetings=st.lists(MEETINGS, max_size=2).map(tuple),
    unplaced=st.lists(spanned().map(lambda span: Span(**span)), max_size=2).map(tuple),  # type: ignore[arg-type]
    deletions=st.lists(
        st.builds(Deletion, position=st.integers(0, len(TEXT)), text=WORDS), max_size=2
    ).map(tuple),
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "catalogue.sqlite"
    catalogue.create(path, {"schema": "1"})
    with closing(catalogue.open_to_write(path)) as connection:
        yield connection


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("catalogue") / "catalogue.sqlite"
    catalogue.create(path, {})
    with closing(catalogue.open_to_write(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        yield connection


@given(document=DOCUMENTS)
def test_a_document_comes_back_as_it_was_written(
    shared: sqlite3.Connection, document: Document
) -> None:
    key = catalogue.document_id(document)
    with catalogue.transaction(shared):
        writing.put_document(shared, document, [])
        assert reading.read_document(shared, key) == document
        writing.remove_document(shared, key)


def rows(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'passage_words_%'"
    ).fetchall()
    return {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for [name] in names
    }


def test_a_removed_document_leaves_nothing_in_any_table(connection: sqlite3.Connection) -> None:
    before = rows(connection)
    for written in (SCOOTERS, WARDENS):
        writing.put_document(connection, written.document, written.passages)
    for written in (SCOOTERS, WARDENS):
        writing.remove_document(connection, catalogue.document_id(written.document))
    connection.execute("DELETE FROM vocabulary")
    assert rows(connection) == before
    found = connection.execute(
        "SELECT rowid FROM passage_words WHERE passage_words MATCH 'scooters OR wardens'"
    ).fetchall()
    assert found == []
    connection.execute(
        "INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)"
    )


def test_removing_a_document_leaves_the_others_alone(connection: sqlite3.Connection) -> None:
    for written in (SCOOTERS, POTHOLES):
        writing.put_document(connection, written.document, written.passages)
    writing.remove_document(connection, catalogue.document_id(SCOOTERS.document))
    kept = reading.read_document(connection, catalogue.document_id(POTHOLES.document))
    assert kept == POTHOLES.document
    [found] = connection.execute(
        "SELECT count(*) FROM passage_words WHERE passage_words MATCH 'report'"
    ).fetchone()
    assert found == 1


def test_a_transaction_that_fails_changes_nothing(connection: sqlite3.Connection) -> None:
    before = rows(connection)

    def record_and_fail() -> None:
        with catalogue.transaction(connection):
            writing.put_document(connection, SCOOTERS.document, SCOOTERS.passages)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        record_and_fail()
    assert rows(connection) == before


def test_a_passages_id_changes_with_the_meeting_it_is_filtered_by(
    connection: sqlite3.Connection,
) -> None:
    def ids() -> set[str]:
        return {row["id"] for row in connection.execute("SELECT id FROM passages")}

    [meeting] = SCOOTERS.document.meetings
    moved = replace(SCOOTERS.document, meetings=(replace(meeting, committee="Cabinet"),))
    writing.put_document(connection, SCOOTERS.document, SCOOTERS.passages)
    first = ids()
    writing.remove_document(connection, catalogue.document_id(SCOOTERS.document))
    writing.put_document(connection, moved, SCOOTERS.passages)
    assert len(first) == len(ids()) == len(SCOOTERS.passages)
    assert first.isdisjoint(ids())


def test_kept_vectors_are_almost_as_they_were() -> None:
    vector = np.random.default_rng(3).standard_normal(384).astype(np.float32)
    vector /= np.linalg.norm(vector)
    kept = catalogue.unpack(catalogue.pack(vector))
    assert kept.dtype == np.float32
    assert float(kept @ vector) == pytest.approx(1, abs=1e-3)
