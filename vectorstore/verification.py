"""Does an edition hold together? Each check gives the problems it finds, in a sentence each."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from vectorstore import catalogue
from vectorstore.editions import ModelInfo
from vectorstore.errors import DamagedLibrary
from vectorstore.keywords import quoted
from vectorstore.vectors import Vectors

SAMPLES = 25
# Kept vectors are rounded to 16 bits, so that a passage is almost, not wholly, like itself.
SELF_SIMILARITY = 0.99
_PLAIN_WORD = re.compile("[A-Za-z0-9]")


def catalogue_problems(path: Path) -> Iterator[str]:
    """What is wrong with a catalogue; rebuilding the vectors does not mend any of it."""
    try:
        connection = catalogue.open_to_read(path)
        try:
            [state] = connection.execute("PRAGMA quick_check(1)").fetchone()
            if state != "ok":
                yield f"The catalogue is damaged ({state})."
                return
            yield from _full_text_problems(connection)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        yield f"The catalogue cannot be read ({error})."


def _full_text_problems(connection: sqlite3.Connection) -> Iterator[str]:
    [passages] = connection.execute("SELECT count(*) FROM passages").fetchone()
    [indexed] = connection.execute("SELECT count(*) FROM passage_words_docsize").fetchone()
    if passages != indexed:
        yield f"The keyword index holds {indexed} passages, the catalogue {passages}."
        return
    for row in _samples(connection, "row, raw"):
        # Cut at white space only: SQLite and Python disagree on the letters of some scripts.
        longest = max(row["raw"].split(), key=len, default="")
        if not _PLAIN_WORD.search(longest):
            continue
        found = connection.execute(
            "SELECT 1 FROM passage_words WHERE passage_words MATCH ? AND rowid = ?",
            (f"{{raw}} : {quoted(longest)}", row["row"]),
        ).fetchone()
        if not found:
            yield f"The keyword index does not find “{longest}” in the passage that holds it."
            return


def vector_problems(path: Path, chroma: Path, model: ModelInfo) -> Iterator[str]:
    """What is wrong with the vectors of an edition with a sound catalogue."""
    connection = catalogue.open_to_read(path)
    try:
        vectors = Vectors(chroma)
    except DamagedLibrary:
        connection.close()
        yield "The vector index cannot be opened."
        return
    try:
        yield from _id_problems(connection, vectors)
        yield from _self_query_problems(connection, vectors, model)
    except DamagedLibrary:
        yield "The vector index does not give back what it holds."
    finally:
        vectors.close()
        connection.close()


def _id_problems(connection: sqlite3.Connection, vectors: Vectors) -> Iterator[str]:
    known = {row["id"] for row in connection.execute("SELECT id FROM passages")}
    held = vectors.ids()
    if known - held:
        yield f"{len(known - held)} of {len(known)} passages have no vector in the index."
    if held - known:
        yield f"The index holds {len(held - known)} vectors that belong to no passage."


def _self_query_problems(
    connection: sqlite3.Connection, vectors: Vectors, model: ModelInfo
) -> Iterator[str]:
    rows = _samples(connection, "id, vector", "JOIN embeddings USING (text_digest)")
    [passages] = connection.execute("SELECT count(*) FROM passages").fetchone()
    if not rows:
        if passages:
            yield "The catalogue keeps no vectors."
        return
    kept = {row["id"]: catalogue.unpack(row["vector"]) for row in rows}
    for vector in kept.values():
        if len(vector) != model.dimension:
            yield f"A vector has {len(vector)} dimensions where the model has {model.dimension}."
            return
    held = vectors.held(list(kept))
    for passage, vector in kept.items():
        if passage not in held or held[passage] @ vector < SELF_SIMILARITY:
            yield f"The index has not the vector of passage {passage}."
            return
    nearest = [vectors.nearest(vector, limit=1) for vector in kept.values()]
    lost = sum(not near or near[0].similarity < SELF_SIMILARITY for near in nearest)
    # The index is approximate and may miss one that has many near alike.
    if 2 * lost > len(kept):
        yield f"The index does not find {lost} of {len(kept)} passages by their own vectors."


def _samples(connection: sqlite3.Connection, columns: str, join: str = "") -> list[sqlite3.Row]:
    """Passages spread evenly over the catalogue, the first and last among them."""
    [last] = connection.execute("SELECT coalesce(max(row), 0) FROM passages").fetchone()
    stride = max(1, last // SAMPLES)
    return connection.execute(
        f"SELECT {columns} FROM passages {join} WHERE row % ? = 0 OR row IN (1, ?)", (stride, last)
    ).fetchall()
