"""From a question to a cited answer: the steps, in order."""

from collections.abc import Callable, Collection, Iterator, Sequence
from time import perf_counter
from typing import Protocol

from assistant import phrasing
from assistant.answer import Answer, AnswerSentence, Composer, Seconds
from assistant.composition import (
    NO_EVIDENCE,
    ask_back,
    broken_off,
    gather_within,
    write,
)
from assistant.generative.chat_model import open_chat_model
from assistant.numbering import Numbering
from assistant.pointing import pointed, points
from assistant.recorded import recorded
from assistant.settings import AssistantSettings
from assistant.understanding.follow_up import standalone, unclear
from assistant.understanding.question import Question, understand
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Filters

# Nobody asks in more characters than this; what is pasted beyond it is not read.
LONGEST = 1_000


class Published(Protocol):
    """What has an edition to ask: a library, or one edition of it that is held on to."""

    def current(self) -> Edition:
        """The edition for the next question."""
        ...


class Assistant:
    """Answers questions over a library. Threads may share it."""

    def __init__(self, library: Published, settings: AssistantSettings) -> None:
        self._library = library
        self._settings = settings
        self._model = open_chat_model(settings)

    def ask(
        self, question: str, history: Sequence[str] = (), filters: Filters = NO_FILTERS
    ) -> Answer:
        """The answer to a question, from one edition of the library.

        Args:
            history: the earlier questions of the same conversation, oldest first.

        Raises:
            LibraryError: the library is empty, damaged or another model's.
        """
        steps = self.stream(question, history, filters)
        return next(step for step in steps if isinstance(step, Answer))

    def stream(
        self,
        question: str,
        history: Sequence[str] = (),
        filters: Filters = NO_FILTERS,
        stopped: Callable[[], bool] = lambda: False,
        without: Collection[str] = (),
    ) -> Iterator[AnswerSentence | Answer]:
        """The sentences of an answer as they are ready, each already verified; last, the answer.

        Args:
            stopped: asked again and again; once it says yes, the answer ends with what there is.
            without: the names of filters that the words of the question do not set.

        Raises:
            LibraryError: the library is empty, damaged or another model's.
        """
        started = perf_counter()
        edition = self._library.current()
        asked, earlier = question[:LONGEST], [before[:LONGEST] for before in history]
        understood, choices = _understood(asked, earlier, filters, without, edition)
        numbering = Numbering(edition)
        evidence = NO_EVIDENCE
        writing = recorded(understood, edition, numbering) if choices is None else ask_back(choices)
        if writing is None:
            understood, evidence = gather_within(edition, understood, without)
            writing = write(understood.asked, evidence, edition, numbering, self._model, stopped)
        found_after = perf_counter() - started

        sentences: list[AnswerSentence] = []
        outcome = None
        while outcome is None and not stopped():
            try:
                sentence = next(writing)
            except StopIteration as end:
                outcome = end.value
            else:
                sentences.append(sentence)
                yield sentence
        outcome = outcome or broken_off(self._model)

        notices = [
            phrasing.cut_short(LONGEST) if len(question) > LONGEST else None,
            phrasing.corrections(evidence.findings),
            phrasing.speakers(evidence.findings),
            phrasing.places(evidence.findings),
            outcome.notice,
        ]
        yield Answer(
            question=question,
            standalone_question=understood.asked,
            status=outcome.status,
            text=phrasing.answer_text(sentences, numbering.citations),
            sentences=tuple(sentences),
            citations=numbering.citations,
            coverage=edition.coverage(understood.filters),
            filters=understood.filters,
            edition=edition.name,
            composer=outcome.composer,
            model=self._settings.chat_model if outcome.composer is Composer.GENERATIVE else None,
            removed_sentences=outcome.removed,
            tokens=outcome.tokens,
            evidence_score=evidence.score,
            notice=" ".join(filter(None, notices)) or None,
            seconds=Seconds(total=perf_counter() - started, find=found_after),
        )


def _understood(
    asked: str,
    earlier: Sequence[str],
    filters: Filters,
    without: Collection[str],
    edition: Edition,
) -> tuple[Question, Sequence[str] | None]:
    """A question that stands alone, and what it may mean where that is not plain."""
    said = [before for before in earlier if before.strip()]
    if said and points(asked):
        meant = pointed(asked, said, filters, edition)
        if meant.question:
            return understand(meant.question, meant.filters, without), None
        return understand(asked, filters, without), ()
    return understand(standalone(asked, earlier), filters, without), unclear(asked, earlier)
