"""`minutes brief`: a briefing on the terminal and as a file."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner, Result

from minutes_cli import app

Run = Callable[..., Result]


@pytest.fixture
def run(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command over the sample library."""
    monkeypatch.setenv("MINUTES_HOME", str(sample_home))
    return lambda *options: CliRunner().invoke(app, ["brief", *options])


def test_a_briefing_is_written_as_the_name_of_its_file_says(run: Run, tmp_path: Path) -> None:
    for name in ("potholes.docx", "potholes.md", "potholes.HTML"):
        assert run("potholes", "--since", "2023-01-01", "-o", str(tmp_path / name)).exit_code == 0
    document = docx.Document(io.BytesIO((tmp_path / "potholes.docx").read_bytes()))
    assert document.paragraphs[0].text == "Briefing: potholes"
    assert (tmp_path / "potholes.md").read_text("utf-8").startswith("# Briefing: potholes")
    assert (tmp_path / "potholes.HTML").read_text("utf-8").startswith("<!doctype html>")


def test_without_a_file_markdown_goes_to_the_terminal(run: Run) -> None:
    result = run("potholes")
    assert result.exit_code == 0
    assert "## Decisions and votes" in result.stdout
    assert "[^1]:" in result.stdout


def test_committees_may_be_named_in_part_and_more_than_one(run: Run) -> None:
    result = run("libraries", "--committee", "cabinet", "--committee", "scrutiny", "--json")
    given = json.loads(result.stdout)
    assert given["committees"] == ["Cabinet", "Scrutiny Committee"]
    assert {each["committee"] for each in given["citations"]} == {"Cabinet", "Scrutiny Committee"}


def test_json_can_be_printed_beside_a_file(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "briefing.md"
    result = run("potholes", "-o", str(kept), "--json")
    assert json.loads(result.stdout)["topic"] == "potholes"
    assert kept.exists()


def test_a_file_of_another_kind_is_refused_before_anything_is_drafted(
    run: Run, tmp_path: Path
) -> None:
    result = run("potholes", "-o", str(tmp_path / "briefing.pdf"))
    assert result.exit_code == 2
    assert "must end in one of .docx, .md, .html" in result.stderr
    assert not (tmp_path / "briefing.pdf").exists()


def test_an_empty_topic_and_an_unknown_committee_are_refused(run: Run) -> None:
    assert run("  ").exit_code == 2
    result = run("potholes", "--committee", "Harbour Board")
    assert result.exit_code == 2
    assert "no committee called" in result.stderr
