"""A document on a terminal: its meetings, items and paragraphs."""

from rich.console import Group, RenderableType

from ui.terminal.text import HEAD, QUIET, facts, inset, labelled, spaced, text
from ui.wording import date_words
from vectorstore.records import AgendaItem, Document, Meeting, Paragraph


def document(read: Document) -> RenderableType:
    """A document with its meetings, items and paragraphs."""
    named = f"{read.name} ({read.kind.value})"
    blocks: list[RenderableType] = [text(f"{read.title}\n{named}" if read.title else named, HEAD)]
    for meeting in read.meetings:
        blocks.append(_meeting(meeting))
        blocks += (_item(read, item) for item in meeting.items)
    if read.unplaced:
        runs = [text(read.words(run.start, run.end)) for run in read.unplaced]
        blocks.append(Group(text("Not part of any item", HEAD), *inset(runs, 2)))
    return spaced(blocks)


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


def _item(read: Document, item: AgendaItem) -> RenderableType:
    number = item.minute_number or item.number
    title = " ".join(filter(None, (number and f"{number}.", item.title))) or "Without a title"
    marks = [("restricted", item.restricted), ("cut off", item.cut_off)]
    noted = "".join(f" [{mark}]" for mark, marked in marks if marked)
    votes = [
        f"Vote: {vote.outcome or 'outcome not recorded'}, for {_count(vote.in_favour)}, "
        f"against {_count(vote.against)}, abstained {_count(vote.abstained)}"
        for vote in item.votes
    ]
    paragraphs = [_paragraph(read, paragraph) for paragraph in item.paragraphs]
    return Group(text(title + noted, HEAD), *paragraphs, *inset(map(text, votes), 6))


def _paragraph(read: Document, paragraph: Paragraph) -> RenderableType:
    words = text(read.words(paragraph.start, paragraph.end))
    words.append(f"  ({paragraph.kind.value})", QUIET)
    return labelled(paragraph.label or "", words)


def _count(number: int | None) -> str:
    return "not recorded" if number is None else str(number)
