"""The lines of an agenda item -> its paragraphs, each with its label, kind and sub-heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block, blocks
from ingest.chrome import is_chrome
from ingest.exchanges import Exchange, put, step
from ingest.kinds import Kinds, decides, is_marker, resolves
from ingest.labels import Numbering, Series
from ingest.lines import Layout, Line
from ingest.vote_sides import is_side, wants_names
from ingest.votes import is_outcome, votes
from vectorstore.records import Paragraph, ParagraphKind, Span, Vote
from vectorstore.wording import fold

_CUT_OFF = re.compile(
    r"view\s+the\s+full\s+minutes\s+text\s+for\s+item\s+[\w.]*\s*$", re.IGNORECASE
)
_LONGEST_HEADING = 80
_LONGEST_BOLD_HEADING = 200
_SHORTEST_PARAGRAPH = 40
# Addresses, dates, speakers of a transcript, sentences and broken ones, parts of a vote.
_NO_HEADING = re.compile(
    r"https?://|www\.|\d{4}$|^\d|: |[.?!] |[—–\].,;:?!]$|"
    r"\b(?:was|were) (?:present|in attendance)\b|"
    r"^(?:note|present|apologies|motion|amendment|for|against|abstain)\b",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"\t| {2,}\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the lines of an item hold.

    Args:
        cut_off: the source points elsewhere for the rest of it.
        placed: every run of characters that has found its place, labels and headings included.
    """

    paragraphs: tuple[Paragraph, ...]
    votes: tuple[Vote, ...]
    cut_off: bool
    placed: tuple[Span, ...]


def read_body(layout: Layout, lines: Sequence[Line], *, title: str | None = None) -> Body:
    """The paragraphs of some lines of a text.

    Args:
        title: of the item they belong to: what is said under "Declarations of Interest" declares.
    """
    own = [line for line in lines if not is_chrome(line.text)]
    found = _with_names_of_voters(blocks(layout, own), layout.text)
    placed = tuple(block.whole for block in found)
    found, cut_off = _without_pointers(found, layout.text)
    paragraphs = tuple(_paragraphs(layout, found, title))
    return Body(
        paragraphs=paragraphs,
        votes=votes(layout.text, [Span(start=each.start, end=each.end) for each in paragraphs]),
        cut_off=cut_off,
        placed=placed,
    )


def _paragraphs(layout: Layout, found: Sequence[Block], title: str | None) -> list[Paragraph]:
    explicit = any(resolves(layout.text[block.start : block.end]) for block in found)
    item = _Item(title, explicit=explicit)
    return [
        paragraph
        for index, block in enumerate(found)
        if (paragraph := item.read(layout, block, found[index + 1 :])) is not None
    ]


class _Item:
    """What the blocks of an item so far say about the next."""

    def __init__(self, title: str | None, *, explicit: bool) -> None:
        self._numbering, self._kinds = Numbering(), Kinds(title, explicit=explicit)
        self._heading: str | None = None
        self._exchange: Exchange | None = None
        if title is not None and (opened := put(title)) is not None:
            self._take_up(opened)

    def read(self, layout: Layout, block: Block, after: Sequence[Block]) -> Paragraph | None:
        """The paragraph that a block is; `None` when it only heads those after it."""
        words = layout.text[block.start : block.end]
        if self._heads(layout, block, words, after):
            return None
        if not self._kinds.quoting:
            self._numbering.unquote()
        if block.mark is not None:
            if self._kinds.quoting:
                self._numbering.quote()
            if block.above is not None and not self._numbering.stands_at(block.above):
                self._numbering.place(block.above)
            label, depth = self._numbering.place(block.mark)
            kind = self._kinds.of(words, mark=block.mark, depth=depth)
        else:
            label, kind = None, self._kinds.of(words, mark=None, depth=0)
            if kind is ParagraphKind.RESOLUTION and decides(words):
                self._heading = None  # it resolves the whole item, not only what is under a heading
            self._numbering.interrupt()
        says = self._exchange is not None and kind is self._exchange.kind
        return Paragraph(
            label=label,
            kind=kind,
            start=block.start,
            end=block.end,
            heading=self._heading,
            speakers=self._exchange.speakers if self._exchange is not None and says else (),
        )

    def _heads(self, layout: Layout, block: Block, words: str, after: Sequence[Block]) -> bool:
        if (block.mark is None or block.bold) and (
            exchange := put(words, self._exchange)
        ) is not None:
            self._heading = fold(words).rstrip(":")
            self._take_up(exchange)
        elif block.mark is None and (exchange := step(words, self._exchange)) is not None:
            self._take_up(exchange)
        elif is_marker(words):
            self._kinds.enter(words)
            self._numbering, self._heading = Numbering(), None
        elif _is_heading(layout, block, words, after) or (
            not self._kinds.has_points and _is_lettered_heading(block, words, after)
        ):
            printed = layout.text[block.label_start : block.end]
            self._heading, self._exchange = fold(printed).rstrip(":"), None
            self._kinds.leave()
        else:
            return False
        return True

    def _take_up(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._kinds.begin(exchange.kind)
        self._numbering = Numbering()


def _is_heading(layout: Layout, block: Block, words: str, after: Sequence[Block]) -> bool:
    """Whether a short line by itself heads the paragraphs after it.

    Where some lines are known to be bold, only these do. Elsewhere, only when a numbered or a
    long paragraph comes next: a short line that is lost as a heading could not be cited.
    """
    if not after or block.mark is not None:
        return False
    if block.bold:
        return _heads_in_bold(words)
    if not block.alone or (layout.bold and not block.heading):
        return False
    below = after[0]
    if block.heading:
        return True
    if _COLUMNS.search(words):
        return False  # a row of a table
    if len(words) > _LONGEST_HEADING or not words[:1].isupper() or _NO_HEADING.search(words):
        return False
    if below.mark is not None:
        return below.mark.series in (Series.NUMBER, Series.DECIMAL)
    return below.end - below.start >= _SHORTEST_PARAGRAPH and not below.heading


def _is_lettered_heading(block: Block, words: str, after: Sequence[Block]) -> bool:
    """Whether "(a) Former Members" in bold stands over paragraphs whose numbers run on."""
    if block.mark is None or block.mark.series not in (Series.LETTER, Series.ROMAN) or not after:
        return False
    below = after[0].mark
    alone = below is None or below.series is Series.NUMBER
    return block.bold and alone and words[:1].isupper() and _heads_in_bold(words)


def _heads_in_bold(words: str) -> bool:
    """Whether words that are bold from end to end are no sentence, no decision and no vote."""
    if "\t" in words or decides(words):
        return False
    return len(words) <= _LONGEST_BOLD_HEADING and not words.endswith((".", ";", ","))


def _with_names_of_voters(found: Sequence[Block], text: str) -> list[Block]:
    """Each side of a vote joined with the names below it."""
    joined: list[Block] = []
    for block in found:
        words = text[block.start : block.end]
        if joined and block.mark is None and not is_side(words) and not is_outcome(words):
            above = joined[-1]
            if wants_names(text[above.start : above.end], words):
                joined[-1] = replace(above, end=block.end, alone=False)
                continue
        joined.append(block)
    return joined


def _without_pointers(found: Sequence[Block], text: str) -> tuple[list[Block], bool]:
    """The blocks without "view the full minutes text for item N", and whether any had it."""
    kept: list[Block] = []
    cut_off = False
    for block in found:
        words = text[block.start : block.end]
        match = _CUT_OFF.search(words)
        cut_off = cut_off or match is not None
        if match is not None:
            words = words[: match.start()].rstrip()
            words = words.removesuffix("...").removesuffix("…").rstrip()
        if words:
            kept.append(replace(block, end=block.start + len(words)))
    return kept, cut_off
