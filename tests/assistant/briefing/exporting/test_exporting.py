"""A briefing as Word, Markdown, a web page and JSON: the same lines and notes in each."""

import datetime
import io
import json
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree, html

from assistant.answer import Citation
from assistant.briefing.briefing import (
    Block,
    Briefing,
    Line,
    Scope,
    Section,
    SectionKind,
    Voice,
)
from assistant.briefing.editing import edited
from assistant.briefing.exporting.briefing_json import briefing_json
from assistant.briefing.exporting.markdown import markdown
from assistant.briefing.exporting.notes import notes, renumbered
from assistant.briefing.exporting.web_page import web_page
from assistant.briefing.exporting.word import word
from tests.assistant.invented import passage
from vectorstore.found import Coverage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "<script>alert(1)</script> ![x](https://evil.example/x.png) **bold** \x07 | [^1]"


def part(kept: bytes, name: str) -> etree._Element:
    """A part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(kept)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def told(element: etree._Element) -> str:
    """All the text of an element."""
    return etree.tostring(element, method="text", encoding="unicode")


def footnotes(kept: bytes) -> dict[str, str]:
    """The text of each footnote of a Word file, by its id."""
    entries = part(kept, "footnotes").iter(f"{W}footnote")
    return {entry.get(f"{W}id") or "": told(entry).strip() for entry in entries}


@pytest.fixture
def hostile() -> Briefing:
    """A briefing whose every word tries to be something else."""
    held = passage(HOSTILE)
    citation = Citation(
        number=1, quote=HOSTILE, start=held.start, end=held.end, passage=held.id,
        reference=replace(held.reference, item_title=HOSTILE, url="javascript:alert(1)"),
        exact=True,
    )  # fmt: skip
    line = Line(text=HOSTILE, voice=Voice.PROGRAM, citations=(1,), label=HOSTILE)
    return Briefing(
        scope=Scope(topic=HOSTILE),
        councils=(HOSTILE,),
        sections=(
            Section(
                kind=SectionKind.SAID,
                title="Said",
                blocks=(Block(heading=HOSTILE, lines=(line,)),),
            ),
        ),
        citations=(citation,),
        coverage=Coverage(
            meetings=1, documents=1, committees=(), first_date=None, last_date=None,
            undated=1, unreadable=0,
        ),
        edition="000001",
        drafted=datetime.date(2026, 3, 2),
    )  # fmt: skip


def test_a_word_file_opens_again_with_real_styles(scooters: Briefing) -> None:
    document = docx.Document(io.BytesIO(word(scooters)))
    styled = [(each.style and each.style.name, each.text) for each in document.paragraphs]
    headings = [text for style, text in styled if style == "Heading 1"]
    assert headings == [section.title for section in scooters.sections]
    listed = [text for style, text in styled if style == "List Bullet"]
    assert len(listed) == sum(
        len(block.lines) for section in scooters.sections for block in section.blocks
    )
    assert document.core_properties.title == "Briefing: e-scooters"


def test_every_mark_of_a_word_file_leads_to_a_footnote_with_its_place(scooters: Briefing) -> None:
    kept = word(scooters)
    body = part(kept, "document")
    marked = [each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference")]
    assert marked == [str(citation.number) for citation in scooters.citations]
    noted = footnotes(kept)
    assert set(noted) == {"-1", "0", *marked}
    for note in notes(renumbered(scooters)):
        assert note.place in noted[str(note.number)]
    bookmarks = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    fields = [each.get(f"{W}instr") or "" for each in body.iter(f"{W}fldSimple")]
    assert fields
    assert {field.split()[1] for field in fields} <= bookmarks


def test_the_footer_bears_council_date_edition_and_page(scooters: Briefing) -> None:
    footer = part(word(scooters), "footer1")
    assert "Marlshire County Council · 2 March 2026 · edition 000001 · page 1 of 1" in told(footer)
    fields = [each.get(f"{W}instr") for each in footer.iter(f"{W}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]


def test_a_section_left_out_takes_its_notes_with_it(scooters: Briefing) -> None:
    decisions = [each for each in scooters.sections if each.kind is SectionKind.DECISIONS]
    given = renumbered(replace(scooters, sections=tuple(decisions)))
    assert 0 < len(given.citations) < len(scooters.citations)
    assert [citation.number for citation in given.citations] == list(
        range(1, len(given.citations) + 1)
    )
    first = given.sections[0].blocks[0].lines[0]
    assert given.citations[first.citations[0] - 1].quote == first.text


def test_sections_in_another_order_are_noted_in_that_order(scooters: Briefing) -> None:
    turned = replace(scooters, sections=scooters.sections[::-1])
    marks = [int(each) for each in re.findall(r"\[\^(\d+)\](?!:)", markdown(turned))]
    assert list(dict.fromkeys(marks)) == list(range(1, len(scooters.citations) + 1))


def test_every_mark_of_markdown_has_its_note(scooters: Briefing) -> None:
    written = markdown(scooters)
    marks = set(re.findall(r"\[\^(\d+)\](?!:)", written))
    assert marks == set(re.findall(r"^\[\^(\d+)\]:", written, re.MULTILINE))
    assert "## What the minutes do not say" in written


def test_words_of_documents_stay_words_in_markdown(hostile: Briefing) -> None:
    written = markdown(hostile)
    assert "<script" not in written.replace("\\<", "")
    assert not re.search(r"(?<!\\)\*\*bold", written)
    assert not re.search(r"(?<!\\)!?(?<!\\)\[x\]", written.replace("\\[x\\]", ""))
    assert "https://evil" not in written
    assert "javascript:alert" not in written


def test_words_of_documents_stay_words_on_a_web_page(hostile: Briefing) -> None:
    page = html.fromstring(web_page(hostile))
    assert page.findall(".//script") == []
    assert page.findall(".//img") == []
    assert [each.get("href") for each in page.iter("a")] == ["#note-1"]
    assert HOSTILE.replace("\x07", "")[:20] in told(page)


def test_a_web_page_asks_nothing_of_any_other_place(scooters: Briefing) -> None:
    page = html.fromstring(web_page(scooters))
    assert page.findall(".//link") == []
    assert all(not each.get("src") for each in page.iter())
    notes_there = {each.get("id") for each in page.iter("li") if each.get("id")}
    marks = {each.get("href", "")[1:] for each in page.iter("a") if each.get("aria-label")}
    assert marks == notes_there


def test_a_word_file_takes_what_xml_cannot_hold(hostile: Briefing) -> None:
    kept = word(hostile)
    assert "<script>alert(1)</script>" in told(part(kept, "document"))
    assert "<script>alert(1)</script>" in footnotes(kept)["1"]


def test_edited_text_is_marked_and_what_it_rested_on_is_named(scooters: Briefing) -> None:
    changed = tuple(
        edited(each, "We think it went well.") if each.kind is SectionKind.SAID else each
        for each in scooters.sections
    )
    briefing = replace(scooters, sections=changed)
    for written in (
        markdown(briefing),
        told(html.fromstring(web_page(briefing))),
        told(part(word(briefing), "document")),
    ):
        assert "We think it went well." in written
        assert "Edited by a person" in written
        assert "This section was edited by a person; before that it rested on:" in written
    assert len(renumbered(briefing).citations) == len(scooters.citations)


def test_json_holds_every_line_with_its_citations(scooters: Briefing) -> None:
    given = json.loads(json.dumps(briefing_json(scooters)))
    assert given["schema"] == 1
    assert given["topic"] == "e-scooters"
    assert [each["kind"] for each in given["sections"]] == [each.value for each in SectionKind]
    assert len(given["citations"]) == len(scooters.citations)
    assert all(each["exact"] for each in given["citations"])
