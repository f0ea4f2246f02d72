"""Answers made by hand, for what no question to the samples brings about."""

from collections.abc import Callable, Iterator
from datetime import date

from assistant.answer import (
    Answer,
    AnswerSentence,
    AnswerStatus,
    Citation,
    Composer,
    SentenceKind,
)
from ui.conversations.turn import Asked, Turn
from ui.surroundings import Surroundings, quote_alone
from vectorstore.found import Coverage, Reference
from vectorstore.records import MeetingStatus, ParagraphKind

COVERAGE = Coverage(
    meetings=14,
    documents=15,
    committees=("Cabinet", "Highways Panel", "Planning Committee", "Scrutiny Committee"),
    first_date=date(2021, 3, 12),
    last_date=date(2024, 6, 3),
    undated=0,
    unreadable=2,
)


def reference(
    meeting: str = "m1",
    *,
    on: date | None = date(2025, 1, 30),
    url: str | None = None,
    cut_off: bool = False,
) -> Reference:
    """A paragraph of an invented Cabinet's minutes."""
    return Reference(
        document="cabinet.pdf",
        title=None,
        council="Wexcombe County Council",
        committee="Cabinet",
        date=on,
        status=MeetingStatus.DRAFT,
        meeting=meeting,
        item="84",
        item_title="Ferries",
        paragraph="3(k)",
        kind=ParagraphKind.NARRATIVE,
        page=4,
        url=url,
        cut_off=cut_off,
    )


def citation(
    number: int = 1, quote: str = "The ferry was late.", of: Reference | None = None
) -> Citation:
    """A citation of a passage that no library holds."""
    return Citation(
        number=number,
        quote=quote,
        start=0,
        end=len(quote),
        passage=f"no-such-passage-{number}",
        reference=of or reference(),
        exact=True,
    )


def sentence(
    text: str,
    *citations: int,
    kind: SentenceKind = SentenceKind.SAID,
    meeting: str | None = "m1",
) -> AnswerSentence:
    """A sentence of an answer."""
    return AnswerSentence(text=text, citations=citations, kind=kind, meeting=meeting)


def answer(
    *sentences: AnswerSentence,
    citations: tuple[Citation, ...] = (),
    status: AnswerStatus = AnswerStatus.ANSWERED,
    question: str = "ferries",
    notice: str | None = None,
) -> Answer:
    """An answer with these sentences."""
    return Answer(
        question=question,
        standalone_question=question,
        status=status,
        text=" ".join(each.text for each in sentences),
        sentences=sentences,
        citations=citations,
        coverage=COVERAGE,
        edition="000012",
        composer=Composer.EXTRACTIVE,
        notice=notice,
    )


def turn_of(
    parts: Callable[[], Iterator[AnswerSentence | Answer]],
    surround: Callable[[Citation], Surroundings] = quote_alone,
) -> Turn:
    """A question about ferries whose answer comes in these parts."""
    return Turn(Asked(question="ferries")).begin(lambda stopped: parts(), surround)
