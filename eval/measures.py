"""How good one answer is to one case: pure functions, each `None` where it does not apply.

The answers that the program extracts have perfect citations by construction, so no figure
counts alone: facts, relevance of what is cited, refusals and length belong together.
"""

import re
from collections.abc import Callable

from assistant.answer import Answer, AnswerStatus, Citation, SentenceKind
from eval.cases import Case, Evidence
from vectorstore.wording import fold

_DASHES = re.compile("[‐‑‒–—―−]")
_SINGLE_QUOTES = re.compile("[‘’‛′`]")
_DOUBLE_QUOTES = re.compile("[“”„‟«»″]")

ParagraphOf = Callable[[str, int, int], str]
"""The words of the paragraph around two offsets of a document, white space folded."""


def comparable(text: str) -> str:
    """A text for comparison: case, white space, dashes and quotation marks folded."""
    text = _DASHES.sub("-", fold(text))
    return _DOUBLE_QUOTES.sub('"', _SINGLE_QUOTES.sub("'", text)).casefold()


def nugget_recall(case: Case, answer: Answer, *, vital: bool) -> float | None:
    """Share of the case's facts (of the vital ones) that the answer's text proves.

    `None` for a case that is not answerable or has no such facts.
    """
    wanted = [nugget for nugget in case.nuggets if nugget.vital or not vital]
    if not case.answerable or not wanted:
        return None
    text = comparable(answer.text)
    proved = sum(any(comparable(match) in text for match in nugget.match) for nugget in wanted)
    return proved / len(wanted)


def evidence_precision(case: Case, answer: Answer, paragraph_of: ParagraphOf) -> float | None:
    """Mean relevance of the answer's citations, 0 to 1; relevance 1 earns half.

    A citation falls on evidence when their quotes overlap or stand in the same paragraph.
    `None` for a case that is not answerable and for an answer without citations.
    """
    if not case.answerable or not answer.citations:
        return None
    earned = [_relevance(citation, case, paragraph_of) / 2 for citation in answer.citations]
    return sum(earned) / len(earned)


def _relevance(citation: Citation, case: Case, paragraph_of: ParagraphOf) -> int:
    document = citation.reference.document
    paragraph = comparable(paragraph_of(document, citation.start, citation.end))
    quote = comparable(citation.quote)

    def falls_on(evidence: Evidence) -> bool:
        wanted = comparable(evidence.quote)
        return evidence.document == document and (
            wanted in quote or quote in wanted or wanted in paragraph
        )

    return max((one.relevance for one in case.evidence if falls_on(one)), default=0)


def refused(case: Case, answer: Answer) -> float | None:
    """1 when an unanswerable case is met with "not found", or with what is missing by name."""
    if case.answerable:
        return None
    if answer.status is AnswerStatus.PARTLY_ANSWERED:
        # Only a sentence of the program's own tells what is missing.
        return float(any(sentence.kind is SentenceKind.SUMMARY for sentence in answer.sentences))
    return float(answer.status is AnswerStatus.NOT_FOUND)


def wrongly_refused(case: Case, answer: Answer) -> float | None:
    """1 when an answerable case is met with "not found" or without any citation."""
    if not case.answerable:
        return None
    return float(answer.status is AnswerStatus.NOT_FOUND or not answer.citations)


def exactness(answer: Answer, text_of: Callable[[str], str]) -> float | None:
    """Share of citations whose quote is what the document has at the offsets given.

    `None` for an answer without citations.
    """
    if not answer.citations:
        return None
    exact = [
        fold(text_of(citation.reference.document)[citation.start : citation.end]) == citation.quote
        for citation in answer.citations
    ]
    return sum(exact) / len(exact)
