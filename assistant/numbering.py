"""Statements into the numbered sentences and citations of an answer."""

from assistant.answer import AnswerSentence, Citation
from assistant.statement import Quote, Statement
from vectorstore.edition import Edition
from vectorstore.wording import fold


class Numbering:
    """The citations of one answer, numbered from 1 as they come."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._citations: dict[tuple[str, int, int], Citation] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations so far, by number."""
        return tuple(self._citations.values())

    def sentence(self, statement: Statement) -> AnswerSentence:
        """A statement with the numbers of its citations; the same quote keeps its number."""
        return AnswerSentence(
            text=statement.text,
            citations=tuple(self._number(quote) for quote in statement.quotes),
            kind=statement.kind,
            meeting=statement.meeting,
            emphasis=statement.emphasis,
            action=statement.action,
        )

    def _number(self, quote: Quote) -> int:
        key = quote.passage.id, quote.start, quote.end
        if key not in self._citations:
            verbatim = fold(self._edition.verbatim(quote.passage.id, quote.start, quote.end))
            self._citations[key] = Citation(
                number=len(self._citations) + 1,
                quote=quote.text,
                start=quote.start,
                end=quote.end,
                passage=quote.passage.id,
                reference=quote.passage.reference,
                exact=quote.text == verbatim,
            )
        return self._citations[key].number
