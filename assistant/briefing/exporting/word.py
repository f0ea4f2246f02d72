"""A briefing as a Word document: real headings, lists and footnotes, a footer with page numbers."""

import re
from io import BytesIO

import docx
from docx.document import Document
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from assistant.briefing.briefing import Block, Briefing, Line, Section, Voice
from assistant.briefing.exporting.footer import footer
from assistant.briefing.exporting.footnotes import Footnotes, element
from assistant.briefing.exporting.notes import EDITED, Note, kept_words, notes, renumbered

# What XML cannot hold, which a text read from a damaged file may.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LANGUAGE = "en-GB"


def word(briefing: Briefing) -> bytes:
    """The whole briefing as the bytes of a `.docx` file; the same briefing gives the same text."""
    given = renumbered(briefing)
    document = docx.Document()
    _set_up(document, given)
    _Writer(document, given).write(given)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


class _Writer:
    """Puts sections into a document, each mark with its footnote."""

    def __init__(self, document: Document, briefing: Briefing) -> None:
        self._document = document
        self._footnotes = Footnotes(document)
        self._notes = {note.number: _note_text(note) for note in notes(briefing)}

    def write(self, briefing: Briefing) -> None:
        """The title and all sections, in their order."""
        self._document.add_heading(_clean(briefing.title), level=0)
        for section in briefing.sections:
            self._section(section)
        self._footnotes.attach()

    def _section(self, section: Section) -> None:
        self._document.add_heading(_clean(section.title), level=1)
        for block in section.blocks:
            self._block(block)
        words = kept_words(section)
        if words:
            paragraph = self._document.add_paragraph()
            paragraph.add_run(words).italic = True
            self._mark(paragraph, section.kept)

    def _block(self, block: Block) -> None:
        if block.heading:
            self._document.add_heading(_clean(block.heading), level=2)
        for line in block.lines:
            self._line(line)

    def _line(self, line: Line) -> None:
        paragraph = self._document.add_paragraph(style="List Bullet")
        if line.label:
            paragraph.add_run(_clean(f"{line.label}: ")).bold = True
        words = f"“{line.text}”" if line.voice is Voice.MINUTES else line.text
        paragraph.add_run(_clean(words))
        if line.voice is Voice.PERSON:
            paragraph.add_run(f" ({EDITED})").italic = True
        self._mark(paragraph, line.citations)

    def _mark(self, paragraph: Paragraph, numbers: tuple[int, ...]) -> None:
        for place, number in enumerate(numbers):
            if place:
                paragraph.add_run(",").font.superscript = True
            self._footnotes.mark(paragraph, number, self._notes[number])


def _set_up(document: Document, briefing: Briefing) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.element.get_or_add_rPr().append(element("w:lang", {"w:val": _LANGUAGE}))
    properties = document.core_properties
    properties.title, properties.language = _clean(briefing.title), _LANGUAGE
    properties.author, properties.comments = "", ""
    document.styles["Footer"].font.size = Pt(8.5)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    paragraph = page.footer.paragraphs[0]
    paragraph.add_run(_clean(f"{footer(briefing)} · page "))
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    field = element("w:fldSimple", {"w:instr": f" {instruction} "})
    paragraph._p.append(field)
    field.append(paragraph.add_run("1")._r)


def _note_text(note: Note) -> str:
    quote = f" “{note.quote}”" if note.quote else ""
    url = f" {note.url}" if note.url else ""
    return _clean(f"{note.place}.{quote}{url}")


def _clean(words: str) -> str:
    return _NOT_XML.sub("", words)
