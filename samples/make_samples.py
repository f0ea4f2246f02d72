"""Make the PDF and Word files of the sample library from the texts in `sources/`.

Each source is laid out as minutes are printed: blocks with a blank line between them, a
running minute number and "(Item 1)" above an item, and "(1)", "1." or "(a)" before a
paragraph. The same sources give the same files, byte for byte, so that a change shows.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from fpdf import FPDF

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
LIBRARY = HERE / "library"

# The date that the files say they were made: fixed, or no two runs would agree.
MADE = datetime(2025, 1, 6, 9, 0, tzinfo=UTC)

Kind = Literal[
    "title",
    "opening",
    "people",
    "banner",
    "heading",
    "section",
    "point",
    "tally",
    "voters",
    "text",
]

ITEM = re.compile(r"(?P<number>\d+\.) {4}(?P<title>.+)\n(?P<item>\(Item \d+\))")
SECTION = re.compile(r"# (?P<title>.+)")
PEOPLE = re.compile(r"(?P<label>PRESENT|ALSO PRESENT|IN ATTENDANCE|APOLOGIES): (?P<names>.+)")
POINT = re.compile(r"(?P<label>\(\w+\)|\d+\.(?:\d+)?) {4}(?P<text>.+)", re.DOTALL)
TALLY = re.compile(r"(?:For|Against|Abstain) \(\d+\)|(?:Motion|Amendment) (?:carried|lost)\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a source: `label` is a number or a letter before the text, or empty."""

    kind: Kind
    text: str
    label: str = ""
    note: str = ""

    @property
    def depth(self) -> int:
        """How far the block is set in: 1 for "(1)" and "1.", 2 for "(a)" and "(i)"."""
        if self.kind != "point":
            return 0
        return 1 if re.fullmatch(r"\(?\d[\d.]*\)?", self.label) else 2


def read_blocks(source: str) -> Iterator[Block]:
    """Sort the blocks of a source by what they are, which for bare text its place decides."""
    before: Kind = "title"
    for raw in source.strip().split("\n\n"):
        block = _read_block(raw.strip(), before)
        before = block.kind
        yield block


def _read_block(raw: str, before: Kind) -> Block:
    if found := ITEM.fullmatch(raw):
        return Block(kind="heading", text=found["title"], label=found["number"], note=found["item"])
    if found := SECTION.fullmatch(raw):
        return Block(kind="section", text=found["title"])
    if found := PEOPLE.fullmatch(raw):
        return Block(kind="people", text=found["names"], label=found["label"])
    if found := POINT.fullmatch(raw):
        return Block(kind="point", text=found["text"], label=found["label"])
    if TALLY.fullmatch(raw):
        return Block(kind="tally", text=raw)
    if raw == "UNRESTRICTED ITEMS":
        return Block(kind="banner", text=raw)
    if raw.startswith("MINUTES of"):
        return Block(kind="opening", text=raw)
    bare: dict[Kind, Kind] = {"title": "title", "tally": "voters"}
    return Block(kind=bare.get(before, "text"), text=raw)


class PrintedPages(FPDF):
    """A4 pages with a running header from the second page, and a page number at the foot."""

    LINE = 5.4

    def __init__(self, running_header: str) -> None:
        super().__init__(format="A4")
        self.running_header = running_header
        self.core_fonts_encoding = "cp1252"
        self.set_margins(25, 22, 25)
        self.set_auto_page_break(auto=True, margin=24)
        self.set_creation_date(MADE)
        self.set_title(running_header)
        self.add_page()

    def header(self) -> None:
        if self.page_no() == 1:
            return
        self.set_font("Times", "I", 9)
        self.set_y(12)
        self.cell(0, 5, self.running_header, align="R")
        self.set_y(22)

    def footer(self) -> None:
        self.set_font("Times", "", 9)
        self.set_y(-15)
        self.cell(0, 5, str(self.page_no()), align="C")

    def write_block(self, block: Block) -> None:
        """Write one block in the manner of its kind."""
        match block.kind:
            case "title":
                self._centred(block.text)
            case "banner":
                self.ln(3)
                self._centred(block.text, size=11)
            case "heading" | "section":
                self._heading(block)
            case "people":
                self._write(f"**{block.label}:** {block.text}", after=3.5, markdown=True)
            case "tally":
                # The names stay with the count that they belong to.
                if self.will_page_break(4 * self.LINE):
                    self.add_page()
                after = 0.6 if block.text.endswith(")") else 2.4
                self._write(f"**{block.text}**", left=12, after=after, markdown=True)
            case "voters":
                self._write(block.text, left=12, after=1.8)
            case "point":
                self._point(block)
            case "opening" | "text":
                self._write(block.text, after=3.5)

    def _centred(self, text: str, size: int = 14) -> None:
        self.set_font("Times", "B", size)
        self.multi_cell(0, size * 0.5, text, align="C", new_x="LMARGIN", new_y="NEXT")
        self.ln(3)

    def _heading(self, block: Block) -> None:
        # A heading does not stand alone at the foot of a page.
        if self.will_page_break(28):
            self.add_page()
        self.ln(2.5)
        self.set_font("Times", "B", 11.5)
        words = f"{block.label}    {block.text}" if block.label else block.text
        self.multi_cell(0, self.LINE, words, align="L", new_x="LMARGIN", new_y="NEXT")
        if block.note:
            self.set_font("Times", "I", 11)
            self.cell(0, self.LINE, block.note, new_x="LMARGIN", new_y="NEXT")
        self.ln(1.8)

    def _point(self, block: Block) -> None:
        self.set_font("Times", "", 11.5)
        left = 0 if block.depth == 1 else 12
        self.set_x(self.l_margin + left)
        self.cell(12, self.LINE, block.label)
        self.multi_cell(0, self.LINE, block.text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(2.4)

    def _write(
        self, text: str, *, left: float = 0, after: float = 0, markdown: bool = False
    ) -> None:
        self.set_font("Times", "", 11.5)
        self.set_x(self.l_margin + left)
        self.multi_cell(
            0, self.LINE, text, align="L", markdown=markdown, new_x="LMARGIN", new_y="NEXT"
        )
        self.ln(after)


def make_pdf(source: Path, running_header: str) -> Path:
    """Write the PDF of a source into the library."""
    pages = PrintedPages(running_header)
    for block in read_blocks(source.read_text(encoding="utf-8")):
        pages.write_block(block)
    made = LIBRARY / f"{source.stem}.pdf"
    pages.output(str(made))
    return made


def make_word(source: Path, title: str) -> Path:
    """Write the Word file of a source into the library."""
    document = docx.Document()
    _drop_thumbnail(document)
    document.core_properties.title = title
    document.core_properties.author = "Democratic Services"
    document.core_properties.created = document.core_properties.modified = MADE
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    blocks = list(read_blocks(source.read_text(encoding="utf-8")))
    people = [block for block in blocks if block.kind == "people"]
    for block in blocks:
        if block.kind != "people":
            _add_to_word(document, block)
        elif block is people[0]:
            _add_attendance(document, people)
    made = LIBRARY / f"{source.stem}.docx"
    buffer = io.BytesIO()
    document.save(buffer)
    made.write_bytes(_packed_alike(buffer.getvalue()))
    return made


def _add_to_word(document: Document, block: Block) -> None:
    match block.kind:
        case "title":
            document.add_heading(block.text, 1).alignment = WD_ALIGN_PARAGRAPH.CENTER
        case "banner":
            document.add_heading(block.text, 2).alignment = WD_ALIGN_PARAGRAPH.CENTER
        case "heading" | "section":
            document.add_heading(f"{block.label}\t{block.text}".strip(), 3)
            document.add_paragraph(block.note)
        case "tally":
            document.add_paragraph().add_run(block.text).bold = True
        case _:
            words = f"{block.label}\t{block.text}" if block.label else block.text
            form = document.add_paragraph(words).paragraph_format
            form.left_indent = Cm(1.25 * block.depth)
            form.first_line_indent = Cm(-1.25 if block.depth else 0)


def _add_attendance(document: Document, people: list[Block]) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for block in people:
        label, names = table.add_row().cells
        label.paragraphs[0].add_run(block.label.capitalize()).bold = True
        # The last two names are joined by "and"; a role in brackets may hold the same word.
        listed = re.sub(r" and (?=(?:Mr|Mrs|Ms|Dr) )", ", ", block.text).split(", ")
        names.text = listed[0]
        for name in listed[1:]:
            names.add_paragraph(name)
    document.add_paragraph()


def _drop_thumbnail(document: Document) -> None:
    """Leave out the picture of an empty page that the template of python-docx carries."""
    links = document.part.package.rels
    for key in [key for key, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[key]


def _packed_alike(word_file: bytes) -> bytes:
    """Pack a Word file again with one fixed date on each of its parts."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_file)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in old.namelist():
            part = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return packed.getvalue()


def main() -> None:
    """Make every file that is made from a source, and say which."""
    committee = "Environment and Transport Committee"
    strategy = "Community Safety Strategy 2022-2025"
    made = [
        make_pdf(SOURCES / "cabinet-2023-01-19.txt", "Cabinet - 19 January 2023"),
        make_pdf(
            SOURCES / "environment-and-transport-committee-2023-06-20.txt",
            f"{committee} - 20 June 2023",
        ),
        make_pdf(SOURCES / "cabinet-2024-07-18.txt", "Cabinet - 18 July 2024"),
        make_pdf(SOURCES / "community-safety-strategy-2022-2025.txt", strategy),
        make_word(
            SOURCES / "environment-and-transport-committee-2023-02-21.txt",
            f"{committee} - 21 February 2023",
        ),
    ]
    for path in made:
        print(f"{path.relative_to(HERE)}  {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
