"""Word files, made for each test."""

import io

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ingest.readers.word import read


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_paragraphs_and_headings_are_lines() -> None:
    document = docx.Document()
    document.add_heading("Parks", level=1)
    document.add_paragraph("1.\tMr Pell spoke.")
    document.add_paragraph("")
    reading = read(saved(document))
    assert reading.text == "Parks\n\n1.\tMr Pell spoke."
    assert reading.headings == frozenset({0})


def test_rows_of_a_table_are_lines_in_their_place() -> None:
    document = docx.Document()
    document.add_paragraph("Before")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Apologies", "Mr Pell"
    table.cell(1, 0).text, table.cell(1, 1).text = "Present", "Ms Rook"
    table.cell(1, 1).add_paragraph("Dr Dale")
    document.add_paragraph("After")
    assert read(saved(document)).text.split("\n\n") == [
        "Before", "Apologies\tMr Pell", "Present", "Ms Rook", "Dr Dale", "After",
    ]  # fmt: skip


def test_a_merged_cell_comes_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Whole"
    assert read(saved(document)).text == "Whole"


def test_the_numbers_that_word_prints_are_rendered() -> None:
    document = docx.Document()
    _add_list(document, [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%1.%2(%3)")])
    for words, level in [("One", 0), ("a", 1), ("b", 1), ("deep", 2), ("Two", 0), ("again", 1)]:
        _number(document.add_paragraph(words), level)
    document.add_paragraph("A dot", style="List Bullet")
    assert read(saved(document)).text.split("\n\n") == [
        "1. One", "(a) a", "(b) b", "1.b(i) deep", "2. Two", "(a) again", "• A dot",
    ]  # fmt: skip


def test_words_that_are_struck_through_or_removed_with_changes_tracked_do_not_stand() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("RESOLVED that it ")
    paragraph.add_run("be sold").font.strike = True
    paragraph.add_run(" ")
    _tracked(paragraph, "w:ins", "w:t", "stay open")
    _tracked(paragraph, "w:del", "w:delText", "or be let")
    paragraph.add_run(".")
    document.add_paragraph("(b) gone").runs[0].font.double_strike = True
    document.add_paragraph("not struck").runs[0].font.strike = False
    reading = read(saved(document))
    assert reading.text.split() == "RESOLVED that it stay open. not struck".split()
    assert [each.text for each in reading.deletions] == ["be sold", "or be let", "(b) gone"]
    sold, let, _ = (each.position for each in reading.deletions)
    assert reading.text[sold:].startswith("stay open")
    assert reading.text[let:].startswith(".")


def _tracked(paragraph: Paragraph, change: str, holder: str, words: str) -> None:
    tracked, run, text = OxmlElement(change), OxmlElement("w:r"), OxmlElement(holder)
    text.text = words
    run.append(text)
    tracked.append(run)
    paragraph._p.append(tracked)


def _add_list(document: Document, levels: list[tuple[str, str]]) -> None:
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for depth, (form, text) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(depth))
        for tag, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            level.append(child)
        abstract.append(level)
    numbering.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "77")
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), "77")
    number.append(reference)
    numbering.append(number)


def _number(paragraph: Paragraph, level: int) -> None:
    place = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", str(level)), ("w:numId", "77")):
        child = OxmlElement(tag)
        child.set(qn("w:val"), value)
        place.append(child)
    paragraph._p.get_or_add_pPr().append(place)


def test_the_words_of_a_text_box_come_once_after_the_paragraph_that_holds_it() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("1.\tMr Pell spoke.")
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    boxed = "<w:txbxContent><w:p><w:r><w:t>Motion carried</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r xmlns:w="{word}" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice>{boxed}</mc:Choice>"
            f"<mc:Fallback><w:pict>{boxed}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    document.add_paragraph("2.\tMs Rook agreed.")
    assert read(saved(document)).text.split("\n\n") == [
        "1.\tMr Pell spoke.", "Motion carried", "2.\tMs Rook agreed.",
    ]  # fmt: skip
