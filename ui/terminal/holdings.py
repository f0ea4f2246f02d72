"""What the library holds, and what an ingestion did, on a terminal."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType

from ingest.report import IngestReport, Outcome
from ui.terminal.text import QUIET, facts, table, text
from ui.wording import count_words, date_words, moment_words, scope_words
from vectorstore.edition import Edition
from vectorstore.editions import EditionInfo
from vectorstore.holdings import DocumentSummary


def status(home: Path, edition: Edition) -> RenderableType:
    """What the library holds, and what it could not read."""
    coverage = edition.coverage()
    holds = facts(
        {
            "Library": str(home),
            "Edition": edition.name,
            "Documents": f"{coverage.documents:,}",
            "Meetings": scope_words(coverage),
            "Councils": ", ".join(edition.councils()) or "not recorded",
            "Committees": ", ".join(edition.committees()) or "not recorded",
        }
    )
    unread = [text(f"Not read: {each.document}: {each.reason}") for each in edition.failures()]
    return Group(holds, *unread)


def documents(listed: Sequence[DocumentSummary]) -> RenderableType:
    """The documents of the library, by date."""
    lines = table("date", "document")
    for each in listed:
        body = ", ".join(filter(None, (each.committee, each.council))) or "body not recorded"
        passages = count_words(each.passages, "passage")
        named = text(each.name)
        named.append_text(text(f"\n{body}; {each.kind.value}, {passages}", QUIET))
        lines.add_row(text(date_words(each.date)), named)
    return lines


def editions(listed: Sequence[EditionInfo], current: str | None) -> RenderableType:
    """The editions on disk, newest first."""
    lines = table("", "edition", "published (UTC)", "documents", "passages")
    for each in listed:
        counts = (f"{count:,}" for count in (each.documents, each.passages))
        mark = "current" if each.name == current else ""
        lines.add_row(mark, each.name, moment_words(each.published_at), *counts)
    return lines


def report(done: IngestReport) -> RenderableType:
    """What an ingestion did, by outcome."""
    outcomes = [f"{count:,} {outcome}" for outcome in Outcome if (count := done.documents[outcome])]
    read = ", ".join(
        [
            count_words(done.meetings, "meeting"),
            count_words(done.items, "item"),
            count_words(done.paragraphs, "paragraph"),
            count_words(done.passages, "passage"),
        ]
    )
    return facts(
        {
            "Documents": ", ".join(outcomes) or "none",
            "Read": read,
            "Embedded": f"{count_words(done.embedded, 'text')} in {done.seconds:.1f} seconds",
            "Edition": done.edition or "none yet",
        }
    )
