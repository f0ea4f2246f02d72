"""`minutes ingest` and `minutes show` on a terminal and for scripts."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import FERRIES, ROOT, Run, printed


def test_ingest_reports_by_outcome_and_leaves_what_is_unchanged_alone(
    run: Run, minutes: Path
) -> None:
    report = printed(run("ingest", minutes, "--json"))
    assert (
        list(report)
        == (
            "schema documents meetings items paragraphs passages restricted embedded edition "
            "failures warnings seconds"
        ).split()
    )
    assert report["documents"] == {
        "added": 0, "updated": 0, "unchanged": 2, "removed": 0,
        "duplicate": 0, "failed": 0, "skipped": 0,
    }  # fmt: skip
    assert (report["embedded"], report["edition"]) == (0, "000001")


def test_ingest_names_what_it_could_not_read_and_goes_on(
    run: Run, own_home: Path, tmp_path: Path
) -> None:
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    result = run("ingest", tmp_path / "torn.pdf", tmp_path / "absent.txt", "--json")
    assert result.exit_code == 1
    assert [each["document"] for each in printed(result)["failures"]] == ["torn.pdf", "absent.txt"]
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [
        "torn.pdf",
        "absent.txt",
    ]
    assert printed(run("status", "--json"))["failures"][0]["document"] == "torn.pdf"


def test_ingest_options_hold_over_what_the_text_says(
    run: Run, own_home: Path, minutes: Path
) -> None:
    given = ("--council", "Sele Borough Council", "--committee", "Board", "--date", "2023-05-06")
    report = printed(run("ingest", minutes / "ferries.txt", *given, "--title", "Ferries", "--json"))
    assert report["documents"]["updated"] == 1
    [summary, _] = printed(run("status", "--documents", "--json"))["documents"]
    assert (summary["council"], summary["committee"]) == ("Sele Borough Council", "Board")
    assert (summary["date"], summary["title"]) == ("2023-05-06", "Ferries")


def test_an_interrupted_ingest_says_that_the_work_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        text = FERRIES.replace("41 days", f"{number} days")
        (folder / f"ferries-{number}.txt").write_text(text, encoding="utf-8")
    home = tmp_path / "home"
    process = subprocess.Popen(
        [sys.executable, "-m", "minutes_cli", "ingest", folder],
        cwd=ROOT,
        env=os.environ | {"MINUTES_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not (home / "staging" / "catalogue.sqlite").is_file():
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=120)
    assert process.returncode == 130
    assert told.splitlines() == [
        "Stopped. What was done is kept: the same command goes on from there."
    ]


def test_show_gives_a_document_of_the_library_and_a_file_alike(run: Run, minutes: Path) -> None:
    kept = printed(run("show", "ferries.txt", "--json"))
    [source] = kept.pop("sources")
    assert source == {
        "source": str(minutes / "ferries.txt"), "address": None, "status": None, "cited": True,
    }  # fmt: skip
    read = printed(run("show", minutes / "ferries.txt", "--json"))
    assert read.pop("sources") == []
    assert read == kept
    [meeting] = kept["meetings"]
    assert (meeting["date"], meeting["committee"]) == ("2024-03-07", "Cabinet")
    assert "second ferry be bought" in run("show", "ferries.txt").stdout


def test_show_reads_a_file_without_any_library(
    run: Run, minutes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTES_HOME", str(tmp_path / "nowhere"))
    monkeypatch.chdir(minutes)
    assert run("show", "ferries.txt", "--text").stdout == FERRIES
    assert not (tmp_path / "nowhere").exists()
