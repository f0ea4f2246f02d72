"""Evidence for a question: the sentences of the passages that a search finds, weighed."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.evidence.groups import members
from assistant.evidence.hearing import asks_for_outcome, head, under
from assistant.evidence.leaning import run_in_head
from assistant.evidence.matter import (
    bound_to_matter,
    of_what_is_counted,
    on_its_matter,
    on_what_a_group_was_heard,
)
from assistant.evidence.narrowing import ANYTHING, Narrowing, lower_words, narrowing
from assistant.evidence.relation import asking_words
from assistant.evidence.searching import FOUND, passages, telling
from assistant.evidence.weighing import (
    Candidate,
    Lean,
    Wanted,
    known_share,
    mentions,
    surroundings,
    weighed,
    weight,
)
from assistant.understanding.follow_up import ASKING_WORDS, topic_words
from assistant.understanding.group import Group, called, group_asked
from assistant.understanding.motion import ENDS, asks_of_a_motion
from assistant.understanding.occasion import fitting, occasion, period_words, places, within
from assistant.understanding.office import office_named
from assistant.understanding.question import BROAD, COURSE_WORDS, SHORT, Kind, Part
from assistant.understanding.speaker import person_named
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Filters, Hit, Only
from vectorstore.keywords import Term, as_printed, words
from vectorstore.stems import stems
from vectorstore.wording import fold

# Of how many passages the sentences are compared with the question.
COMPARED = 5
# How near the best the meeting must come that a question names, to be all that counts.
NEAR_ENOUGH = 0.8
# What keeps an answer to a place or a person that was named: words in common, or likeness.
ENOUGH_WORDS, ENOUGH_LIKENESS = 0.5, 0.4
# Of how many sentences, the best first, one must have that.
FOREMOST = 3
# Who met tells less of a topic than other words do.
OF_A_BODY = 0.3
# What is no sentence: an address, a word that a table or a broken line left over.
_NO_SENTENCE = re.compile(r"\S*://\S+|\W*[^\W\d]+(?:\W+[^\W\d]+)?[^\w.!?]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found for one part of a question.

    Args:
        weights: how much each term tells, by its word: rare words tell more.
        hits: the passages found, best first.
        candidates: their sentences, best first.
        speaker: whose words alone these are, as printed; `None` for anybody's.
        places: whose minutes alone these are, in the words of the question; empty for anybody's.
        not_only_of: places, in the words of the question, whose own minutes are not enough, so that
            everybody's were searched.
        unheard: the person or the office that the question asks to hear, where neither is heard on
            the topic.
        of_a_meeting: the question names a dated meeting and nothing that it dealt with.
        of_a_period: the question names the time that it is after.
        only_decided: the search was limited to what was decided, so that all of it is wanted.
    """

    part: Part
    terms: tuple[Term, ...]
    weights: dict[str, float]
    hits: tuple[Hit, ...]
    candidates: tuple[Candidate, ...]
    speaker: str | None = None
    places: tuple[str, ...] = ()
    not_only_of: tuple[str, ...] = ()
    unheard: str | None = None
    of_a_meeting: bool = False
    of_a_period: bool = False
    only_decided: bool = False

    @property
    def unknown(self) -> tuple[Term, ...]:
        """The terms that no passage of the library holds."""
        return tuple(term for term in self.terms if not term.passages)

    @property
    def known_share(self) -> float:
        """The weight of the terms that the library holds, as a share of all, 0 to 1."""
        return known_share(self.terms, self.weights)


def find(
    edition: Edition,
    part: Part,
    filters: Filters,
    meetings: Collection[str] = (),
    *,
    anywhere: bool = False,
) -> Findings:
    """Search an edition for a part of a question.

    Args:
        meetings: the ids of those that answer the parts before it, which it leans towards.
        anywhere: whether a place that the question names is no limit, as its reader has said.
    """
    context = f"{part.text} {part.beside}".strip()
    named = occasion(context, edition)
    found_at_all = passages(edition, part, filters, named)
    lean = Lean(named=named, meetings=meetings)
    if top := _head(edition, part, found_at_all):
        return _at_the_hearing(edition, part, filters, top, lean)
    hits = telling(found_at_all, part)
    limits = narrowing(
        context,
        hits,
        edition.roles() if office_named(context) else (),
        edition.sittings() if places(context) else (),
    )
    if anywhere:
        limits = replace(limits, places=frozenset(), by_the_way=False, or_named=False)
    if limits.group:
        limits = replace(limits, members=_members(limits.group, found_at_all))
    whom = limits.speaker or (None if office_named(context) else person_named(context))
    only_decided = filters.only is Only.DECIDED
    attempts = dict.fromkeys((limits, replace(limits, or_named=bool(limits.places))))
    for attempt in attempts if whom == limits.speaker else ():
        found = replace(_among(edition, part, hits, attempt, lean), only_decided=only_decided)
        heard = whom is None or any(each.coverage for each in found.candidates)
        near = any(map(_to_the_point, found.candidates[:FOREMOST]))
        if limits == ANYTHING or (heard and near):
            return found
    aside: frozenset[str] = frozenset() if limits.office else lower_words(whom)
    if limits.group:
        aside = frozenset(word for word in lower_words(context) if called(limits.group, word))
    # A place that limits a question is not what it is about either.
    beyond = frozenset() if limits.by_the_way else limits.places
    return replace(
        _among(edition, part, hits, replace(ANYTHING, aside=aside | beyond), lean),
        not_only_of=_printed(beyond),
        only_decided=only_decided,
        unheard=limits.office or whom,
    )


def _among(
    edition: Edition, part: Part, hits: Sequence[Hit], limits: Narrowing, lean: Lean
) -> Findings:
    """What there is in the passages found that keep to some limits."""
    besides = _of_the_period(part, hits, lean.named) | asking_words(part)
    if asks_of_a_motion(part.asked):
        besides |= ENDS
    if part.kind is Kind.TIMELINE:
        besides |= COURSE_WORDS
    terms = limits.topic(_topic(edition.terms(part.about), besides))
    weights = _weights(terms, edition)
    wanted = Wanted(
        part=part, terms=terms, weights=weights, known=known_share(terms, weights), lean=lean
    )
    inside = [hit for hit in hits if limits.fits(hit.passage)]
    candidates = _at_the_occasion(_candidates(edition, wanted, inside, limits), wanted)
    if limits.group:
        candidates = on_what_a_group_was_heard(candidates, wanted, limits.group)
    if asks_of_a_motion(part.asked):
        candidates = on_its_matter(candidates, wanted, inside)
    elif part.kind in SHORT:
        candidates = of_what_is_counted(bound_to_matter(candidates, wanted, inside), wanted)
    elif part.kind is Kind.WHY:
        # A reason for something else is none.
        candidates = [
            replace(found, gives=found.gives and found.coverage > 0)
            for found in bound_to_matter(candidates, wanted, inside)
        ]
    return Findings(
        part=part,
        terms=terms,
        weights=weights,
        hits=tuple(inside),
        candidates=tuple(sorted(candidates, key=lambda found: -found.score)),
        speaker=limits.speaker,
        places=() if limits.or_named else _printed(limits.places),
        of_a_meeting=bool(lean.named.since) and not _beside_bodies(terms, edition),
        of_a_period=bool(lean.named.since),
    )


def _printed(places: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(map(str.capitalize, places)))


def _members(group: Group, hits: Iterable[Hit]) -> tuple[str, ...]:
    return tuple(sorted(members(group, (hit.passage for hit in hits))))


def _to_the_point(found: Candidate) -> bool:
    """Whether a sentence is near enough to keep to the place or the person that was named."""
    return found.own >= ENOUGH_WORDS or found.likeness >= ENOUGH_LIKENESS


def _head(edition: Edition, part: Part, hits: Sequence[Hit]) -> Hit | None:
    """The line of a hearing's head that names what a question is about."""
    terms = _topic(edition.terms(part.about), frozenset())
    return head(hits, terms, _weights(terms, edition))


def _at_the_hearing(
    edition: Edition, part: Part, filters: Filters, top: Hit, lean: Lean
) -> Findings:
    """What was said and decided at a hearing, of which the line of a head says what it is on."""
    at = top.passage.reference
    held = Filters(council=at.council, committee=at.committee, since=at.date, until=at.date)
    narrowed = within(filters, held)
    hits = edition.search(
        part.about, limit=FOUND, filters=filters if narrowed == NO_FILTERS else narrowed
    )
    line = stems(top.passage.text)
    named = [term.word for term in edition.terms(part.about) if mentions(line, term)]
    alone = set(topic_words(part.about)) <= set(named)
    if part.kind is not Kind.DECIDED and asks_for_outcome(part, alone=alone):
        part = replace(part, kind=Kind.DECIDED, text=" ".join(named))
    group = group_asked(part.text)
    limits = replace(
        ANYTHING,
        aside=lower_words(*named),
        speaker=group.value if group else None,
        group=group,
        members=_members(group, hits) if group else (),
    )
    found = _among(edition, part, under(top, telling(hits, part)), limits, lean)
    return replace(found, of_a_meeting=part.kind is Kind.DECIDED)


def _of_the_period(part: Part, hits: Sequence[Hit], named: Filters) -> frozenset[str]:
    """The words that date the meetings asked for, where there are such meetings.

    A figure's year, or an event's, need not be that of the meeting which told it.
    """
    if part.kind not in BROAD and part.kind is not Kind.DECIDED:
        return frozenset()
    period = Filters(since=named.since, until=named.until)
    held = any(fitting(hit.passage.reference, period) == 1.0 for hit in hits)
    return period_words(part.text) if held else frozenset()


def _topic(terms: tuple[Term, ...], besides: frozenset[str]) -> tuple[Term, ...]:
    """The terms that name the topic; all of them when none does."""
    left_out = ASKING_WORDS | besides
    return tuple(term for term in terms if term.word.lower() not in left_out) or terms


def _weights(terms: tuple[Term, ...], edition: Edition) -> dict[str, float]:
    telling = _beside_bodies(terms, edition)
    return {
        term.word: weight(term, edition.passages) * (1.0 if term in telling else OF_A_BODY)
        for term in terms
    }


def _beside_bodies(terms: Sequence[Term], edition: Edition) -> list[Term]:
    """The terms that are in no name of a council or a committee."""
    bodies = " ".join((*edition.councils(), *edition.committees()))
    of_bodies = {word.casefold() for word in words(bodies)}
    return [term for term in terms if term.word.casefold() not in of_bodies]


def _candidates(
    edition: Edition, wanted: Wanted, hits: Sequence[Hit], limits: Narrowing
) -> list[Candidate]:
    spans = [
        (hit, start, end)
        for hit in hits
        for head in [run_in_head(hit.passage)]
        for start, end in limits.spans(hit.passage)
        if (hit.passage.start + start, hit.passage.start + end) != head
        and not _NO_SENTENCE.fullmatch(hit.passage.raw[start:end].strip())
    ]
    compared = {hit.passage.id for hit in hits[:COMPARED]}
    texts = [
        fold(hit.passage.raw[start:end]) for hit, start, end in spans if hit.passage.id in compared
    ]
    apart = limits.apart(wanted.part.about)
    asked = as_printed(apart, wanted.terms)
    vectors = edition.embed([asked, *texts])
    cosines = iter(np.asarray(vectors[1:] @ vectors[0]).tolist())
    # A passage too far down to be compared sentence by sentence lends its own likeness, though not
    # one that it owes to a place which is not asked about.
    own = (
        {hit.passage.id: hit.similarity for hit in hits}
        if limits.by_the_way or apart == wanted.part.about
        else edition.similarities(asked, (hit.passage.id for hit in hits))
    )
    likenesses = [
        next(cosines) if hit.passage.id in compared else own[hit.passage.id] for hit, _, _ in spans
    ]
    nearest: dict[str, float] = {}
    for (hit, _, _), likeness in zip(spans, likenesses, strict=True):
        nearest[hit.passage.id] = max(likeness, nearest.get(hit.passage.id, 0.0))
    lent = {
        hit.passage.id: surroundings(hit.passage, nearest.get(hit.passage.id, 0.0), wanted)
        for hit in hits
    }
    return [
        weighed(hit, (start, end), likeness, lent[hit.passage.id], wanted)
        for (hit, start, end), likeness in zip(spans, likenesses, strict=True)
    ]


def _at_the_occasion(candidates: list[Candidate], wanted: Wanted) -> list[Candidate]:
    """Only what belongs to the meeting that a narrow question dates, where that is near enough."""
    if wanted.part.kind in BROAD or not wanted.lean.named.since:
        return candidates
    there = [
        found for found in candidates if fitting(found.passage.reference, wanted.lean.named) == 1.0
    ]
    best = max((found.score for found in candidates), default=0.0)
    return there if any(found.score >= NEAR_ENOUGH * best for found in there) else candidates
