"""An answer and its parts: what the assistant gives back, as values and as JSON."""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from vectorstore.found import NO_FILTERS, Coverage, Filters, Reference
from vectorstore.records import ActionKind

SCHEMA = 1


class AnswerStatus(StrEnum):
    """How a question ended; each has its words in the interface."""

    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly_answered"
    NOT_FOUND = "not_found"
    CLARIFY = "clarify"
    MODEL_UNAVAILABLE = "model_unavailable"


class SentenceKind(StrEnum):
    """What a sentence of an answer reports."""

    SAID = "said"
    DECIDED = "decided"
    SUMMARY = "summary"


class Composer(StrEnum):
    """Who put the sentences together."""

    EXTRACTIVE = "extractive"
    GENERATIVE = "generative"


_ACTIONS = {ActionKind.REQUEST: "Asked for", ActionKind.UNDERTAKING: "Undertaken"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The exact words that a sentence rests on.

    Args:
        number: counted from 1 within the answer.
        quote: the document's characters `start` to `end`, white space folded.
        passage: the id of the passage that holds the quote.
        exact: the quote was compared with the document, character for character.
    """

    number: int
    quote: str
    start: int
    end: int
    passage: str
    reference: Reference
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSentence:
    """One statement and the citations that carry it.

    Args:
        citations: numbers of the answer's citations; empty only for `SUMMARY` sentences that
            the program itself wrote about its search.
        meeting: the id of the meeting it reports; `None` when it reports none or several.
        emphasis: the runs of its text that give the figure or the date asked for, as offsets.
        action: what it makes, where the minutes record it as a request or an undertaking; whether
            anything came of it is not said.
    """

    text: str
    citations: tuple[int, ...]
    kind: SentenceKind
    meeting: str | None
    emphasis: tuple[tuple[int, int], ...] = ()
    action: ActionKind | None = None

    @property
    def label(self) -> str | None:
        """What it is called where it stands apart: decided, asked for or undertaken."""
        if self.kind is SentenceKind.DECIDED:
            return "Decided"
        return self.action and _ACTIONS[self.action]

    @property
    def runs(self) -> tuple[tuple[str, bool], ...]:
        """Its text in pieces, each with whether it is emphasised; joined they are the text."""
        cuts = [0, *(offset for run in self.emphasis for offset in run), len(self.text)]
        pieces = ((self.text[a:b], at % 2 == 1) for at, (a, b) in enumerate(pairwise(cuts)))
        return tuple((words, emphasised) for words, emphasised in pieces if words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconds:
    """How long the steps took."""

    total: float
    find: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question, complete in itself: nothing more is needed to show or keep it.

    Args:
        standalone_question: the question as understood, with what a follow-up left out.
        text: the whole answer as plain text, with `[1]` markers.
        edition: the name of the edition it was taken from.
        model: the chat model's name; `None` when none was used.
        removed_sentences: sentences of a chat model that the cited words did not bear out.
        tokens: that the chat model read and wrote for it; `None` without one, and where its
            provider does not count.
        evidence_score: what decided whether there is evidence at all, higher for more of it; only
            its order means anything. `None` when nothing was found to weigh.
        notice: one sentence for the reader about how the answer came about (a model that did
            not answer, say); `None` when there is nothing to say.
    """

    question: str
    standalone_question: str
    status: AnswerStatus
    text: str
    sentences: tuple[AnswerSentence, ...]
    citations: tuple[Citation, ...]
    coverage: Coverage
    filters: Filters = NO_FILTERS
    edition: str
    composer: Composer
    model: str | None = None
    removed_sentences: int = 0
    tokens: int | None = None
    evidence_score: float | None = None
    notice: str | None = None
    seconds: Seconds = field(default_factory=lambda: Seconds(total=0.0, find=0.0))
