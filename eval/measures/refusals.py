"""Does it say so when the minutes are silent, and only then? And is it right at all?"""

from assistant.answer import Answer, AnswerStatus, SentenceKind
from eval.cases import Case
from eval.measures.citations import place_of, relevance
from eval.measures.facts import nugget_recall
from eval.measures.figure import Figure
from eval.sources import Sources


def refused(case: Case, answer: Answer) -> Figure | None:
    """1 when an unanswerable case is met with "not found", or with what is missing by name."""
    if case.answerable:
        return None
    if answer.status is AnswerStatus.NOT_FOUND:
        return Figure(value=1.0, reason="It says that the minutes do not answer.")
    # Only a sentence of the program's own tells what is missing.
    named = [each.text for each in answer.sentences if each.kind is SentenceKind.SUMMARY]
    if answer.status is AnswerStatus.PARTLY_ANSWERED and named:
        return Figure(value=1.0, reason=f"It says what is missing: {named[0]}")
    return Figure(
        value=0.0, reason=f"It ends as “{answer.status}” and does not say what is missing."
    )


def wrongly_refused(case: Case, answer: Answer) -> Figure | None:
    """1 when an answerable case is met with "not found" or without any citation."""
    if not case.answerable:
        return None
    if answer.status is AnswerStatus.NOT_FOUND:
        return Figure(value=1.0, reason="It says “not found”, but the minutes answer.")
    if not answer.citations:
        return Figure(value=1.0, reason="Nothing is cited.")
    return Figure(value=0.0, reason="It answers with citations.")


def wrongly_partial(case: Case, answer: Answer) -> Figure | None:
    """1 when an answerable case is answered "in part", as if the minutes lacked some of it.

    Without it, a system that always adds that something is missing would refuse perfectly.
    """
    if not case.answerable:
        return None
    if answer.status is AnswerStatus.PARTLY_ANSWERED:
        named = [each.text for each in answer.sentences if each.kind is SentenceKind.SUMMARY]
        return Figure(
            value=1.0, reason=" ".join(["It says that something is missing.", *named[:1]])
        )
    return Figure(value=0.0, reason=f"It ends as “{answer.status}”.")


def accuracy(case: Case, answer: Answer, sources: Sources) -> Figure:
    """1 for a right answer and for a right refusal, else 0.

    An answerable case is answered right when it is not refused and the text holds every vital
    fact; a case without facts, when a citation falls on evidence that a complete answer needs.
    """
    if (refusal := refused(case, answer)) is not None:
        return refusal
    refusal = wrongly_refused(case, answer)
    if refusal is None or refusal.value:
        return Figure(value=0.0, reason="Wrongly refused.")
    recall = nugget_recall(case, answer, vital=True)
    if recall is not None:
        return Figure(value=float(recall.value == 1.0), reason=recall.reason)
    needed = any(relevance(place_of(each), case, sources) == 2 for each in answer.citations)
    return Figure(
        value=float(needed),
        reason="It cites evidence that is needed." if needed else "It cites no evidence needed.",
    )
