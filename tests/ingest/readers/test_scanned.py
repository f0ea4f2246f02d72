"""Scanned pages are recognised by programs that may be there or not."""

import os
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from ingest.readers.pdf import read
from vectorstore.errors import UnreadableDocument


def picture() -> bytes:
    document = FPDF()
    document.add_page()
    document.rect(20, 20, 100, 40, style="F")
    return bytes(document.output())


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs, the only one there is."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(programs: Path, name: str, script: str) -> None:
    program = programs / name
    program.write_text(f"#!/bin/sh\nPATH=/bin:/usr/bin\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def test_without_the_programs_it_says_what_to_install(programs: Path) -> None:
    install(programs, "ocrmypdf", "exit 0")  # which by itself is of no use
    with pytest.raises(UnreadableDocument, match="install ocrmypdf and tesseract"):
        read(picture())


@pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")
def test_the_text_that_is_recognised_is_read(programs: Path, tmp_path: Path) -> None:
    known = FPDF()
    known.set_font("Helvetica", size=11)
    known.add_page()
    known.cell(text="The ferry was late.")
    (tmp_path / "known.pdf").write_bytes(bytes(known.output()))
    install(programs, "tesseract", "exit 0")
    install(programs, "ocrmypdf", f'for last; do :; done; cp "{tmp_path}/known.pdf" "$last"')
    assert read(picture()).text == "The ferry was late."


@pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")
@pytest.mark.parametrize(
    ("script", "reason"),
    [("exit 3", "could not recognise"), ("sleep 20", "took longer")],
    ids=["fails", "hangs"],
)
def test_a_recognition_that_fails_or_hangs_is_one_sentence(
    programs: Path, monkeypatch: pytest.MonkeyPatch, script: str, reason: str
) -> None:
    monkeypatch.setenv("MINUTES_READING_SECONDS", "0.5")
    install(programs, "tesseract", "exit 0")
    install(programs, "ocrmypdf", script)
    with pytest.raises(UnreadableDocument, match=reason):
        read(picture())


def half_scanned() -> bytes:
    """A page with words, and one that is a picture."""
    document = FPDF()
    document.set_font("Helvetica", size=11)
    document.add_page()
    document.cell(text="The ferry was late.")
    document.add_page()
    document.image(Image.new("L", (60, 90), 200), x=0, y=0, w=document.w, h=document.h)
    return bytes(document.output())


def test_a_page_that_is_only_a_picture_is_told_and_the_others_are_read(programs: Path) -> None:
    reading = read(half_scanned())
    assert (reading.text, reading.unread_pages) == ("The ferry was late.", (2,))


@pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")
def test_the_words_of_a_scanned_page_are_recognised_beside_those_of_others(
    programs: Path, tmp_path: Path
) -> None:
    known = FPDF()
    known.set_font("Helvetica", size=11)
    for words in ("The ferry was late.", "So was the bus."):
        known.add_page()
        known.cell(text=words)
    (tmp_path / "known.pdf").write_bytes(bytes(known.output()))
    install(programs, "tesseract", "exit 0")
    install(programs, "ocrmypdf", f'for last; do :; done; cp "{tmp_path}/known.pdf" "$last"')
    reading = read(half_scanned())
    assert reading.text.split("\n") == ["The ferry was late.", "So was the bus."]
    assert reading.unread_pages == ()
