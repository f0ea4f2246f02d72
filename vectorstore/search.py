"""Hybrid search over one edition: shared words from SQLite, shared meaning from Chroma."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore import catalogue, reading, scope
from vectorstore.embedding import Embedder
from vectorstore.found import NO_FILTERS, Filters, Hit, StoredPassage
from vectorstore.keywords import Term, as_printed, match_expression
from vectorstore.lexicon import Lexicon
from vectorstore.vectors import Near, Vectors

# How many passages each leg of a search brings before the two are joined.
CANDIDATES = 100
# Up to here, comparing every passage that the filters leave is quicker than asking the index.
EXACT_UP_TO = 5_000
# The index is approximate: it finds the nearest surely only among many more. Asking for them costs
# little, and most filters leave enough of them.
ASKED_FOR, ASKED_FOR_FILTERED = 500, 2_000
# A word in more passages than this takes long to rank and hardly tells one from another.
COMMON = 20_000
# BM25 weights of a passage's heading context and of its own words.
HEADING_WEIGHT, WORDS_WEIGHT = 0.6, 1.0
# How much of a hit's score is likeness of meaning; the rest is shared words.
MEANING_SHARE = 0.5
# What each of the passages beside it adds to a passage's score.
BESIDE = 0.25

Rows = Callable[[str, Sequence[Any]], list[sqlite3.Row]]


class Search:
    """The two legs of a search and how they are joined; `rows` runs a query on the catalogue."""

    def __init__(self, rows: Rows, vectors: Vectors, embedder: Embedder) -> None:
        self._rows = rows
        self._vectors = vectors
        self._embedder = embedder
        self._lexicon = Lexicon(rows)

    def terms(self, question: str) -> tuple[Term, ...]:
        """The content words of a question as this library writes them, with their frequencies."""
        return self._lexicon.terms(question)

    def hits(self, query: str, *, limit: int, filters: Filters) -> list[Hit]:
        """The passages that share words or meaning with a query, best first.

        A hit's score is the mean of its cosine and of its BM25 as a share of the best BM25, so
        that both legs count whatever the length of the query. Misspelt words are looked for as
        the library writes them.
        """
        terms = self.terms(query)
        [vector] = self._embedder.queries([as_printed(query, terms)])
        keyword = self._by_keyword(_telling(terms), filters, limit=CANDIDATES)
        similarity = self._by_meaning(vector, filters)
        similarity |= self._similarities(vector, keyword.keys() - similarity.keys())
        scores = {
            row: MEANING_SHARE * max(cosine, 0.0) + (1 - MEANING_SHARE) * keyword.get(row, 0.0)
            for row, cosine in similarity.items()
        }
        scores = self._with_neighbours(scores)
        # Rows in the order of the text break ties, so that a search always answers the same.
        ranked = sorted(scores, key=lambda row: (-scores[row], row))[:limit]
        passages = self._passages(ranked)
        return [
            Hit(
                rank=rank,
                score=scores[row],
                similarity=similarity[row],
                keyword=keyword.get(row, 0.0),
                passage=passages[row],
            )
            for rank, row in enumerate(ranked, start=1)
        ]

    def similarities(self, query: str, passages: Iterable[str]) -> dict[str, float]:
        """The cosine of a query and each of some passages, by the ids of these."""
        [vector] = self._embedder.queries([query])
        rows = self._rows(
            "SELECT row, id FROM passages WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(passages)),),
        )
        cosines = self._similarities(vector, [row["row"] for row in rows])
        return {row["id"]: cosines[row["row"]] for row in rows}

    def _with_neighbours(self, scores: Mapping[int, float]) -> dict[int, float]:
        """Each score joined by those of the passages beside it in the same item, 0 to 1.

        What a debate is about is seldom said in each of its turns.
        """
        rows = self._rows(
            "SELECT row, item FROM passages JOIN paragraphs ON paragraphs.id = passages.paragraph "
            "WHERE row IN (SELECT value FROM json_each(?))",
            (json.dumps(list(scores)),),
        )
        items = {row["row"]: row["item"] for row in rows}

        def beside(row: int) -> float:
            near = (row - 1, row + 1)
            return sum(scores[other] for other in near if items.get(other) == items[row])

        return {
            row: (score + BESIDE * beside(row)) / (1 + 2 * BESIDE) for row, score in scores.items()
        }

    def _by_keyword(
        self, terms: Sequence[Term], filters: Filters, *, limit: int
    ) -> dict[int, float]:
        """Rows that hold a term, with their BM25 as a share of the best one's, best first."""
        if not terms:
            return {}
        condition, values = scope.of_passages(filters)
        within = (
            ""
            if filters == NO_FILTERS
            # The plus has the filter weigh what matched; without it each row is matched anew.
            else f"AND +rowid IN (SELECT row FROM passages WHERE {condition})"
        )
        rows = self._rows(
            f"SELECT rowid, -bm25(passage_words, {HEADING_WEIGHT}, {WORDS_WEIGHT}) AS bm25 "
            f"FROM passage_words WHERE passage_words MATCH ? {within} "
            "ORDER BY bm25 DESC, rowid LIMIT ?",
            (match_expression(terms), *values, limit),
        )
        # SQLite's BM25 can be a hair below nought for words that nearly every passage holds.
        best = max((row["bm25"] for row in rows), default=0.0)
        return {row["rowid"]: max(row["bm25"], 0.0) / best if best > 0 else 0.0 for row in rows}

    def _by_meaning(self, vector: NDArray[np.float32], filters: Filters) -> dict[int, float]:
        """Rows near a unit vector with their cosines, nearest first."""
        if filters != NO_FILTERS:
            condition, values = scope.of_passages(filters)
            rows = self._rows(
                f"SELECT row FROM passages WHERE {condition} LIMIT {EXACT_UP_TO + 1}", values
            )
            if len(rows) <= EXACT_UP_TO:
                return _nearest(self._similarities(vector, [row["row"] for row in rows]))
        asked_for = ASKED_FOR if filters == NO_FILTERS else ASKED_FOR_FILTERED
        found = self._from_index(filters, self._vectors.nearest(vector, limit=asked_for))
        if filters != NO_FILTERS and len(found) < CANDIDATES // 2:
            # What is near is mostly filtered out: the index's own filter is slow, but misses none.
            where = scope.where(filters)
            near = self._vectors.nearest(vector, limit=CANDIDATES, where=where)
            found = self._from_index(filters, near)
        return _nearest(found)

    def _from_index(self, filters: Filters, near: Sequence[Near]) -> dict[int, float]:
        """The rows of what the index found that the filters let through, with their cosines."""
        condition, values = scope.of_passages(filters)
        cosines = {found.id: found.similarity for found in near}
        # What is near is looked up first: all that the filters let through may be much more.
        rows = self._rows(
            "WITH near AS MATERIALIZED (SELECT row, id, meeting, paragraph FROM passages "
            "WHERE id IN (SELECT value FROM json_each(?))) "
            f"SELECT row, id FROM near WHERE {condition}",
            (json.dumps(list(cosines)), *values),
        )
        return {row["row"]: cosines[row["id"]] for row in rows}

    def _similarities(
        self, vector: NDArray[np.float32], passage_rows: Iterable[int]
    ) -> dict[int, float]:
        """Exact cosines of some passages, from the vectors that the catalogue keeps."""
        rows = self._rows(
            "SELECT row, vector FROM passages JOIN embeddings USING (text_digest) "
            "WHERE row IN (SELECT value FROM json_each(?))",
            (json.dumps(list(passage_rows)),),
        )
        if not rows:
            return {}
        vectors = np.stack([catalogue.unpack(row["vector"]) for row in rows])
        return {
            row["row"]: float(cosine) for row, cosine in zip(rows, vectors @ vector, strict=True)
        }

    def _passages(self, passage_rows: Iterable[int]) -> dict[int, StoredPassage]:
        rows = self._rows(
            "SELECT * FROM places WHERE passage_row IN (SELECT value FROM json_each(?))",
            (json.dumps(list(passage_rows)),),
        )
        return {row["passage_row"]: reading.stored_passage(row) for row in rows}


def _nearest(cosines: dict[int, float]) -> dict[int, float]:
    ranked = sorted(cosines, key=lambda row: (-cosines[row], row))[:CANDIDATES]
    return {row: cosines[row] for row in ranked}


def _telling(terms: Sequence[Term]) -> Sequence[Term]:
    """The terms that are not so common that they rank nothing; all of them when all are."""
    return [term for term in terms if term.passages <= COMMON] or terms
