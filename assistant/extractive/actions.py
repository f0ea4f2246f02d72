"""What was asked for and undertaken, from the catalogue: never said to be done, nor undone."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answer import SentenceKind
from assistant.evidence.leaning import leaning_from, sentences
from assistant.evidence.narrowing import TITLE, lower_words
from assistant.evidence.weighing import known_share, share, weight
from assistant.extractive.extract import ELISION, statements
from assistant.extractive.register import matter_words
from assistant.statement import Statement
from assistant.understanding.occasion import filters_for
from assistant.understanding.question import Question
from assistant.understanding.requests import Sought, sought
from vectorstore.business import RecordedAction
from vectorstore.edition import Edition
from vectorstore.found import Filters, StoredPassage
from vectorstore.keywords import words
from vectorstore.records import ActionKind
from vectorstore.stems import stems

# What a request points to in the sentence before it.
_POINTS = re.compile(r"\b(?:it|them|this|these|those)\b", re.IGNORECASE)
_SOMEBODY = re.compile(r"(?:He|She)\b")
_TITLED = re.compile(rf"\b{TITLE} (?:[A-Z] )*([A-Z][\w’'-]+)")
# As many as one reads through; more are in the list of requests.
MOST = 20
# How many of somebody's are looked for among, where no matter is named: the latest.
LOOKED_BACK = 2_000
# How many passages on a matter are looked through for what was asked for.
LOOKED_THROUGH = 100
# How much of the matter's weight a request must hold, with its paragraph and its item's title.
ON_MATTER = 0.6
# Those of whom nothing is recorded but that they spoke, and what is done with what is asked for.
_ANYBODY = frozenset(
    """
    anybody anyone board cabinet chair chairman committee committees council councillor councillors
    else everybody everyone he members member officer officers panel partners people she they we
    """.split()
)
_DOING = frozenset(
    """
    awaited back bring brought circulate do done further future give given include information look
    matter provide provided received report see send share supply waiting write
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """Requests and undertakings that a question asks for.

    Args:
        shown: the latest of them, at most `MOST`, in the order of their dates.
        recorded: how many there are.
        on_matter: whether the question names what they are about.
        among: of how many of the latest, by anybody, they were taken; `None` for all there are.
    """

    kinds: frozenset[ActionKind]
    shown: tuple[RecordedAction, ...]
    recorded: int
    on_matter: bool
    among: int | None = None

    def statements(self) -> list[Statement]:
        """Each in its own words, with the sentence it leans on and the one that replies."""
        spans: dict[str, tuple[StoredPassage, set[tuple[int, int]]]] = {}
        for each in self.shown:
            for passage in each.passages:
                taken = spans.setdefault(passage.id, (passage, set()))[1]
                taken.update(_with_context(each, passage))
        return named_as_such(
            [told for passage, taken in spans.values() for told in statements(passage, taken)],
            self.shown,
        )


def actions(question: Question, edition: Edition) -> Actions | None:
    """The requests and undertakings that a question asks for.

    `None` when it asks for something else, and when the catalogue has none, so that a search may
    find what was asked for in other words; of what is outstanding a search tells nothing.
    """
    asked = sought(question.parts[0].text) if len(question.parts) == 1 else None
    if asked is None:
        return None
    filters = filters_for(question.parts[0].text, question.filters, edition)
    matter = _matter(asked, edition)
    if not matter:
        return _latest(asked, filters, edition)
    hits = edition.search(matter, limit=LOOKED_THROUGH, filters=replace(filters, only=None))
    recorded = edition.actions_in(hit.passage.id for hit in hits)
    found = _on_matter(_by_whom(_of_kinds(recorded, asked), asked, edition), matter, edition)
    if not found and not asked.open:
        return None
    return Actions(kinds=asked.kinds, shown=_last(found), recorded=len(found), on_matter=True)


def _latest(asked: Sought, filters: Filters, edition: Edition) -> Actions | None:
    """Those on any matter: the latest, and of somebody who is named his or hers among more of
    them, so that a large library answers as soon as a small one."""
    of_anybody = not _named(asked)
    most = MOST if of_anybody else LOOKED_BACK
    latest, recorded = edition.latest_actions(filters, asked.kinds, most)
    found = _by_whom(_of_kinds(latest, asked), asked, edition)
    if not found and not asked.open:
        return None
    return Actions(
        kinds=asked.kinds,
        shown=_last(found),
        recorded=recorded if of_anybody else len(found),
        on_matter=False,
        among=most if recorded > most and not of_anybody else None,
    )


def _of_kinds(recorded: Iterable[RecordedAction], asked: Sought) -> list[RecordedAction]:
    return [each for each in recorded if each.action.kind in asked.kinds]


def _last(found: Sequence[RecordedAction]) -> tuple[RecordedAction, ...]:
    """The latest; those without a date come first, so that they give way to them."""
    return tuple(sorted(found, key=lambda each: each.reference.date is not None)[-MOST:])


def named_as_such(told: Sequence[Statement], recorded: Iterable[RecordedAction]) -> list[Statement]:
    """Statements, those that make a request or an undertaking named so; a decision stays one."""
    does: Mapping[str, ActionKind] = {each.quote: each.action.kind for each in recorded}
    return [
        replace(each, action=does.get(each.text.removeprefix(ELISION)))
        if each.kind is SentenceKind.SAID
        else each
        for each in told
    ]


def _with_context(each: RecordedAction, passage: StoredPassage) -> Iterator[tuple[int, int]]:
    """The sentences of a passage that make it, those they lean on, and a request's reply.

    An undertaking mostly replies to the sentence before it.
    """
    spans = sentences(passage)
    own = [
        at
        for at, (start, end) in enumerate(spans)
        if start < each.action.end and end > each.action.start
    ]
    if own:
        replies = each.action.kind is ActionKind.UNDERTAKING
        leans = replies or _POINTS.search(each.quote)
        first = leaning_from(passage, spans, max(own[0] - 1, 0) if leans else own[0])
        yield from spans[first : own[-1] + 1 + (not replies)]


def _matter(asked: Sought, edition: Edition) -> str:
    """The words for the matter that a question names; empty where it names none."""
    # A name in capitals is of somebody who speaks: "the police" tell of a matter as well.
    who = " ".join(word for word in words(asked.who) if word.islower())
    cues = _ANYBODY | _DOING
    return " ".join(matter_words(f"{who} {asked.rest}", edition, cues))


def _named(asked: Sought) -> frozenset[str]:
    """The words, in lower case, for whoever is named beside bodies and everybody."""
    return frozenset(word.casefold() for word in words(asked.who)) - _ANYBODY


def _by_whom(
    found: Sequence[RecordedAction], asked: Sought, edition: Edition
) -> list[RecordedAction]:
    """Those that the person who is named made; all where nobody but a body is named."""
    named = _named(asked)
    own = [each for each in found if not named.isdisjoint(_surnames(each))]
    somebody = {word.casefold() for word in words(asked.who) if not word.islower()}
    bodies = lower_words(*edition.councils(), *edition.committees())
    return own if own or somebody - _ANYBODY - bodies else list(found)


def _surnames(each: RecordedAction) -> set[str]:
    """Of whoever made it; where that is only "he" or "she", of the last who was named before."""
    if each.action.by:
        return {word.casefold() for word in words(each.action.by)[-1:]} - _ANYBODY
    if begins := _TITLED.match(each.quote):
        return {begins[1].casefold()}
    if not _SOMEBODY.match(each.quote):
        return set()
    before = each.passages[0].text.partition(each.quote)[0]
    return {surname.casefold() for surname in _TITLED.findall(before)[-1:]}


def _on_matter(
    found: Sequence[RecordedAction], matter: str, edition: Edition
) -> list[RecordedAction]:
    """Those on a matter, by their words, their paragraphs and the titles of their items."""
    terms = edition.terms(matter)
    weights = {term.word: weight(term, edition.passages) for term in terms}
    known = known_share(terms, weights)
    return [
        each for each in found if share(stems(_all_of(each)), terms, weights) * known >= ON_MATTER
    ]


def _all_of(each: RecordedAction) -> str:
    at = each.reference
    told = (passage.text for passage in each.passages)
    heading = each.passages[0].heading
    return " ".join(filter(None, (at.item_title, heading, *told)))
