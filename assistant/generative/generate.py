"""The generative composer: a chat model writes, and only what is borne out comes through."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answer import SentenceKind
from assistant.generative.chat_model import ChatModel
from assistant.generative.cited import content, even
from assistant.generative.figures import in_figures
from assistant.generative.model_text import Claim, read_claim, sentences
from assistant.generative.prompts import REFUSAL, SYSTEM, markers_for, user_prompt
from assistant.generative.verify import reason_to_remove
from assistant.statement import Quote, Statement
from vectorstore.found import StoredPassage
from vectorstore.records import DECIDES
from vectorstore.wording import sentence_spans

# A passage that holds less of a sentence than this is no source of it, unless it is needed.
HARDLY_A_SOURCE = 0.25
# How many sentences of one passage a statement quotes, and what the second must add: two words
# or one figure.
MOST_QUOTED, WORTH_ADDING = 2, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A sentence that the model wrote and nobody may be shown, with the reason."""

    text: str
    reason: str


class Generation:
    """One answer in the making: iterate it once for its statements, each verified as it ends.

    Args:
        removals: the sentences that were not borne out so far.
        tokens: that the model has read and written; `None` where its provider does not count.
    """

    def __init__(
        self,
        question: str,
        passages: Sequence[StoredPassage],
        model: ChatModel,
        stopped: Callable[[], bool],
    ) -> None:
        self.removals: list[Removal] = []
        self.tokens: int | None = None
        self._said_nothing_answers = False
        self._kept = 0
        self._statements = self._compose(question, passages, model, stopped)

    def __iter__(self) -> Iterator[Statement]:
        """The statements as they are ready.

        Raises:
            ModelUnavailable: the model failed; statements may have come before.
        """
        return self._statements

    @property
    def removed(self) -> int:
        """How many sentences were not borne out."""
        return len(self.removals)

    @property
    def refused(self) -> bool:
        """The model said that the passages do not answer, and nothing of use besides."""
        return self._said_nothing_answers and not self._kept

    def _count(self, tokens: int) -> None:
        self.tokens = (self.tokens or 0) + tokens

    def _compose(
        self,
        question: str,
        passages: Sequence[StoredPassage],
        model: ChatModel,
        stopped: Callable[[], bool],
    ) -> Iterator[Statement]:
        if not passages:
            return
        coded = markers_for(passages)
        told = set()
        pieces = model.stream(SYSTEM, user_prompt(question, coded), self._count, stopped)
        for sentence in sentences(pieces):
            claim = read_claim(sentence, coded)
            if REFUSAL.rstrip(".").lower() in claim.text.lower():
                self._said_nothing_answers = True
            elif not claim.text.strip(".") or claim.text in told:
                continue
            elif reason := reason_to_remove(claim):
                self.removals.append(Removal(text=claim.text, reason=reason))
            else:
                told.add(claim.text)
                self._kept += 1
                yield state(claim)


def compose(
    question: str,
    passages: Sequence[StoredPassage],
    model: ChatModel,
    stopped: Callable[[], bool] = lambda: False,
) -> Generation:
    """Have a model answer a question that stands alone from some passages; it is asked when the
    result is iterated.

    Args:
        stopped: once it says yes, nothing more is waited for.
    """
    return Generation(question, passages, model, stopped)


def state(claim: Claim) -> Statement:
    """A claim that is borne out, with the words that bear it out."""
    wanted = content(in_figures(even(claim.text)))
    sources = _sources(claim, wanted)
    quotes = tuple(quote for passage in sources for quote in _quotes(passage, wanted))
    meetings = {passage.reference.meeting for passage in sources}
    decided = sources[0].reference.kind in DECIDES
    return Statement(
        text=claim.text,
        quotes=quotes,
        kind=SentenceKind.DECIDED if decided else SentenceKind.SAID,
        meeting=meetings.pop() if len(meetings) == 1 else None,
    )


def _sources(claim: Claim, wanted: set[str]) -> list[StoredPassage]:
    """The cited passages, best first, without those that lend nothing to the claim."""
    held = {
        passage.id: len(wanted & content(in_figures(even(passage.raw))))
        for passage in claim.passages
    }
    kept = sorted(claim.passages, key=lambda passage: -held[passage.id])
    for passage in reversed(kept[1:]):
        others = [other for other in kept if other is not passage]
        fewer = Claim(text=claim.text, passages=tuple(others), finished=True)
        if held[passage.id] < HARDLY_A_SOURCE * len(wanted) and not reason_to_remove(fewer):
            kept = others
    return kept


def _quotes(passage: StoredPassage, wanted: set[str]) -> list[Quote]:
    """The sentences of a passage that best bear a claim out; neighbours make one quote."""
    spans = sentence_spans(passage.raw)
    held = {span: content(in_figures(even(passage.raw[slice(*span)]))) for span in spans}
    chosen: list[tuple[int, int]] = []
    missing = set(wanted)
    while len(chosen) < min(MOST_QUOTED, len(spans)):
        best = max(
            (span for span in spans if span not in chosen),
            key=lambda span: _worth(held[span] & missing),
        )
        if chosen and _worth(held[best] & missing) < WORTH_ADDING:
            break
        chosen.append(best)
        missing -= held[best]
    numbered = [(index, span) for index, span in enumerate(spans) if span in chosen]
    quotes = []
    # Sentences that follow each other have the same difference of index and rank.
    for _, run in groupby(enumerate(numbered), key=lambda pair: pair[1][0] - pair[0]):
        together = [span for _, (_, span) in run]
        quotes.append(
            Quote(
                passage=passage,
                start=passage.start + together[0][0],
                end=passage.start + together[-1][1],
            )
        )
    return quotes


def _worth(stems: set[str]) -> int:
    return sum(2 if any(map(str.isdigit, stem)) else 1 for stem in stems)
