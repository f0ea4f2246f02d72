"""Printed minutes as different counties lay them out: their numbers, lists of names and votes."""

import datetime as dt

import pytest

from ingest.document import read_document
from ingest.metadata import Metadata
from tests.ingest.fixtures.make_printed import FOLDER
from tests.ingest.outlines import unplaced
from vectorstore.records import AgendaItem, Document, Meeting


def printed(name: str) -> Document:
    path = FOLDER / f"{name}.pdf"
    return read_document(path.name, path.read_bytes(), Metadata())


def meeting_of(name: str) -> Meeting:
    (meeting,) = printed(name).meetings
    return meeting


def headings(meeting: Meeting) -> list[tuple[str | None, str | None, str | None]]:
    return [(item.minute_number, item.number, item.title) for item in meeting.items if item.title]


def item_of(meeting: Meeting, title: str) -> AgendaItem:
    (item,) = (each for each in meeting.items if (each.title or "").startswith(title))
    return item


def test_minutes_may_be_numbered_by_the_year_with_the_item_in_square_brackets() -> None:
    meeting = meeting_of("numbered_by_year")
    assert (meeting.committee, meeting.date) == ("County Council", dt.date(2024, 12, 10))
    assert headings(meeting) == [
        ("71/24", "1", "APOLOGIES FOR ABSENCE"),
        ("72/24", "2", "MINUTES"),
        ("73/24", "3", "DECLARATIONS OF INTEREST"),
        ("74/24", "4", "MEMBERS’ QUESTION TIME"),
        ("75/24", "5", "PETITIONS"),
        ("76/24", "6", "ORIGINAL MOTIONS"),
        ("77/24", "7", "REPORT OF THE CABINET"),
        ("78/24", "8", "MINUTES OF CABINET MEETINGS"),
    ]


def test_names_in_two_columns_are_apart_and_their_signs_are_no_part_of_them() -> None:
    meeting = meeting_of("numbered_by_year")
    assert len(meeting.present) == 16
    assert {"Mr A R Hills", "Ms R Ipswell", "Mr J Keeble", "Dr L Sullivan"} <= set(meeting.present)
    assert meeting.chair == "Mr B J Swann"


def test_a_line_that_was_spread_to_the_margin_is_no_row_of_a_table() -> None:
    meeting = meeting_of("numbered_by_year")
    assert meeting.in_attendance == ("Mrs A Beerbohm", "Mr B Wattle", "Mr J Cooke-Reed")


def test_points_may_be_counted_in_capital_roman_numerals() -> None:
    labels = [each.label for each in item_of(meeting_of("scrutiny"), "Work Programme").paragraphs]
    assert labels == ["1", "1(I)", "1(II)", "2", "2(a)", "2(b)"]


def test_names_in_three_columns_without_titles() -> None:
    meeting = meeting_of("columns")
    assert (meeting.date, meeting.time) == (dt.date(2025, 3, 13), "1.30 pm")
    assert (meeting.chair, len(meeting.present)) == ("Barrie Yarrow", 19)
    assert {"A Gardener", "J Oaksey", "J Burrow MBE", "J Potterton"} <= set(meeting.present)
    assert [number for _, number, _ in headings(meeting)] == ["1", "2", "3", "4", "5"]


def test_the_names_of_voters_may_stand_in_columns() -> None:
    amendment, motion = item_of(meeting_of("columns"), "Revenue Budget").votes
    assert (amendment.outcome, amendment.in_favour, amendment.against) == ("lost", 6, 11)
    assert amendment.voters.in_favour == (
        "Aldbourne", "Azure", "Green-Moor", "Hale", "Parr", "Potterton",
    )  # fmt: skip
    assert len(amendment.voters.against) == 11
    assert amendment.voters.abstained == ("Perkin",)
    assert (motion.outcome, motion.in_favour) == ("carried", None)


def test_the_votes_of_members_may_be_told_without_counts_under_sentences() -> None:
    *_, vote = item_of(meeting_of("numbered_by_year"), "ORIGINAL MOTIONS").votes
    assert (vote.outcome, vote.in_favour, vote.against, vote.abstained) == ("carried", 9, 5, 2)
    assert vote.voters.abstained == ("Mr J Keeble", "Mrs S O’Hara")


def test_a_star_before_a_number_says_something_of_the_decision() -> None:
    meeting = meeting_of("starred")
    assert [number for number, *_ in headings(meeting)] == ["533", "534", "535", "536", "537", None]
    assert meeting.apologies == ("P Saunderson", "L Hellyerson")
    assert meeting.in_attendance == ("Atkins", "Bradford-Lee", "Hannafield")
    motions = item_of(meeting, "Notice(s) of Motion").paragraphs
    assert {each.heading for each in motions[1:4]} == {
        "(a) River Pollution (Minute 214 of 5 December 2024)"
    }


def test_resolved_alone_on_its_line_opens_the_points_below() -> None:
    item = item_of(meeting_of("starred"), "Target Budget")
    assert [(each.label, each.kind.value) for each in item.paragraphs[-4:]] == [
        (None, "resolution"), ("a", "resolution"), ("b", "resolution"), ("c", "resolution"),
    ]  # fmt: skip
    (decision,) = item.decisions
    assert (decision.proposer, decision.seconder) == ("Councillor McInley", "Councillor Davison")
    assert decision.end == item.paragraphs[-1].end


def test_an_appendix_belongs_to_no_item() -> None:
    appendix = meeting_of("starred").items[-1]
    assert (appendix.number, appendix.title) == (None, "APPENDIX TO THE MINUTES")
    assert [each.kind.value for each in appendix.paragraphs] == ["question", "answer"]


def test_those_present_may_stand_in_a_table_with_their_offices() -> None:
    meeting = meeting_of("offices")
    assert meeting.present == ("K Bentwell", "L McKinley-Shaw", "T Ball-Hart", "S Barker-Wyn")
    assert meeting.chair == "K Bentwell"
    assert meeting.in_attendance == ("I Henderton", "D King-Moss", "M Mackrell-Orr")


def test_a_title_may_end_with_a_full_stop_and_a_number_with_a_letter() -> None:
    assert [(number, title) for _, number, title in headings(meeting_of("offices"))][:5] == [
        ("1", "Membership, Apologies, Substitutions and Declarations of Interest"),
        ("2", "Minutes of the meeting held on 21 January 2025"),
        ("3", "Questions from the public"),
        ("4", "Organisational Strategy 2025-2029 (FP/511/11/24)"),
        ("4a", "Corporate Performance Report – Quarter 3"),
    ]


def test_an_amendment_moved_and_seconded_by_name_has_both() -> None:
    amendment, *_ = item_of(meeting_of("scrutiny"), "Call-in of Decision").decisions
    assert (amendment.proposer, amendment.seconder) == ("Mr Whiting-Fisher", "Ms Dawkin-Lee")


def test_what_marks_the_parts_of_minutes_unseen_is_no_text_of_them() -> None:
    document = printed("scrutiny")
    assert "<" not in document.text
    assert unplaced(document) == ["(a) FIELD (b) FIELD_TITLE"]


def test_the_head_of_a_part_belongs_to_no_item() -> None:
    meeting = meeting_of("reserves")
    assert [each.kind.value for each in item_of(meeting, "Urgent Business").paragraphs] == [
        "narrative"
    ]
    assert not any("SUPPLEMENTARY" in words for words in unplaced(printed("reserves")))


def test_two_labels_on_one_line_are_one_path() -> None:
    labels = [each.label for each in item_of(meeting_of("reserves"), "Petitions").paragraphs]
    assert labels == ["1", "2", "2(a)(i)", "2(a)(ii)", "2(b)", "3"]


@pytest.mark.parametrize(
    ("vote", "counts", "names"), [(0, (5, 6, 1), (5, 6, 1)), (1, (7, 0, 5), (7, 0, 5))]
)
def test_the_names_of_voters_may_stand_one_to_a_line(
    vote: int, counts: tuple[int, ...], names: tuple[int, ...]
) -> None:
    found = item_of(meeting_of("reserves"), "Financial Monitoring").votes[vote]
    assert (found.in_favour, found.against, found.abstained) == counts
    voters = found.voters
    assert (len(voters.in_favour), len(voters.against), len(voters.abstained)) == names


def test_a_row_that_a_page_breaks_in_two_is_one_paragraph() -> None:
    document = printed("reserves")
    item = item_of(document.meetings[0], "Financial Monitoring")
    rows = [document.words(each.start, each.end) for each in item.paragraphs]
    (broken,) = (row for row in rows if row.startswith("Chief Executive 44.2"))
    assert broken.endswith("the second floor of Shire House to the health service since October")
