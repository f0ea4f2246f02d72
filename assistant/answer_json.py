"""An answer as JSON: the form that scripts and test runs can rely on."""

from typing import Any

from assistant.answer import SCHEMA, Answer, AnswerSentence, Citation
from vectorstore.found import Filters
from vectorstore.library_json import coverage_json
from vectorstore.search_json import place_json


def answer_json(answer: Answer) -> dict[str, Any]:
    """The whole answer; what is not recorded is null, and `filters` has only those in force."""
    return {
        "schema": SCHEMA,
        "question": answer.question,
        "standalone_question": answer.standalone_question,
        "status": answer.status.value,
        "text": answer.text,
        "sentences": [_sentence(sentence) for sentence in answer.sentences],
        "citations": [citation_json(citation) for citation in answer.citations],
        "coverage": coverage_json(answer.coverage),
        "filters": filters_json(answer.filters),
        "edition": answer.edition,
        "composer": answer.composer.value,
        "model": answer.model,
        "removed_sentences": answer.removed_sentences,
        "tokens": answer.tokens,
        "evidence_score": answer.evidence_score and round(answer.evidence_score, 4),
        "seconds": {
            "total": round(answer.seconds.total, 3),
            "find": round(answer.seconds.find, 3),
        },
    }


def filters_json(filters: Filters) -> dict[str, str]:
    """The filters in force, dates as 2025-01-30; empty when nothing is limited."""
    return {
        name: str(value)
        for name in ("council", "committee", "since", "until", "only")
        if (value := getattr(filters, name)) is not None
    }


def _sentence(sentence: AnswerSentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "citations": list(sentence.citations),
        "kind": sentence.kind.value,
        "meeting": sentence.meeting,
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    """The exact words that a sentence rests on, and where they stand."""
    return {
        "number": citation.number,
        "quote": citation.quote,
        "exact": citation.exact,
        "start": citation.start,
        "end": citation.end,
        **place_json(citation.reference, passage=citation.passage),
    }
