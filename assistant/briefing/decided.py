"""Decisions with who moved them and how the votes fell, each line resting on its words."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.briefing.points import Group, Point, headed, quoted, spanning, told
from assistant.statement import Quote
from vectorstore.business import RecordedDecision
from vectorstore.edition import Edition
from vectorstore.found import StoredPassage
from vectorstore.records import ParagraphKind
from vectorstore.wording import fold, sentence_spans, vote_words

# How many passages around a decision may tell who moved it and how the votes fell.
REACH = 30


def settled(decisions: Sequence[RecordedDecision]) -> list[RecordedDecision]:
    """The decisions without the motions whose vote a resolution tells of as well."""
    resolved = {
        (each.item, each.decision.vote)
        for each in decisions
        if each.decision.kind is not ParagraphKind.MOTION
    }
    return [
        each
        for each in decisions
        if each.decision.kind is not ParagraphKind.MOTION
        or (each.item, each.decision.vote) not in resolved
    ]


def decision_groups(edition: Edition, decisions: Iterable[RecordedDecision]) -> list[Group]:
    """One group for each decision."""
    return [
        Group(heading=_heading(each), points=tuple(_points(edition, each))) for each in decisions
    ]


def _heading(decided: RecordedDecision) -> str:
    title = decided.reference.item_title
    return f"{headed(decided.reference)}{f' – {title}' if title else ''}"


def _points(edition: Edition, decided: RecordedDecision) -> Iterator[Point]:
    decision, vote = decided.decision, decided.vote
    first = decided.passages[0]
    whole = spanning(edition, first, decision.start, decision.end)
    yield quoted(whole, "Motion" if decision.kind is ParagraphKind.MOTION else None)
    if first.reference.cut_off:
        yield told("The library holds only the beginning of this item.", whole)
    around = edition.surroundings(first.id, before=REACH, after=REACH)
    moved = _moved(decided, around)
    if moved:
        yield told(f"Proposed by {decision.proposer} and seconded by {decision.seconder}.", moved)
    if vote:
        begins = next((each for each in around if each.start <= vote.start < each.end), first)
        taken = spanning(edition, begins, vote.start, vote.end)
        yield told(f"{vote_words(vote)}.", taken, label="Vote")


def _moved(decided: RecordedDecision, around: Sequence[StoredPassage]) -> Quote | None:
    """The words that name proposer and seconder: the last before the decision's end."""
    names = decided.decision.proposer, decided.decision.seconder
    if None in names:
        return None
    for passage in reversed(around):
        if passage.start >= decided.decision.end:
            continue
        for start, end in reversed(sentence_spans(passage.raw)):
            sentence = fold(passage.raw[start:end])
            if "second" in sentence and all(f"{name}" in sentence for name in names):
                return Quote(passage=passage, start=passage.start + start, end=passage.start + end)
    return None
