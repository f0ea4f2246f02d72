"""The answer of a system that copies what it retrieved, as simple pipelines do."""

from collections.abc import Sequence

from assistant.answer import (
    Answer,
    AnswerSentence,
    AnswerStatus,
    Citation,
    Composer,
    Seconds,
    SentenceKind,
)
from eval.cases import Case
from eval.measures.retrieval import Piece
from vectorstore.edition import Edition
from vectorstore.found import Reference
from vectorstore.records import ParagraphKind

COPIED = 4
"""How many pieces make the answer: what LangChain's retriever gives unless it is told."""


def copy(case: Case, pieces: Sequence[Piece], edition: Edition, *, seconds: float) -> Answer:
    """The pieces, each a sentence that cites itself; it is always "answered" where there is one."""
    citations = tuple(
        _citation(number, piece, edition) for number, piece in enumerate(pieces[:COPIED], start=1)
    )
    return Answer(
        question=case.question,
        standalone_question=case.question,
        status=AnswerStatus.ANSWERED if citations else AnswerStatus.NOT_FOUND,
        text="\n".join(f"{each.quote} [{each.number}]" for each in citations),
        sentences=tuple(
            AnswerSentence(
                text=each.quote,
                citations=(each.number,),
                kind=SentenceKind.SAID,
                meeting=each.reference.meeting or None,
            )
            for each in citations
        ),
        citations=citations,
        coverage=edition.coverage(),
        edition=edition.name,
        composer=Composer.EXTRACTIVE,
        seconds=Seconds(total=seconds, find=seconds),
    )


def _citation(number: int, piece: Piece, edition: Edition) -> Citation:
    place = piece.place
    held = edition.passages_at(place.document, place.start, place.end)
    return Citation(
        number=number,
        quote=edition.document(place.document).words(place.start, place.end),
        start=place.start,
        end=place.end,
        passage=piece.id,
        reference=held[0].reference if held else _bare(place.document),
        exact=True,
    )


def _bare(document: str) -> Reference:
    """Words outside any item of business, which a pipeline without structure may retrieve."""
    return Reference(
        document=document,
        title=None,
        council=None,
        committee=None,
        date=None,
        status=None,
        meeting="",
        item=None,
        item_title=None,
        paragraph=None,
        kind=ParagraphKind.NARRATIVE,
        page=None,
        url=None,
    )
