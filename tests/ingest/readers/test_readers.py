"""The medium is told by the bytes before the name, and every bad file ends in one sentence."""

import io

import docx
import pytest

from ingest import readers
from vectorstore.errors import UnreadableDocument

HTML = (
    b"<!DOCTYPE html><html><title>T</title><body><main><p>Mr Pell spoke.</p></main></body></html>"
)


@pytest.mark.parametrize("name", ["page.txt", "page.html", "page.HTM"])
def test_html_is_noticed_under_any_name_of_text(name: str) -> None:
    assert readers.read(name, HTML).text == "Mr Pell spoke."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.png", b"x", "save it as text, HTML, PDF or Word"),
        ("a", b"x", "save it as text, HTML, PDF or Word"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "save it as text, HTML, PDF or Word"),
        ("a.txt", b" \n", "It is empty"),
        ("a.pdf", b"", "It is empty"),
        ("a.pdf", b"just words", "is not a PDF"),
        ("a.docx", b"just words", "is not a Word document"),
        ("a.docx", b"PK\x03\x04broken", "damaged"),
        ("a.pdf", b"%PDF-1.7\ntrunca", "damaged"),
        ("a.txt", b"a\x00b\x00", "UTF-8 text"),
        ("a.txt", b"Caf\x81", "UTF-8 text"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_one_sentence(
    name: str, content: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        readers.read(name, content)
    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_word_file_named_txt_is_read_as_word() -> None:
    document = docx.Document()
    document.add_paragraph("Mr Pell spoke.")
    buffer = io.BytesIO()
    document.save(buffer)
    assert readers.read("a.txt", buffer.getvalue()).text == "Mr Pell spoke."


@pytest.mark.parametrize(
    "content",
    [
        "Café – £5".encode(),
        b"\xef\xbb\xbf" + "Café – £5".encode(),
        "Café – £5".encode("cp1252"),
        "Café – £5".encode("utf-16"),
    ],
    ids=["utf-8", "utf-8 with a mark", "windows-1252", "utf-16"],
)
def test_text_is_decoded_whatever_its_encoding(content: bytes) -> None:
    assert readers.read("a.txt", content).text == "Café – £5"


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    assert readers.read("a.txt", b"a  b\r\n\tc\rd \n").text == "a  b\n\tc\nd \n"


@pytest.mark.parametrize("name", ["page.pdf", "page.docx"])
def test_html_that_a_site_served_as_a_document_is_refused(name: str) -> None:
    with pytest.raises(UnreadableDocument, match="is a web page"):
        readers.read(name, HTML)
