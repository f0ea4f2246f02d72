"""What bears the matter of a motion: its own words, its item, or what was said just before it."""

from collections.abc import Iterable, Sequence

from assistant.evidence.weighing import Candidate, Wanted, share
from assistant.understanding.motion import AMENDS, ENDS
from vectorstore.keywords import words
from vectorstore.records import Hit, ParagraphKind, StoredPassage
from vectorstore.stems import stems

# How much of a motion's matter a sentence must bear, as a share of what the best bears.
BORNE = 0.6
# How far back, in characters, a paragraph may go on speaking of what was named.
REACH = 400


def on_its_matter(
    candidates: list[Candidate], wanted: Wanted, hits: Sequence[Hit]
) -> list[Candidate]:
    """Only what bears the matter of a motion, as far as anything does; none of a matter that the
    library has no word of. Where it is asked how it ended, motions and votes go before the rest."""
    matter = [term for term in wanted.terms if term.word.casefold() not in ENDS | AMENDS]
    if not any(term.passages for term in matter):
        return [] if matter else candidates
    borne = {
        hit.passage.id: share(stems(told_with(hit.passage, hits)), matter, wanted.weights)
        for hit in hits
    }
    most = max(borne.values(), default=0.0)
    on_it = [found for found in candidates if borne[found.passage.id] >= BORNE * most]
    if ENDS.isdisjoint(words(wanted.part.asked.casefold())):
        return on_it
    return [found for found in on_it if _moved_or_ended(found)] or on_it


def _moved_or_ended(found: Candidate) -> bool:
    kind = found.passage.reference.kind
    told = words(found.words.casefold())
    return kind is ParagraphKind.MOTION or (
        kind is ParagraphKind.VOTE and not ENDS.isdisjoint(told)
    )


def told_with(passage: StoredPassage, hits: Iterable[Hit]) -> str:
    """All that says what a passage is about, and what was found just before it in the same item,
    which it goes on speaking of: "the scheme"."""
    at = passage.reference
    before = (
        hit.passage
        for hit in hits
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
