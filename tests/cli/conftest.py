"""A library of two small files of an invented council, and `minutes` run on it in this process."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutes_cli import app
from tests.cli.running import FERRIES, LIBRARIES, Run


@pytest.fixture(scope="session")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two files of minutes."""
    folder = tmp_path_factory.mktemp("minutes")
    (folder / "ferries.txt").write_text(FERRIES, encoding="utf-8")
    (folder / "libraries.txt").write_text(LIBRARIES, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
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
