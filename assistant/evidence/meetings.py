"""The meetings where a topic came up: none is left out because another said more of its words."""

import re
from collections.abc import Iterable, Sequence

from assistant.evidence.finding import Findings
from assistant.evidence.weighing import Candidate, share
from assistant.understanding.alternatives import alternatives
from assistant.understanding.question import Kind
from vectorstore.keywords import Term
from vectorstore.stems import stems

Paragraph = list[Candidate]
"""The sentences of one passage, best first."""

# The share of a topic, or of a half of it, that a paragraph holds where it came up.
CAME_UP = 0.95
# How near the best of all the best paragraph of a meeting must come, and how near that one the
# others of the same meeting; the same where everything is asked for.
NEAR_ALL, NEAR_ITS_BEST = 0.55, 0.75
NEAR_ALL_OF_ALL, NEAR_ITS_BEST_OF_ALL = 0.4, 0.6
_ALL = re.compile(
    r"\b(?:all|each|every|any)(?: of)?(?: the)? (?:\w+ )?"
    r"(?:meetings?|minutes|committees?|times?|occasions?)\b|"
    r"\b(?:whenever|everything)\b|\b(?:across|over)(?: the| all| these){0,2} (?:years|meetings|"
    r"committees)\b",
    re.IGNORECASE,
)


def with_each_meeting(
    kept: Iterable[Paragraph], ranked: Sequence[Paragraph], findings: Findings
) -> list[Paragraph]:
    """What was kept, and the best of each meeting where the topic or a half of it came up and
    nothing of that was kept; best first.

    Args:
        ranked: all that was found, best first.
    """
    shown = {_passage(paragraph) for paragraph in kept}
    added: set[str] = set()
    for half in alternatives(findings.part.text, findings.terms, findings.weights):
        of_it = [paragraph for paragraph in ranked if _holds(paragraph, half, findings)]
        told = {_meeting(paragraph) for paragraph in of_it if _passage(paragraph) in shown}
        silent = [paragraph for paragraph in of_it if _meeting(paragraph) not in told]
        added |= {_passage(paragraph) for paragraph in _foremost(silent, ranked, findings)}
    return [paragraph for paragraph in ranked if _passage(paragraph) in shown | added]


def _foremost(
    paragraphs: Sequence[Paragraph], ranked: Sequence[Paragraph], findings: Findings
) -> list[Paragraph]:
    """Of some paragraphs, best first, those that come near the best of their own meeting."""
    complete = findings.part.kind is Kind.TIMELINE or bool(_ALL.search(findings.part.asked))
    near_all = NEAR_ALL_OF_ALL if complete else NEAR_ALL
    near_its_best = NEAR_ITS_BEST_OF_ALL if complete else NEAR_ITS_BEST
    best: dict[str, float] = {}
    for paragraph in paragraphs:
        best.setdefault(_meeting(paragraph), paragraph[0].score)
    return [
        paragraph
        for paragraph in paragraphs
        if paragraph[0].score
        >= max(near_all * ranked[0][0].score, near_its_best * best[_meeting(paragraph)])
    ]


def _holds(paragraph: Paragraph, topic: Sequence[Term], findings: Findings) -> bool:
    passage = paragraph[0].passage
    told = stems(f"{passage.heading} {passage.text}")
    return share(told, topic, findings.weights) >= CAME_UP


def _passage(paragraph: Paragraph) -> str:
    return paragraph[0].passage.id


def _meeting(paragraph: Paragraph) -> str:
    return paragraph[0].passage.reference.meeting
