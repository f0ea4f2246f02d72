"""Where a library speaks of a topic, and what tells most of it at each meeting."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from assistant.evidence.choosing import choose
from assistant.evidence.finding import Findings, find
from assistant.evidence.judging import Verdict, judge
from assistant.evidence.weighing import share
from assistant.statement import Quote
from assistant.understanding.question import Kind, Part
from vectorstore.edition import Edition
from vectorstore.found import Filters, Hit, Reference, StoredPassage
from vectorstore.records import DECIDES, ParagraphKind
from vectorstore.stems import stems
from vectorstore.wording import sentence_spans

# Passages looked at to see where the topic came up; more than any topic has in a large library.
WIDE = 1000
# The share of a topic's weight that a passage, with its heading, must hold to be about it.
ABOUT = 0.8
# What the topic's own words add to a sentence, beside the score of its passage, 0 to 1.
NAMED = 0.4
# How many paragraphs of a meeting are quoted, and how near the meeting's best each must come.
MOST_OF_A_MEETING, NEAR_BEST = 5, 0.5
# A sentence this near its paragraph's best is quoted with it.
NEAR_IN_PARAGRAPH = 0.6
# A title that names several matters, of which the topic may be one: "Libraries, buses and fares".
_SEVERAL = re.compile(r"[,;]")
_SAYS_NOTHING = DECIDES | {
    ParagraphKind.MOTION,
    ParagraphKind.ATTENDANCE,
    ParagraphKind.DECLARATION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a library has on a topic within some filters.

    Args:
        findings: of the topic as a whole.
        meetings: those at which it came up, by their ids.
        said: what tells most of what was said, of every one of these meetings.
        unquoted: how many more paragraphs on the topic there are in them.
    """

    filters: Filters
    findings: Findings
    verdict: Verdict
    meetings: dict[str, Reference]
    said: tuple[Quote, ...]
    unquoted: int

    def concerns(self, passages: Iterable[StoredPassage]) -> bool:
        """Whether some piece of business is about the topic."""
        return any(
            passage.reference.meeting in self.meetings and _about(passage, self.findings)
            for passage in passages
        )


def look_up(edition: Edition, words: str, filters: Filters) -> Topic:
    """What an edition has on a topic.

    What is quoted is chosen for each meeting by itself, so that one which spoke of the topic at
    length does not crowd out another.
    """
    part = Part(text=words, asked=words, kind=Kind.TOPIC)
    findings = find(edition, part, filters)
    verdict = judge(findings, edition.embed)
    hits = _hits(edition, findings, filters) if verdict.found else []
    meetings: dict[str, list[_Paragraph]] = {}
    for hit in hits:
        if hit.passage.reference.kind not in _SAYS_NOTHING:
            paragraph = _paragraph(hit, findings)
            meetings.setdefault(hit.passage.reference.meeting, []).append(paragraph)
    best = [paragraph for of_meeting in meetings.values() for paragraph in _best(of_meeting)]
    return Topic(
        filters=filters,
        findings=findings,
        verdict=verdict,
        meetings={hit.passage.reference.meeting: hit.passage.reference for hit in hits},
        said=tuple(quote for paragraph in best for quote in paragraph.quotes),
        unquoted=sum(map(len, meetings.values())) - len(best),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    """A passage on the topic: how much its best sentence tells, and what is worth quoting."""

    score: float
    quotes: tuple[Quote, ...]


def _hits(edition: Edition, findings: Findings, filters: Filters) -> list[Hit]:
    """The passages about the topic; where none names it, those that come nearest in meaning."""
    found = [
        hit
        for hit in edition.search(findings.part.text, limit=WIDE, filters=filters)
        if hit.passage.reference.kind is not ParagraphKind.ATTENDANCE
    ]
    about = [hit for hit in found if _about(hit.passage, findings)]
    nearest = {candidate.passage.id for candidate in choose(findings)}
    return about or [hit for hit in found if hit.passage.id in nearest]


def _about(passage: StoredPassage, findings: Findings) -> bool:
    """Whether a passage names the topic, or stands in an item that is about nothing else."""
    several = _SEVERAL.search(passage.reference.item_title or "")
    held = stems(passage.text if several else f"{passage.heading} {passage.text}")
    return share(held, findings.terms, findings.weights) >= ABOUT


def _paragraph(hit: Hit, findings: Findings) -> _Paragraph:
    """The sentences of a passage that tell most; those that follow each other are one quote."""
    passage = hit.passage
    spans = sentence_spans(passage.raw)
    scores = [
        hit.score + NAMED * share(stems(passage.raw[start:end]), findings.terms, findings.weights)
        for start, end in spans
    ]
    best = max(scores)
    telling = [score >= NEAR_IN_PARAGRAPH * best for score in scores]
    runs = [
        [span for _, span in run]
        for told, run in groupby(zip(telling, spans, strict=True), key=lambda pair: pair[0])
        if told
    ]
    return _Paragraph(
        score=best,
        quotes=tuple(
            Quote(
                passage=passage,
                start=passage.start + run[0][0],
                end=passage.start + run[-1][1],
            )
            for run in runs
        ),
    )


def _best(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    ranked = sorted(paragraphs, key=lambda each: -each.score)[:MOST_OF_A_MEETING]
    return [each for each in ranked if each.score >= NEAR_BEST * ranked[0].score]
