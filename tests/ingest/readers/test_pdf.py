"""PDF files, made for each test."""

from collections.abc import Sequence

import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from ingest.document import read_document
from ingest.metadata import Metadata
from ingest.readers.hyphens import without_hyphenation
from ingest.readers.pdf import read
from vectorstore.errors import UnreadableDocument


class Printed(FPDF):
    """Pages with a running header from the second on, and page numbers."""

    def header(self) -> None:
        if self.page_no() > 1:
            self.cell(0, 8, "Parks Panel - 4 May 2022", align="R", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.cell(0, 8, f"Page {self.page_no()} of 4", align="C")


def pdf(
    pages: Sequence[str],
    maker: type[FPDF] = Printed,
    owner: str | None = None,
    user: str | None = None,
) -> bytes:
    document = maker()
    document.set_font("Helvetica", size=11)
    if owner is not None:
        document.set_encryption(owner, user, encryption_method=EncryptionMethod.RC4)
    for text in pages:
        document.add_page()
        document.multi_cell(0, 6, text)
    return bytes(document.output())


FOUR_PAGES = (
    "MINUTES of a meeting of the Parks Panel held in the Mill on 4 May 2022.\n\n"
    "PRESENT: Mr A Pell\n\n7. Ducks\n(Item 1)\n"
    "(1) Mr Pell said that there were as many ducks on the pond as there had been in any of the "
    "years before, and that the keeper would go on",
    "with the count until the autumn.\n(2) The vote was taken:\nFor (1)",
    "Mr A Pell\nMotion carried.\n8. Swans\n(Item 2)\nRESOLVED that the report be noted.",
    "9. Geese\n(Item 3)\nRESOLVED that the report be noted.",
)


def test_running_headers_and_page_numbers_are_taken_out() -> None:
    reading = read(pdf(FOUR_PAGES))
    assert "Parks Panel - 4 May" not in reading.text
    assert "Page 2" not in reading.text
    assert reading.text.count("RESOLVED that the report be noted.") == 2


def test_every_page_begins_where_its_words_do() -> None:
    reading = read(pdf(FOUR_PAGES))
    firsts = [reading.text[start:].split()[0] for start in reading.page_starts]
    assert firsts == ["MINUTES", "with", "Mr", "9."]


def test_a_paragraph_that_runs_over_a_page_is_one_paragraph_of_its_first_page() -> None:
    document = read_document("a.pdf", pdf(FOUR_PAGES), Metadata())
    ducks, swans, geese = document.meetings[0].items[1:]
    first = ducks.paragraphs[0]
    words = document.words(first.start, first.end)
    assert words.endswith("would go on with the count until the autumn.")
    assert [each.page for each in ducks.paragraphs] == [1, 2, 2, 3]
    assert (swans.first_page, geese.first_page) == (3, 4)
    assert ducks.votes[0].in_favour == 1


def test_words_that_end_two_pages_alike_are_no_running_footer() -> None:
    pages = [f"{n}. Item\nFor (4)" for n in range(1, 5)]
    assert read(pdf(pages, FPDF)).text.count("For (4)") == 4


def test_a_pdf_without_text_is_refused() -> None:
    document = FPDF()
    document.add_page()
    with pytest.raises(UnreadableDocument, match=r"scanned|recognised"):
        read(bytes(document.output()))


def test_a_pdf_with_a_password_is_refused() -> None:
    locked = pdf(["Words"], FPDF, owner="owner", user="user")
    with pytest.raises(UnreadableDocument, match="password"):
        read(locked)


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert read(pdf(["Words"], FPDF, owner="owner")).text == "Words"


@pytest.mark.parametrize(
    ("lines", "mended"),
    [
        (
            ["a community; the commu-", "nity was there"],
            ["a community; the community", "was there"],
        ),
        (["on single-", "occupancy journeys"], ["on single-occupancy", "journeys"]),
        (["a well-", "known man"], ["a well-known", "man"]),
        (["private e-", "scooters went"], ["private e-scooters", "went"]),
        (
            ["cross-cutting aims; a cross-", "cutting one"],
            ["cross-cutting aims; a cross-cutting", "one"],
        ),
        (["the coun\u00ad", "cil met"], ["the council", "met"]),
        (["pages 3-", "4 and on"], ["pages 3-4", "and on"]),
        (["from North-", "Mere"], ["from North-Mere", ""]),
        (["the report -", "Mr Pell had it"], ["the report -", "Mr Pell had it"]),
    ],
)
def test_broken_words_are_whole_at_the_end_of_their_first_line(
    lines: list[str], mended: list[str]
) -> None:
    assert without_hyphenation([lines]) == [mended]


def test_a_word_broken_over_a_page_is_mended() -> None:
    assert without_hyphenation([["drained: the pond was drain-"], ["ed at last"]]) == [
        ["drained: the pond was drained"], ["at last"],
    ]  # fmt: skip


def test_a_document_with_many_broken_words_breaks_those_it_has_once_too() -> None:
    broken = ["a narrow foot-", "path, the boat-", "yard, a moor-", "ing, the break-", "water, a"]
    mended = without_hyphenation([[*broken, "har-", "bour"]])
    assert mended == [
        ["a narrow footpath,", "the boatyard,", "a mooring,", "the breakwater,", "a", "harbour", ""]
    ]
