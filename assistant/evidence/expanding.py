"""Which sentence says what an abbreviation stands for: "the Pier Improvement Fund (PIF)"."""

from collections.abc import Iterable, Iterator

from assistant.understanding.definition import asks_what_it_is
from assistant.understanding.question import Part
from vectorstore.keywords import Term
from vectorstore.stems import holds, stems


def expands(words: str, part: Part, terms: Iterable[Term]) -> bool:
    """Whether a sentence holds the abbreviation that a question asks for and its long form."""
    if not asks_what_it_is(part.asked):
        return False
    told = stems(words)
    return any(
        holds(told, stems(term.word)) and holds(told, stems(long))
        for term in terms
        for long in _long_forms(term)
    )


def _long_forms(term: Term) -> Iterator[str]:
    """What the minutes say that a word stands for: several words with its first letter."""
    short = term.word.casefold()
    for phrase in term.phrases:
        joined = phrase.casefold().replace(" ", "")
        if " " in phrase and phrase[0].casefold() == short[0] and joined != short:
            yield phrase
