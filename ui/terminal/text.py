"""Words on a terminal: plain text from documents, and the few forms that they are laid out in.

Everything from a document or a model is printed as plain text: no markup is read in it, and
characters that would steer the terminal are taken out.
"""

import re
import sys
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

# Escape sequences whole; then control characters and those that turn the direction of writing.
_STEERING = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.?)"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_FILLING = re.compile(r" +$", re.MULTILINE)
QUIET, HEAD, MARK, STRUCK = "dim", "bold", "cyan", "strike dim"


def plain(words: str) -> str:
    """A text without the characters that would steer a terminal; tabs and line ends stay."""
    return _STEERING.sub("", words)


def show(*parts: RenderableType) -> None:
    """Print to standard output."""
    console = Console(markup=False, highlight=False, emoji=False)
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    # What is laid out is filled up with spaces, which would end up in whatever is copied.
    sys.stdout.write(_FILLING.sub("", captured.get()))


def write(text: str) -> None:
    """Print a text as it is; on a terminal, each character that would steer it as “\ufffd”."""
    if sys.stdout.isatty():
        text = _STEERING.sub(lambda match: "\ufffd" * len(match.group()), text)
    sys.stdout.write(text)


def note(words: str) -> None:
    """Print a line to standard error."""
    Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True).print(
        text(words)
    )


def text(words: str, style: str = "") -> Text:
    """Words from anywhere, without what would steer the terminal."""
    return Text(plain(words), style=style)


def spaced(blocks: Iterable[RenderableType]) -> Group:
    """Blocks with an empty line after each."""
    return Group(*(Padding(block, (0, 0, 1, 0)) for block in blocks))


def inset(lines: Iterable[Text], columns: int) -> list[RenderableType]:
    """Lines set in from the left."""
    return [Padding(line, (0, 0, 0, columns)) for line in lines]


def labelled(label: str, words: Text) -> RenderableType:
    """Words beside their label, wrapped on their own side."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(min_width=5, justify="right", style=MARK)
    grid.add_column()
    grid.add_row(text(label), words)
    return grid


def facts(values: dict[str, str]) -> RenderableType:
    """Values beside their names."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=QUIET)
    grid.add_column()
    for name, value in values.items():
        grid.add_row(name, text(value))
    return grid


def table(*headings: str) -> Table:
    """An empty table without rules."""
    laid_out = Table(box=None, padding=(0, 2, 0, 0), header_style=QUIET)
    for heading in headings:
        laid_out.add_column(heading, overflow="fold", min_width=len(heading))
    return laid_out
