"""Decisions, requests and undertakings as entries of a list, and as rows of a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.statement import Quote
from eval.reports.tables import harmless
from ui.links import minutes_link, original_link
from ui.wording import date_words, meeting_words, place_words
from vectorstore.business import RecordedAction, RecordedDecision
from vectorstore.found import Reference, StoredPassage
from vectorstore.records import ActionKind, ParagraphKind
from vectorstore.stems import stems
from vectorstore.wording import vote_words

_DECIDED = {
    ParagraphKind.RESOLUTION: "Resolved",
    ParagraphKind.RECOMMENDATION: "Recommended",
    ParagraphKind.MOTION: "Motion",
}
_ASKED = {ActionKind.REQUEST: "Request", ActionKind.UNDERTAKING: "Undertaking"}
_COLUMNS = (
    "Date", "Council", "Committee", "Item", "Item title", "Paragraph", "Page", "Kind", "Words",
    "Details", "Document", "Address",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One piece of business.

    Args:
        passage: where it begins.
        label: what it is: "Resolved", "Motion carried", "Request".
        words: verbatim.
        details: who moved it and how the vote went, or who asks; empty when not recorded.
        action: what was asked for or promised; `None` for what was decided.
    """

    passage: StoredPassage
    label: str
    words: str
    details: str
    action: RecordedAction | None = None

    @property
    def reference(self) -> Reference:
        """Where it begins, to cite it."""
        return self.passage.reference


def decision_entry(recorded: RecordedDecision) -> Entry:
    """A decision with its movers and its vote."""
    decision, vote = recorded.decision, recorded.vote
    label = _DECIDED[decision.kind]
    if decision.kind is ParagraphKind.MOTION and vote and vote.outcome:
        label = f"{label} {vote.outcome}"
    movers = [
        f"{role} by {name}"
        for role, name in (("Proposed", decision.proposer), ("Seconded", decision.seconder))
        if name
    ]
    return Entry(
        passage=recorded.passages[0],
        label=label,
        words=recorded.quote,
        details=". ".join([*movers, *([vote_words(vote)] if vote else [])]),
    )


def action_entry(recorded: RecordedAction) -> Entry:
    """A request or an undertaking and, where the minutes name one, whose it is."""
    return Entry(
        passage=recorded.passages[0],
        label=_ASKED[recorded.action.kind],
        words=recorded.quote,
        details=f"By {recorded.action.by}" if recorded.action.by else "",
        action=recorded,
    )


def matching(entries: Iterable[Entry], search: str) -> list[Entry]:
    """The entries that hold every word of a search, whatever its ending, latest first."""
    wanted = set(stems(search))
    found = [entry for entry in entries if wanted <= set(_all_stems(entry))]
    return sorted(found, key=lambda entry: entry.reference.date or date.min, reverse=True)


def as_csv(entries: Sequence[Entry]) -> str:
    """The entries as comma-separated values, safe to open in a spreadsheet."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for entry in entries:
        at = entry.reference
        cells = (
            at.date and at.date.isoformat(), at.council, at.committee, at.item, at.item_title,
            at.paragraph, at.page, entry.label, entry.words, entry.details, at.document, at.url,
        )  # fmt: skip
        writer.writerow([harmless(str(cell)) if cell is not None else "" for cell in cells])
    return written.getvalue()


def entry_view(entry: Entry, follow_ups: Sequence[Quote] | None = None) -> dict[str, Any]:
    """What the component draws of an entry, as plain values.

    Args:
        follow_ups: what may report back on it; `None` where nothing was asked for.
    """
    at = entry.reference
    return {
        "date": date_words(at.date),
        "body": meeting_words(at),
        "label": entry.label,
        "words": entry.words,
        "details": entry.details,
        "place": place_words(at)[1:],
        "document": at.document,
        "minutes": minutes_link(entry.passage.id),
        "original": original_link(at.url),
        "follow_ups": None if follow_ups is None else [_follow_up(each) for each in follow_ups],
    }


def _follow_up(quote: Quote) -> dict[str, str]:
    at = quote.passage.reference
    return {
        "date": date_words(at.date),
        "body": meeting_words(at),
        "words": quote.text,
        "minutes": minutes_link(quote.passage.id),
    }


def _all_stems(entry: Entry) -> tuple[str, ...]:
    told = (entry.words, entry.reference.item_title, entry.details, entry.label)
    return stems(" ".join(filter(None, told)))
