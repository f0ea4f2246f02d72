"""What minutes record of a meeting itself, verbatim; likeness finds it only by chance."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from assistant.answer import SentenceKind
from assistant.evidence.narrowing import identity, lower_words
from assistant.extractive.register import names_a_matter
from assistant.statement import Quote, Statement
from assistant.understanding.occasion import filters_for, places
from assistant.understanding.question import Kind, Question
from assistant.understanding.sitting import CUES, Formality, formality
from vectorstore.edition import Edition
from vectorstore.found import StoredPassage
from vectorstore.records import ParagraphKind
from vectorstore.wording import fold, sentence_spans

# The meetings that are looked through, and those that are told of, the latest of each.
LOOKED_THROUGH, TOLD = 60, 5
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = rf"\d\d?(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? (?:19|20)\d\d)?"
_CLOCK = r"\d\d?(?:[.:]\d\d)? ?(?:a\.?m|p\.?m)\b|\b(?:noon|midday)\b|\b\d\d[:.]\d\d\b"
# What tells it: the run of a paragraph that is quoted.
_PATTERNS = {
    Formality.CHAIR: r"[^,;:()\n•]+(?:\([^()]*\) )?\((?:the |in the )?chair(?:man|woman|person)?\)|"
    r"^.*\b(?:in|took|taking) the chair\b.*$|^.*\bchaired (?:the|this) meeting\b.*$|"
    r"^.*\bpresided\b.*$",
    Formality.APOLOGIES: r"^.*\bapolog(?:y|ies)\b.*$",
    Formality.PRESENT: r"^(?!\W*(?:apolog|an apolog|there were no apolog)).*$",
    Formality.PLACE: r"^\W*venue\b.*$|"
    r"^.*\b(?:held|met) (?:in|at|on-?line|remotely|virtually)\b.*$",
    Formality.DATE: rf"^.*\b(?:held|met|meeting)\b.*{_DAY}.*$|^\W*date\b.*{_DAY}.*$",
    Formality.TIME: r"^.*\b(?:meeting|commenced|began|started|ended|closed|concluded|rose|time)\b"
    rf".*(?:{_CLOCK}).*$",
    Formality.NEXT: rf"^.*{_DAY}.*$",
}
_TELLS: Mapping[Formality, re.Pattern[str]] = MappingProxyType(
    {each: re.compile(told, re.IGNORECASE | re.DOTALL) for each, told in _PATTERNS.items()}
)
_OF_WHO_WAS_THERE = frozenset({Formality.APOLOGIES, Formality.PRESENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the minutes record of some meetings; nothing where they do not record it.

    Args:
        statements: by date.
    """

    formality: Formality
    statements: tuple[Statement, ...]


def sitting(question: Question, edition: Edition) -> Told | None:
    """What a question asks of a meeting itself; `None` where it asks of something else."""
    text = question.parts[0].text
    asked = formality(text)
    if asked is None or len(question.parts) > 1 or question.parts[0].kind is Kind.DECIDED:
        return None
    known = [
        lower_words(held.council, held.committee, held.document) for held in edition.sittings()
    ]
    at = places(text) & frozenset().union(*known)
    if names_a_matter(text, edition, CUES | at):
        return None
    filters = filters_for(text, question.filters, edition)
    passages = edition.formalities(filters, most=LOOKED_THROUGH)
    here = [each for each in passages if not at or not at.isdisjoint(identity(each))]
    told = list(_told(asked, here))
    if not told and "meeting" not in text.casefold() and asked is Formality.CHAIR:
        # Who chairs a body may be told in passing, at a meeting that somebody else chaired.
        return None
    meetings = list(dict.fromkeys(each.meeting for each in told))[-TOLD:]
    return Told(
        formality=asked, statements=tuple(each for each in told if each.meeting in meetings)
    )


def _told(asked: Formality, passages: Iterable[StoredPassage]) -> Iterator[Statement]:
    for passage in passages:
        if not _may_tell(asked, passage):
            continue
        for start, end in _lines(asked, passage):
            found = _TELLS[asked].search(passage.raw[start:end])
            if found and found.group().strip():
                yield _statement(passage, start + found.start(), start + found.end())


def _may_tell(asked: Formality, passage: StoredPassage) -> bool:
    of_attendance = passage.reference.kind is ParagraphKind.ATTENDANCE
    if asked in _OF_WHO_WAS_THERE:
        return of_attendance
    if asked is Formality.NEXT:
        return passage.reference.item_title is not None and not of_attendance
    return passage.reference.kind in {ParagraphKind.ATTENDANCE, ParagraphKind.NARRATIVE}


def _lines(asked: Formality, passage: StoredPassage) -> Sequence[tuple[int, int]]:
    """The runs of a passage to look in: who was there is told by the whole of it."""
    if asked in _OF_WHO_WAS_THERE:
        return [(0, len(passage.raw))]
    return sentence_spans(passage.raw)


def _statement(passage: StoredPassage, start: int, end: int) -> Statement:
    raw = passage.raw[start:end]
    start += len(raw) - len(raw.lstrip())
    end -= len(raw) - len(raw.rstrip())
    return Statement(
        text=fold(passage.raw[start:end]),
        quotes=(Quote(passage=passage, start=passage.start + start, end=passage.start + end),),
        kind=SentenceKind.SAID,
        meeting=passage.reference.meeting,
    )
