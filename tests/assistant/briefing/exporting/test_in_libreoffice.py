"""The Word file as another program opens it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from assistant.briefing.briefing import Briefing
from assistant.briefing.exporting.notes import notes, renumbered
from assistant.briefing.exporting.word import word

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_headings_footnotes_and_footer_are_on_the_pages(scooters: Briefing, tmp_path: Path) -> None:
    (tmp_path / "briefing.docx").write_bytes(word(scooters))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "briefing.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "briefing.pdf").pages]
    told = " ".join(" ".join(pages).split())
    for section in scooters.sections:
        assert section.title in told
    assert all(f"page {number} of {len(pages)}" in " ".join(text.split())
               for number, text in enumerate(pages, start=1))  # fmt: skip
    assert all("edition 000001" in text for text in pages)
    [first, *_] = notes(renumbered(scooters))
    assert first.place[:40] in " ".join(pages[0].split())
