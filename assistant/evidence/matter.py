"""What bears the matter of a question: its own words, its item, or what was said just before it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.evidence.amounts import counted, counts, counts_something
from assistant.evidence.asking import asks, unanswered
from assistant.evidence.holding import holds_of
from assistant.evidence.leaning import leaning_from, run_in_head, sentences, words_of
from assistant.evidence.relation import relation
from assistant.evidence.weighing import Candidate, Wanted, known_share, share
from assistant.understanding.doer import doer
from assistant.understanding.group import Group, called
from assistant.understanding.holder import Office, office_held
from assistant.understanding.motion import AMENDS, ENDS
from assistant.understanding.premise import premise_words
from assistant.understanding.question import Kind
from vectorstore.found import Hit, StoredPassage
from vectorstore.keywords import words
from vectorstore.records import ParagraphKind
from vectorstore.stems import stems

# How much of the matter a sentence must bear, as a share of what the best bears.
BORNE = 0.55
# How far back, in characters, a paragraph may go on speaking of what was named.
REACH = 400
# How many characters may part two paragraphs that follow each other: a number, white space.
NEXT = 20
# The share of a narrow question that one sentence must bear to tell where its matter is dealt with.
PLAINLY = 0.75
# The share of what the best bears that is as much.
AS_MUCH = 0.9
# What a word must weigh to bind a sentence to a matter: one in three passages hold a lighter one.
TELLING = 1.0
# The share of a matter that what a group said must bear to be on it at all.
ON_MATTER = 0.2
# Where something bears half of it, what bears next to nothing is beside the point.
HALF, NEXT_TO_NOTHING = 0.5, 0.1
# What names something by pointing to the sentence before.
_POINTS_BACK = re.compile(r"\b(?:it|them|this|these|those|he|she|they)\b", re.IGNORECASE)


def bound_to_matter(
    candidates: list[Candidate], wanted: Wanted, hits: Sequence[Hit]
) -> list[Candidate]:
    """Only what bears the matter of a narrow question, where some sentence plainly does.

    "How many referrals came from schools" is not answered by the referrals to something else. Who
    is asked about is no part of the matter: what somebody else did to it is nearer than what he
    or she did to another. Where a meeting asked the same and was told that it is not known, that is
    its answer, but for what bears as much of the matter.
    """
    beside = doer(wanted.part.asked) | relation(wanted.part) | premise_words(wanted.part.asked)
    matter = [
        term
        for term in wanted.terms
        if term.word.casefold() not in beside and wanted.weights[term.word] >= TELLING
    ]
    borne = [share(stems(_continuing(found, hits)), matter, wanted.weights) for found in candidates]
    most = max(borne, default=0.0)
    most_of_all = most * known_share(matter, wanted.weights)
    least = BORNE * most if most_of_all >= PLAINLY else NEXT_TO_NOTHING * (most_of_all >= HALF)
    pairs = list(zip(candidates, borne, strict=True))
    in_vain = {
        found.passage.reference.meeting
        for found, held in pairs
        if most_of_all >= PLAINLY and held == most and _asked_in_vain(found, hits)
    }
    office = office_held(wanted.part.asked) if wanted.part.kind is Kind.WHO else None
    kept = [
        replace(found, gives=found.gives and _of_its_body(found, office))
        for found, held in pairs
        if (office and found.gives)
        or held >= (AS_MUCH * most if found.passage.reference.meeting in in_vain else least)
    ]
    return _naming(office, kept) if office else kept


def _naming(office: Office, candidates: list[Candidate]) -> list[Candidate]:
    """Of candidates of which none names who holds an office, those that name the office."""
    if any(found.gives for found in candidates):
        return candidates
    head = stems(office.name)[-1]
    return [found for found in candidates if head in stems(found.words)] or candidates


def on_what_a_group_was_heard(
    candidates: list[Candidate], wanted: Wanted, group: Group
) -> list[Candidate]:
    """Of what a group said, only what comes near the most that is on the matter, by its own words
    or its heading; all of it where no matter is named."""
    if all(called(group, term.word) for term in wanted.terms):
        return [replace(found, coverage=1.0, own=1.0) for found in candidates]
    under = [
        max(found.coverage, share(stems(found.passage.heading), wanted.terms, wanted.weights))
        for found in candidates
    ]
    least = max(ON_MATTER, HALF * max(under, default=0.0))
    return [
        replace(found, coverage=held, own=max(found.own, held))
        for found, held in zip(candidates, under, strict=True)
        if held >= least
    ]


def _of_its_body(found: Candidate, office: Office | None) -> bool:
    """Whether the office that a question asks the holder of may be the one that a sentence tells
    of, by what the sentence stands under."""
    return office is None or holds_of(_all_of(found.passage), office)


def of_what_is_counted(candidates: list[Candidate], wanted: Wanted) -> list[Candidate]:
    """Candidates of which none is taken to give a number that counts something else, where some
    count what the question is after: "four wardens", and not the 41 notices that they gave."""
    noun = counted(wanted.part.text) if wanted.counts else None
    if noun is None or not any(found.gives and counts(found.words, noun) for found in candidates):
        return candidates
    return [
        replace(found, gives=False)
        if counts_something(found.words, wanted.part) and not counts(found.words, noun)
        else found
        for found in candidates
    ]


def _continuing(found: Candidate, hits: Sequence[Hit]) -> str:
    """A sentence under its heading, also one that its paragraph begins with ("Dog bin."), with
    those that it continues: what it points back to, leans on or replies to."""
    passage = found.passage
    spans = sentences(passage)
    at = spans.index((found.start, found.end))
    first = leaning_from(passage, spans, at)
    before = [words_of(passage, span) for span in spans[:at]]
    titled = words_of(passage, heads) if (heads := run_in_head(passage)) else ""
    points = _POINTS_BACK.search(found.words)
    if first and (points or asks(before[first - 1])):
        first -= 1
    if not at and points:
        before = [hit.passage.text for hit in hits if _follows(passage, hit.passage)]
    return " ".join((passage.heading, titled, *before[first:], found.words))


def _asked_in_vain(found: Candidate, hits: Sequence[Hit]) -> bool:
    """Whether a sentence reports a question and the next, that the answer is not known."""
    if not asks(found.words):
        return False
    passage = found.passage
    rest = passage.raw[found.end - passage.start :]
    after = (hit.passage.text for hit in hits if _follows(hit.passage, passage))
    return unanswered(rest) if rest.strip() else any(map(unanswered, after))


def _follows(passage: StoredPassage, before: StoredPassage) -> bool:
    """Whether a passage stands right after another in the same item."""
    return 0 <= passage.start - before.end <= NEXT and _item(passage) == _item(before)


def _item(passage: StoredPassage) -> tuple[str, str | None]:
    return passage.reference.meeting, passage.reference.item_title


def on_its_matter(
    candidates: list[Candidate], wanted: Wanted, hits: Sequence[Hit]
) -> list[Candidate]:
    """Only what bears the matter of a motion, as far as anything does; none of a matter that the
    library has no word of. Where it is asked how it ended, motions and votes go before the rest."""
    matter = [term for term in wanted.terms if term.word.casefold() not in ENDS | AMENDS]
    if not any(term.passages for term in matter):
        return [] if matter else candidates
    borne = {
        hit.passage.id: share(stems(told_with(hit.passage, hits)), matter, wanted.weights)
        for hit in hits
    }
    most = max(borne.values(), default=0.0)
    on_it = [found for found in candidates if borne[found.passage.id] >= BORNE * most]
    if ENDS.isdisjoint(words(wanted.part.asked.casefold())):
        return on_it
    return [found for found in on_it if _moved_or_ended(found)] or on_it


def _moved_or_ended(found: Candidate) -> bool:
    kind = found.passage.reference.kind
    told = words(found.words.casefold())
    return kind is ParagraphKind.MOTION or (
        kind is ParagraphKind.VOTE and not ENDS.isdisjoint(told)
    )


def told_with(passage: StoredPassage, hits: Iterable[Hit]) -> str:
    """All that says what a passage is about, and what was found just before it in the same item,
    which it goes on speaking of: "the scheme"."""
    before = (
        hit.passage
        for hit in hits
        if hit.passage.start < passage.start
        and passage.start - hit.passage.end <= REACH
        and _item(hit.passage) == _item(passage)
    )
    return " ".join(map(_all_of, (*before, passage)))


def _all_of(passage: StoredPassage) -> str:
    """All that says what a passage is about: its words, its item, who met and when."""
    at = passage.reference
    where = (at.council, at.committee, at.title, at.document, at.item_title)
    when = f"{at.date:%d %B %Y}" if at.date else None
    return " ".join(filter(None, (passage.heading, passage.text, *where, when, *passage.speakers)))
