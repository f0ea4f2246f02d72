"""What is printed on a page: its words with their places, and the rules drawn on it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin horizontal bar or line; `y` is its middle. Units are points, y grows upwards."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Upright:
    """A thin vertical bar or line; `x` is its middle."""

    x: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Word:
    """A run of glyphs without white space.

    Args:
        baseline: the height that its letters stand on.
        size: of its font, in points.
        glyphs: the middle of each of its characters, where a rule may go through them or where
            they were asked for; otherwise empty.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    glyphs: tuple[float, ...] = ()


class Rules:
    """The rules of a page by their height, since a drawing may have thousands."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = sorted(rules, key=lambda rule: rule.y)
        self._heights = [rule.y for rule in self._rules]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)

    def between(self, low: float, high: float) -> list[Rule]:
        """Those that are as high as `low` and no higher than `high`."""
        first = bisect_left(self._heights, low)
        return self._rules[first : bisect_right(self._heights, high)]


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page in the order in which they were drawn.

    Args:
        slanted: words printed aslant across the page, "DRAFT", which are none of its lines.
        pictured: a picture covers most of it.
    """

    width: float
    height: float
    words: tuple[Word, ...]
    rules: Rules
    uprights: tuple[Upright, ...] = ()
    slanted: tuple[str, ...] = ()
    pictured: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page as it is seen: the bytes of a WebP file, and its size in pixels."""

    webp: bytes
    width: int
    height: int
