"""docs/evaluating.md, the measures and the commands say the same."""

from pathlib import Path

import pytest
import typer

from eval.measures.catalogue import MEASURES
from eval.measures.figure import Measure
from eval.summary import AREA
from eval.systems.opening import SYSTEMS
from minutes_cli import app

GUIDE = Path(__file__).parents[2] / "docs" / "evaluating.md"
GROUP = typer.main.get_command(app).commands["eval"]  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def guide() -> str:
    return " ".join(GUIDE.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_every_figure_is_in_the_guide_with_its_formula(guide: str, measure: Measure) -> None:
    assert f"`{measure.name}`" in guide
    assert measure.formula in guide


def test_the_area_and_every_system_are_in_the_guide(guide: str) -> None:
    assert f"`{AREA}`" in guide
    assert all(f"`{system}`" in guide for system in SYSTEMS)


@pytest.mark.parametrize("name", sorted(GROUP.commands))
def test_every_command_and_its_options_are_in_the_guide(guide: str, name: str) -> None:
    assert f"minutes eval {name}" in guide
    assert GROUP.commands[name].help
    for parameter in GROUP.commands[name].params:
        options = [each for each in parameter.opts if each.startswith("--")]
        assert not options or any(option in guide for option in options), options
