"""A document on a terminal: its meetings, items and paragraphs."""

from collections.abc import Sequence

from rich.console import Group, RenderableType

from ui.struck import by_paragraph, place_in
from ui.terminal.text import HEAD, QUIET, STRUCK, facts, inset, labelled, spaced, text
from ui.wording import date_words
from vectorstore.records import AgendaItem, Deletion, Document, Meeting, Origin, Paragraph
from vectorstore.wording import fold, vote_words


def document(read: Document, origins: Sequence[Origin] = ()) -> RenderableType:
    """A document with its meetings, items and paragraphs.

    Args:
        origins: the places it was read from, a line each; empty for a file that no library holds.
    """
    named = f"{read.name} ({read.kind.value})"
    if read.attached_to:
        named += f"\nattached to {read.attached_to}"
    blocks: list[RenderableType] = [text(f"{read.title}\n{named}" if read.title else named, HEAD)]
    if origins:
        places = [text(_origin(origin, alone=len(origins) == 1)) for origin in origins]
        blocks.append(Group(text("Sources", HEAD), *inset(places, 2)))
    struck = _struck(read)
    for meeting in read.meetings:
        blocks.append(_meeting(meeting))
        blocks += (_item(read, item, struck) for item in meeting.items)
    placed = read.characters_placed
    left = read.characters_read - placed
    counted = f"{read.characters_read:,} characters read, {placed:,} placed, {left:,} not placed"
    blocks.append(text(counted, QUIET))
    if read.unplaced:
        runs = [text(read.words(run.start, run.end)) for run in read.unplaced]
        blocks.append(Group(text("Not part of any item", HEAD), *inset(runs, 2)))
    return spaced(blocks)


def _origin(origin: Origin, *, alone: bool) -> str:
    """Where minutes are, their status there, and whether they are cited from there."""
    address = origin.address if origin.address != origin.source else None
    cited = "cited" if origin.cited and not alone else None
    told = (origin.source, address, origin.status and origin.status.value, cited)
    return ", ".join(filter(None, told))


def _meeting(meeting: Meeting) -> RenderableType:
    recorded = {
        "Council": meeting.council,
        "Committee": meeting.committee,
        "Date": date_words(meeting.date),
        "Time": meeting.time,
        "Venue": meeting.venue,
        "Status": meeting.status and meeting.status.value,
        "Chair": meeting.chair,
        "Present": ", ".join(meeting.present),
        "In attendance": ", ".join(meeting.in_attendance),
        "Apologies": ", ".join(meeting.apologies),
    }
    return facts({name: value or "not recorded" for name, value in recorded.items()})


def _struck(read: Document) -> dict[int, list[Deletion]]:
    """What is struck through in each paragraph, by where the paragraph begins."""
    starts = [paragraph.start for *_, paragraph in read.paragraphs()]
    found = by_paragraph(starts, len(read.text), read.deletions)
    return dict(zip(starts, found, strict=True))


def _item(read: Document, item: AgendaItem, struck: dict[int, list[Deletion]]) -> RenderableType:
    number = item.minute_number or item.number
    title = " ".join(filter(None, (number and f"{number}.", item.title))) or "Without a title"
    marks = [("restricted", item.restricted), ("cut off", item.cut_off)]
    noted = "".join(f" [{mark}]" for mark, marked in marks if marked)
    votes = [f"Vote: {vote_words(vote)}" for vote in item.votes]
    paragraphs = [
        _paragraph(read, paragraph, struck[paragraph.start]) for paragraph in item.paragraphs
    ]
    return Group(text(title + noted, HEAD), *paragraphs, *inset(map(text, votes), 6))


def _paragraph(read: Document, paragraph: Paragraph, struck: Sequence[Deletion]) -> RenderableType:
    raw = read.text[paragraph.start : paragraph.end]
    standing, cursor, words = fold(raw), 0, text("")
    for deletion in struck:
        place = place_in(raw, deletion.position - paragraph.start)
        words.append_text(text(standing[cursor:place]))
        # Said in words too: what is printed may go where nothing can be struck through.
        words.append("[deleted: ", QUIET)
        words.append_text(text(deletion.text, STRUCK))
        words.append("] ", QUIET)
        cursor = place
    words.append_text(text(standing[cursor:]))
    words.append(f"  ({paragraph.kind.value})", QUIET)
    return labelled(paragraph.label or "", words)
