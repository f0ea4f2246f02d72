"""What the library follows, and what a look at it would fetch, on a terminal."""

from collections.abc import Sequence

from rich.console import Group, RenderableType

from ingest.sites.planning import Plan
from ui.terminal.text import QUIET, table, text
from ui.wording import count_words, date_words
from vectorstore.following import Followed


def sources(listed: Sequence[tuple[Followed, int]]) -> RenderableType:
    """What is followed, with how many documents the library has of each."""
    lines = table("last looked at (UTC)", "source")
    for each, documents in listed:
        looked = f"{each.finished_at:%d %B %Y %H:%M}" if each.finished_at else "not to the end yet"
        limits = [
            each.committee or "",
            f"since {date_words(each.since)}" if each.since else "",
            f"until {date_words(each.until)}" if each.until else "",
            "with attached plans and agreements" if each.attachments else "",
            count_words(documents, "document"),
        ]
        named = text(each.address)
        named.append_text(text("\n" + ", ".join(filter(None, limits)), QUIET))
        lines.add_row(text(looked), named)
    return lines


def plan(planned: Plan) -> RenderableType:
    """What would be fetched, and why the rest would not."""
    lines = table("date", "would be fetched")
    for each in (*planned.due, *planned.vanished):
        named = text(each.address)
        named.append_text(text(f"\n{each.committee.name}", QUIET))
        lines.add_row(text(date_words(each.date)), named)
    fetched = len(planned.due) + len(planned.vanished)
    summary = (
        f"{count_words(fetched, 'meeting')} would be fetched, {len(planned.cancelled)} were "
        f"cancelled, {planned.settled} need not be looked at again. Nothing was read."
    )
    return Group(lines, text(summary))
