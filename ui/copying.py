"""An answer as plain text that can be pasted into a letter, its sources listed."""

from assistant.answer import Answer, AnswerSentence, Citation
from ui.sections import Section, sections
from ui.wording import STATUS_WORDS, coverage_words, date_words, meeting_words, place_words


def answer_text(answer: Answer) -> str:
    """The question, the answer by meeting with `[1]` markers, the sources, what was searched."""
    blocks = [answer.question, STATUS_WORDS[answer.status] + "."]
    if answer.notice:
        blocks.append(answer.notice)
    if answer.sentences:
        blocks += [_section(section) for section in sections(answer.sentences, answer.citations)]
    elif answer.text:
        blocks.append(answer.text)
    if answer.citations:
        blocks.append("\n".join(["Sources", *map(_source, answer.citations)]))
    blocks.append(coverage_words(answer.coverage, answer.edition))
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> str:
    lines = []
    if section.reference:
        heading = [date_words(section.reference.date), meeting_words(section.reference)]
        lines.append(" – ".join(filter(None, [*heading, section.distinction])))
    for run in section.runs:
        label = f"{run.label}: " if run.label else ""
        lines += [f"{label}{_sentence(sentence)}" for sentence in run.sentences]
    return "\n".join(lines)


def _sentence(sentence: AnswerSentence) -> str:
    markers = "".join(f"[{number}]" for number in sentence.citations)
    return f"{sentence.text} {markers}".rstrip()


def _source(citation: Citation) -> str:
    reference = citation.reference
    place = ", ".join([meeting_words(reference), *place_words(reference), reference.document])
    url = f", {reference.url}" if reference.url and reference.url != reference.document else ""
    return f"[{citation.number}] “{citation.quote}” – {place}{url}"
