"""Citations are numbered as they come, and compared with the document character for character."""

from assistant.answer import SentenceKind
from assistant.numbering import Numbering
from assistant.statement import Quote, Statement
from vectorstore.edition import Edition
from vectorstore.found import StoredPassage


def quote(held: StoredPassage, length: int = 20) -> Quote:
    return Quote(passage=held, start=held.start, end=held.start + length)


def statement(*quotes: Quote) -> Statement:
    return Statement(text="It was so.", quotes=quotes, kind=SentenceKind.SAID, meeting="m1")


def test_numbers_run_from_one_and_the_same_quote_keeps_its_number(edition: Edition) -> None:
    one, two = (hit.passage for hit in edition.search("libraries", limit=2))
    numbering = Numbering(edition)
    assert numbering.sentence(statement(quote(one))).citations == (1,)
    assert numbering.sentence(statement(quote(two), quote(one))).citations == (2, 1)
    assert numbering.sentence(statement(quote(one, 10))).citations == (3,)
    assert [citation.number for citation in numbering.citations] == [1, 2, 3]
    assert all(citation.exact for citation in numbering.citations)
    assert [citation.reference for citation in numbering.citations] == [
        one.reference, two.reference, one.reference,
    ]  # fmt: skip


def test_words_that_the_document_does_not_have_there_are_not_called_exact(
    edition: Edition,
) -> None:
    [hit] = edition.search("libraries", limit=1)
    held = hit.passage
    altered = StoredPassage(
        id=held.id,
        heading=held.heading,
        raw="Z" + held.raw[1:],
        start=held.start,
        end=held.end,
        speakers=held.speakers,
        reference=held.reference,
    )
    numbering = Numbering(edition)
    numbering.sentence(statement(quote(altered)))
    [citation] = numbering.citations
    assert not citation.exact


def test_nothing_said_is_nothing_cited(edition: Edition) -> None:
    assert Numbering(edition).citations == ()
