"""README.md, the command line and the settings say the same."""

from pathlib import Path

import pytest
import typer
from pydantic_settings import BaseSettings

from assistant.settings import AssistantSettings
from eval.settings import EvaluationSettings
from ingest.sites.settings import SiteSettings
from minutes_cli import app
from ui.signing_in import SignInSettings
from vectorstore.settings import LibrarySettings

README = Path(__file__).parents[1] / "README.md"
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_its_options_are_in_the_readme(readme: str, command: str) -> None:
    assert f"minutes {command}" in readme
    group = typer.main.get_command(app)
    for parameter in group.commands[command].params:  # type: ignore[attr-defined]
        options = [each for each in parameter.opts if each.startswith("--")]
        assert not options or any(f"{option}" in readme for option in options), options


@pytest.mark.parametrize(
    "settings",
    [LibrarySettings, AssistantSettings, SignInSettings, SiteSettings, EvaluationSettings],
)
def test_every_setting_is_in_the_readme(readme: str, settings: type[BaseSettings]) -> None:
    for name in settings.model_fields:
        assert f"MINUTES_{name.upper()}" in readme


def test_every_make_target_is_in_the_help() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    [targets] = [line for line in makefile.splitlines() if line.startswith(".PHONY: ")]
    for target in targets.removeprefix(".PHONY: ").split():
        assert target == "help" or f"@echo 'make {target} " in makefile
