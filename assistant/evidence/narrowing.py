"""What a question limits itself to beside its filters: a place, and whose words they are.

A place need not be a council that the catalogue knows: the name of a document can tell it too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.evidence.groups import spans_of
from assistant.understanding.group import Group, called, group_asked
from assistant.understanding.occasion import places
from assistant.understanding.office import holders, office_named
from assistant.understanding.speaker import TITLES, speaker_named
from vectorstore.found import Hit, StoredPassage
from vectorstore.holdings import Sitting
from vectorstore.keywords import Term, words
from vectorstore.records import ParagraphKind
from vectorstore.wording import fold, sentence_spans

# The words that say whose minutes these are, of so many meetings: 100,000 passages have 1,200.
SITTINGS_REMEMBERED = 10_000
TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Cllr|Councillor|Supt|Superintendent|Inspector)\.?"
# What tells that somebody else goes on.
_OTHER = re.compile(
    rf"\b{TITLE} [A-Z]|^(?:A|One|Another|Several|Some) Members?\b|"
    r"\bThe (?:Chairman|Chair|Leader)\b|"
    r"\bMembers (?:asked|queried|raised|commented|expressed|felt|noted|were|sought|thanked)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What a part of a question is limited to.

    Args:
        places: words, in lower case, that name the places; empty for anywhere.
        by_the_way: whether the places say little: most minutes are of one, or it is no name.
        or_named: whether it is enough that a passage names a place.
        speaker: as printed, or as "the Superintendent"; `None` for anybody.
        office: of whoever speaks, where the question names that alone.
        held_by: the surnames of those who hold that office, in lower case.
        aside: words, in lower case, that name who was not heard and are no part of the topic.
        group: whose words alone are wanted, where a group is asked to be heard.
        members: the surnames of those who belong to that group.
    """

    places: frozenset[str] = frozenset()
    by_the_way: bool = False
    or_named: bool = False
    speaker: str | None = None
    office: str | None = None
    held_by: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    group: Group | None = None
    members: tuple[str, ...] = ()

    def topic(self, terms: Sequence[Term]) -> tuple[Term, ...]:
        """The terms that are left when place and speaker are taken out; all if none is."""
        name = {word.casefold() for word in words(self.speaker or "")} | (
            TITLES if self.speaker else frozenset()
        )
        left = (
            term
            for term in terms
            if term.word.casefold() not in name | self.places | self.aside
            and not (self.group and called(self.group, term.word))
        )
        return tuple(left) or tuple(terms)

    def apart(self, question: str) -> str:
        """A question without the places that it is limited to, and without who was not heard."""
        for place in self.places | self.aside:
            question = re.sub(
                rf"\b{re.escape(place)}\b(?:[’']s)?", "", question, flags=re.IGNORECASE
            )
        return " ".join(question.split())

    def fits(self, passage: StoredPassage) -> bool:
        """Whether a passage is of one of the places, or names it where that is enough, and has the
        speaker."""
        named = lower_words(passage.heading, passage.text) if self.or_named else frozenset()
        here = not self.places or not self.places.isdisjoint(identity(passage) | named)
        if self.group:
            return here and bool(spans_of(self.group, passage, self.members))
        return here and (self.speaker is None or self._heard(passage))

    @property
    def _surnames(self) -> frozenset[str]:
        """Of those who are wanted, in lower case."""
        if self.office or not self.speaker:
            return self.held_by
        return frozenset({_surname(self.speaker)})

    def _heard(self, passage: StoredPassage) -> bool:
        """Whether one of those who are wanted speaks in a passage."""
        if any(_speaks(surname, passage) for surname in self._surnames):
            return True
        # Who puts a motion to the vote says nothing on it.
        return passage.reference.kind is not ParagraphKind.VOTE and any(
            self._begins(fold(passage.raw[start:end])) for start, end in sentence_spans(passage.raw)
        )

    def _begins(self, sentence: str) -> bool:
        """Whether a sentence begins with the office: "The Chief Executive said…"."""
        return self.office is not None and bool(
            re.match(rf"The {re.escape(self.office)}\b", sentence, re.IGNORECASE)
        )

    def spans(self, passage: StoredPassage) -> list[tuple[int, int]]:
        """The sentences of a passage, as offsets into it; of a speaker, his or her own."""
        if self.group:
            return spans_of(self.group, passage, self.members)
        found = sentence_spans(passage.raw)
        if self.speaker is None:
            return found
        own, speaks = [], len(passage.speakers) == 1
        for start, end in found:
            sentence = fold(passage.raw[start:end])
            if self._begins(sentence) or not self._surnames.isdisjoint(lower_words(sentence)):
                speaks = True
            elif _OTHER.search(sentence):
                speaks = False
            if speaks:
                own.append((start, end))
        return own


ANYTHING = Narrowing()


def narrowing(
    question: str,
    hits: Sequence[Hit],
    roles: Sequence[tuple[str, str]] = (),
    sittings: Sequence[Sitting] = (),
) -> Narrowing:
    """What a question limits itself to, as far as the passages found know such a place or person.

    A place that all minutes are of limits nothing.

    Args:
        roles: names with the offices that the minutes give them.
        sittings: all meetings of the library; without them the passages found stand for it.
    """
    found = [identity(hit.passage) for hit in hits]
    everywhere = [_identity(at) for at in sittings] or found
    told = {place: sum(place in own for own in everywhere) for place in places(question)}
    known = frozenset(
        place
        for place, count in told.items()
        if count < len(everywhere) and any(place in own for own in found)
    )
    if all(not known.isdisjoint(own) for own in everywhere):
        known = frozenset()
    # A place that most minutes are of, or a word that is no name, is named by the way.
    by_the_way = any(
        not _is_named(place, question, hits) or 2 * told[place] > len(everywhere) for place in known
    )
    speakers = [name for hit in hits for name in hit.passage.speakers]
    if group := group_asked(question):
        return Narrowing(
            places=known,
            by_the_way=by_the_way,
            or_named=by_the_way,
            speaker=group.value,
            group=group,
        )
    if named := speaker_named(question, speakers):
        return Narrowing(places=known, by_the_way=by_the_way, or_named=by_the_way, speaker=named)
    if office := office_named(question):
        held_by = holders(office, roles, speakers)
        return Narrowing(
            places=known,
            by_the_way=by_the_way,
            or_named=by_the_way,
            speaker=f"the {office}",
            office=office,
            held_by=frozenset(_surname(name) for name in held_by if words(name)),
        )
    return Narrowing(places=known, by_the_way=by_the_way, or_named=by_the_way)


def _is_named(place: str, question: str, hits: Sequence[Hit]) -> bool:
    """Whether a word of a question is a name: by its capital, or, where all is typed in small
    letters, by those that the minutes never write without one."""
    if place.capitalize() in question:
        return True
    in_small = re.compile(rf"\b{re.escape(place)}\b")
    return question == question.lower() and not any(
        in_small.search(hit.passage.raw) for hit in hits
    )


def identity(passage: StoredPassage) -> frozenset[str]:
    """The words that say whose minutes these are, in lower case."""
    at = passage.reference
    return lower_words(at.council, at.committee, at.title, at.document)


@lru_cache(SITTINGS_REMEMBERED)
def _identity(at: Sitting) -> frozenset[str]:
    return lower_words(at.council, at.committee, at.document)


def lower_words(*texts: str | None) -> frozenset[str]:
    """The words of some names in lower case; "kent-scrutiny-2025.txt" holds "kent"."""
    return frozenset(
        part.casefold()
        for word in words(" ".join(filter(None, texts)))
        for part in (word, *re.split(r"[-’'&]", word))
    )


def _surname(name: str) -> str:
    return words(name)[-1].casefold()


def _speaks(surname: str, passage: StoredPassage) -> bool:
    """Whether somebody speaks in a passage, or a sentence of it begins with his or her name."""
    if surname in {_surname(name) for name in passage.speakers if words(name)}:
        return True
    begun = rf"(?:^|[.–-] ){TITLE}(?: [A-Z])? {re.escape(surname)}\b"
    return passage.reference.kind is ParagraphKind.NARRATIVE and bool(
        re.search(begun, passage.text, re.IGNORECASE)
    )
