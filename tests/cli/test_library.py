"""Commands that look after a library: status, verify, rollback, forget."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import LIBRARIES, ROOT, Run, printed, refused


def test_status_of_an_empty_library_says_how_to_begin(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTES_HOME", str(tmp_path))
    result = run("status")
    assert result.exit_code == 0
    assert "`minutes ingest PATH`" in result.stdout
    assert printed(run("status", "--json"))["edition"] is None


def test_status_lists_every_document(run: Run) -> None:
    shown = run("status", "--documents").stdout
    assert "ferries.txt" in shown
    assert "libraries.txt" in shown


def test_a_damaged_library_is_told_and_repaired(run: Run, own_home: Path) -> None:
    assert run("verify").stdout == "Edition 000001 is sound.\n"
    assert printed(run("verify", "--json")) == {
        "schema": 1, "edition": "000001", "sound": True, "problems": [], "repaired": None,
    }  # fmt: skip
    shutil.rmtree(own_home / "editions" / "000001" / "chroma")
    damaged = run("verify")
    assert damaged.exit_code == 1
    assert "missing" in damaged.stderr
    assert "`minutes verify --repair`" in refused(run("search", "ferry"))
    assert run("verify", "--repair").exit_code == 0
    assert run("verify").exit_code == 0


def test_an_edition_can_be_gone_back_to_and_a_document_forgotten(run: Run, own_home: Path) -> None:
    assert "no earlier edition" in refused(run("rollback"))
    assert "--yes" in refused(run("forget", "ferries.txt"))
    assert run("forget", "ferries.txt", "--yes").exit_code == 0
    assert "ferries.txt" in refused(run("show", "ferries.txt"))
    editions = printed(run("editions", "--json"))["editions"]
    assert [each["current"] for each in editions] == [True]
    assert editions[0]["documents"] == 1


def test_rollback_names_the_edition_that_is_current_again(
    run: Run, own_home: Path, tmp_path: Path
) -> None:
    (tmp_path / "more.txt").write_text(LIBRARIES.replace("Sele", "Orme"), encoding="utf-8")
    assert run("ingest", tmp_path / "more.txt").exit_code == 0
    assert "000002" in run("editions").stdout
    assert run("rollback").stdout == "Edition 000001 is current again.\n"


def test_forget_asks_first_on_a_terminal(own_home: Path) -> None:
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "minutes_cli", "forget", "ferries.txt"],
        cwd=ROOT,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.write(controller, b"n\n")
    asked, told = process.communicate(timeout=120)
    os.close(controller)
    os.close(terminal)
    assert process.returncode == 2
    assert "Erase ferries.txt" in asked + told
    assert "Nothing was done." in told
