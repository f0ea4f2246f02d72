"""What a composer makes: statements, each with the quotes that carry it, not yet numbered."""

from dataclasses import dataclass

from assistant.answer import SentenceKind
from vectorstore.found import StoredPassage
from vectorstore.records import ActionKind
from vectorstore.wording import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A verbatim run of a passage; offsets are into the document's text, end exclusive."""

    passage: StoredPassage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The quoted words, white space folded."""
        offset = self.passage.start
        return fold(self.passage.raw[self.start - offset : self.end - offset])


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of an answer with its quotes.

    Args:
        quotes: at least one.
        meeting: the id of the meeting it reports; `None` when its quotes come from several.
        emphasis: the runs of its text that give the figure or the date asked for, as offsets.
        action: what it makes, where that is a request or an undertaking.
    """

    text: str
    quotes: tuple[Quote, ...]
    kind: SentenceKind
    meeting: str | None
    emphasis: tuple[tuple[int, int], ...] = ()
    action: ActionKind | None = None
