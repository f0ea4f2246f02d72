"""Documents made to do harm, read in real processes: each is one reason, the others are read."""

import io
import os
import signal
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from fpdf import FPDF

from ingest.limits import ReadingLimits
from ingest.metadata import Metadata
from ingest.reading_process import Refusal, Task
from ingest.reading_room import Desk, ReadingRoom
from vectorstore.errors import SettingsError
from vectorstore.records import Document

DUCKS = b"Agenda item\n\nDucks\n\nMinutes:\n\n1. Mr Pell counted forty ducks on the mill pond.\n"
DUCK_PAGE = b"<!doctype html><html><body><p>" + DUCKS.replace(b"\n\n", b"<p>") + b"</body></html>"


def task(name: str, content: bytes) -> Task:
    return Task(name=name, content=content, metadata=Metadata())


def pdf_that_inflates() -> bytes:
    """One page whose drawing is a gigabyte of white space, packed into a megabyte."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(1024)) + packer.flush()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Root 1 0 R /Size 5 >>\n"
        b"startxref\n%d\n%%%%EOF" % (table, len(body))
    )


def locked_pdf() -> bytes:
    document = FPDF()
    document.set_encryption(owner_password="pike", user_password="perch")
    document.set_font("Helvetica")
    document.add_page()
    document.cell(text="Forty ducks.")
    return bytes(document.output())


def word_that_inflates() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(600):
                part.write(b" " * 2**20)
    return packed.getvalue()


ENTITIES = b"".join(
    b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10 if n else b"ha") for n in range(12)
)
HOSTILE: dict[str, Callable[[], bytes]] = {
    "inflates.pdf": pdf_that_inflates,
    "locked.pdf": locked_pdf,
    "inflates.docx": word_that_inflates,
    "nested.html": lambda: b"<html><body>" + b"<div>" * 200_000,
    "nested.pdf": lambda: b"%PDF-1.4\n1 0 obj " + b"[" * 200_000,
    "torn.pdf": lambda: b"%PDF-1.7\n1 0 obj << /Type /Catalog",
    "page.pdf": lambda: b"<html><body>Not found</body></html>",
    "entities.xml": lambda: b"<!DOCTYPE m [" + ENTITIES + b"]><meeting>&e11;</meeting>",
    "noise.txt": lambda: bytes(range(256)) * 64,
    "empty.txt": lambda: b" \n",
}


def test_each_hostile_document_is_one_reason_and_the_others_are_read() -> None:
    limits = ReadingLimits(reading_seconds=30, reading_memory=1024, reading_processes=2)
    asked = [(name, task(name, make())) for name, make in HOSTILE.items()]
    asked += [("ducks.txt", task("ducks.txt", DUCKS)), ("ducks.html", task("a.html", DUCK_PAGE))]
    with ReadingRoom(limits) as room:
        outcomes = list(room.read(asked))
    assert [name for name, _ in outcomes] == [name for name, _ in asked]
    for name, outcome in outcomes:
        if name == "locked.pdf":
            assert "password" in getattr(outcome, "reason", "")
        if name in HOSTILE:
            assert isinstance(outcome, Refusal), name
            assert outcome.reason.endswith("."), name
            assert "\n" not in outcome.reason, name
        else:
            assert isinstance(outcome, Document), name


def process_of(desk: Desk) -> int:
    process = desk._process
    assert process is not None
    assert process.pid is not None
    return process.pid


def test_a_process_that_is_killed_is_replaced() -> None:
    desk = Desk(ReadingLimits())
    assert isinstance(desk.read(task("ducks.txt", DUCKS)), Document)
    killed = process_of(desk)
    os.kill(killed, signal.SIGKILL)
    outcome = desk.read(task("ducks.txt", DUCKS))
    assert isinstance(outcome, Refusal)
    assert "SIGKILL" in outcome.reason
    assert isinstance(desk.read(task("ducks.txt", DUCKS)), Document)
    assert process_of(desk) != killed
    desk.close()


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    desk = Desk(ReadingLimits(reading_seconds=0.001))
    outcome = desk.read(task("long.txt", DUCKS * 20_000))
    assert isinstance(outcome, Refusal)
    assert "longer than 0.001 seconds" in outcome.reason
    desk._limits = ReadingLimits()
    assert isinstance(desk.read(task("ducks.txt", DUCKS)), Document)
    desk.close()


def test_leaving_the_room_ends_its_processes_at_once() -> None:
    with ReadingRoom(ReadingLimits(reading_processes=1)) as room:
        next(room.read([(None, task("ducks.txt", DUCKS))]))
        reading = process_of(room._desks[0])
    assert not Path(f"/proc/{reading}/exe").exists()


def test_no_process_is_started_when_there_is_nothing_to_read() -> None:
    with ReadingRoom(ReadingLimits()) as room:
        refused = Refusal(reason="It is empty.")
        assert list(room.read([("a", refused)])) == [("a", refused)]
        assert all(desk._process is None for desk in room._desks)


def test_limits_that_leave_no_room_are_told_as_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.reading_room.TO_START", 0.0)
    desk = Desk(ReadingLimits())
    with pytest.raises(SettingsError, match="MINUTES_READING_MEMORY"):
        desk.read(task("ducks.txt", DUCKS))


def test_a_new_process_runs_nothing_of_the_main_script_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "page.py"
    script.write_text("raise SystemExit('run again')", encoding="utf-8")
    main = ModuleType("__main__")
    main.__file__ = str(script)
    monkeypatch.setitem(sys.modules, "__main__", main)
    with ReadingRoom(ReadingLimits(reading_processes=2)) as room:
        told = [read for _, read in room.read((n, task("ducks.txt", DUCKS)) for n in range(6))]
    assert all(isinstance(read, Document) for read in told)
    assert sys.modules["__main__"] is main
