"""What a browser is given of the sources, and what not."""

import base64
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from assistant.answer import Citation
from ingest.job import ingest
from ingest.page_images import PageImages
from ingest.quoted_pages import QuotedPage
from tests.ingest.readers.test_pdf import pdf
from tests.ui.answers import answer, citation, sentence
from tests.ui.test_surroundings import quoting
from ui.conversations.turn import Answered
from ui.originals import (
    LARGEST,
    Originals,
    PageAsked,
    cited_page_view,
    file_name,
    file_view,
    page_asked,
)
from ui.surroundings import Surroundings, quote_alone, surroundings
from vectorstore.edition import Edition
from vectorstore.errors import LibraryError
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings


@pytest.fixture(scope="module")
def images() -> Iterator[PageImages]:
    opened = PageImages()
    yield opened
    opened.close()


@pytest.fixture
def originals(sample_home: Path, images: PageImages) -> Originals:
    library = open_library(LibrarySettings(home=sample_home))
    return Originals(images=images, read=library.original)


def answered(cited: Citation, shown: Surroundings) -> Answered:
    whole = answer(sentence(cited.quote, 1), citations=(cited,))
    return Answered(answer=whole, surroundings={1: shown})


@pytest.fixture
def printed(samples: Edition) -> Answered:
    """An answer that quotes a sample PDF."""
    hits = samples.search("libraries that were flooded and served as rest centres", limit=20)
    hit = next(hit for hit in hits if hit.passage.reference.document == "cabinet-2023-01-19.pdf")
    cited = quoting(hit.passage)
    return answered(cited, surroundings(samples, cited))


def page_of(whole: Answered) -> PageAsked:
    shown = whole.surroundings[1].original
    assert shown is not None
    return PageAsked(of=1, page=shown.pages[0].number)


def test_the_page_of_a_citation_is_a_picture_with_boxes(
    printed: Answered, originals: Originals
) -> None:
    asked = page_of(printed)
    assert asked.page == printed.answer.citations[0].reference.page
    view = cited_page_view(asked, printed, originals)
    assert view is not None
    seen = Image.open(io.BytesIO(base64.b64decode(view["picture"])))
    assert seen.size == (view["width"], view["height"])
    assert view["marks"]
    assert view["words"] == f"Page {asked.page}: the words are marked."


def test_a_page_without_the_words_says_that_nothing_is_marked(
    printed: Answered, originals: Originals
) -> None:
    kept = printed.surroundings[1].original
    assert kept is not None
    page = QuotedPage(number=1, before="", words="walrus", after="")
    elsewhere = replace(kept, pages=(page,))
    paragraphs = printed.surroundings[1].paragraphs
    shown = Surroundings(paragraphs=paragraphs, original=elsewhere)
    whole = answered(printed.answer.citations[0], shown)
    view = cited_page_view(page_of(whole), whole, originals)
    assert view is not None
    assert view["marks"] == []
    assert "could not be found" in view["words"]


def test_an_original_that_is_gone_is_told_in_a_sentence_although_its_page_was_drawn_before(
    printed: Answered, originals: Originals
) -> None:
    def gone(digest: str) -> bytes:
        raise LibraryError("The original of this document is not kept: ingest it again.")

    drawn = cited_page_view(page_of(printed), printed, originals)
    assert drawn is not None
    assert "picture" in drawn
    erased = replace(originals, read=gone)
    view = cited_page_view(page_of(printed), printed, erased)
    assert view is not None
    assert view["problem"].endswith("The original of this document is not kept: ingest it again.")
    file = file_view(1, printed, erased)
    assert file == {"problem": "The original of this document is not kept: ingest it again."}


@pytest.mark.parametrize("asked", [PageAsked(of=2, page=1), PageAsked(of=1, page=7)])
def test_pages_that_no_citation_quotes_are_not_shown(
    printed: Answered, originals: Originals, asked: PageAsked
) -> None:
    assert cited_page_view(asked, printed, originals) is None


def test_a_file_comes_as_it_was_read(printed: Answered, originals: Originals) -> None:
    view = file_view(1, printed, originals)
    assert view is not None
    assert view["name"] == "cabinet-2023-01-19.pdf"
    assert base64.b64decode(view["bytes"]).startswith(b"%PDF")


def test_a_file_with_exempt_parts_or_of_no_citation_is_not_handed_out(
    printed: Answered, originals: Originals
) -> None:
    kept = printed.surroundings[1].original
    assert kept is not None
    closed = replace(kept, open=False)
    paragraphs = printed.surroundings[1].paragraphs
    shown = Surroundings(paragraphs=paragraphs, original=closed)
    assert file_view(1, answered(printed.answer.citations[0], shown), originals) is None
    assert file_view(2, printed, originals) is None
    moved_on = answered(citation(), quote_alone(citation()))
    assert file_view(1, moved_on, originals) is None


def test_a_file_that_would_hold_everything_up_is_refused(
    printed: Answered, images: PageImages
) -> None:
    originals = Originals(images=images, read=lambda digest: bytes(LARGEST + 1))
    assert file_view(1, printed, originals) == {"problem": "It is too large to be downloaded here."}


@pytest.mark.parametrize("told", [None, 3, "page", {}, {"of": "1", "page": 1}, {"of": 1}, [1, 2]])
def test_what_makes_no_sense_asks_for_no_page(told: object) -> None:
    assert page_asked(told) is None


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("cabinet 2024.pdf", "cabinet 2024.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\minutes.html", "minutes.html"),
        ("https://council.example/doc?id=1", "doc_id_1"),
        ("a\x00b\u202ecod.exe", "a_b_cod.exe"),
        ("...", "original"),
        ("", "original"),
        ("x" * 500 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_files_have_names_that_mean_no_harm(document: str, name: str) -> None:
    assert file_name(document) == name


SECRET = "Mr Pell named the price of the mill."
PAGES = (
    "MARLSHIRE COUNTY COUNCIL\n\nPARKS PANEL\n\nMINUTES of a meeting of the Parks Panel held in "
    "the Mill on 4 May 2022.\n\nPRESENT: Mr A Pell\n\nUNRESTRICTED ITEMS\n\n"
    "7. Ducks\n(Item 1)\n(1) Mr Pell counted forty ducks on the mill pond.\n",
    "8. Swans\n(Item 2)\n(1) Mrs Orme counted three swans.\n\n"
    "9. Exclusion of the press and public\n(Item 3)\n"
    "RESOLVED that the press and public be excluded from the meeting.\n\n"
    f"10. Sale of the mill\n(Item 4)\n(1) {SECRET}\n",
)


def test_nothing_that_is_exempt_is_shown_or_handed_out(tmp_path: Path) -> None:
    source = tmp_path / "parks.pdf"
    source.write_bytes(pdf(PAGES, maker=FPDF))
    library = open_library(LibrarySettings(home=tmp_path / "home"))
    assert not ingest(library, [source]).failures
    edition = library.current()
    assert not any(SECRET in hit.passage.text for hit in edition.search("price of the mill"))
    shown = {}
    for hit in edition.search("counted ducks and swans"):
        cited = quoting(hit.passage)
        original = surroundings(edition, cited).original
        assert original is not None
        assert not original.open
        shown[cited.reference.page] = [page.number for page in original.pages]
    assert shown[1] == [1]
    assert shown[2] == []
