"""A question with its answer, citations and all, as one component.

What documents, people and models wrote is shown as text, never as Markdown or HTML: the
component puts every word on the page through `textContent`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from assistant.answer import Answer, AnswerSentence, Citation, Composer
from ui.conversations.turn import Failed, Turn
from ui.copying import answer_text
from ui.sections import Section, sections
from ui.surroundings import Surroundings
from ui.wording import (
    FAILED,
    STATUS_WORDS,
    STOPPED,
    WORKING,
    coverage_words,
    date_words,
    filter_words,
    meeting_words,
    place_words,
)

_FOLDER = Path(__file__).parent
_turn = st.components.v2.component(
    "minutes_turn",
    js=(_FOLDER / "turn.js").read_text(encoding="utf-8"),
    css=(_FOLDER / "turn.css").read_text(encoding="utf-8"),
)


def show_turn(turn: Turn) -> None:
    """Draw a question and what there is of its answer."""
    _turn(key=turn.key, data=turn_view(turn))


def turn_view(turn: Turn) -> dict[str, Any]:
    """What the component draws, as plain values.

    `step` grows with what has arrived: while the browser is still fetching the component's
    code, views can reach that code in another order than they were sent in.
    """
    outcome, sentences = turn.outcome, list(turn.sentences)
    view: dict[str, Any] = {"question": turn.question, "limits": [], "citations": {}}
    if outcome is None:
        return view | {
            "step": len(sentences),
            "state": "working",
            "words": WORKING,
            "sections": _sections_view(sentences, ()),
        }
    view["step"] = len(sentences) + 1
    if isinstance(outcome, Failed):
        return view | {"state": "failed", "words": FAILED, "notice": outcome.message}
    view |= _answer_view(outcome.answer, outcome.surroundings)
    return view | {"state": "stopped", "words": STOPPED} if outcome.stopped else view


def _answer_view(answer: Answer, surroundings: Mapping[int, Surroundings]) -> dict[str, Any]:
    understood = answer.standalone_question.strip()
    return {
        "state": answer.status.value,
        "words": STATUS_WORDS[answer.status],
        "notice": answer.notice,
        "understood": None if understood == answer.question.strip() else understood,
        "limits": list(filter_words(answer.filters).values()),
        "verbatim": answer.composer is Composer.EXTRACTIVE,
        "sections": _sections_view(answer.sentences, answer.citations),
        "text": None if answer.sentences else answer.text,
        "citations": {
            str(citation.number): _citation_view(citation, surroundings[citation.number])
            for citation in answer.citations
        },
        "coverage": coverage_words(answer.coverage, answer.edition),
        "copy": answer_text(answer),
    }


def _sections_view(
    sentences: Sequence[AnswerSentence], citations: Sequence[Citation]
) -> list[dict[str, Any]]:
    return [_section_view(section) for section in sections(sentences, citations)]


def _section_view(section: Section) -> dict[str, Any]:
    reference = section.reference
    return {
        "date": reference and date_words(reference.date),
        "body": reference and meeting_words(reference),
        "distinction": section.distinction,
        "runs": [
            {
                "label": "Decided" if run.decided else None,
                "sentences": [
                    {"text": sentence.text, "citations": list(sentence.citations)}
                    for sentence in run.sentences
                ],
            }
            for run in section.runs
        ],
    }


def _citation_view(citation: Citation, surroundings: Surroundings) -> dict[str, Any]:
    reference = citation.reference
    notes = [surroundings.note]
    if not citation.exact:
        notes.append("The quoted words were not compared with the document.")
    if reference.cut_off:
        notes.append("The item goes on in a place that the library has not read.")
    return {
        "name": f"{meeting_words(reference)}, {date_words(reference.date)}",
        "body": meeting_words(reference),
        "place": place_words(reference),
        "document": reference.document,
        "link": _link_view(reference.url),
        "notes": [note for note in notes if note],
        "paragraphs": [
            {
                "label": paragraph.label,
                "before": paragraph.before,
                "quoted": paragraph.quoted,
                "after": paragraph.after,
                "deleted": [list(each) for each in paragraph.deleted],
            }
            for paragraph in surroundings.paragraphs
        ],
    }


def _link_view(url: str | None) -> dict[str, str] | None:
    """Where the original is, with the host that the link really leads to; http and https only."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname
    except ValueError:
        return None
    if not url or parts.scheme not in ("http", "https") or not host:
        return None
    return {"url": url, "host": host}
