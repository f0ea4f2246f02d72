"""What a sentence is worth as an answer: what it shares with the question, and its place."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from math import log

from assistant.evidence.amounts import counted, counts_something
from assistant.evidence.asked_for import gives
from assistant.evidence.asking import asks
from assistant.evidence.dates import in_time
from assistant.evidence.leaning import gives_reasons, run_in_head, words_of
from assistant.understanding.occasion import fitting
from assistant.understanding.question import Kind, Part
from vectorstore.found import NO_FILTERS, Filters, Hit, StoredPassage
from vectorstore.keywords import Term, words
from vectorstore.stems import holds, stems
from vectorstore.wording import fold

# So many letters tell a word in another form, or with a slip further on.
TOLD_BY = 5
# A title that names several matters, of which the topic may be one: "Libraries, buses and fares".
_SEVERAL = re.compile(r";|,[^,\d]*\band\b", re.IGNORECASE)
_stems = lru_cache(maxsize=20_000)(stems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What speaks for a sentence: shares and cosines between 0 and 1, and 1 for what is true.

    Args:
        passage: the cosine of its passage, which is embedded with its heading.
        nearest: the cosine of the sentence of its passage that is most like the question.
        keyword: its passage's BM25, as a share of the best one's.
        rank: the score that its passage was found with.
        own: the share of the question's words that it holds itself.
        around: the share that its whole passage and heading hold.
        gives: it gives the sort of thing that is asked for.
        asks: it only reports a question.
        occasion: the share of the meeting that the question names which is its own.
        place: the name of its council or document holds a word of the question.
        answering: it is of a meeting that answers another part of the question.
        speaker: somebody whom the question names spoke in its paragraph.
    """

    passage: float = 0.0
    nearest: float = 0.0
    keyword: float = 0.0
    rank: float = 0.0
    own: float = 0.0
    around: float = 0.0
    gives: float = 0.0
    asks: float = 0.0
    occasion: float = 0.0
    place: float = 0.0
    answering: float = 0.0
    speaker: float = 0.0


# Set by hand on two sets of questions; `benchmarks/ablation.py` tells what each is worth, and
# `benchmarks/sentence_weights.py` what learning them from other texts gives.
WEIGHTS = Signals(
    passage=0.30,
    nearest=0.20,
    keyword=0.10,
    rank=0.20,
    own=0.26,
    around=0.09,
    gives=0.15,
    asks=-0.10,
    occasion=0.15,
    place=0.05,
    answering=0.15,
    speaker=0.15,
)
NAMES = tuple(signal.name for signal in fields(Signals))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that may answer.

    Args:
        start, end: offsets into the document's text.
        coverage: the weight of the question's known words that it holds, as a share, 0 to 1;
            words that stand only elsewhere in its paragraph or heading count half.
        own: the same without the paragraph's help.
        titled: the same of the passage's heading alone; 0 where that names several matters.
        likeness: its cosine with the question.
        gives: it gives the sort of thing that is asked for.
        signals: what its score is made of.
        score: what candidates are ranked by, about 0 to 1.5.
    """

    passage: StoredPassage
    start: int
    end: int
    words: str
    coverage: float
    own: float
    titled: float
    likeness: float
    gives: bool
    signals: Signals
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lean:
    """Where a question leans, without leaving out what is elsewhere.

    Args:
        named: the meeting that it names in passing.
        meetings: the ids of those that answer the parts before it.
    """

    named: Filters = NO_FILTERS
    meetings: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a part of a question looks for.

    Args:
        terms: the words that name its topic.
        weights: how much each term tells, by its word: rare words tell more.
        known: the share of their weight that the library holds; where it is small, words say
            little about what is meant.
    """

    part: Part
    terms: tuple[Term, ...]
    weights: dict[str, float]
    known: float
    lean: Lean

    @property
    def counts(self) -> Term | None:
        """What "how many" is asked of; `None` where the library has no word for it."""
        noun = counted(self.part.text) if self.part.kind is Kind.FIGURE else None
        of_it = (term for term in self.terms if term.passages and term.word.casefold() == noun)
        return next(of_it, None)


def weight(term: Term, passages: int) -> float:
    """How much a term tells in a library of so many passages: more, the fewer hold it."""
    return log((passages + 1) / (term.passages + 0.5))


def share(text: Sequence[str], terms: Iterable[Term], weights: dict[str, float]) -> float:
    """The weight of the known terms that some stems hold, as a share of all known, 0 to 1."""
    known = [term for term in terms if term.passages]
    total = sum(weights[term.word] for term in known)
    if not total:
        return 0.0
    return sum(weights[term.word] for term in known if mentions(text, term)) / total


def known_share(terms: Iterable[Term], weights: dict[str, float]) -> float:
    """The weight of the terms that the library holds, as a share of all, 0 to 1."""
    total = known = 0.0
    for term in terms:
        total += weights[term.word]
        known += weights[term.word] if term.passages else 0.0
    return known / total if total else 0.0


def mentions(text: Sequence[str], term: Term) -> bool:
    """Whether some stems hold a term in any of its wordings."""
    return any(holds(text, _stems(phrase)) for phrase in term.phrases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a passage lends to each of its sentences.

    Args:
        around: the share of the question's words in its words and heading.
        titled: the share in its heading alone; 0 where that names several matters.
        nearest: the cosine of its sentence that is most like the question.
        head: the words before its first sentence that say what all of them are on.
    """

    around: float
    titled: float
    nearest: float
    head: str = ""


def surroundings(passage: StoredPassage, nearest: float, wanted: Wanted) -> Surroundings:
    """What a passage lends to its sentences, worked out once for all of them."""
    heading = "" if _SEVERAL.search(passage.reference.item_title or "") else passage.heading
    return Surroundings(
        around=share(_stems(f"{heading} {passage.text}"), wanted.terms, wanted.weights),
        titled=share(_stems(heading), wanted.terms, wanted.weights),
        nearest=nearest,
        head=words_of(passage, head) if (head := run_in_head(passage)) else "",
    )


def weighed(
    hit: Hit, span: tuple[int, int], likeness: float, around: Surroundings, wanted: Wanted
) -> Candidate:
    """A sentence of a passage that was found, with its worth.

    Args:
        span: offsets into the passage's raw characters.
        likeness: its cosine with the question.
    """
    passage, asked = hit.passage, wanted.part.text
    start, end = span
    sentence = fold(passage.raw[start:end])
    # What heads a paragraph is said of each of its sentences.
    own = share(_stems(f"{around.head} {sentence}"), wanted.terms, wanted.weights)
    given = gives(sentence, passage.reference.kind, wanted.part) or (
        wanted.part.kind is Kind.WHY and gives_reasons(passage)
    )
    if given and wanted.counts and not _names_counted(sentence, wanted.counts):
        # "How many officers" is not answered by "20 pupils", whatever stands around it.
        given = not counts_something(sentence, wanted.part)
    if given and wanted.part.kind is Kind.WHEN:
        given = in_time(sentence, wanted.part, passage.reference.date)
    signals = Signals(
        passage=max(hit.similarity, 0.0),
        nearest=max(around.nearest, 0.0),
        keyword=hit.keyword * wanted.known,
        rank=hit.score,
        own=own * wanted.known,
        around=around.around * wanted.known,
        gives=float(given),
        asks=float(asks(sentence)),
        occasion=fitting(passage.reference, wanted.lean.named),
        place=float(_of_the_place(passage, wanted.terms)),
        answering=float(passage.reference.meeting in wanted.lean.meetings),
        speaker=float(_names_one(asked, passage.speakers)),
    )
    return Candidate(
        passage=passage,
        start=passage.start + start,
        end=passage.start + end,
        words=sentence,
        coverage=(own + max(own, around.around)) / 2,
        own=own,
        titled=around.titled,
        likeness=likeness,
        gives=given,
        signals=signals,
        score=score(signals),
    )


def _names_counted(sentence: str, counted: Term) -> bool:
    """Whether a sentence names what is to be counted, be it in another form or with a slip."""
    begins = counted.word.casefold()[:TOLD_BY]
    return mentions(_stems(sentence), counted) or begins in sentence.casefold()


def score(signals: Signals) -> float:
    """What a sentence is worth: the sum of its signals, each times its weight."""
    total: float = sum(getattr(WEIGHTS, name) * getattr(signals, name) for name in NAMES)
    return total


def _of_the_place(passage: StoredPassage, terms: Iterable[Term]) -> bool:
    """Whether a document's council or its own name holds a word of the question."""
    at = passage.reference
    named = _stems(" ".join(filter(None, (at.council, at.title, at.document))))
    return any(mentions(named, term) for term in terms)


def _names_one(question: str, speakers: Iterable[str]) -> bool:
    """Whether a question holds the surname of somebody."""
    asked = {word.casefold() for word in words(question)}
    return any(surname.casefold() in asked for name in speakers for surname in words(name)[-1:])
