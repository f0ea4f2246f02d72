"""Is a test set sound? What is wrong with it, a sentence each, before it is believed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eval.cases import Case, Evidence
from eval.measures.text import comparable, shortened
from eval.sources import occurrences
from vectorstore.keywords import FUNCTION_WORDS
from vectorstore.stems import stems

ALIKE, LONG = 0.8, 5
"""Questions of so many telling words that share this part of all of theirs ask the same; shorter
ones must share every word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a case, in one sentence."""

    case: str
    words: str

    def __str__(self) -> str:
        return f"{self.case}: {self.words}"


def problems(cases: Sequence[Case], texts: Mapping[str, str] | None) -> list[Problem]:
    """What is wrong within one set.

    Args:
        texts: the documents by name; `None` leaves out what only they can tell.
    """
    wordings = {name: comparable(text) for name, text in (texts or {}).items()}
    found = [
        Problem(case=case.id, words=words)
        for case in cases
        for words in _within(case, texts, wordings)
    ]
    return found + _duplicates(cases)


def leaks(cases: Sequence[Case], others: Sequence[Case]) -> list[Problem]:
    """The cases that a second set has as well: the same question, or the same evidence.

    What was tuned on the one must not be measured on the other.
    """
    quotes = {_quote(each): other.id for other in others for each in other.evidence}
    found = []
    for case in cases:
        asks = next((other for other in others if _same(case, other)), None)
        shared = next(
            (quotes[key] for each in case.evidence if (key := _quote(each)) in quotes), None
        )
        if asks:
            found.append(Problem(case=case.id, words=f"It asks what {asks.id} of the other asks."))
        elif shared:
            found.append(
                Problem(case=case.id, words=f"It rests on the same evidence as {shared} there.")
            )
    return found


def _within(
    case: Case, texts: Mapping[str, str] | None, wordings: Mapping[str, str]
) -> Iterator[str]:
    if not comparable(case.question):
        yield "The question is empty."
    if case.answerable and not case.evidence:
        yield "It is answerable, but no evidence says so."
    if not case.answerable and (case.evidence or case.nuggets):
        yield "It is not answerable, and yet has evidence or facts."
    if len({_quote(each) for each in case.evidence}) < len(case.evidence):
        yield "A quote stands among its evidence twice."
    yield from _facts(case)
    if texts is not None:
        for evidence in case.evidence:
            yield from _misplaced(evidence, texts)
        yield from _unproved(case, wordings)


def _facts(case: Case) -> Iterator[str]:
    # An answer that repeats the question must not prove a fact by it.
    question = comparable(case.question)
    taken: dict[str, str] = {}
    for nugget in case.nuggets:
        matches = [comparable(match) for match in nugget.match]
        if not matches or not all(matches):
            yield f"“{nugget.fact}” has no wording that could prove it."
        for match in matches:
            if match and re.search(rf"(?<!\w){re.escape(match)}(?!\w)", question):
                yield f"“{match}” proves “{nugget.fact}”, but the question says it already."
            if taken.setdefault(match, nugget.fact) != nugget.fact:
                yield f"“{match}” proves two facts: “{taken[match]}” and “{nugget.fact}”."


def _misplaced(evidence: Evidence, texts: Mapping[str, str]) -> Iterator[str]:
    text = texts.get(evidence.document)
    if text is None:
        yield f"There is no document {evidence.document}."
        return
    times = sum(1 for _ in occurrences(evidence.quote, text))
    if times != 1:
        often = "nowhere" if times == 0 else f"{times} times"
        yield f"The quote “{shortened(evidence.quote)}” stands {often} in {evidence.document}."


def _unproved(case: Case, wordings: Mapping[str, str]) -> Iterator[str]:
    """Vital facts that no wording of the documents that are evidence would prove."""
    held = [wordings[name] for name in {e.document for e in case.evidence} & wordings.keys()]
    for nugget in case.nuggets:
        proofs = [comparable(match) for match in nugget.match]
        if nugget.vital and held and not any(proof in text for proof in proofs for text in held):
            yield f"No document of its evidence has a wording that proves “{nugget.fact}”."


def _duplicates(cases: Sequence[Case]) -> list[Problem]:
    return [
        Problem(case=case.id, words=f"It asks what {earlier.id} asks.")
        for index, case in enumerate(cases)
        if (earlier := next((other for other in cases[:index] if _same(case, other)), None))
    ]


def _same(one: Case, other: Case) -> bool:
    if (one.filters, one.history) != (other.filters, other.history):
        return False
    first, second = _content(one.question), _content(other.question)
    # "In 2022" and "in 2023" are a letter apart and ask something else.
    if {word for word in first ^ second if any(map(str.isdigit, word))}:
        return False
    if min(len(first), len(second)) < LONG:
        return first == second
    return len(first & second) >= ALIKE * len(first | second)


# Each question is compared with every other of its set.
@lru_cache(maxsize=10_000)
def _content(question: str) -> frozenset[str]:
    """What a question asks about, by its stems; all of it where that is nothing."""
    asked = frozenset(stems(question))
    return asked - _GRAMMAR or asked


_GRAMMAR = frozenset(stem for word in FUNCTION_WORDS for stem in stems(word))


def _quote(evidence: Evidence) -> tuple[str, str]:
    return evidence.document, comparable(evidence.quote)
