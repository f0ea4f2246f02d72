"""The configuration that the pages are served with."""

import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
GROUNDS = ("backgroundColor", "secondaryBackgroundColor")
INKS = (
    "textColor",
    "linkColor",
    "primaryColor",
    "grayTextColor",
    "greenTextColor",
    "yellowTextColor",
    "redTextColor",
)
PAIRS = [
    *product(INKS, GROUNDS),
    ("textColor", "yellowBackgroundColor"),
    ("textColor", "greenBackgroundColor"),
    ("greenTextColor", "greenBackgroundColor"),
    ("backgroundColor", "linkColor"),
]


def config() -> dict[str, Any]:
    """The configuration as it is read."""
    return tomllib.loads(CONFIG.read_text(encoding="utf-8"))


def luminance(colour: str) -> float:
    """The relative luminance of "#rrggbb", after WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_stand_out_from_every_ground(theme: str, ink: str, ground: str) -> None:
    colours = config()["theme"][theme]
    darker, lighter = sorted((luminance(colours[ink]), luminance(colours[ground])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_nothing_is_told_to_anyone_and_only_this_computer_is_let_in() -> None:
    options = config()
    assert options["browser"]["gatherUsageStats"] is False
    assert options["server"]["address"] == "127.0.0.1"
    assert options["client"]["showErrorDetails"] == "none"


def test_no_font_is_fetched() -> None:
    assert "http" not in str(config()["theme"])
