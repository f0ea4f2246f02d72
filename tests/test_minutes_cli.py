"""The terminal front door, over a library made from two small files of an invented council."""

import json
import os
import pty
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from minutes_cli import app

ROOT = Path(__file__).parents[1]
FERRIES = """WEXCOMBE COUNTY COUNCIL

CABINET

MINUTES of a meeting of the Cabinet held in the Guildhall on Thursday, 7 March 2024.

PRESENT: Mrs A Fenn (Chairman) and Mr B Thrale

12.    Chain ferry
(Item 1)

(1)    Mr Thrale said that the chain ferry had been out of service on 41 days.

(2)    RESOLVED that a second ferry be bought for £2.4 million.
"""
LIBRARIES = """WEXCOMBE COUNTY COUNCIL

SCRUTINY COMMITTEE

MINUTES of a meeting of the Scrutiny Committee held in the Guildhall on Tuesday, 4 June 2024.

PRESENT: Mr C Moss (Chairman)

30.    Mobile library
(Item 1)

(1)    Mr Moss asked why the mobile library no longer called at Sele.
"""

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two files of minutes."""
    folder = tmp_path_factory.mktemp("minutes")
    (folder / "ferries.txt").write_text(FERRIES, encoding="utf-8")
    (folder / "libraries.txt").write_text(LIBRARIES, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def ingested(minutes: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a library that holds both; tests that change it make a copy."""
    home = tmp_path_factory.mktemp("home")
    result = CliRunner().invoke(app, ["ingest", str(minutes)], env={"MINUTES_HOME": str(home)})
    assert result.exit_code == 0, result.output
    return home


@pytest.fixture
def run(ingested: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `minutes` on the shared library, or on the home that `MINUTES_HOME` names."""
    monkeypatch.setenv("MINUTES_HOME", str(ingested))
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture
def own_home(ingested: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A copy of the library that `run` then uses."""
    home = shutil.copytree(ingested, tmp_path / "home")
    monkeypatch.setenv("MINUTES_HOME", str(home))
    return home


def printed(result: Result) -> Any:
    assert result.exit_code in (0, 1), result.output
    return json.loads(result.stdout)


def refused(result: Result) -> str:
    """The one line that a mistake is told in."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    return line


# --- Ingest --------------------------------------------------------------------------------


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


# --- Ask and search ------------------------------------------------------------------------


def test_ask_answers_in_the_form_of_the_contract(run: Run, ingested: Path) -> None:
    answer = printed(run("ask", "chain ferry", "--json"))
    assert (answer["schema"], answer["question"], answer["edition"]) == (1, "chain ferry", "000001")
    assert answer["citations"]
    text = run("show", "ferries.txt", "--text").stdout
    for citation in answer["citations"]:
        quoted = text[citation["start"] : citation["end"]]
        assert " ".join(quoted.split()) == citation["quote"]


def test_ask_reads_well_on_a_terminal(run: Run) -> None:
    result = run("ask", "what was said about the chain ferry?")
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    assert "7 March 2024 – Cabinet, Wexcombe County Council" in shown
    assert "out of service on 41 days. [" in shown
    assert "Searched 2 meetings of 2 committees" in shown


def test_filters_may_be_part_of_a_name(run: Run) -> None:
    answer = printed(
        run("ask", "library", "--committee", "scrutiny", "--since", "2024-01-01", "--json")
    )
    assert answer["filters"] == {"committee": "Scrutiny Committee", "since": "2024-01-01"}
    assert answer["coverage"]["meetings"] == 1


def test_a_follow_up_is_understood_from_the_history(run: Run) -> None:
    answer = printed(
        run("ask", "how many days was it out of service?", "--history", "chain ferry", "--json")
    )
    assert "ferry" in answer["standalone_question"]


def test_a_batch_is_answered_line_by_line_in_order(run: Run, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(
        '{"id": "b", "question": "mobile library"}\n'
        '{"id": "x", "question": ""}\n'
        "\n"
        '{"id": "a", "question": "how long was it out of service?", "history": ["chain ferry"]}\n'
    )
    result = run("ask", "--batch", batch, "--json")
    assert result.exit_code == 1
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert (first["id"], third["id"]) == ("b", "a")
    assert first["citations"][0]["document"] == "libraries.txt"
    assert "ferry" in third["standalone_question"]
    assert list(second) == ["id", "schema", "line", "error"]
    assert (second["id"], second["line"]) == ("x", 2)
    assert result.stderr.startswith("Line 2: ")


def test_search_gives_passages_best_first(run: Run) -> None:
    found = printed(run("search", "mobile library", "-k", "2", "--json"))
    assert (found["schema"], found["query"]) == (1, "mobile library")
    assert [passage["rank"] for passage in found["passages"]] == [1, 2]
    assert found["passages"][0]["document"] == "libraries.txt"
    assert "mobile library" in run("search", "mobile library").stdout


# --- Show ----------------------------------------------------------------------------------


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


# --- The library ---------------------------------------------------------------------------


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


# --- Mistakes ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ask"], "Give a question"),
        (["ask", " "], "The question is empty"),
        (["ask", "x", "--batch", "y"], "Give a question"),
        (["ask", "--batch", "absent.jsonl"], "absent.jsonl: No such file"),
        (["ask", "--batch", "y", "--since", "2024-01-01"], "stand in the file"),
        (["ask", "ferry", "--since", "last year"], "“last year” is not a date such as 2025-01-30"),
        (["ask", "ferry", "--council", "Atlantis"], "no council called “Atlantis”"),
        (["search", ""], "The question is empty"),
        (["search", "ferry", "-k", "0"], "'-k'"),
        (["show", "absent.txt"], "absent.txt"),
        (["show", "ferries.txt", "--json", "--text"], "Choose --json or --text"),
        (["forget", "absent.txt", "--yes"], "absent.txt"),
        (["rollback", "000099"], "000099"),
        (["ingest"], "Missing argument"),
        (["sing"], "No such command 'sing'"),
        (["ask", "ferry", "--loudly"], "No such option"),
    ],
)
def test_a_mistake_is_told_in_one_line(run: Run, arguments: list[str], told: str) -> None:
    assert told in refused(run(*arguments))


@pytest.mark.parametrize(
    ("variable", "value", "arguments"),
    [
        ("MINUTES_KEEP_EDITIONS", "none", ["status"]),
        ("MINUTES_CHAT_TIMEOUT", "0", ["ask", "ferry"]),
        ("MINUTES_EMBEDDING_MODEL", "another", ["ask", "ferry"]),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, arguments: list[str]
) -> None:
    monkeypatch.setenv(variable, value)
    assert variable in refused(run(*arguments))


def test_a_home_that_is_a_file_is_told_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, minutes: Path
) -> None:
    monkeypatch.setenv("MINUTES_HOME", str(minutes / "ferries.txt"))
    for command in (["status"], ["ask", "ferry"], ["ingest", str(minutes)]):
        assert "ferries.txt" in refused(run(*command))


def test_serve_refuses_a_port_that_is_taken(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"port {port}" in refused(run("serve", "--port", port))


# --- Help ----------------------------------------------------------------------------------


def test_every_command_and_option_says_what_it_is_for() -> None:
    group = typer.main.get_command(app)
    commands = group.commands  # type: ignore[attr-defined]
    assert {"ingest", "ask", "search", "show", "status", "verify"} < commands.keys()
    for name, command in commands.items():
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys, minutes_cli\n"
        "try: minutes_cli.app(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'openvino', 'chromadb', 'streamlit', 'numpy', 'pydantic', 'rich', "
        "'langchain'}\n"
        "sys.exit(f'{heavy & sys.modules.keys()}' if heavy & sys.modules.keys() else 0)"
    )
    process = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert process.returncode == 0, process.stderr
    assert "ingest" in process.stdout


def test_the_version_is_the_one_installed(run: Run) -> None:
    try:
        installed = metadata.version("minutes-assistant")
    except metadata.PackageNotFoundError:
        pytest.skip("runs from a checkout that is not installed (`make install`)")
    assert run("--version").stdout == f"minutes {installed}\n"
