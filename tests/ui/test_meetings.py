"""The list of documents, narrowed, and a document as it is browsed."""

import datetime
from pathlib import Path

from tests.sample_library import SAMPLES, sample_home
from ui.meetings import Choice, document_view, line_words, narrowed, years
from vectorstore.edition import DocumentSummary
from vectorstore.library import open_library
from vectorstore.records import DocumentKind
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
