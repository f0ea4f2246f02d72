"""The words of the interface."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant.answer import AnswerStatus
from tests.ui.answers import COVERAGE, reference
from ui.wording import (
    STATUS_WORDS,
    coverage_words,
    date_words,
    filter_words,
    meeting_words,
    moment_words,
    place_words,
)
from vectorstore.found import NO_FILTERS, Filters, Only


@pytest.mark.parametrize("status", AnswerStatus)
def test_every_way_a_question_can_end_has_its_words(status: AnswerStatus) -> None:
    assert STATUS_WORDS[status].strip()


def test_no_two_ways_to_end_are_told_alike() -> None:
    assert len(set(STATUS_WORDS.values())) == len(AnswerStatus)


def test_dates_are_written_as_people_write_them() -> None:
    assert date_words(date(2025, 1, 3)) == "3 January 2025"
    assert moment_words(datetime(2025, 1, 3, 9, 5, tzinfo=UTC)) == "3 January 2025, 09:05"


def test_a_missing_date_is_said_to_be_missing() -> None:
    assert date_words(None) == "Date not recorded"


def test_what_was_searched_is_told_with_its_edition_and_what_could_not_be_read() -> None:
    assert coverage_words(COVERAGE, "000012") == (
        "Searched 14 meetings of 4 committees, 12 March 2021 to 3 June 2024, edition 000012; "
        "2 documents could not be read."
    )


def test_meetings_without_a_date_are_counted_in_what_was_searched() -> None:
    words = coverage_words(replace(COVERAGE, undated=1), "000012")
    assert "(1 meeting without a recorded date)" in words
    undated = replace(COVERAGE, first_date=None, last_date=None, undated=COVERAGE.meetings)
    assert "14 meetings of 4 committees, none with a recorded date, edition" in coverage_words(
        undated, "000012"
    )


def test_a_search_through_nothing_is_said_to_be_one() -> None:
    nothing = replace(COVERAGE, meetings=0, documents=0, committees=(), unreadable=0)
    assert coverage_words(nothing, "000012") == "Searched no meetings, edition 000012."


def test_a_single_meeting_is_not_told_as_a_span_of_dates() -> None:
    one = replace(COVERAGE, meetings=1, committees=("Cabinet",), last_date=COVERAGE.first_date)
    assert coverage_words(one, "000001").startswith(
        "Searched 1 meeting of 1 committee, 12 March 2021, edition 000001"
    )


def test_filters_in_force_are_named_and_others_are_not() -> None:
    assert filter_words(NO_FILTERS) == {}
    limits = Filters(committee="Cabinet", since=date(2023, 1, 1), only=Only.DECIDED)
    assert filter_words(limits) == {
        "committee": "Cabinet",
        "since": "From 1 January 2023",
        "only": "Only what was decided",
    }


def test_a_place_names_date_item_paragraph_page_and_status() -> None:
    assert meeting_words(reference()) == "Cabinet, Wexcombe County Council"
    itself = replace(reference(), committee="Wexcombe County Council")
    assert meeting_words(itself) == "Wexcombe County Council"
    assert place_words(reference()) == [
        "30 January 2025",
        "Item 84 – Ferries",
        "Paragraph 3(k)",
        "Page 4",
        "Draft minutes, not yet approved",
    ]


def test_a_place_leaves_out_what_is_not_recorded_but_says_that_the_date_is_not() -> None:
    bare = replace(
        reference(on=None), item=None, item_title=None, paragraph=None, page=None, status=None
    )
    assert place_words(bare) == ["Date not recorded"]


def test_a_document_without_a_body_is_named_by_its_title_or_its_name() -> None:
    nobody = replace(reference(), council=None, committee=None)
    assert meeting_words(replace(nobody, title="Ferry Strategy")) == "Ferry Strategy"
    assert meeting_words(nobody) == "cabinet.pdf"
