"""Is there evidence at all, and is it of the thing that was asked for?

The limits were chosen on the test questions of `samples/` and of other minutes
(`python -m benchmarks.answers`); each is a share or a cosine between 0 and 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.evidence.choosing import choose
from assistant.evidence.finding import Findings
from assistant.evidence.weighing import Candidate, mentions
from assistant.understanding.question import SHORT, Kind
from vectorstore.keywords import Term
from vectorstore.records import StoredPassage
from vectorstore.stems import stems

# Likeness alone that makes evidence, and that is worth showing beside what is missing.
LIKE, SOMEWHAT_LIKE = 0.40, 0.42
# Share of the question's weight that the evidence must hold where likeness alone is too little.
MOST_WORDS = 0.45
# Below this share of known words a question is taken to ask for something the library lacks.
MOSTLY_UNKNOWN = 0.5
# Of how many sentences and passages the likeness counts.
NEAREST = 5
# How far back, in characters, a paragraph may go on speaking of what was named.
REACH = 400
# An unknown word that weighs this share of the question is worth naming; a name always is.
WORTH_NAMING = 0.22


class Extent(StrEnum):
    """How much of a question the minutes answer."""

    ENOUGH = "enough"
    PARTLY = "partly"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What there is, and what the minutes do not give.

    Args:
        score: by how much the evidence clears the limits, negative where there is none; `None`
            when nothing at all was found.
        missing: words of the question that the library nowhere has, as typed.
        unmet: telling words of the question that stand elsewhere, but not in what was chosen.
        lacks: the sort of thing asked for that no evidence gives; `None` when it is given.
    """

    extent: Extent
    score: float | None = None
    missing: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    lacks: Kind | None = None

    @property
    def found(self) -> bool:
        """Whether there is anything to show."""
        return self.extent is not Extent.NONE

    @property
    def complete(self) -> bool:
        """Whether nothing that was asked for is missing."""
        return self.extent is Extent.ENOUGH


def judge(findings: Findings) -> Verdict:
    """Whether the best that was found is evidence for a part of a question."""
    if not findings.candidates:
        return Verdict(extent=Extent.NONE)
    nearest = findings.candidates[:NEAREST]
    like = max(found.likeness for found in nearest)
    held = max(found.coverage for found in nearest) * findings.known_share
    strange = findings.known_share < MOSTLY_UNKNOWN
    # Likeness or words make evidence; a question of mostly unknown words stands on likeness.
    score = like - SOMEWHAT_LIKE if strange else max(like - LIKE, held - MOST_WORDS)
    missing = _missing(findings, strange=strange)
    if score < 0:
        return Verdict(extent=Extent.NONE, score=score, missing=missing)
    chosen = choose(findings)
    lacks = None if any(found.gives for found in chosen) else findings.part.kind
    unmet = _unmet(findings, chosen)
    if lacks or missing or unmet:
        return Verdict(extent=Extent.PARTLY, score=score, missing=missing, unmet=unmet, lacks=lacks)
    return Verdict(extent=Extent.ENOUGH, score=score)


def _missing(findings: Findings, *, strange: bool) -> tuple[str, ...]:
    """The unknown words worth naming; of a question that is mostly unknown, all."""
    return tuple(term.word for term in findings.unknown if strange or _worth_naming(term, findings))


def _unmet(findings: Findings, chosen: Sequence[Candidate]) -> tuple[str, ...]:
    """Names, figures and, of a narrow question, other telling words that no chosen place has."""
    held = [stems(_told_with(found.passage, findings)) for found in chosen]
    return tuple(
        term.word
        for term in findings.terms
        if term.passages
        and (_names(term, findings) or (findings.part.kind in SHORT and _tells(term, findings)))
        and not any(mentions(place, term) for place in held)
    )


def _told_with(passage: StoredPassage, findings: Findings) -> str:
    """What a passage says and what was found just before it in the same item, which it goes on
    speaking of: "the scheme"."""
    at = passage.reference
    before = (
        hit.passage
        for hit in findings.hits
        if hit.passage.start < passage.start
        and passage.start - hit.passage.end <= REACH
        and (hit.passage.reference.meeting, hit.passage.reference.item_title)
        == (at.meeting, at.item_title)
    )
    return " ".join(map(_all_of, (*before, passage)))


def _all_of(passage: StoredPassage) -> str:
    """All that says what a passage is about: its words, its item, who met and when."""
    at = passage.reference
    where = (at.council, at.committee, at.title, at.document, at.item_title)
    when = f"{at.date:%d %B %Y}" if at.date else None
    return " ".join(filter(None, (passage.heading, passage.text, *where, when, *passage.speakers)))


def _worth_naming(term: Term, findings: Findings) -> bool:
    return _names(term, findings) or _tells(term, findings)


def _names(term: Term, findings: Findings) -> bool:
    """Whether a word is a name or a figure, by how it is written."""
    capital = term.word[0].isupper() and not findings.part.text.startswith(term.word)
    return capital or term.word[0].isdigit()


def _tells(term: Term, findings: Findings) -> bool:
    return findings.weights[term.word] >= WORTH_NAMING * sum(findings.weights.values())
