"""The words that a citation quotes, among the paragraphs they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from ingest.quoted_pages import QuotedPage, quoted_pages
from ui.struck import by_paragraph, place_in, single_spaced
from vectorstore.edition import Edition
from vectorstore.found import StoredPassage
from vectorstore.records import Deletion
from vectorstore.wording import fold

MOVED_ON = (
    "The library has changed since this answer was given and no longer holds this passage: "
    "only the quoted words are shown."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParagraph:
    """A paragraph in three runs, white space folded; joined they are the whole of it.

    Args:
        label: as printed; `None` when the paragraph has none.
        quoted: empty in a paragraph that only surrounds the quoted words.
        deleted: what is struck through in the original, each by its place in the three runs
            joined; it is no part of them.
    """

    label: str | None
    before: str
    quoted: str
    after: str
    deleted: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOriginal:
    """Where to find a citation in the source itself, whatever becomes of the edition.

    Args:
        digest: SHA-256 of the source's bytes, by which the library keeps them.
        pages: those that can be shown as pictures; empty when none can.
        open: all of it may be handed out, since nothing in it is exempt from publication.
    """

    digest: str
    pages: tuple[QuotedPage, ...]
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The paragraphs to show for a citation.

    Args:
        note: a sentence about what is missing; `None` when nothing is.
        original: `None` when the passage could not be looked up.
    """

    paragraphs: tuple[ShownParagraph, ...]
    note: str | None = None
    original: KeptOriginal | None = None


def surroundings(edition: Edition, citation: Citation) -> Surroundings:
    """A citation in its surroundings; the quoted words alone when the edition lacks them."""
    try:
        passages = edition.surroundings(citation.passage)
    except KeyError:
        return quote_alone(citation)
    paragraphs = shown_paragraphs(passages, citation, edition.deletions(citation.passage))
    if not any(paragraph.quoted for paragraph in paragraphs):
        return quote_alone(citation)
    source = edition.original(citation.passage)
    return Surroundings(
        paragraphs=paragraphs,
        original=KeptOriginal(
            digest=source.digest,
            pages=quoted_pages(source, citation.start, citation.end),
            open=not source.exempt,
        ),
    )


def shown_paragraphs(
    passages: Sequence[StoredPassage],
    citation: Citation,
    deletions: Sequence[Deletion] = (),
) -> tuple[ShownParagraph, ...]:
    """The paragraphs that the passages are of, with what the citation quotes marked.

    Args:
        deletions: of their document.
    """
    paragraphs = _paragraphs(passages)
    starts = [paragraph[0].start for paragraph in paragraphs]
    end = paragraphs[-1][-1].end if paragraphs else 0
    return tuple(
        _shown(paragraph, citation, struck)
        for paragraph, struck in zip(paragraphs, by_paragraph(starts, end, deletions), strict=True)
    )


def quote_alone(citation: Citation) -> Surroundings:
    """A citation whose passage cannot be looked up, with a note that says so."""
    quoted = ShownParagraph(
        label=citation.reference.paragraph, before="", quoted=citation.quote, after=""
    )
    return Surroundings(paragraphs=(quoted,), note=MOVED_ON)


def split(raw: str, start: int, end: int) -> tuple[str, str, str]:
    """The text before, within and after two offsets, white space folded as if still joined."""
    start, end = max(0, start), max(0, start, end)
    quoted = raw[start:end]
    start += len(quoted) - len(quoted.lstrip())
    end = start + len(quoted.strip())
    before, within, after = map(single_spaced, (raw[:start], raw[start:end], raw[end:]))
    if not within:
        return fold(raw), "", ""
    return before.lstrip(), within, after.rstrip()


def _paragraphs(passages: Sequence[StoredPassage]) -> list[list[StoredPassage]]:
    """The passages by paragraph: the parts of a long one follow each other without a gap."""
    paragraphs: list[list[StoredPassage]] = []
    for passage in passages:
        previous = paragraphs[-1][-1] if paragraphs else None
        if previous and previous.end == passage.start:
            paragraphs[-1].append(passage)
        else:
            paragraphs.append([passage])
    return paragraphs


def _shown(
    paragraph: Sequence[StoredPassage], citation: Citation, struck: Sequence[Deletion]
) -> ShownParagraph:
    raw, offset = "".join(passage.raw for passage in paragraph), paragraph[0].start
    before, quoted, after = split(raw, citation.start - offset, citation.end - offset)
    return ShownParagraph(
        label=paragraph[0].reference.paragraph,
        before=before,
        quoted=quoted,
        after=after,
        deleted=tuple((place_in(raw, each.position - offset), each.text) for each in struck),
    )
