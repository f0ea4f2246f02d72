"""Answers and passages on a terminal."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from assistant.answer import Answer, AnswerSentence, Citation
from ui.sections import Section, sections
from ui.terminal.text import HEAD, MARK, QUIET, inset, labelled, spaced, text
from ui.wording import STATUS_WORDS, coverage_words, date_words, filter_words, meeting_words
from vectorstore.found import Hit, Reference


def answer(given: Answer) -> RenderableType:
    """An answer by meeting in date order, its citations, and what was searched."""
    blocks: list[RenderableType] = [text(STATUS_WORDS[given.status], HEAD)]
    if given.notice:
        blocks.append(text(given.notice, "yellow"))
    if given.standalone_question != given.question:
        blocks.append(text(f"Understood as: {given.standalone_question}", QUIET))
    if given.sentences:
        blocks += map(_section, sections(given.sentences, given.citations))
    elif given.text:
        blocks.append(text(given.text))
    if given.citations:
        blocks.append(Group(text("Citations", HEAD), *map(_citation, given.citations)))
    limits = "; ".join(filter_words(given.filters).values())
    searched = coverage_words(given.coverage, given.edition)
    blocks.append(text(f"{searched} Limited to: {limits}." if limits else searched, QUIET))
    return spaced(blocks)


def _section(section: Section) -> RenderableType:
    lines: list[RenderableType] = []
    if section.reference:
        day = date_words(section.reference.date)
        lines.append(text(f"{day} – {meeting_words(section.reference)}", HEAD))
    for run in section.runs:
        sentences = [_sentence(sentence) for sentence in run.sentences]
        if run.label:
            style = "bold green" if run.decided else "bold"
            lines += [Padding(text(run.label, style), (0, 0, 0, 2)), *inset(sentences, 4)]
        else:
            lines += inset(sentences, 2 if section.reference else 0)
    return Group(*lines)


def _sentence(sentence: AnswerSentence) -> Text:
    words = Text()
    for run, given in sentence.runs:
        words.append_text(text(run, "bold") if given else text(run))
    for number in sentence.citations:
        words.append(f" [{number}]", MARK)
    return words


def _citation(citation: Citation) -> RenderableType:
    where, document = where_words(citation.reference), citation.reference.document
    # The minutes of a page are named by its address, which need not be told twice.
    url = citation.reference.url if citation.reference.url != document else None
    return Group(
        labelled(f"[{citation.number}]", text(f"{where}, {document}")),
        *inset([text(f"“{citation.quote}”", QUIET)], 6),
        *inset([text(url, QUIET)] if url else [], 6),
    )


def where_words(reference: Reference) -> str:
    """Where words stand: "Scrutiny Committee, …, 30 January 2025, item 84, paragraph 3(k)"."""
    parts = [
        meeting_words(reference),
        date_words(reference.date),
        reference.item and f"item {reference.item}",
        reference.paragraph and f"paragraph {reference.paragraph}",
        reference.page and f"page {reference.page}",
        reference.status and reference.status.value,
    ]
    return ", ".join(part for part in parts if part)


def hits(found: Sequence[Hit]) -> RenderableType:
    """Passages, best first."""
    if not found:
        return text("No passage was found.")
    return spaced(
        Group(
            labelled(f"{hit.rank}.", text(where_words(hit.passage.reference), HEAD)),
            *inset([text(hit.passage.text)], 6),
            *inset([text(f"{hit.passage.reference.document}, score {hit.score:.2f}", QUIET)], 6),
        )
        for hit in found
    )
