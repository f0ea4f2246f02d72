"""What a system under test gives for a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Answer
from eval.cases import Case
from eval.measures.retrieval import Piece
from eval.sources import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer, and what was retrieved for it, best first."""

    answer: Answer
    retrieved: tuple[Piece, ...]


class System(Protocol):
    """Something that answers cases from the documents of one edition. Threads may share it."""

    def respond(self, case: Case) -> Response:
        """The answer to a case, and what was retrieved for it."""
        ...

    def pieces_at(self, place: Place) -> Sequence[Piece]:
        """The pieces, as this system retrieves them, that hold any character of a place."""
        ...
