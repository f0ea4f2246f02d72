"""What a hearing is on, where only its head says so: "Premises: Neptune Rooms, 12 Quayside"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.evidence.weighing import share
from assistant.understanding.question import Kind, Part
from vectorstore.found import Hit
from vectorstore.keywords import Term
from vectorstore.records import ParagraphKind
from vectorstore.stems import stems

# What a line of a head begins with that names what the whole hearing is on.
_NAMES_IT = re.compile(
    r"\W*(?:name of |subject |the )?(?:address|appeal|application|case|hearing|land|location|"
    r"matter|premises|property|review|site|subject)\b",
    re.IGNORECASE,
)
# Items of a hearing's meeting that deal with something else.
_OTHER = re.compile(
    r"\b(?:applications?|any other|minutes of|notices?|other business|updates?|urgent)\b",
    re.IGNORECASE,
)
# What may come of an application or a review.
_COMES_OF_IT = re.compile(
    r"\b(?:allow\w*|approv\w+|clos\w+|get|given|got|grant\w*|keep|kept|los[et]|refus\w+|reject\w*|"
    r"revok\w+|shut|suspend\w*|won)\b",
    re.IGNORECASE,
)
# The share of a question's weight that a head must hold.
MOST = 0.5


def head(hits: Iterable[Hit], terms: Sequence[Term], weights: Mapping[str, float]) -> Hit | None:
    """The line of a meeting's head that names what a question is about; `None` where none does."""
    return next(
        (
            hit
            for hit in hits
            if hit.passage.reference.kind is ParagraphKind.ATTENDANCE
            and hit.passage.reference.item_title is None
            and _NAMES_IT.match(hit.passage.text)
            and share(stems(hit.passage.text), terms, dict(weights)) >= MOST
        ),
        None,
    )


def asks_for_outcome(part: Part, *, alone: bool) -> bool:
    """Whether a question that names no decision is after what came of a hearing.

    Args:
        alone: whether it names what the hearing is on and nothing else.
    """
    if part.kind is Kind.YES_NO:
        return alone or bool(_COMES_OF_IT.search(part.asked))
    return part.kind is Kind.TOPIC and alone


def under(top: Hit, hits: Iterable[Hit]) -> list[Hit]:
    """Those of some hits that are of a hearing, each under the line of its head."""
    return [
        replace(
            hit,
            passage=replace(
                hit.passage, heading=f"{top.passage.text} {hit.passage.heading}".strip()
            ),
        )
        for hit in hits
        if hit.passage.reference.meeting == top.passage.reference.meeting
        and not _OTHER.search(hit.passage.reference.item_title or "")
    ]
