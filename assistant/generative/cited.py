"""The passages that one sentence cites, read once for all checks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.generative.figures import (
    Number,
    PartialDate,
    dates,
    in_figures,
    numbers,
    without_dates,
)
from vectorstore.found import Reference, StoredPassage
from vectorstore.keywords import FUNCTION_WORDS
from vectorstore.stems import stems
from vectorstore.wording import fold, sentence_spans

_EVEN = str.maketrans(
    dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)
_WORD = re.compile(r"[\w&-]+(?:'[A-Z]\w+)?")


def even(text: str) -> str:
    """The text with white space folded, its quotation marks straight and its dashes one kind."""
    return fold(text.translate(_EVEN))


def words(text: str) -> list[str]:
    """The words of an even text as names are compared: with "&", hyphens and "O'Brien" whole."""
    return _WORD.findall(text)


def content(text: str) -> set[str]:
    """The stems of a text's words, those left out that carry grammar and not a topic."""
    return set(stems(text)) - _GRAMMAR


_GRAMMAR = frozenset(stem for word in FUNCTION_WORDS for stem in stems(word))


@dataclass(frozen=True, kw_only=True)
class Cited:
    """What the cited passages say, in their words (`texts`) and in their references."""

    passages: tuple[StoredPassage, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of each passage, evened."""
        return tuple(even(passage.raw) for passage in self.passages)

    @cached_property
    def sentences(self) -> tuple[tuple[str, ...], ...]:
        """The sentences of each passage, in figures."""
        return tuple(
            tuple(in_figures(text[start:end]) for start, end in sentence_spans(text))
            for text in self.texts
        )

    @cached_property
    def titles(self) -> str:
        """Item titles, headings and titles of documents."""
        named = (
            (held.heading, held.reference.item_title, held.reference.title)
            for held in self.passages
        )
        return _joined(name for names in named for name in names)

    @cached_property
    def context(self) -> str:
        """All that the references say: council, committee, date, titles, and who speaks."""
        return _joined(
            name
            for held in self.passages
            for name in (
                held.reference.council,
                held.reference.committee,
                _written_date(held.reference),
                *held.speakers,
                self.titles,
            )
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the passages and their references, in lower case."""
        whole = [word.lower() for text in (*self.texts, self.context) for word in words(text)]
        return frozenset(whole) | frozenset(part for word in whole for part in word.split("-"))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content of the passages' own words and titles."""
        return frozenset(content(" ".join((*self._in_figures, in_figures(self.titles)))))

    @cached_property
    def dates(self) -> tuple[PartialDate, ...]:
        """The dates in the words, and those of the meetings."""
        held = [passage.reference.date for passage in self.passages if passage.reference.date]
        return (
            *dates(" ".join(self._in_figures)),
            *dates(in_figures(self.titles)),
            *(PartialDate(year=day.year, month=day.month, day=day.day) for day in held),
        )

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in the words and titles, those of dates left out."""
        texts = (*self._in_figures, in_figures(self.titles))
        return tuple(number for text in texts for number in numbers(without_dates(text)))

    @cached_property
    def places(self) -> frozenset[str]:
        """The items, paragraphs and pages as the references number them."""
        found = (
            (held.reference.item, held.reference.paragraph, held.reference.page)
            for held in self.passages
        )
        return frozenset(str(place) for places in found for place in places if place is not None)

    @cached_property
    def _in_figures(self) -> tuple[str, ...]:
        return tuple(in_figures(text) for text in self.texts)


def cite(passages: Sequence[StoredPassage]) -> Cited:
    """The passages as one body of evidence."""
    return Cited(passages=tuple(passages))


def _joined(names: Iterable[str | None]) -> str:
    return even(" ".join(dict.fromkeys(name for name in names if name)))


def _written_date(reference: Reference) -> str | None:
    held = reference.date
    return f"{held:%A} {held.day} {held:%B %Y}" if held else None
