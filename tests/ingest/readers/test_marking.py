"""Quoted words found on the page, or not at all."""

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from fpdf import FPDF

from ingest.quoted_pages import QuotedPage, quoted_pages
from ingest.readers.glyphs import page_seen
from ingest.readers.marking import Mark, marks
from ingest.readers.pdf import read
from tests.ingest.fixtures.make_printed import FOLDER
from tests.ingest.printed_places import covers, places
from tests.ingest.readers.test_pdf import FOUR_PAGES, pdf
from vectorstore.originals import Original
from vectorstore.wording import sentence_spans

SAMPLES = Path(__file__).parents[3] / "samples/library"
PDFS = sorted([*FOLDER.glob("*.pdf"), *SAMPLES.glob("*.pdf")])


def original(content: bytes) -> Original:
    reading = read(content)
    return Original(digest="d", text=reading.text, page_starts=reading.page_starts, exempt=False)


def quoted(content: bytes, words: str, which: int = 0) -> tuple[QuotedPage, ...]:
    """The pages of some words of a PDF's text, of their `which`-th occurrence."""
    source, start = original(content), -1
    for _ in range(which + 1):
        start = source.text.index(words, start + 1)
    return quoted_pages(source, start, start + len(words))


def marked(content: bytes, page: QuotedPage) -> tuple[Mark, ...]:
    return marks(page_seen(content, page.number)[0], page)


def test_the_marks_are_where_the_words_stand_line_by_line() -> None:
    content = pdf(FOUR_PAGES)
    words = "any of the years before, and\nthat the keeper would go on"
    [page] = quoted(content, words)
    first, second = marked(content, page)
    assert first.top + first.height <= second.top + 0.002
    for mark, line in ((first, "years before"), (second, "that the keeper would go on")):
        [place] = places(content, 1, line)
        assert covers(mark, place)


def test_part_of_a_word_is_marked_and_no_more() -> None:
    content = pdf(FOUR_PAGES)
    [page] = quoted(content, "Mr A Pell\n\n7")
    page = replace(page, words="PRES", before=page.before.removesuffix("PRESENT: "))
    page = replace(page, after="ENT: Mr A Pell 7. Ducks")
    [mark] = marked(content, page)
    [whole] = places(content, 1, "PRESENT")
    assert abs(mark.left - whole.left) < 0.005
    assert 0.3 * whole.width < mark.width < 0.8 * whole.width


@pytest.mark.parametrize("which", [0, 1])
def test_words_printed_twice_are_marked_where_they_were_quoted(which: int) -> None:
    noted = "RESOLVED that the report be noted."
    content = pdf([f"7. Ducks\n{noted}\n8. Swans\n{noted}"])
    [page] = quoted(content, noted, which)
    [mark] = marked(content, page)
    [heading] = places(content, 1, ("7. Ducks", "8. Swans")[which])
    assert 0 < mark.top - heading.top < 0.04


def test_words_that_might_be_either_of_two_are_not_marked() -> None:
    content = pdf(["The report was noted.\nThe report was noted."])
    [page] = quoted(content, "report")
    assert len(marked(content, page)) == 1
    assert marked(content, replace(page, before="", after="")) == ()


def test_words_that_stand_there_only_by_chance_are_not_marked() -> None:
    content = pdf(FOUR_PAGES)
    [page] = quoted(content, "as many ducks")
    elsewhere = replace(page, before="Mrs Orme asked whether geese are ", after=" in winter.")
    assert marked(content, page)
    assert marked(content, elsewhere) == ()
    assert marked(content, replace(page, words="as many geese")) == ()


def test_words_that_go_on_overleaf_are_marked_on_both_pages() -> None:
    content = pdf(FOUR_PAGES)
    source = original(content)
    start, end = source.text.index("the keeper would"), source.text.index("until the autumn") + 16
    first, second = quoted_pages(source, start, end)
    assert covers(marked(content, first)[-1], places(content, 1, "the keeper would go on")[0])
    assert covers(marked(content, second)[0], places(content, 2, "with the count until")[0])


BROKEN = "1. Ducks\n(1) Mr Pell was disappointed. He said that the keeper was very disap-"


def test_a_word_broken_over_two_pages_is_left_unmarked_and_the_rest_is_marked() -> None:
    content = pdf([BROKEN, "pointed by it."], maker=FPDF)
    source = original(content)
    start, end = source.text.index("the keeper"), source.text.index("by it") + 6
    assert source.text[start:end] == "the keeper was very disappointed\nby it."
    first, second = quoted_pages(source, start, end)
    assert covers(marked(content, first)[0], places(content, 1, "the keeper was very")[0])
    assert covers(marked(content, second)[0], places(content, 2, "by it.")[0])


def test_a_word_broken_at_the_end_of_a_line_is_marked_in_both_parts() -> None:
    content = pdf([f"{BROKEN}\npointed by it."], maker=FPDF)
    [page] = quoted(content, "disappointed\nby")
    first, second = marked(content, page)
    [line] = places(content, 1, "the keeper was very disap")
    assert line.left < first.left < line.left + line.width
    assert covers(line, replace(first, width=0.01, height=0.001))
    assert covers(second, places(content, 1, "pointed by")[0])


def laid_sideways(content: bytes, quarters: int, *, cropped: bool) -> bytes:
    """The same page as it is seen, drawn turned by quarters and turned back when it is shown."""
    writer, holder = pypdf.PdfWriter(io.BytesIO(content)), io.BytesIO()
    for page in writer.pages:
        page.rotate(-90 * quarters)
        page.transfer_rotation_to_content()
        page.rotate(90 * quarters)
        if cropped:
            left, bottom, right, top = page.mediabox
            page.cropbox = pypdf.generic.RectangleObject(
                (left + 15, bottom + 20, right - 25, top - 10)
            )
    writer.write(holder)
    return holder.getvalue()


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("cropped", [False, True])
def test_pages_that_are_turned_or_cropped_are_marked_as_they_are_seen(
    quarters: int, cropped: bool
) -> None:
    content = laid_sideways(pdf(FOUR_PAGES[:1]), quarters, cropped=cropped)
    [page] = quoted(content, "as many ducks on the pond")
    [mark] = marked(content, page)
    [place] = places(content, 1, "as many ducks on the pond")
    assert covers(mark, place)
    assert mark.width < 1.2 * place.width


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_every_sentence_of_printed_minutes_is_found_on_its_pages(path: Path) -> None:
    content = path.read_bytes()
    source = original(content)
    seen = {
        number: page_seen(content, number)[0] for number in range(1, len(source.page_starts) + 1)
    }
    for start, end in sentence_spans(source.text):
        for page in quoted_pages(source, start, end):
            assert marks(seen[page.number], page), page.words
