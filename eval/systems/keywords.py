"""BM25 and nothing else: plain SQLite FTS5 over the library's passages, the best ones copied."""

import sqlite3
import threading
from collections.abc import Sequence
from time import perf_counter

from eval.cases import Case
from eval.measures.retrieval import Piece
from eval.sources import Place
from eval.systems.assistant import RETRIEVED, piece_of
from eval.systems.copied import copy
from eval.systems.system import Response
from vectorstore.edition import Edition
from vectorstore.keywords import parts, quoted


class KeywordSystem:
    """The passages that share words with the question as typed; history and filters unheard."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._lock = threading.Lock()
        self._index = sqlite3.connect(":memory:", check_same_thread=False)
        self._index.execute(
            "CREATE VIRTUAL TABLE words USING fts5 (heading, raw, tokenize = 'porter unicode61')"
        )
        names = dict.fromkeys(each.name for each in edition.documents())
        passages = [
            passage
            for name in names
            for passage in edition.passages_at(name, 0, len(edition.document(name).text))
        ]
        self._pieces = [piece_of(passage) for passage in passages]
        self._index.executemany(
            "INSERT INTO words (rowid, heading, raw) VALUES (?, ?, ?)",
            [(row, passage.heading, passage.raw) for row, passage in enumerate(passages)],
        )

    def respond(self, case: Case) -> Response:
        started = perf_counter()
        retrieved = self._search(case.question)
        answer = copy(case, retrieved, self._edition, seconds=perf_counter() - started)
        return Response(answer=answer, retrieved=tuple(retrieved))

    def pieces_at(self, place: Place) -> Sequence[Piece]:
        return [piece for piece in self._pieces if piece.place.overlap(place)]

    def _search(self, question: str) -> list[Piece]:
        words = " OR ".join(quoted(word) for word in dict.fromkeys(parts(question)))
        if not words:
            return []
        with self._lock:
            rows = self._index.execute(
                "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank, rowid LIMIT ?",
                (words, RETRIEVED),
            ).fetchall()
        return [self._pieces[row] for (row,) in rows]
