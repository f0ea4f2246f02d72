"""What a mistake is told in, and the help that prevents it."""

import socket
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
import typer

from minutes_cli import app
from tests.cli.running import ROOT, Run, refused


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
