"""The lines of an agenda item -> its paragraphs, each with its label, kind and sub-heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block, blocks
from ingest.chrome import is_chrome
from ingest.kinds import Kinds, is_marker
from ingest.labels import Numbering, Series
from ingest.lines import Layout, Line
from ingest.votes import is_outcome, is_side, votes, wants_names
from vectorstore.records import Paragraph, ParagraphKind, Span, Vote

_CUT_OFF = re.compile(
    r"view\s+the\s+full\s+minutes\s+text\s+for\s+item\s+[\w.]*\s*$", re.IGNORECASE
)
_LONGEST_HEADING = 80
_SHORTEST_PARAGRAPH = 40
# Addresses, dates, speakers of a transcript, sentences and broken ones, parts of a vote.
_NO_HEADING = re.compile(
    r"https?://|www\.|\d{4}$|^\d|: |[.?!] |[—–\].,;:?!]$|"
    r"^(?:note|present|apologies|motion|amendment|for|against|abstain)\b",
    re.IGNORECASE,
)


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
    paragraphs: list[Paragraph] = []
    numbering, kinds = Numbering(), Kinds(title)
    heading: str | None = None
    for index, block in enumerate(found):
        words = layout.text[block.start : block.end]
        if is_marker(words):
            kinds.enter(words)
            numbering, heading = Numbering(), None
            continue
        if _is_heading(block, words, found[index + 1 :]):
            heading = words.rstrip(":")
            kinds.leave()
            continue
        if block.mark is None:
            numbering.interrupt()
            label, depth = None, 0
        else:
            label, depth = numbering.place(block.mark)
        kind = kinds.of(words, mark=block.mark, depth=depth)
        if block.mark is None and kind is ParagraphKind.RESOLUTION:
            heading = None  # it resolves the whole item, not only what its last heading is over
        paragraphs.append(
            Paragraph(label=label, kind=kind, start=block.start, end=block.end, heading=heading)
        )
    return paragraphs


def _is_heading(block: Block, words: str, after: Sequence[Block]) -> bool:
    """Whether a short line by itself heads the paragraphs after it.

    Only when a numbered or a long paragraph comes next: a short line that is lost as a heading
    could not be cited.
    """
    if not after or block.mark is not None or not block.alone:
        return False
    below = after[0]
    if block.heading:
        return True
    if len(words) > _LONGEST_HEADING or not words[:1].isupper() or _NO_HEADING.search(words):
        return False
    if below.mark is not None:
        return below.mark.series in (Series.NUMBER, Series.DECIMAL)
    return below.end - below.start >= _SHORTEST_PARAGRAPH and not below.heading


def _with_names_of_voters(found: Sequence[Block], text: str) -> list[Block]:
    """Each side of a vote joined with the names below it."""
    joined: list[Block] = []
    for block in found:
        words = text[block.start : block.end]
        if joined and block.mark is None and not is_side(words) and not is_outcome(words):
            above = joined[-1]
            if wants_names(text[above.start : above.end]):
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
