"""A question with its answer, citations and all, as one component.

What documents, people and models wrote is shown as text, never as Markdown or HTML: the
component puts every word on the page through `textContent`.
"""

import secrets
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from assistant.answer import Citation, Composer
from ui.components.component import component
from ui.conversations.turn import Answered, Asked, Failed, Turn
from ui.copying import answer_text
from ui.links import original_link
from ui.originals import Originals, PageAsked, cited_page_view, file_view, page_asked
from ui.sections import Section, sections
from ui.surroundings import Surroundings
from ui.timeline import Timeline, timeline
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

PARTS = ("passage", "page", "timeline", "copying")
_turn = component("turn", *PARTS)


def show_turn(turn: Turn, originals: Originals) -> Asked | None:
    """Draw a question and what there is of its answer.

    Gives back the question without one of its limits, in the one run that follows a press for it.
    """
    pressed = _turn(
        key=turn.key,
        data=turn_view(turn) | _asked_for(turn, originals),
        on_page_change=partial(_take_page, turn),
        on_original_change=lambda: None,
        on_without_change=lambda: None,
    )
    return unlimited(turn, pressed.get("without"))


def _take_page(turn: Turn) -> None:
    st.session_state[_page_key(turn)] = page_asked(st.session_state[turn.key].get("page"))


def _page_key(turn: Turn) -> str:
    return f"{turn.key}_page"


def _asked_for(turn: Turn, originals: Originals) -> dict[str, Any]:
    """The page that was asked for last, and the file that was asked for just now."""
    asked: PageAsked | None = st.session_state.get(_page_key(turn))
    number = st.session_state.get(turn.key, {}).get("original")
    answered = turn.outcome
    if not isinstance(answered, Answered):
        return {}
    file = file_view(number, answered, originals) if isinstance(number, int) else None
    return {
        "page": cited_page_view(asked, answered, originals) if asked else None,
        "original": file and {"id": secrets.token_hex(8), **file},
    }


def unlimited(turn: Turn, name: object) -> Asked | None:
    """The question of a turn without the limit of that name; `None` when it has no such limit."""
    outcome = turn.outcome
    if not isinstance(outcome, Answered) or name not in filter_words(outcome.answer.filters):
        return None
    asked = turn.asked
    return replace(
        asked,
        filters=replace(asked.filters, **{str(name): None}),
        without=asked.without | {str(name)},
    )


def turn_view(turn: Turn) -> dict[str, Any]:
    """What the component draws, as plain values.

    `step` grows with what has arrived: while the browser is still fetching the component's
    code, views can reach that code in another order than they were sent in.
    """
    outcome, sentences = turn.outcome, list(turn.sentences)
    view: dict[str, Any] = {
        "id": turn.key, "question": turn.question, "limits": {}, "citations": {},
    }  # fmt: skip
    if outcome is None:
        return view | {
            "step": len(sentences),
            "state": "working",
            "words": WORKING,
            "sections": [_section_view(section) for section in sections(sentences, ())],
        }
    view["step"] = len(sentences) + 1
    if isinstance(outcome, Failed):
        return view | {"state": "failed", "words": FAILED, "notice": outcome.message}
    view |= _answer_view(outcome, turn.asked)
    return view | {"state": "stopped", "words": STOPPED} if outcome.stopped else view


def _answer_view(answered: Answered, asked: Asked) -> dict[str, Any]:
    answer = answered.answer
    understood = answer.standalone_question.strip()
    told, limits = sections(answer.sentences, answer.citations), filter_words(answer.filters)
    return {
        "state": answer.status.value,
        "words": STATUS_WORDS[answer.status],
        "notice": answer.notice,
        "understood": None if understood == answer.question.strip() else understood,
        "limits": limits,
        "found": sorted(limits.keys() - filter_words(asked.filters).keys()),
        "verbatim": answer.composer is Composer.EXTRACTIVE,
        "sections": [_section_view(section) for section in told],
        "timeline": _timeline_view(timeline(told)),
        "text": None if answer.sentences else answer.text,
        "citations": {
            str(citation.number): _citation_view(citation, answered.surroundings[citation.number])
            for citation in answer.citations
        },
        "coverage": coverage_words(answer.coverage, answer.edition),
        "copy": answer_text(answer),
    }


def _timeline_view(found: Timeline | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "meetings": [
            {
                "at": mark.at,
                "words": mark.words,
                "decided": mark.decided,
                "section": mark.section,
            }
            for mark in found.marks
        ],
        "years": [{"at": at, "words": year} for at, year in found.years],
    }


def _section_view(section: Section) -> dict[str, Any]:
    reference = section.reference
    return {
        "date": reference and date_words(reference.date),
        "body": reference and meeting_words(reference),
        "distinction": section.distinction,
        "runs": [
            {
                "label": run.label,
                "decided": run.decided,
                "sentences": [
                    {
                        "runs": [list(run) for run in sentence.runs],
                        "citations": list(sentence.citations),
                    }
                    for sentence in run.sentences
                ],
            }
            for run in section.runs
        ],
    }


def _citation_view(citation: Citation, surroundings: Surroundings) -> dict[str, Any]:
    reference, source = citation.reference, surroundings.original
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
        "link": original_link(reference.url),
        "pages": [page.number for page in source.pages] if source else [],
        "kept": source is not None and source.open,
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
