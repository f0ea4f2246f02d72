"""How an answer comes to be written: by a chat model where there is one, in extracts otherwise."""

from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant import phrasing
from assistant.answer import AnswerSentence, AnswerStatus, Composer, SentenceKind
from assistant.evidence.choosing import choose
from assistant.evidence.expanding import expands
from assistant.evidence.finding import Findings, find
from assistant.evidence.judging import Extent, Verdict, judge, shown
from assistant.evidence.premises import after_record, record
from assistant.extractive.actions import named_as_such
from assistant.extractive.decisions import asks_for_count, counted
from assistant.extractive.extract import compose as compose_extracts
from assistant.generative.chat_model import ChatModel, ModelUnavailable
from assistant.generative.generate import compose as compose_with_model
from assistant.numbering import Numbering
from assistant.statement import Statement
from assistant.understanding.comparison import sides
from assistant.understanding.occasion import within_body
from assistant.understanding.premise import premise, without_premise
from assistant.understanding.question import BROAD, Question
from vectorstore.edition import Edition
from vectorstore.found import StoredPassage
from vectorstore.keywords import words

# How many passages around a sentence may belong to its list or its decision.
REACH = 15
# How many passages a chat model is given.
GIVEN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was found for each part of a question, and what it is worth."""

    findings: tuple[Findings, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def found(self) -> list[Findings]:
        """What was found for the parts that there is evidence for."""
        pairs = zip(self.findings, self.verdicts, strict=True)
        return [findings for findings, verdict in pairs if verdict.found]

    @property
    def score(self) -> float | None:
        """The best part's score, which decides whether anything is said to be found."""
        scores = (verdict.score for verdict in self.verdicts if verdict.score is not None)
        return max(scores, default=None)

    @property
    def status(self) -> AnswerStatus:
        """How the question ends as far as the evidence goes."""
        if not self.found:
            return AnswerStatus.NOT_FOUND
        if all(verdict.complete for verdict in self.verdicts):
            return AnswerStatus.ANSWERED
        return AnswerStatus.PARTLY_ANSWERED


def gather(edition: Edition, question: Question, *, anywhere: bool = False) -> Evidence:
    """What an edition has on each part of a question.

    "Who introduced it, and what did they say?" is about one occasion: later parts lean towards
    the meetings that answer the earlier ones.

    Args:
        anywhere: whether a place that the question names is no limit, as its reader has said.
    """
    findings: list[Findings] = []
    verdicts: list[Verdict] = []
    meetings: set[str] = set()
    asked = [side for part in question.parts for side in sides(part, question.filters, edition)]
    for side in asked:
        found = find(edition, side.part, side.filters, meetings, anywhere=anywhere)
        findings.append(found)
        verdict = _with_votes(judge(found, edition.embed), found, edition)
        verdicts.append(_with_premise(verdict, found, edition))
        if verdicts[-1].found:
            meetings.update(each.passage.reference.meeting for each in choose(found))
    return Evidence(findings=tuple(findings), verdicts=tuple(verdicts))


def gather_within(
    edition: Edition, question: Question, without: Collection[str]
) -> tuple[Question, Evidence]:
    """What an edition has on a question, limited to the body that it says it is of; as it was where
    that leaves less.

    Args:
        without: the names of filters that are not taken from the words.
    """
    filters = within_body(question.asked, question.filters, edition, without)
    if filters == question.filters:
        return question, gather(edition, question, anywhere=bool(without))
    limited = replace(question, filters=filters)
    there = gather(edition, limited)
    if there.status is AnswerStatus.ANSWERED:
        return limited, there
    anywhere = gather(edition, question)
    if there.found and anywhere.status is not AnswerStatus.ANSWERED:
        return limited, there
    return question, anywhere


def _with_votes(verdict: Verdict, found: Findings, edition: Edition) -> Verdict:
    """A verdict that tells where a count of votes is asked for and the minutes print none."""
    if not verdict.found or not asks_for_count(found.part.text):
        return verdict
    items = [_around(edition, each.passage.id) for each in choose(found)]
    if any(map(counted, items)):
        return verdict
    return replace(verdict, extent=Extent.PARTLY, uncounted=True)


def _with_premise(verdict: Verdict, found: Findings, edition: Edition) -> Verdict:
    """A verdict that tells where a matter ended otherwise than the question takes for granted."""
    taken = premise(found.part.asked) if verdict.found else None
    if taken is None:
        return verdict
    told = record(taken, found, choose(found), partial(_around, edition))
    if told.borne_out:
        left = {word.casefold() for word in words(without_premise(found.part.text))}
        return verdict.naming(left)
    if not told.instead:
        return verdict
    return Verdict(extent=Extent.PARTLY, score=verdict.score, not_so=taken, instead=told.instead)


NO_EVIDENCE = Evidence(findings=(), verdicts=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How the writing ended.

    Args:
        removed: sentences of a chat model that the cited words did not bear out.
        tokens: that the chat model read and wrote; `None` without one, or without a count.
        notice: what the reader should know of it; `None` when there is nothing.
    """

    status: AnswerStatus
    composer: Composer
    removed: int = 0
    tokens: int | None = None
    notice: str | None = None


Writing = Generator[AnswerSentence, None, Outcome]
"""The sentences of an answer, each verified, and how it ended."""


def write(
    question: str,
    evidence: Evidence,
    edition: Edition,
    numbering: Numbering,
    model: ChatModel | None,
    stopped: Callable[[], bool],
) -> Writing:
    """The answer to a question that stands alone.

    Where the model fails, or says nothing that the minutes bear out, extracts take its place.
    Once `stopped` says yes, the model is waited for no longer.
    """
    if not evidence.found:
        yield summary(phrasing.not_found())
        if suggested := phrasing.suggestion(evidence.findings):
            yield summary(suggested)
        return Outcome(status=AnswerStatus.NOT_FOUND, composer=Composer.EXTRACTIVE)
    yield from _shortfalls(evidence)
    if model is None:
        return (yield from _extracts(evidence, edition, numbering))
    generation = compose_with_model(question, _passages(evidence), model, stopped)
    failure: str | None = None
    said = False
    try:
        for statement in generation:
            said = True
            yield numbering.sentence(statement)
    except ModelUnavailable as error:
        failure = str(error)
    if stopped():
        return broken_off(model)
    outcome = Outcome(
        status=AnswerStatus.MODEL_UNAVAILABLE if failure else evidence.status,
        composer=Composer.GENERATIVE,
        removed=generation.removed,
        tokens=generation.tokens,
        notice=failure,
    )
    if said:
        return outcome
    extracted = yield from _extracts(evidence, edition, numbering)
    return Outcome(
        status=outcome.status if failure else extracted.status,
        composer=Composer.EXTRACTIVE,
        removed=generation.removed,
        tokens=generation.tokens,
        notice=failure or phrasing.no_words_of_the_model(refused=generation.refused),
    )


def broken_off(model: ChatModel | None) -> Outcome:
    """How an answer ends that somebody stopped: with what had been written by then."""
    return Outcome(
        status=AnswerStatus.PARTLY_ANSWERED,
        composer=Composer.GENERATIVE if model else Composer.EXTRACTIVE,
        notice=phrasing.STOPPED,
    )


def ask_back(choices: Sequence[str]) -> Writing:
    """What is asked back in place of an answer, with what the question may mean."""
    yield summary(phrasing.clarification(choices))
    return Outcome(status=AnswerStatus.CLARIFY, composer=Composer.EXTRACTIVE)


def _shortfalls(evidence: Evidence) -> Iterator[AnswerSentence]:
    """What the minutes do not say, part by part."""
    alone = len(evidence.findings) == 1
    for findings, verdict in zip(evidence.findings, evidence.verdicts, strict=True):
        shortfall = phrasing.shortfall(findings.part, verdict, alone=alone)
        if shortfall:
            yield summary(shortfall)


def _extracts(evidence: Evidence, edition: Edition, numbering: Numbering) -> Writing:
    """What the minutes say, verbatim, under a line that tells how much it is."""
    statements = extracted(evidence, edition)
    lead = phrasing.lead(statements)
    if lead and any(findings.part.kind in BROAD for findings in evidence.found):
        yield summary(lead)
    for statement in statements:
        yield numbering.sentence(statement)
    return Outcome(status=evidence.status, composer=Composer.EXTRACTIVE)


def extracted(evidence: Evidence, edition: Edition) -> list[Statement]:
    """What the minutes say on each part that there is evidence for, verbatim."""
    chosen = [
        (candidate, after_record(findings.part, candidate) if verdict.instead else findings.part)
        for findings, verdict in zip(evidence.findings, evidence.verdicts, strict=True)
        for candidate in shown(findings, verdict)
    ]
    told = compose_extracts(chosen, partial(_around, edition))
    told = _meaning_first(told, evidence)
    quoted = {quote.passage.id for statement in told for quote in statement.quotes}
    return named_as_such(told, edition.actions_in(quoted))


def _meaning_first(told: list[Statement], evidence: Evidence) -> list[Statement]:
    """Statements, led by the paragraph that says what an abbreviation stands for, where that is
    asked."""
    says = (
        {quote.passage.id for quote in each.quotes}
        for each in told
        if any(expands(each.text, found.part, found.terms) for found in evidence.found)
    )
    first = next(says, set())
    return sorted(told, key=lambda each: first.isdisjoint(q.passage.id for q in each.quotes))


def _around(edition: Edition, passage_id: str) -> Sequence[StoredPassage]:
    return edition.surroundings(passage_id, before=REACH, after=REACH)


def _passages(evidence: Evidence) -> list[StoredPassage]:
    """The passages found, best first, each once."""
    hits = [hit for findings in evidence.found for hit in findings.hits]
    ranked = sorted(hits, key=lambda hit: -hit.score)
    return list({hit.passage.id: hit.passage for hit in ranked}.values())[:GIVEN]


def summary(text: str) -> AnswerSentence:
    """A sentence of the program's own."""
    return AnswerSentence(text=text, citations=(), kind=SentenceKind.SUMMARY, meeting=None)
