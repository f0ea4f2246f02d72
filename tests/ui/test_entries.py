"""Decisions, requests and undertakings as a list and as a spreadsheet."""

import csv
import datetime
import io
from dataclasses import replace

from assistant.statement import Quote
from tests.ui.answers import reference
from ui.entries import Entry, as_csv, decision_entry, entry_view, matching
from vectorstore.business import RecordedDecision
from vectorstore.found import Reference, StoredPassage
from vectorstore.records import Decision, ParagraphKind, Vote


def entry(words: str, *, day: datetime.date | None = None, title: str = "Ferries") -> Entry:
    """A resolution of those words."""
    at = replace(reference(), date=day, item_title=title)
    return Entry(passage=passage(words, at), label="Resolved", words=words, details="")


def passage(words: str, at: Reference) -> StoredPassage:
    """A passage of those words."""
    return StoredPassage(
        id="p", heading="", raw=words, start=0, end=len(words), speakers=(), reference=at
    )


def vote(**counts: int | str | None) -> Vote:
    """A vote with those counts, the others not recorded."""
    nothing = dict.fromkeys(("subject", "outcome", "in_favour", "against", "abstained"))
    return Vote(**{**nothing, "start": 0, "end": 1, **counts})  # type: ignore[arg-type]


def test_a_motion_is_labelled_with_what_became_of_it_and_names_its_movers() -> None:
    at = reference()
    shown = decision_entry(
        RecordedDecision(
            item="i",
            decision=Decision(
                kind=ParagraphKind.MOTION, start=0, end=20, proposer="Ms Oduya", seconder=None
            ),
            vote=vote(outcome="lost"),
            quote="that fares be frozen",
            passages=(passage("that fares be frozen", at),),
        )
    )
    assert (shown.label, shown.details) == ("Motion lost", "Proposed by Ms Oduya. Lost")
    assert shown.reference == at


def test_a_search_finds_every_form_of_its_words_in_the_words_and_the_title() -> None:
    entries = [entry("that libraries be kept"), entry("that it be noted", title="Library hours")]
    assert matching(entries, "library") == entries
    assert matching(entries, "library kept") == entries[:1]
    assert matching(entries, "") == entries
    assert matching(entries, "submarines") == []


def test_the_latest_come_first_and_the_undated_last() -> None:
    undated = entry("a")
    early, late = (
        entry("b", day=datetime.date(2021, 1, 2)),
        entry("c", day=datetime.date(2024, 1, 2)),
    )
    assert matching([undated, early, late], "") == [late, early, undated]


def test_a_spreadsheet_holds_the_words_and_runs_none_of_them() -> None:
    rows = list(csv.reader(io.StringIO(as_csv([entry('=HYPERLINK("http://x"), "so"')]))))
    named = dict(zip(*rows, strict=True))
    assert named["Words"] == '\'=HYPERLINK("http://x"), "so"'
    assert named["Kind"] == "Resolved"


def test_a_date_that_is_not_recorded_is_said_to_be_so() -> None:
    assert entry_view(entry("a"))["date"] == "Date not recorded"


def test_an_entry_leads_to_its_place_in_the_minutes_and_to_an_original_that_is_a_web_page() -> None:
    listed = entry("a")
    assert entry_view(listed)["minutes"] == "meetings?passage=p"
    assert entry_view(listed)["original"] is None
    address = "https://democracy.example/84"
    published = replace(listed, passage=passage("a", replace(reference(), url=address)))
    assert entry_view(published)["original"] == {"url": address, "host": "democracy.example"}


def test_a_later_minute_is_shown_as_its_words_and_its_absence_is_told() -> None:
    later = passage("The officer reported.", replace(reference(), date=datetime.date(2024, 5, 1)))
    quote = Quote(passage=later, start=0, end=11)
    [shown] = entry_view(entry("a"), [quote])["follow_ups"]
    assert (shown["date"], shown["words"]) == ("1 May 2024", "The officer")
    assert entry_view(entry("a"), [])["follow_ups"] == []
    assert entry_view(entry("a"))["follow_ups"] is None
