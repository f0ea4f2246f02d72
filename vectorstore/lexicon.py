"""What a library knows of words: its vocabulary, its abbreviations, how often a wording occurs."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from vectorstore import irregular
from vectorstore.everyday import AMBIGUOUS, EVERYDAY
from vectorstore.keywords import (
    FUNCTION_WORDS,
    Term,
    content_words,
    correction,
    hyphen_forms,
    numbered,
    numbers,
    pair_forms,
    quoted,
    spellings,
    spelt_out,
    uninflected,
)

# So many questions' words are kept; an edition never changes.
REMEMBERED = 256
# So long a word that is near one without a topic is that one; "cloud" is not "could".
UNMISTAKABLE = 7
_LONG_FUNCTION_WORDS = frozenset(word for word in FUNCTION_WORDS if len(word) >= UNMISTAKABLE)
# Single words with what they are shortened to.
_SHORTENED = {
    long: (short,)
    for short, longs in EVERYDAY.items()
    for long in longs
    if " " not in long and short not in AMBIGUOUS
}

Rows = Callable[[str, Sequence[Any]], list[sqlite3.Row]]


class Lexicon:
    """The words of one edition; `rows` runs a query on its catalogue."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        # An answer asks for the same question's words more than once.
        self.terms = lru_cache(REMEMBERED)(self._terms)

    def _terms(self, question: str) -> tuple[Term, ...]:
        """The content words of a question with every wording of them that the library holds."""
        named = numbered(question)
        typed = [word for word in content_words(question) if not self._slip_in_grammar(word)]
        if named:
            apart = {word for name in named for word in name.split()}
            return (
                *(self._numbered(name, phrases) for name, phrases in named.items()),
                *self._terms_of([word for word in typed if word not in apart]),
            )
        return self._terms_of(typed)

    def _numbered(self, name: str, phrases: Sequence[str]) -> Term:
        return Term(word=name, phrases=tuple(phrases), passages=self._passages(phrases))

    def _terms_of(self, typed: Sequence[str]) -> tuple[Term, ...]:
        neighbours = [form for pair in pairwise(typed) for form in self._pair(*pair)]
        neighbours += self._abbreviated(typed)
        return tuple(
            self._term(word, [form for owner, form in neighbours if owner == word])
            for word in typed
        )

    def _slip_in_grammar(self, word: str) -> bool:
        """Whether a word is one that carries no topic, misspelt: "hapened"."""
        meant = correction(word, _LONG_FUNCTION_WORDS) if len(word) >= UNMISTAKABLE else None
        return meant is not None and not self._passages([word])

    def _pair(self, first: str, second: str) -> list[tuple[str, str]]:
        """Wordings of two neighbours as one, each counting for both of them."""
        forms = [form for form in pair_forms(first, second) if self._passages([form])]
        return [(word, form) for form in forms for word in (first, second)]

    def _abbreviated(self, typed: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Each word of a long form that was typed, with the short one that counts for it."""
        asked = f" {' '.join(typed)} ".lower()
        for short, longs in self._long_forms.items():
            for long in longs:
                spelt = content_words(long)
                if len(spelt) > 1 and f" {' '.join(spelt)} ".lower() in asked:
                    yield from ((word, short) for word in typed if word.lower() in long)
        for short, spelt in spelt_out(typed):
            yield from ((word, short) for word in spelt)
            yield short, " ".join(spelt)

    def _term(self, word: str, neighbour_forms: list[str]) -> Term:
        term = self._as_typed(word, neighbour_forms)
        if term.passages:
            return term
        corrected = correction(word, self._correct_words)
        if corrected is None:
            return term
        meant = self._as_typed(corrected, [])
        if not meant.passages:
            return term
        return replace(meant, word=word, corrected=corrected, printed=corrected)

    def _as_typed(self, word: str, neighbour_forms: list[str]) -> Term:
        forms = [
            *spellings(word),
            *numbers(word),
            *irregular.forms(word),
            *hyphen_forms(word, self._vocabulary),
            *self._spelt_out(word),
            *_SHORTENED.get(word.lower(), ()),
        ]
        own = self._held(forms)
        phrases = tuple(dict.fromkeys((word, *own, *self._held(neighbour_forms))))
        return Term(
            word=word,
            phrases=phrases,
            passages=self._passages(phrases),
            printed=own[0] if own and not self._passages([word]) else None,
        )

    def _held(self, forms: Sequence[str]) -> list[str]:
        return [form for form in forms if self._passages([form])]

    def _spelt_out(self, word: str) -> tuple[str, ...]:
        """What an abbreviation stands for, of one or of several."""
        long_forms = self._long_forms
        return long_forms.get(word.lower()) or long_forms.get(word.lower().removesuffix("s"), ())

    def _passages(self, phrases: Sequence[str]) -> int:
        expression = " OR ".join(quoted(phrase) for phrase in phrases)
        [row] = self._rows(
            "SELECT count(*) AS passages FROM passage_words WHERE passage_words MATCH ?",
            (expression,),
        )
        count: int = row["passages"]
        return count

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(row["word"] for row in self._rows("SELECT word FROM vocabulary", ()))

    @cached_property
    def _correct_words(self) -> frozenset[str]:
        """What a slip may have meant; also "record" where the minutes only have "recorded"."""
        printed = (word for word in self._vocabulary if word.isalpha())
        known = frozenset(word for word in printed if word not in FUNCTION_WORDS)
        return known | {form for word in known for form in uninflected(word)}

    @cached_property
    def _long_forms(self) -> dict[str, tuple[str, ...]]:
        """Each abbreviation in lower case with what it stands for, by the minutes if they say."""
        long_forms: dict[str, tuple[str, ...]] = {}
        for row in self._rows("SELECT DISTINCT short, lower(long) AS long FROM abbreviations", ()):
            short = row["short"].lower()
            long_forms[short] = (*long_forms.get(short, ()), row["long"])
        return {**EVERYDAY, **long_forms}
