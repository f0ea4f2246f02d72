"""The pictures of the documentation are there, each one taken by the command."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = re.compile(r"!\[[^\]]+\]\(([^)]+)\)|<img src=\"([^\"]+)\"[^>]* alt=\"[^\"]+\"")


def test_every_picture_that_is_shown_is_there_with_words_for_those_who_do_not_see_it() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        shown = [first or second for first, second in SHOWN.findall(text)]
        assert len(shown) == text.count("![") + text.count("<img")
        for path in shown:
            assert (page.parent / path).is_file(), f"{page.name} shows {path}"


def test_the_command_takes_every_picture_and_the_guide_shows_it() -> None:
    command = (ROOT / "docs" / "screenshots.py").read_text(encoding="utf-8")
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    for picture in IMAGES.iterdir():
        assert f'"{picture.stem}"' in command
        assert f"images/{picture.name}" in guide
