"""What the library follows, and what a look at it would fetch, on a terminal."""

from collections.abc import Sequence

from rich.console import Group, RenderableType

from ingest.sites.planning import Plan
from ui.library.telling import limit_words, looked_words, plan_words
from ui.terminal.text import QUIET, table, text
from ui.wording import count_words, date_words
from vectorstore.following import Followed


def sources(listed: Sequence[tuple[Followed, int]]) -> RenderableType:
    """What is followed, with how many documents the library has of each."""
    lines = table("last looked at (UTC)", "source")
    for each, documents in listed:
        limits = ", ".join(filter(None, (limit_words(each), count_words(documents, "document"))))
        named = text(each.address)
        named.append_text(text(f"\n{limits}", QUIET))
        lines.add_row(text(looked_words(each)), named)
    return lines


def plan(planned: Plan) -> RenderableType:
    """What would be fetched, and why the rest would not."""
    lines = table("date", "would be fetched")
    for each in (*planned.due, *planned.vanished):
        named = text(each.address)
        named.append_text(text(f"\n{each.committee.name or 'committee not recorded'}", QUIET))
        lines.add_row(text(date_words(each.date)), named)
    return Group(lines, text(plan_words(planned)))
