"""Each shape of minutes, on an invented document of that shape."""

import datetime as dt
from collections.abc import Callable

import pytest

from tests.ingest.outlines import outline, outside, unplaced
from vectorstore.errors import UnreadableDocument
from vectorstore.records import Document, DocumentKind, MeetingStatus

Read = Callable[[str], Document]

FIXTURES = (
    "item_page.txt",
    "decision_page.txt",
    "meeting_page.txt",
    "printed.txt",
    "dashes.txt",
    "agreement.txt",
)


@pytest.mark.parametrize("name", FIXTURES)
def test_no_text_is_lost_but_labels_titles_and_known_furniture(
    read_fixture: Read, name: str
) -> None:
    document = read_fixture(name)
    known = {
        "Agenda item", "Minutes:", "Discussion:", "Decision:", "Supporting documents:",
        "Additional documents:", "• Agenda and minutes", "Items", "No. Item", "DRAFT MINUTES",
        "UNRESTRICTED ITEMS", "RESTRICTED ITEMS",
    }  # fmt: skip
    titles = {
        item.title for meeting in document.meetings for item in meeting.items if item.title
    } | {document.title}
    for run in outside(document):
        short_label = len(run) <= 5 and not run.isalpha()
        words = run.lstrip("0123456789. ")
        of_heading = any(title and (title in run or words in title) for title in titles)
        of_meeting = run in ("NORTHMERE BOROUGH COUNCIL", "PLANNING AND LICENSING COMMITTEE")
        pointer = "view the full minutes text" in run
        item = run.startswith("(Item ")
        assert run in known or short_label or of_heading or of_meeting or pointer or item, run


def test_an_item_page_has_paths_for_labels_and_its_summary_is_no_minute(read_fixture: Read) -> None:
    document = read_fixture("item_page.txt")
    ((title, paragraphs),) = outline(document)
    assert title == "Harbour Safety Plan 2023 - 26"
    assert [label for label, *_ in paragraphs] == [
        "1", "2", "2 •1", "2 •2", "3", "3(g)", "3(h)", "3(i)", "3(j)", "3(j)(i)", "3(j)(ii)",
        None, None, "a", "b",
    ]  # fmt: skip
    assert [kind for _, kind, _ in paragraphs[-3:]] == ["resolution"] * 3
    assert unplaced(document)[0].startswith("This report sets out")
    meeting = document.meetings[0]
    assert (meeting.council, meeting.committee, meeting.date) == (
        None, "Safety Scrutiny Committee", None,
    )  # fmt: skip


def test_the_points_under_decision_are_resolutions_and_topics_are_verbatim(
    read_fixture: Read,
) -> None:
    ((_, paragraphs),) = outline(read_fixture("decision_page.txt"))
    assert paragraphs[1][2].startswith("Benches – Members asked")
    assert paragraphs[-2:] == [
        ("a", "resolution", "The Committee noted the report."),
        ("b", "resolution", "The Committee asked for a list of benches."),
    ]


def test_a_meeting_page_has_clean_items_and_a_cut_off_one_is_marked(read_fixture: Read) -> None:
    document = read_fixture("meeting_page.txt")
    meeting = document.meetings[0]
    assert [title for title, _ in outline(document)] == [
        "",
        "17 Notes of meeting held on 3 March 2022",
        "18 Watch scheme",
        "19 Dates of future meetings",
    ]
    assert [item.cut_off for item in meeting.items] == [False, False, True, False]
    assert meeting.venue == "Guildhall, Northmere"
    assert meeting.committee == "Northmere Safety Partnership"
    assert meeting.council is None
    words = [words for _, paragraphs in outline(document) for *_, words in paragraphs]
    assert "Contact: Tom Ashe 01632 960100" in words
    assert "RESOLVED the Northmere Safety Partnership noted the scheme and that the" in words
    assert not any("template" in each or "pdf icon" in each for each in words)
    assert unplaced(document)[-1] == "§ 9 June 2022"


def test_what_a_meeting_page_links_to_is_no_part_of_its_minutes(read_text: Read) -> None:
    links = "•\xa0 Attendance details\n•\xa0 Agenda and minutes\n\n"
    page = f"{links}Items\nNo. Item\n\n1.\n\nDucks\n\nMinutes:\n\nMr Pell spoke."
    assert read_text(page).unplaced == ()


def test_a_meeting_page_says_when_its_minutes_are_drafts(read_text: Read) -> None:
    page = "Agenda and {}minutes\n\nItems\nNo. Item\n\n1.\n\nDucks\n\nMinutes:\n\nMr Pell spoke."
    assert read_text(page.format("draft ")).meetings[0].status is MeetingStatus.DRAFT
    assert read_text(page.format("")).meetings[0].status is None


def test_printed_minutes_have_title_block_numbers_and_restricted_items(read_fixture: Read) -> None:
    document = read_fixture("printed.txt")
    meeting = document.meetings[0]
    assert (meeting.council, meeting.committee) == (
        "Northmere Borough Council", "Planning and Licensing Committee",
    )  # fmt: skip
    assert (meeting.date, meeting.time) == (dt.date(2023, 3, 6), "6.30 pm")
    assert meeting.venue == "Long Room, Guildhall, Northmere"
    assert meeting.status is MeetingStatus.DRAFT
    assert meeting.chair == "Mrs C Dale"
    assert meeting.present[-1] == "Ms R Tarn"
    assert meeting.apologies == ("Mr B Wick",)
    assert meeting.in_attendance == ("Mr L Stone", "Ms J Orme", "Mr K Bray")
    assert [(item.number, item.minute_number) for item in meeting.items] == [
        (None, None), ("1", "112"), ("2", "113"), ("3", "114"), ("4", "115"), ("5", "116"),
    ]  # fmt: skip
    assert meeting.items[3].title is not None
    assert meeting.items[3].title.endswith("a footpath to the school")
    assert [item.restricted for item in meeting.items] == [False] * 5 + [True]
    labels = [each.label for each in meeting.items[3].paragraphs]
    assert labels[:6] == ["1", "2", "2(a)", "2(a)(i)", "2(a)(ii)", "2(b)"]
    assert [(vote.outcome, vote.in_favour) for vote in meeting.items[3].votes] == [
        ("lost", 2), ("carried", 3),
    ]  # fmt: skip


def test_a_record_with_tabs_and_offices_after_names(read_fixture: Read) -> None:
    document = read_fixture("record.txt")
    meeting = document.meetings[0]
    assert (meeting.council, meeting.committee) == (
        "Marsh Council", "Roads, Parks and Harbour Overview Committee",
    )  # fmt: skip
    assert (meeting.date, meeting.time) == (dt.date(2025, 1, 30), "6.30pm")
    assert meeting.status is MeetingStatus.DRAFT
    assert meeting.chair == "Quill"
    assert meeting.present == ("Quill", "Brown", "Clarke", "Curry", "Ms Ann Lee", "Field")
    assert meeting.in_attendance == ("Una Sharp", "Ian Vole")
    assert [item.minute_number for item in meeting.items[1:]] == ["456", "457", "458", "459"]
    assert meeting.items[-1].paragraphs[-1].label == "a"
    assert unplaced(document)[-1] == "Chairperson Date:"


def test_numbers_from_1_without_item_numbers_are_the_agendas(read_text: Read) -> None:
    document = read_text(
        "Minutes of the meeting of the Parks Panel held on 4 May 2022 at the Old Mill.\n\n"
        "Present: Cllr Dale (Chair), Cllr Eve\n\n1. Apologies\n\nThere were none.\n\n"
        "2. Ducks\n\n2.1 Cllr Eve asked about the ducks.\n\n2.2 It was AGREED that they stay."
    )
    meeting = document.meetings[0]
    assert [(item.number, item.minute_number) for item in meeting.items] == [
        (None, None), ("1", None), ("2", None),
    ]  # fmt: skip
    assert meeting.committee == "Parks Panel"
    assert meeting.venue == "Old Mill"
    assert [each.label for each in meeting.items[2].paragraphs] == ["2.1", "2.2"]


def test_dates_of_meetings_are_not_taken_for_headings(read_text: Read) -> None:
    document = read_text(
        "Minutes of a meeting of the Parks Panel held on 4 May 2022.\n\nPRESENT: Cllr Dale\n\n"
        "11. Next meetings\n\n12 July 2022\n\n13 September 2022\n"
    )
    assert [item.number or item.minute_number for item in document.meetings[0].items][1:] == ["11"]


def test_one_item_of_dashes_is_joined_line_by_line(read_fixture: Read) -> None:
    ((_, paragraphs),) = outline(read_fixture("dashes.txt"))
    assert [label for label, *_ in paragraphs] == [None] * 8 + ["a", "b", "c", None]
    assert [kind for _, kind, _ in paragraphs] == ["narrative"] * 4 + ["motion"] * 7 + [
        "resolution"
    ]
    assert paragraphs[1][2].endswith("drawn up by the same firm as before.")
    assert paragraphs[7][2] == "The Committee also noted three things that it would watch:"
    assert paragraphs[9][2] == "The hours of the wardens, in the evenings above all."


def test_an_agreement_has_its_sections_as_items(read_fixture: Read) -> None:
    document = read_fixture("agreement.txt")
    assert document.kind is DocumentKind.AGREEMENT
    assert document.title == "Northmere Flood Agreement 2022"
    assert [title for title, _ in outline(document)] == [
        "", "1 Why we made this agreement", "2 Who we are", "3 Money",
    ]  # fmt: skip
    labels = [label for _, paragraphs in outline(document) for label, *_ in paragraphs]
    assert labels == [None, "1.1", "1.2", "1.2(a)", "1.2(b)", "2.1", "3.1"]


@pytest.mark.parametrize(
    "text",
    [
        "Agenda item\n\nBudget\n\nThe report is attached.\n\nSupporting documents:\n",
        "Agenda\n\nVenue: Hall\n\nItems\nNo. Item\n\n1.\n\nApologies\n\n2.\n\nBudget PDF 9 KB\n",
        "This is a default template, your custom branding appears to be missing.\n"
        "Technical Error: Error: The request was aborted.\n",
        " \n\u00a0\n",
    ],
    ids=["item without minutes", "agenda", "error shell", "white space"],
)
def test_a_document_without_minutes_is_refused(read_text: Read, text: str) -> None:
    with pytest.raises(UnreadableDocument):
        read_text(text)
