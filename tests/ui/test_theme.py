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


def channels(colour: str) -> list[float]:
    """Red, green and blue of "#rrggbb", each from 0 to 1."""
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def luminance(colour: list[float]) -> float:
    """The relative luminance, after WCAG 2.2."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: list[float], ground: list[float]) -> float:
    """The contrast of two colours, after WCAG 2.2."""
    darker, lighter = sorted((luminance(ink), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_stand_out_from_every_ground(theme: str, ink: str, ground: str) -> None:
    colours = config()["theme"][theme]
    assert contrast(channels(colours[ink]), channels(colours[ground])) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_captions_stand_out_although_streamlit_fades_them(theme: str, ground: str) -> None:
    colours = config()["theme"][theme]
    under = channels(colours[ground])
    pairs = zip(channels(colours["textColor"]), under, strict=True)
    faded = [0.6 * ink + 0.4 * behind for ink, behind in pairs]
    assert contrast(faded, under) >= 4.5


def test_nothing_is_told_to_anyone_and_only_this_computer_is_let_in() -> None:
    options = config()
    assert options["browser"]["gatherUsageStats"] is False
    assert options["server"]["address"] == "127.0.0.1"
    assert options["client"]["showErrorDetails"] == "none"


def test_no_font_is_fetched() -> None:
    assert "http" not in str(config()["theme"])
