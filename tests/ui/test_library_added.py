"""The files that people add in the browser, and what erasing leaves of them."""

import datetime
import io
import os
import tomllib
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.drafts.queue import Queue
from ingest.job import ingest
from ingest.metadata import Metadata, checked
from ingest.report import Outcome
from tests.vectorstore.conftest import open_quickly
from ui.library.added import Upload, added_files, keep, safe_name, sidecar_text
from ui.library.forgetting import forget
from vectorstore.errors import LibraryError
from vectorstore.library import Library
from vectorstore.records import MeetingStatus

FERRY = b"""Marlshire County Council
Crossings Committee
4 June 2024

1. Chain ferry
1.1 Mr Thrale said that the ferry was out of service.
"""
BRIDGE = FERRY.replace(b"Chain ferry", b"Swing bridge").replace(b"ferry", b"bridge")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty library whose embedder needs no model."""
    return open_quickly(tmp_path / "library")


def add(library: Library, *uploads: Upload, given: Metadata | None = None) -> dict[Outcome, int]:
    """Add files and say what became of them."""
    paths = keep(library.settings.home, uploads, given or Metadata())
    return dict(ingest(library, paths).documents)


@given(st.text(max_size=400))
def test_a_name_from_outside_becomes_a_plain_visible_name(name: str) -> None:
    safe = safe_name(name)
    assert safe == os.path.basename(safe)
    assert not safe.startswith((".", "~"))
    assert safe.isprintable()
    assert 0 < len(f"{safe}.toml".encode()) < 255


@pytest.mark.parametrize(
    "name", ["scrutiny 2024-06-04.pdf", "Cabinet (final).DOCX", "Ynys Môn & others.txt"]
)
def test_an_ordinary_name_stays_as_it_is(name: str) -> None:
    assert safe_name(name) == name
    assert safe_name(f"C:\\minutes\\{name}") == safe_name(f"../../{name}") == name


def test_names_that_cannot_be_kept_stay_different() -> None:
    wild = ["a:b.pdf", "a?b.pdf", "a-b.pdf", "con.pdf", ".pdf", "~$a.pdf", "x" * 300 + ".pdf",
            "x" * 301 + ".pdf"]  # fmt: skip
    safe = [safe_name(name) for name in wild]
    assert len(set(safe)) == len(wild)
    assert all(name.endswith(".pdf") for name in safe[:4])


@given(title=st.text(), date=st.dates(), status=st.sampled_from(MeetingStatus))
def test_what_is_given_is_read_back_from_the_sidecar(
    title: str, date: datetime.date, status: MeetingStatus
) -> None:
    known = Metadata(title=title, date=date, status=status)
    read = checked(tomllib.loads(sidecar_text(known)), "The sidecar")
    on_one_line = "".join(each if each.isprintable() else " " for each in title).strip()
    assert read == Metadata(title=on_one_line or None, date=date, status=status)


def test_the_same_name_with_other_words_is_an_update_and_keeps_what_was_given(
    library: Library,
) -> None:
    known = Metadata(committee="Harbour Board", status=MeetingStatus.DRAFT)
    first = Upload(name="june.txt", content=FERRY)
    assert add(library, first, given=known) == {Outcome.ADDED: 1, Outcome.SKIPPED: 0}
    assert add(library, first)[Outcome.UNCHANGED] == 1
    changed = Upload(name="june.txt", content=BRIDGE)
    approved = Metadata(status=MeetingStatus.APPROVED)
    assert add(library, changed, given=approved)[Outcome.UPDATED] == 1
    [meeting] = library.current().document("june.txt").meetings
    assert (meeting.committee, meeting.status) == ("Harbour Board", MeetingStatus.APPROVED)


def test_added_files_can_be_read_again_without_any_change(library: Library) -> None:
    add(library, Upload(name="june.txt", content=FERRY), given=Metadata(committee="Harbour Board"))
    report = ingest(library, [library.settings.home / "added"])
    assert report.documents[Outcome.UNCHANGED] == 1
    assert not report.warnings


def test_erasing_deletes_the_added_file_and_its_sidecar(library: Library) -> None:
    home = library.settings.home
    add(library, Upload(name="june.txt", content=FERRY), given=Metadata(committee="Harbour Board"))
    add(library, Upload(name="july.txt", content=BRIDGE))
    (home / "added" / ".cut-short.arriving").write_bytes(FERRY)
    assert forget(library, "june.txt") == "june.txt"
    assert [each.name for each in (home / "added").iterdir()] == ["july.txt"]
    everything = b"".join(each.read_bytes() for each in home.rglob("*") if each.is_file())
    assert b"Chain ferry" not in everything
    assert Queue(home).drafts() == []


def zipped(**documents: bytes) -> bytes:
    """An archive of text documents."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in documents.items():
            archive.writestr(f"papers/{name}.txt", content)
    return packed.getvalue()


def test_erasing_what_an_archive_holds_leaves_the_rest_of_the_archive(library: Library) -> None:
    home = library.settings.home
    add(library, Upload(name="papers.zip", content=zipped(june=FERRY, july=BRIDGE)))
    forget(library, "june.txt")
    [archive] = added_files(home)
    assert zipfile.ZipFile(archive).namelist() == ["papers/july.txt"]
    forget(library, "july.txt")
    assert added_files(home) == []


def test_an_archive_that_cannot_be_packed_again_goes_as_a_whole(library: Library) -> None:
    add(library, Upload(name="papers.zip", content=zipped(june=FERRY, july=BRIDGE)))
    [archive] = added_files(library.settings.home)
    archive.write_bytes(b"PK damaged since")
    forget(library, "june.txt")
    assert added_files(library.settings.home) == []


def test_erasing_leaves_files_elsewhere_alone(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "june.txt"
    file.write_bytes(FERRY)
    ingest(library, [file])
    forget(library, "june.txt")
    assert file.read_bytes() == FERRY


def test_a_folder_that_cannot_be_written_is_told_plainly(library: Library) -> None:
    home = library.settings.home
    home.mkdir()
    (home / "added").write_text("a file, not a folder")
    with pytest.raises(LibraryError, match="cannot be kept"):
        keep(home, [Upload(name="june.txt", content=FERRY)], Metadata())
