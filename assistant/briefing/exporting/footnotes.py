"""Real footnotes for python-docx, which has no interface for them.

A footnote is a reference in the text and an entry in a part of its own, `word/footnotes.xml`
(ECMA-376 part 1, 17.11). Word numbers them in the order of the text. A place that cites an
earlier note again points to it by a NOTEREF field.
"""

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# Word wants the line above the footnotes, and the one above those that go on, as the first two.
_EMPTY = f"""
<w:footnotes {nsdecls("w")}>
  <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
  <w:footnote w:type="continuationSeparator" w:id="0">
    <w:p><w:r><w:continuationSeparator/></w:r></w:p>
  </w:footnote>
</w:footnotes>
"""
_REFERENCE, _TEXT = "footnote reference", "footnote text"


class Footnotes:
    """The footnotes of one document: first noted with their text, then cited by number."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._entries = parse_xml(_EMPTY)
        self._noted: set[int] = set()
        _add_styles(document)

    def mark(self, paragraph: Paragraph, number: int, text: str) -> None:
        """Put the mark of a note at the end of a paragraph; its text is written the first time.

        Args:
            number: counted from 1 in the order in which notes are first marked.
        """
        if number in self._noted:
            self._refer(paragraph, number)
            return
        self._noted.add(number)
        mark = self._run(paragraph)
        mark.append(element("w:footnoteReference", {"w:id": str(number)}))
        bookmark = {"w:id": str(number), "w:name": f"_Note{number}"}
        mark.addprevious(element("w:bookmarkStart", bookmark))
        mark.addnext(element("w:bookmarkEnd", {"w:id": str(number)}))
        self._entries.append(self._entry(number, text))

    def attach(self) -> None:
        """Put the notes into the document; to be called once, when all are marked."""
        part = Part(
            PackURI("/word/footnotes.xml"),
            _CONTENT,
            etree.tostring(self._entries, xml_declaration=True, encoding="UTF-8", standalone=True),
            cast(Package, self._document.part.package),
        )
        self._document.part.relate_to(part, _RELATION)

    def _refer(self, paragraph: Paragraph, number: int) -> None:
        field = element("w:fldSimple", {"w:instr": f" NOTEREF _Note{number} \\h "})
        run = self._run(paragraph)
        text = element("w:t", {})
        text.text = str(number)
        run.append(text)
        run.addprevious(field)
        field.append(run)

    def _run(self, paragraph: Paragraph) -> BaseOxmlElement:
        run = paragraph.add_run()
        run.style = self._document.styles[_REFERENCE]
        return cast(BaseOxmlElement, run._r)

    def _entry(self, number: int, text: str) -> BaseOxmlElement:
        entry = element("w:footnote", {"w:id": str(number)})
        scratch = self._document.add_paragraph(style=_TEXT)
        mark = self._run(scratch)
        mark.append(element("w:footnoteRef", {}))
        scratch.add_run(f" {text}")
        entry.append(scratch._p)
        return entry


def _add_styles(document: Document) -> None:
    reference = document.styles.add_style(_REFERENCE, WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    text = document.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(8.5)
    text.paragraph_format.space_after = Pt(2)


def element(tag: str, attributes: dict[str, str]) -> BaseOxmlElement:
    """An element of a Word document, names with their prefix: "w:fldSimple"."""
    made = cast(BaseOxmlElement, OxmlElement(tag))
    for name, value in attributes.items():
        made.set(qn(name), value)
    return made
