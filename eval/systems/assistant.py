"""The program itself, as the front doors ask it."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.assistant import Assistant
from assistant.settings import AssistantSettings
from eval.cases import Case
from eval.measures.retrieval import Piece
from eval.sources import Place
from eval.systems.system import Response
from vectorstore.edition import Edition
from vectorstore.found import StoredPassage

RETRIEVED = 20
"""How many passages are looked at for the measures of retrieval."""


@dataclass(frozen=True, slots=True)
class _Held:
    """One edition for every question, also when another is published meanwhile."""

    edition: Edition

    def current(self) -> Edition:
        return self.edition


class MinutesSystem:
    """The assistant over an edition; retrieval is its own search, as `minutes search`."""

    def __init__(self, edition: Edition, settings: AssistantSettings) -> None:
        self._edition = edition
        self._assistant = Assistant(_Held(edition), settings)

    def respond(self, case: Case) -> Response:
        answer = self._assistant.ask(case.question, case.history, case.filters)
        hits = self._edition.search(
            answer.standalone_question, limit=RETRIEVED, filters=answer.filters
        )
        return Response(answer=answer, retrieved=tuple(piece_of(hit.passage) for hit in hits))

    def pieces_at(self, place: Place) -> Sequence[Piece]:
        held = self._edition.passages_at(place.document, place.start, place.end)
        return [piece_of(passage) for passage in held]


def piece_of(passage: StoredPassage) -> Piece:
    """A passage as a piece of its document."""
    place = Place(document=passage.reference.document, start=passage.start, end=passage.end)
    return Piece(id=passage.id, place=place)
