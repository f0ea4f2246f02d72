"""The list of documents, narrowed, and a document as it is browsed."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.page_images import PageImages
from tests.sample_library import SAMPLES, sample_home
from ui.meetings import Choice, document_view, line_words, narrowed, printed_page_view, years
from ui.originals import Originals, PageAsked
from vectorstore.holdings import DocumentSummary
from vectorstore.library import open_library
from vectorstore.records import Document, DocumentKind, Paragraph
from vectorstore.settings import LibrarySettings

__all__ = ["sample_home"]


def summary(name: str, year: int | None, committee: str | None = "Cabinet") -> DocumentSummary:
    """A line of the list."""
    return DocumentSummary(
        key=name,
        name=name,
        kind=DocumentKind.MINUTES,
        title=None,
        url=None,
        council="Marlshire County Council",
        committee=committee,
        date=datetime.date(year, 1, 30) if year else None,
        meetings=1,
        passages=1,
    )


PDF = "cabinet-2023-01-19.pdf"
OLD, NEW, UNDATED = summary("old", 2021), summary("new", 2024), summary("undated", None, None)


def test_the_latest_come_first_and_the_undated_last() -> None:
    assert narrowed([OLD, NEW, UNDATED], Choice()) == [NEW, OLD, UNDATED]
    assert years([OLD, NEW, UNDATED]) == ["2024", "2021", "Not recorded"]


def test_a_choice_narrows_by_committee_and_year() -> None:
    assert narrowed([OLD, NEW, UNDATED], Choice(committee="Cabinet", year="2021")) == [OLD]
    assert narrowed([OLD, NEW, UNDATED], Choice(year="Not recorded")) == [UNDATED]
    assert narrowed([OLD, NEW], Choice(committee="Scrutiny Committee")) == []


def test_a_line_says_when_and_who_and_never_guesses_a_date() -> None:
    assert line_words(OLD) == "30 January 2021 – Cabinet, Marlshire County Council"
    assert line_words(UNDATED) == "Date not recorded – Marlshire County Council"


def test_every_paragraph_of_a_document_is_drawn(sample_home: Path) -> None:
    edition = open_library(LibrarySettings(home=sample_home)).current()
    assert len(edition.documents()) == sum(
        1 for file in SAMPLES.iterdir() if file.suffix != ".toml"
    )
    for each in edition.documents():
        document = edition.document(each.name)
        [*drawn] = [
            paragraph["words"]
            for meeting in document_view(document)["meetings"]
            for item in meeting["items"]
            for paragraph in item["paragraphs"]
        ]
        assert drawn == [document.words(p.start, p.end) for _, _, p in document.paragraphs()]


def test_the_paragraph_that_a_link_leads_to_is_marked_and_no_other(sample_home: Path) -> None:
    edition = open_library(LibrarySettings(home=sample_home)).current()
    hit = edition.search("e-scooters", limit=1)[0].passage
    document = edition.document(edition.key_of(hit.id))
    marked = [
        paragraph["words"]
        for meeting in document_view(document, hit.start)["meetings"]
        for item in meeting["items"]
        for paragraph in item["paragraphs"]
        if paragraph["here"]
    ]
    assert len(marked) == 1
    assert marked[0] in " ".join(document.text.split())
    assert " ".join(hit.raw.split()) in marked[0]


@pytest.fixture
def printed(sample_home: Path) -> Document:
    """A sample PDF."""
    return open_library(LibrarySettings(home=sample_home)).current().document(PDF)


@pytest.fixture
def originals(sample_home: Path) -> Iterator[Originals]:
    images = PageImages()
    yield Originals(images=images, read=open_library(LibrarySettings(home=sample_home)).original)
    images.close()


def pages(document: Document) -> list[list[int]]:
    """The pages that can be shown of each paragraph."""
    return [
        paragraph["pages"]
        for meeting in document_view(document)["meetings"]
        for item in meeting["items"]
        for paragraph in item["paragraphs"]
    ]


def test_a_paragraph_is_shown_on_its_page_with_its_words_marked(
    printed: Document, originals: Originals
) -> None:
    paragraph = next(
        each for _, _, each in printed.paragraphs() if "both been flooded" in _words(printed, each)
    )
    asked = PageAsked(of=paragraph.start, page=2)
    view = printed_page_view(asked, printed, originals)
    assert view is not None
    assert view["words"] == "Page 2: the words are marked."
    assert view["marks"]


def test_only_pages_of_the_paragraph_that_was_asked_for_are_shown(
    printed: Document, originals: Originals
) -> None:
    first = next(each for _, _, each in printed.paragraphs())
    for asked in (PageAsked(of=first.start, page=2), PageAsked(of=first.start + 1, page=1)):
        assert printed_page_view(asked, printed, originals) is None


def test_no_page_is_offered_of_what_has_none_or_is_exempt_in_part(printed: Document) -> None:
    assert all(pages(printed))
    assert not any(pages(replace(printed, page_starts=())))
    [meeting, *_] = printed.meetings
    items = (replace(meeting.items[0], restricted=True), *meeting.items[1:])
    exempt = replace(
        printed,
        meetings=(replace(meeting, items=items),),
        text=printed.text[:10] + " " * 30 + printed.text[40:],
    )
    assert not any(1 in each for each in pages(exempt))


def test_the_original_is_linked_to_where_the_public_finds_it(printed: Document) -> None:
    assert document_view(replace(printed, url="javascript:alert(1)"))["original"] is None
    view = document_view(replace(printed, url="https://democracy.marlshire.example/1"))
    assert view["original"]["host"] == "democracy.marlshire.example"


def _words(document: Document, paragraph: Paragraph) -> str:
    return document.words(paragraph.start, paragraph.end)
