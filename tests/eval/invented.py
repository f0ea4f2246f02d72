"""Minutes of an invented council and answers about them, made by hand to be counted by hand."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import (
    Answer,
    AnswerSentence,
    AnswerStatus,
    Citation,
    Composer,
    SentenceKind,
)
from eval.cases import Case, Evidence, Nugget
from eval.measures.retrieval import Piece
from eval.sources import Place, Sources
from tests.assistant.invented import passage
from vectorstore.errors import LibraryError
from vectorstore.found import NO_FILTERS, Coverage
from vectorstore.records import (
    AgendaItem,
    Document,
    DocumentKind,
    Meeting,
    Paragraph,
    ParagraphKind,
)

NAME = "cabinet.txt"
_WORDINGS = (
    "Mr Orrell said that the ferry had been late on 40 days. Mrs Vance asked why it was so.",
    "RESOLVED that the   ferry be replaced.",
    "The bus to Sele would stop at Fenn.",
)
TEXT = "\n".join(_WORDINGS)
SAID, ASKED = (0, 55), (56, 86)
DECIDED = (87, 87 + len(_WORDINGS[1]))
BUS = (DECIDED[1] + 1, len(TEXT))
DOCUMENT = Document(
    name=NAME,
    digest="d",
    kind=DocumentKind.MINUTES,
    title=None,
    url=None,
    text=TEXT,
    meetings=(
        Meeting(
            items=(
                AgendaItem(
                    number="1",
                    minute_number=None,
                    title="Ferry",
                    paragraphs=(
                        Paragraph(
                            label="1",
                            kind=ParagraphKind.NARRATIVE,
                            start=0,
                            end=86,
                            speakers=("Mr Orrell", "Mrs Vance"),
                        ),
                        Paragraph(
                            label="2",
                            kind=ParagraphKind.RESOLUTION,
                            start=DECIDED[0],
                            end=DECIDED[1],
                        ),
                        Paragraph(
                            label="3", kind=ParagraphKind.NARRATIVE, start=BUS[0], end=BUS[1]
                        ),
                    ),
                ),
            )
        ),
    ),
)
CASE = Case(
    id="ferry",
    question="the ferry",
    history=(),
    filters=NO_FILTERS,
    answerable=True,
    evidence=(
        Evidence(document=NAME, quote="the ferry had been late on 40 days", relevance=2),
        Evidence(document=NAME, quote="the ferry be replaced", relevance=1),
    ),
    nuggets=(
        Nugget(fact="Late on 40 days.", vital=True, match=("forty days", "40 days")),
        Nugget(fact="To be replaced.", vital=True, match=("replaced",)),
        Nugget(fact="In 2022–23.", vital=False, match=("2022–23",)),
        Nugget(fact="It was 'late'.", vital=False, match=("‘Late’",)),
    ),
    tags=(),
)
SILENT = replace(
    CASE, id="zebras", question="the zebras", answerable=False, evidence=(), nuggets=()
)


def sources() -> Sources:
    """The one document."""

    def read(name: str) -> Document:
        if name != NAME:
            raise LibraryError(f"The library holds no document called “{name}”.")
        return DOCUMENT

    return Sources(read)


def place(span: tuple[int, int]) -> Place:
    """A run of the document."""
    return Place(document=NAME, start=span[0], end=span[1])


def piece(id: str, span: tuple[int, int]) -> Piece:
    """A run of the document as it is retrieved."""
    return Piece(id=id, place=place(span))


def citation(number: int, span: tuple[int, int]) -> Citation:
    """A citation of a run of the document."""
    held = passage(TEXT, start=0)
    return Citation(
        number=number,
        quote=" ".join(TEXT[slice(*span)].split()),
        start=span[0],
        end=span[1],
        passage=held.id,
        reference=held.reference,
        exact=True,
    )


def sentence(text: str, *citations: int, kind: SentenceKind = SentenceKind.SAID) -> AnswerSentence:
    """A statement with the numbers of its citations."""
    return AnswerSentence(text=text, citations=citations, kind=kind, meeting=None)


def answer(
    *spans: tuple[int, int],
    text: str = "",
    sentences: Sequence[AnswerSentence] = (),
    status: AnswerStatus = AnswerStatus.ANSWERED,
    composer: Composer = Composer.EXTRACTIVE,
    score: float | None = None,
) -> Answer:
    """An answer that cites runs of the document."""
    return Answer(
        question="",
        standalone_question="",
        status=status,
        text=text,
        sentences=tuple(sentences),
        citations=tuple(citation(number, span) for number, span in enumerate(spans, start=1)),
        coverage=Coverage(
            meetings=1, documents=1, committees=(), first_date=None, last_date=None, undated=1,
            unreadable=0,
        ),
        edition="000001",
        composer=composer,
        evidence_score=score,
    )  # fmt: skip
