"""Passages fit the embedding model and lose nothing."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.passages import heading_context, parts, passages
from vectorstore.embedding import Embedder
from vectorstore.records import Document
from vectorstore.settings import LibrarySettings
from vectorstore.wording import fold


@given(st.text(alphabet="abc .,;\n\u00a0ABé", max_size=300), st.integers(3, 40))
def test_the_parts_join_to_the_text_and_each_fits(text: str, most: int) -> None:
    def fits(words: str) -> bool:
        return len(fold(words)) <= most

    found = parts(text, fits)
    assert "".join(found) == text
    assert all(map(fits, found))


def test_a_text_is_cut_where_sentences_end() -> None:
    text = "Mr. Beck spoke at length. Dr Fox did not. Nobody else was there that day."
    assert parts(text, lambda words: len(words) <= 45) == [
        "Mr. Beck spoke at length. Dr Fox did not. ",
        "Nobody else was there that day.",
    ]


def test_only_a_sentence_that_is_too_long_is_cut_at_a_clause() -> None:
    text = "Short one. The quay, which was long; the pier, which was not; and the slip were seen."
    assert parts(text, lambda words: len(words) <= 30) == [
        "Short one. ",
        "The quay, which was long; ",
        "the pier, which was not; ",
        "and the slip were seen.",
    ]


def test_a_passage_never_crosses_a_paragraph_and_stands_under_its_heading(
    read_fixture: Callable[[str], Document],
) -> None:
    document = read_fixture("printed.txt")
    found = passages(document, lambda text: len(text.split()), 30)
    pieces_of: dict[tuple[int, int, int], list[str]] = {}
    for each in found:
        key = (each.meeting, each.item, each.paragraph)
        pieces_of.setdefault(key, []).append(document.text[each.start : each.end])
        assert len(f"{each.heading} {document.text[each.start : each.end]}".split()) <= 30
    for (m, i, p), joined in pieces_of.items():
        paragraph = document.meetings[m].items[i].paragraphs[p]
        assert "".join(joined) == document.text[paragraph.start : paragraph.end]
    assert len(pieces_of) == sum(1 for _ in document.paragraphs())


def test_who_was_there_is_found_under_the_name_of_the_committee(
    read_fixture: Callable[[str], Document],
) -> None:
    document = read_fixture("meeting_page.txt")
    meeting = document.meetings[0]
    venue = meeting.items[0]
    assert (
        heading_context(document, meeting, venue, venue.paragraphs[0])
        == "Northmere Safety Partnership"
    )


def test_a_section_stands_under_the_title_of_its_agreement(
    read_fixture: Callable[[str], Document],
) -> None:
    document = read_fixture("agreement.txt")
    money = document.meetings[0].items[-1]
    context = heading_context(document, document.meetings[0], money, money.paragraphs[0])
    assert context == "Northmere Flood Agreement 2022 – Money"


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder(LibrarySettings())


def test_passages_stay_under_what_the_carried_model_reads(
    embedder: Embedder, read_text: Callable[[str], Document]
) -> None:
    long = "The committee heard at length about the antidisestablishmentarian quay-side. " * 60
    title = "A very long title of an agenda item, " * 30
    document = read_text(f"Agenda item\n\n{title}\n\nMinutes:\n\n1. {long}")
    found = passages(document, embedder.pieces, embedder.max_pieces)
    assert len(found) > 3
    for each in found:
        words = fold(document.text[each.start : each.end])
        assert embedder.pieces(f"{each.heading}\n{words}") <= embedder.max_pieces
