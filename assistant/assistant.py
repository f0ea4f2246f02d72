"""From a question to a cited answer: the steps, in order."""

from collections.abc import Iterator, Sequence
from time import perf_counter

from assistant import phrasing
from assistant.answer import Answer, AnswerSentence, Composer, Seconds
from assistant.composition import gather, write
from assistant.generative.chat_model import open_chat_model
from assistant.numbering import Numbering
from assistant.settings import AssistantSettings
from assistant.understanding.follow_up import standalone
from assistant.understanding.question import understand
from vectorstore.library import Library
from vectorstore.records import NO_FILTERS, Filters


class Assistant:
    """Answers questions over a library. Threads may share it."""

    def __init__(self, library: Library, settings: AssistantSettings) -> None:
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
        self, question: str, history: Sequence[str] = (), filters: Filters = NO_FILTERS
    ) -> Iterator[AnswerSentence | Answer]:
        """The sentences of an answer as they are ready, each already verified; last, the answer.

        Raises:
            LibraryError: the library is empty, damaged or another model's.
        """
        started = perf_counter()
        edition = self._library.current()
        understood = understand(standalone(question, history), filters)
        evidence = gather(edition, understood)
        found_after = perf_counter() - started

        numbering = Numbering(edition)
        sentences: list[AnswerSentence] = []
        writing = write(understood.asked, evidence, edition, numbering, self._model)
        while True:
            try:
                sentence = next(writing)
            except StopIteration as end:
                outcome = end.value
                break
            sentences.append(sentence)
            yield sentence

        corrections = phrasing.corrections(evidence.findings)
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
            evidence_score=evidence.score,
            notice=" ".join(filter(None, (corrections, outcome.notice))) or None,
            seconds=Seconds(total=perf_counter() - started, find=found_after),
        )
