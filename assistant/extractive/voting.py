"""The votes that a question asks for, from the catalogue: what was moved, by whom, and the end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from assistant.answer import SentenceKind
from assistant.evidence.leaning import leaning_from, sentences, words_of
from assistant.evidence.weighing import known_share, share, weight
from assistant.extractive.decisions import VOTING
from assistant.extractive.extract import place
from assistant.extractive.register import matter_words
from assistant.statement import Quote, Statement
from assistant.understanding.occasion import filters_for
from assistant.understanding.question import Question
from assistant.understanding.voting import CUES, Ending, Sought, asks_who_voted, votes_sought
from vectorstore.business import RecordedVote
from vectorstore.edition import Edition
from vectorstore.found import Filters, StoredPassage
from vectorstore.records import DECIDES, ParagraphKind
from vectorstore.stems import stems
from vectorstore.wording import fold

# As many as one reads through; all are on the pages of their meetings.
MOST = 20
# How many passages on a matter are looked through for the items that voted on it.
LOOKED_THROUGH = 100
# How much of the matter's weight a vote must hold, with its motion and its item's title.
ON_MATTER = 0.6
# How many passages before a vote may say what it was taken on.
REACH = 12
# How much of what a vote was on is looked for: the text may break it off with a quotation mark.
SUBJECT = 40
_MOVES = re.compile(
    r"\b(?:propos(?:ed|er)|moved|second(?:ed|er)|resolved|recommended|agreed|amendment)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:carried|lost|fell|defeated|withdrawn|unanimous(?:ly)?|abst\w+|casting vote)\b|"
    r"\b\d+ (?:votes?|for|against|in favour)\b|\b(?:for|against|favour)\W+\d|\bvot(?:ed|es)\b",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(r"\bunanim", re.IGNORECASE)
# A side of a vote with its count; the names stand after it.
_SIDE = re.compile(r"\W*(?:for|against|abst\w+)\b[^:(\n]{0,30}\(\d+\)", re.IGNORECASE)
# "Visitor levy." says what the next sentence is on.
_HEADING_WORDS = 5

Run = tuple[StoredPassage, int, int]
"""A passage and the offsets, into the document's text, of a run of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """Votes that a question asks for.

    Args:
        shown: the latest of them, at most `MOST`, in the order of their dates.
        told: the statements that tell of each.
        recorded: how many there are.
        ending: how they ended, where that was asked.
        amendments: whether only those on amendments were asked for.
        on_matter: whether the question names what they are on.
    """

    shown: tuple[RecordedVote, ...]
    told: tuple[Statement, ...]
    recorded: int
    ending: Ending | None
    amendments: bool
    on_matter: bool


NO_VOTES = Votes(shown=(), told=(), recorded=0, ending=None, amendments=False, on_matter=False)


def votes(question: Question, edition: Edition) -> Votes | None:
    """The votes that a question asks for as such.

    `None` when it asks for something else, and when the catalogue has none on the matter, so that a
    search may find what was decided without a vote. Who voted how a search finds too, but where no
    vote is told of at all, there is none to be found.
    """
    if len(question.parts) != 1:
        return None
    text = question.parts[0].text
    filters = replace(filters_for(text, question.filters, edition), only=None)
    asked = votes_sought(text)
    if asked is None:
        return NO_VOTES if asks_who_voted(text) and not _any_vote(edition, filters) else None
    matter = " ".join(matter_words(asked.rest, edition, CUES))
    if matter:
        hits = edition.search(matter, limit=LOOKED_THROUGH, filters=filters)
        recorded = _on_matter(edition.votes_in(hit.passage.id for hit in hits), matter, edition)
    else:
        recorded = edition.votes(filters)
    found = [each for each in recorded if _is_sought(each, asked)]
    if not found and matter:
        return None
    shown = tuple(sorted(found, key=lambda each: each.reference.date is not None)[-MOST:])
    return Votes(
        shown=shown,
        told=tuple(_statements(shown, edition, names=bool(matter))),
        recorded=len(found),
        ending=asked.ending,
        amendments=asked.amendments,
        on_matter=bool(matter),
    )


def _any_vote(edition: Edition, filters: Filters) -> bool:
    """Whether the minutes tell of a vote anywhere, if only in a sentence."""
    return bool(edition.votes(filters)) or any(
        VOTING.search(hit.passage.text)
        for hit in edition.search("vote voted voting abstained", filters=filters)
    )


def _is_sought(each: RecordedVote, asked: Sought) -> bool:
    if asked.amendments and not _amends(_words(each)):
        return False
    match asked.ending:
        case Ending.TIED:
            return each.vote.in_favour is not None and each.vote.in_favour == each.vote.against
        case Ending.UNANIMOUS:
            return bool(_UNANIMOUS.search(_words(each))) or each.vote.against == 0
        case None:
            return True
        case ending:
            return each.vote.outcome == ending


def _on_matter(found: Sequence[RecordedVote], matter: str, edition: Edition) -> list[RecordedVote]:
    """Those on a matter, by the words of what was moved and the titles of their items."""
    terms = edition.terms(matter)
    weights = {term.word: weight(term, edition.passages) for term in terms}
    known = known_share(terms, weights)
    return [
        each
        for each in found
        if share(stems(_all_of(each, edition)), terms, weights) * known >= ON_MATTER
    ]


def _all_of(each: RecordedVote, edition: Edition) -> str:
    """All that says what a vote was on: with an amendment, and where no motion is known by itself,
    what the item dealt with until then."""
    first, told = each.passages[0], _words(each)
    before: Sequence[StoredPassage] = ()
    if each.on is None or _amends(told):
        before = edition.surroundings(first.id, before=REACH, after=0)
    return " ".join((first.heading, *(passage.text for passage in before), told))


def _amends(told: str) -> bool:
    return "amendment" in told.casefold()


def _words(each: RecordedVote) -> str:
    """What was moved and how the vote is recorded."""
    of_vote = (fold(passage.raw) for passage in each.passages)
    moved = each.on.quote if each.on else ""
    return " ".join((moved, each.vote.subject or "", *of_vote))


def _statements(
    shown: Iterable[RecordedVote], edition: Edition, *, names: bool
) -> Iterator[Statement]:
    """Each vote with what it was taken on, in the order of the text.

    Args:
        names: whether those who voted are told as well as their number.
    """
    runs: dict[tuple[str, int], Run] = {}
    for each in shown:
        for run in chain(_taken_on(each, edition), _count(each, names=names)):
            runs.setdefault((run[0].id, run[1]), run)
    for run in sorted(runs.values(), key=lambda run: (*place(run[0]), run[1])):
        yield _statement(run)


def _statement(run: Run) -> Statement:
    passage, start, end = run
    quote = Quote(passage=passage, start=start, end=end)
    decides = passage.reference.kind in DECIDES
    return Statement(
        text=quote.text,
        quotes=(quote,),
        kind=SentenceKind.DECIDED if decides else SentenceKind.SAID,
        meeting=passage.reference.meeting,
    )


def _taken_on(each: RecordedVote, edition: Edition) -> Iterator[Run]:
    """The sentences that moved what a vote was on, without the debate."""
    if each.on is None:
        yield from _subject(each, edition)
        return
    first, *rest = each.on.passages
    within = _sentences_in(first, each.on.decision.start, each.on.decision.end)
    spans = sentences(first)
    for at, span in enumerate(spans):
        said = words_of(first, span)
        heads = at == 0 and len(said.split()) <= _HEADING_WORDS
        if span in within and (heads or _moves(said)):
            yield from ((first, *spans[lean]) for lean in range(leaning_from(first, spans, at), at))
            yield first, *span
    for passage in rest:
        if passage.reference.kind is not ParagraphKind.VOTE:
            yield from ((passage, *span) for span in sentences(passage))


def _moves(said: str) -> bool:
    return bool(_MOVES.search(said) or _TELLS.search(said))


def _subject(each: RecordedVote, edition: Edition) -> Iterator[Run]:
    """The sentence that says what a vote was on, where no motion is known by itself."""
    first = each.passages[0]
    sought = fold(each.vote.subject or "")[:SUBJECT]
    before = edition.surroundings(first.id, before=REACH, after=0)
    for passage in reversed(before) if sought else ():
        for span in sentences(passage):
            if sought in words_of(passage, span):
                yield passage, *span
                return


def _count(each: RecordedVote, *, names: bool) -> Iterator[Run]:
    """The sentences that tell how a vote fell and ended; without names, no more than the sides."""
    for passage in each.passages:
        spans = _sentences_in(passage, each.vote.start, each.vote.end)
        for start, end in spans:
            said = passage.raw[start - passage.start : end - passage.start]
            side = _SIDE.match(said)
            if side and not names:
                yield passage, start, start + side.end()
            elif side or _TELLS.search(said):
                yield passage, start, end


def _sentences_in(passage: StoredPassage, start: int, end: int) -> list[tuple[int, int]]:
    return [span for span in sentences(passage) if span[0] < end and span[1] > start]
