"""Rules drawn through words delete them; other rules, and colours, do not."""

import io
from collections.abc import Callable

import pypdf
import pytest
from fpdf import FPDF
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject

from ingest.readers.pdf import read

BEFORE, STRUCK, AFTER = "The pond shall ", "be drained ", "stay."


def page(draw: Callable[[FPDF, float, float, float], None], *, underlined: bool = False) -> FPDF:
    """A page with a sentence; `draw` gets where its second run begins and ends, and its line."""
    document = FPDF(unit="pt")
    document.set_font("Helvetica", size=12)
    document.add_page()
    document.set_y(100)
    document.write(14, BEFORE)
    left = document.get_x()
    document.set_font("Helvetica", style="U" if underlined else "", size=12)
    document.write(14, STRUCK)
    right, y = document.get_x(), document.get_y()
    document.set_font("Helvetica", size=12)
    document.write(14, AFTER)
    # The line that the letters stand on is where FPDF puts it within a cell of 14 points.
    draw(document, left, right - 3, y + 0.5 * 14 + 0.3 * 12)
    return document


def bar(document: FPDF, left: float, right: float, baseline: float) -> None:
    document.rect(left, baseline - 4, right - left, 0.7, style="F")


def line(document: FPDF, left: float, right: float, baseline: float) -> None:
    document.set_line_width(0.6)
    document.line(left, baseline - 3.5, right, baseline - 3.5)


def double_line(document: FPDF, left: float, right: float, baseline: float) -> None:
    document.set_line_width(0.4)
    for above in (2.6, 4.4):
        document.line(left, baseline - above, right, baseline - above)


def bars_in_one_path(document: FPDF, left: float, right: float, baseline: float) -> None:
    """Two bars far from each other, filled at once."""
    with document.new_path() as path:
        for y in (baseline - 4, baseline + 300):
            path.move_to(left, y)
            path.line_to(right, y)
            path.line_to(right, y + 0.6)
            path.line_to(left, y + 0.6)
            path.close()
        path.style.fill_color, path.style.stroke_color = "#000000", None


@pytest.mark.parametrize("draw", [bar, line, double_line, bars_in_one_path])
def test_a_rule_through_the_letters_deletes_them(
    draw: Callable[[FPDF, float, float, float], None],
) -> None:
    reading = read(bytes(page(draw).output()))
    assert reading.text == "The pond shall stay."
    [deletion] = reading.deletions
    assert (deletion.text, reading.text[deletion.position :]) == ("be drained", "stay.")


def test_a_part_of_a_word_may_be_deleted() -> None:
    document = page(lambda document, left, right, y: bar(document, left + 15, right, y))
    reading = read(bytes(document.output()))
    assert reading.text == "The pond shall be stay."
    assert [each.text for each in reading.deletions] == ["drained"]


def nothing(document: FPDF, left: float, right: float, baseline: float) -> None:
    """Draw no rule."""


def under(document: FPDF, left: float, right: float, baseline: float) -> None:
    document.line(left, baseline + 1.5, right, baseline + 1.5)


def border_above(document: FPDF, left: float, right: float, baseline: float) -> None:
    document.line(left - 60, baseline - 12, right + 60, baseline - 12)


def shading(document: FPDF, left: float, right: float, baseline: float) -> None:
    document.set_fill_color(255, 240, 0)
    document.rect(left, baseline - 10, right - left, 13, style="F")


def beside(document: FPDF, left: float, right: float, baseline: float) -> None:
    document.line(right + 60, baseline - 4, right + 160, baseline - 4)


@pytest.mark.parametrize("draw", [nothing, under, border_above, shading, beside])
@pytest.mark.parametrize("underlined", [False, True])
def test_other_drawings_delete_nothing(
    draw: Callable[[FPDF, float, float, float], None], underlined: bool
) -> None:
    reading = read(bytes(page(draw, underlined=underlined).output()))
    assert (reading.text, reading.deletions) == ("The pond shall be drained stay.", ())


def test_a_page_that_is_turned_is_read_as_it_is_seen() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(bytes(page(bar).output())))
    turned = writer.pages[0]
    width, height = turned.mediabox.width, turned.mediabox.height
    turned.add_transformation(pypdf.Transformation().rotate(90).translate(tx=float(height)))
    turned.mediabox = pypdf.generic.RectangleObject((0, 0, height, width))
    turned.cropbox = turned.mediabox
    turned.rotate(90)
    holder = io.BytesIO()
    writer.write(holder)
    reading = read(holder.getvalue())
    assert reading.text == "The pond shall stay."
    assert [each.text for each in reading.deletions] == ["be drained"]


def test_words_struck_out_by_an_annotation_do_not_stand() -> None:
    boxes: list[tuple[float, float, float, float]] = []

    def note(document: FPDF, left: float, right: float, baseline: float) -> None:
        boxes.append((left, document.h - baseline - 3, right, document.h - baseline + 9))

    writer = pypdf.PdfWriter(io.BytesIO(bytes(page(note).output())))
    [(left, bottom, right, top)] = boxes
    corners = (left, top, right, top, left, bottom, right, bottom)
    annotation = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/StrikeOut"),
            NameObject("/Rect"): ArrayObject(map(FloatObject, boxes[0])),
            NameObject("/QuadPoints"): ArrayObject(map(FloatObject, corners)),
        }
    )
    writer.add_annotation(0, annotation)
    holder = io.BytesIO()
    writer.write(holder)
    reading = read(holder.getvalue())
    assert [each.text for each in reading.deletions] == [STRUCK.strip()]
    assert reading.text == BEFORE + AFTER


def test_what_is_stamped_across_a_page_is_none_of_its_lines() -> None:
    document = page(lambda document, left, right, baseline: None)
    document.set_font("Helvetica", size=120)
    with document.rotation(52, x=300, y=400):
        document.text(120, 420, "DRAFT")
    reading = read(bytes(document.output()))
    assert reading.text == BEFORE + STRUCK + AFTER
    assert reading.furniture == ("DRAFT",)
