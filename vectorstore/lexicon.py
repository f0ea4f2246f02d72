"""What a library knows of words: its vocabulary, its abbreviations, how often a wording occurs."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from vectorstore.keywords import (
    FUNCTION_WORDS,
    Term,
    content_words,
    correction,
    hyphen_forms,
    pair_forms,
    quoted,
    spellings,
)

Rows = Callable[[str, Sequence[Any]], list[sqlite3.Row]]


class Lexicon:
    """The words of one edition; `rows` runs a query on its catalogue."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def terms(self, question: str) -> tuple[Term, ...]:
        """The content words of a question with every wording of them that the library holds."""
        typed = content_words(question)
        neighbours = [form for pair in pairwise(typed) for form in self._pair(*pair)]
        return tuple(
            self._term(word, [form for owner, form in neighbours if owner == word])
            for word in typed
        )

    def _pair(self, first: str, second: str) -> list[tuple[str, str]]:
        """Wordings of two neighbours as one, each counting for both of them."""
        forms = [form for form in pair_forms(first, second) if self._passages([form])]
        forms += self._short_for(f"{first} {second}")
        return [(word, form) for form in forms for word in (first, second)]

    def _term(self, word: str, neighbour_forms: list[str]) -> Term:
        term = self._as_typed(word, neighbour_forms)
        corrected = None if term.passages else correction(word, self._correct_words)
        if corrected is None:
            return term
        meant = self._as_typed(corrected, [])
        return replace(meant, word=word, corrected=corrected) if meant.passages else term

    def _as_typed(self, word: str, neighbour_forms: list[str]) -> Term:
        forms = [
            *spellings(word),
            *hyphen_forms(word, self._vocabulary),
            *self._long_forms.get(word.lower(), ()),
            *neighbour_forms,
        ]
        phrases = [word, *(form for form in dict.fromkeys(forms) if self._passages([form]))]
        return Term(word=word, phrases=tuple(phrases), passages=self._passages(phrases))

    def _passages(self, phrases: Sequence[str]) -> int:
        expression = " OR ".join(quoted(phrase) for phrase in phrases)
        [row] = self._rows(
            "SELECT count(*) AS passages FROM passage_words WHERE passage_words MATCH ?",
            (expression,),
        )
        count: int = row["passages"]
        return count

    def _short_for(self, long: str) -> list[str]:
        return [short for short, longs in self._long_forms.items() if long.lower() in longs]

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(row["word"] for row in self._rows("SELECT word FROM vocabulary", ()))

    @cached_property
    def _correct_words(self) -> frozenset[str]:
        return frozenset(
            word for word in self._vocabulary if word.isalpha() and word not in FUNCTION_WORDS
        )

    @cached_property
    def _long_forms(self) -> dict[str, tuple[str, ...]]:
        """Each abbreviation in lower case with what the minutes say it stands for."""
        long_forms: dict[str, tuple[str, ...]] = {}
        for row in self._rows("SELECT DISTINCT short, lower(long) AS long FROM abbreviations", ()):
            short = row["short"].lower()
            long_forms[short] = (*long_forms.get(short, ()), row["long"])
        return long_forms
