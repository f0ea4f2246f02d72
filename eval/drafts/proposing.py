"""Questions that the documents themselves suggest, with evidence, and some that they do not answer.

Each is a draft: patterns find the place, and a person says whether the question is worth asking.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from eval.cases import Case, Evidence, Nugget
from eval.sources import occurrences
from vectorstore.abbreviations import abbreviations
from vectorstore.found import NO_FILTERS
from vectorstore.keywords import FUNCTION_WORDS
from vectorstore.records import AgendaItem, Document, Meeting, ParagraphKind
from vectorstore.wording import fold, sentence_spans

LONGEST_QUOTE = 400
"""Characters; evidence should be the words that matter, not a page."""

# "38,900 potholes had been repaired in 2021/22", but not "seven of the 28 libraries were".
_COUNTED = re.compile(
    r"(?<!of the )(?<!Year )\b(?!(?:19|20)\d\d\b)(?P<number>\d[\d,]*) "
    r"(?P<things>(?:[a-z-]+ ){0,2}[a-z-]+s) "
    r"(?P<told>(?:had|have|were|are|would be)\b (?:[^,.;:()]|(?<=\d)[,.](?=\d)){3,80})"
)
_SPANS = frozenset("seconds minutes hours days weeks months years pounds".split())
_RESOLVED = re.compile(r"^(?:IT WAS )?(?:RESOLVED|AGREED)[:,]?(?: that\b:?)? ?", re.IGNORECASE)
_ROUTINE = re.compile(r"\b(?:correct|correctly|true) record(?:ed)?\b|\bbe noted\W*(?:and)?$")
_ENDING = re.compile(r"(?:; and|[.;:])$")
_HELD = re.compile(r"(?<=”),.*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:/\d\d)?\b")


def propose(documents: Sequence[Document], limit: int) -> list[Case]:
    """At most so many drafts: definitions, figures and decisions in turn, each kind from all
    documents in turn, some with a variant that the documents do not answer."""
    kinds = [
        _in_turn([list(kind(document)) for document in documents])
        for kind in (definitions, figures, decisions)
    ]
    years = {int(year[:4]) for document in documents for year in _YEAR.findall(document.text)}
    known = {each.short for document in documents for each in abbreviations(document.text)}
    drafts: dict[str, Case] = {}
    for number, case in enumerate(_in_turn(kinds)):
        drafts.setdefault(case.question, case)
        # Three kinds take turns, so that every fourth is of each kind in turn.
        if number % 4 == 1:
            silent = unanswerable(case, years=years, known=known)
            drafts.setdefault(silent.question, silent)
    return list(drafts.values())[:limit]


def definitions(document: Document) -> Iterator[Case]:
    """What each abbreviation stands for, where the document says so once."""
    for found in abbreviations(document.text):
        evidence = _evidence(document, found.start, found.end)
        if evidence:
            fact = f"{found.short} stands for {fold(found.long)}."
            yield _case(
                f"What does {found.short} stand for?",
                evidence,
                Nugget(fact=fact, vital=True, match=(fold(found.long),)),
                tags=("acronym",),
            )


def figures(document: Document) -> Iterator[Case]:
    """How many there were of things that a sentence counts."""
    for _, _, paragraph in document.paragraphs():
        for start, end in sentence_spans(document.text[paragraph.start : paragraph.end]):
            evidence = _evidence(document, paragraph.start + start, paragraph.start + end)
            counted = evidence and _COUNTED.search(evidence.quote)
            if evidence and counted and _countable(counted["things"]):
                fact = f"{counted.group().strip()}."
                yield _case(
                    f"How many {counted['things']} {counted['told'].strip()}?",
                    evidence,
                    Nugget(fact=fact, vital=True, match=(counted["number"],)),
                    tags=("number",),
                )


def decisions(document: Document) -> Iterator[Case]:
    """What was decided on an item, where it is more than noting a report."""
    for meeting, item, paragraph in document.paragraphs():
        if paragraph.kind is not ParagraphKind.RESOLUTION or not item.title:
            continue
        evidence = _evidence(document, paragraph.start, paragraph.end)
        decided = evidence and _ENDING.sub("", _RESOLVED.sub("", evidence.quote))
        if evidence and decided and not _ROUTINE.search(evidence.quote):
            yield _case(
                _decision_question(meeting, item),
                evidence,
                Nugget(fact=evidence.quote, vital=True, match=(decided,)),
                tags=("decided",),
            )


def unanswerable(case: Case, *, years: Iterable[int], known: Iterable[str]) -> Case:
    """The same question about what the documents cannot tell: a year after their last, or an
    abbreviation that none of them has."""
    after = max(years, default=2000) + 3
    if "acronym" in case.tags:
        question = f"What does {_unknown(case, set(known))} stand for?"
    elif "decided" in case.tags:
        question = f"{_HELD.sub('', case.question.rstrip('?'))} in {after}?"
    elif _YEAR.search(case.question):
        question = _YEAR.sub(str(after), case.question)
    else:
        question = f"{case.question.rstrip('?')} in {after}?"
    return Case(
        id=_id(question),
        question=question,
        history=(),
        filters=NO_FILTERS,
        answerable=False,
        evidence=(),
        nuggets=(),
        tags=(*case.tags, "near-miss"),
    )


def _countable(things: str) -> bool:
    words = things.split()
    return words[-1] not in _SPANS and FUNCTION_WORDS.isdisjoint(words)


def _unknown(case: Case, known: set[str]) -> str:
    short = case.nuggets[0].fact.split()[0]
    turned = short[::-1].upper()
    while turned in known or turned == short:
        turned += "X"
    return turned


def _decision_question(meeting: Meeting, item: AgendaItem) -> str:
    held = [f", {meeting.committee}"] if meeting.committee else []
    if meeting.date:
        held.append(f", {meeting.date.day} {meeting.date:%B %Y}")
    return f"What was decided about “{fold(item.title or '')}”{''.join(held)}?"


def _evidence(document: Document, start: int, end: int) -> Evidence | None:
    """The words between two offsets, where they are short and stand in the document once."""
    quote = document.words(start, end)
    once = sum(1 for _ in occurrences(quote, document.text)) == 1
    if not once or len(quote) > LONGEST_QUOTE:
        return None
    return Evidence(document=document.name, quote=quote, relevance=2)


def _case(question: str, evidence: Evidence, nugget: Nugget, *, tags: tuple[str, ...]) -> Case:
    return Case(
        id=_id(question),
        question=question,
        history=(),
        filters=NO_FILTERS,
        answerable=True,
        evidence=(evidence,),
        nuggets=(nugget,),
        tags=tags,
    )


def _id(question: str) -> str:
    return f"draft-{hashlib.sha256(question.encode()).hexdigest()[:8]}"


def _in_turn(lists: Sequence[Sequence[Case]]) -> list[Case]:
    """The first of each list, then the second of each, and so on."""
    turns = chain.from_iterable(zip_longest(*lists))
    return [case for case in turns if case is not None]
