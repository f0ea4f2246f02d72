"""Is there evidence at all, and is it of the thing that was asked for?

The limits were chosen on the test questions of `samples/` and of other minutes
(`python -m benchmarks.answers`); each is a share or a cosine between 0 and 1.
"""

from dataclasses import dataclass
from enum import StrEnum

from assistant.evidence.choosing import choose, fits
from assistant.evidence.finding import Findings
from assistant.understanding.question import Kind
from vectorstore.keywords import Term

# Likeness alone that makes evidence; and below which only shared words can.
CLEARLY_LIKE, HARDLY_LIKE = 0.45, 0.36
# Share of the question's weight that the evidence holds: enough, and too little.
MOST_WORDS, FEW_WORDS = 0.45, 0.20
# A question of which less than this is known stands on likeness alone, and needs more of it.
MOSTLY_UNKNOWN, VERY_LIKE = 0.5, 0.5
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
        lacks: the sort of thing asked for that no evidence gives; `None` when it is given.
    """

    extent: Extent
    score: float | None = None
    missing: tuple[str, ...] = ()
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
    best = max(findings.candidates[:5], key=lambda found: found.likeness)
    held = max(found.coverage for found in findings.candidates[:5]) * findings.known_share
    missing = tuple(term.word for term in findings.unknown if _worth_naming(term, findings))
    # Each limit is met by likeness or by words; the one that is met least decides.
    score = min(
        max(best.likeness - HARDLY_LIKE, held - MOST_WORDS),
        max(best.likeness - CLEARLY_LIKE, held - FEW_WORDS),
        max(best.likeness - VERY_LIKE, findings.known_share - MOSTLY_UNKNOWN),
    )
    if score < 0:
        return Verdict(extent=Extent.NONE, score=score, missing=missing)
    nearest = choose(findings)
    lacks = None if any(fits(found, findings.part) for found in nearest) else findings.part.kind
    if lacks or missing:
        return Verdict(extent=Extent.PARTLY, score=score, missing=missing, lacks=lacks)
    return Verdict(extent=Extent.ENOUGH, score=score)


def _worth_naming(term: Term, findings: Findings) -> bool:
    is_name = term.word[0].isupper() and not findings.part.text.startswith(term.word)
    return is_name or findings.weights[term.word] >= WORTH_NAMING * sum(findings.weights.values())
