"""From a question to a cited answer: the steps, in order."""

from collections.abc import Iterator, Sequence
from time import perf_counter

from assistant import phrasing
from assistant.answer import (
    Answer,
    AnswerSentence,
    AnswerStatus,
    Composer,
    Seconds,
    SentenceKind,
)
from assistant.choosing import choose
from assistant.extract import compose
from assistant.finding import Findings, find
from assistant.follow_up import standalone
from assistant.judging import Verdict, judge
from assistant.numbering import Numbering
from assistant.question import understand
from assistant.settings import AssistantSettings
from assistant.statement import Statement
from vectorstore.edition import Edition
from vectorstore.library import Library
from vectorstore.records import NO_FILTERS, Filters, StoredPassage

# How many passages around a sentence may belong to its list or its decision.
REACH = 15


class Assistant:
    """Answers questions over a library. Threads may share it."""

    def __init__(self, library: Library, settings: AssistantSettings) -> None:
        self._library = library
        self._settings = settings

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
        findings = [
            find(edition, part, understood.filters, passages=edition.passages)
            for part in understood.parts
        ]
        verdicts = [judge(found) for found in findings]
        found_after = perf_counter() - started

        numbering = Numbering(edition)
        sentences: list[AnswerSentence] = []
        for sentence in _sentences(edition, findings, verdicts, numbering):
            sentences.append(sentence)
            yield sentence
        yield Answer(
            question=question,
            standalone_question=understood.asked,
            status=_status(verdicts),
            text=phrasing.answer_text(sentences, numbering.citations),
            sentences=tuple(sentences),
            citations=numbering.citations,
            coverage=edition.coverage(understood.filters),
            filters=understood.filters,
            edition=edition.name,
            composer=Composer.EXTRACTIVE,
            notice=_corrections(findings),
            seconds=Seconds(total=perf_counter() - started, find=found_after),
        )


def _status(verdicts: Sequence[Verdict]) -> AnswerStatus:
    if not any(verdict.found for verdict in verdicts):
        return AnswerStatus.NOT_FOUND
    if all(verdict.complete for verdict in verdicts):
        return AnswerStatus.ANSWERED
    return AnswerStatus.PARTLY_ANSWERED


def _corrections(findings: Sequence[Findings]) -> str | None:
    """What was looked for in place of misspelt words; `None` when nothing was corrected."""
    corrected = {
        term.word: term.corrected
        for found in findings
        for term in found.terms
        if term.corrected is not None
    }
    if not corrected:
        return None
    shown = ", ".join(f"“{right}” (typed “{typed}”)" for typed, right in corrected.items())
    return f"Showing results for {shown}."


def _sentences(
    edition: Edition,
    findings: Sequence[Findings],
    verdicts: Sequence[Verdict],
    numbering: Numbering,
) -> Iterator[AnswerSentence]:
    """What the minutes do not say, then what they do."""
    if not any(verdict.found for verdict in verdicts):
        yield _summary(phrasing.not_found())
    else:
        for found, verdict in zip(findings, verdicts, strict=True):
            shortfall = phrasing.shortfall(found.part, verdict, alone=len(findings) == 1)
            if shortfall:
                yield _summary(shortfall)
        for statement in _extracts(edition, findings, verdicts):
            yield numbering.sentence(statement)


def _summary(text: str) -> AnswerSentence:
    return AnswerSentence(text=text, citations=(), kind=SentenceKind.SUMMARY, meeting=None)


def _extracts(
    edition: Edition, findings: Sequence[Findings], verdicts: Sequence[Verdict]
) -> list[Statement]:
    """The statements that answer the parts there is evidence for."""
    chosen = [
        (candidate, found.part.kind)
        for found, verdict in zip(findings, verdicts, strict=True)
        if verdict.found
        for candidate in choose(found)
    ]

    def around(passage_id: str) -> Sequence[StoredPassage]:
        return edition.surroundings(passage_id, before=REACH, after=REACH)

    return compose(chosen, around)
