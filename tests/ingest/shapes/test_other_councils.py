"""Minutes in the shapes of other councils: parishes, boards without numbers, Scotland, hearings."""

import datetime as dt
from collections.abc import Callable

from tests.ingest.outlines import outline, unplaced
from vectorstore.records import AgendaItem, Document, DocumentKind, Meeting, Vote

Read = Callable[[str], Document]


def titles(meeting: Meeting) -> list[tuple[str | None, str | None]]:
    return [(each.minute_number or each.number, each.title) for each in meeting.items[1:]]


def item_of(document: Document, title: str) -> AgendaItem:
    return next(each for each in document.meetings[0].items if each.title == title)


def kinds(item: AgendaItem) -> list[str]:
    return [each.kind.value for each in item.paragraphs]


def tally(vote: Vote) -> tuple[str | None, str | None, int | None, int | None]:
    return vote.subject, vote.outcome, vote.in_favour, vote.against


def test_a_parish_is_numbered_by_the_year_with_a_letter_between(read_fixture: Read) -> None:
    document = read_fixture("parish.txt")
    (meeting,) = document.meetings
    assert (meeting.council, meeting.date, meeting.time, meeting.venue) == (
        "Ashlow and Denby Parish Council", dt.date(2025, 5, 12), "7pm", "Reading Room, Ashlow",
    )  # fmt: skip
    assert [number for number, _ in titles(meeting)] == [
        "25/031", "25/032", "25/033", "25/034", "25/035", "25/036", "25/036A", "25/037",
        "25/038", "25/039", "25/040",
    ]  # fmt: skip
    assert unplaced(document) == []


def test_the_chair_the_clerk_and_the_absent_have_lists_of_their_own(read_fixture: Read) -> None:
    (meeting,) = read_fixture("parish.txt").meetings
    assert meeting.chair == "Mrs B Rook"
    assert meeting.present == ("Mrs B Rook", "A Pell", "T Dale", "Miss N Eve", "J O'Hara")
    assert meeting.in_attendance == ("Mr S Cooke", "Borough Cllr R Ipswell")
    assert meeting.apologies == ("F Hills", "G Swann")


def test_each_payment_of_a_list_can_be_cited(read_fixture: Read) -> None:
    document = read_fixture("parish.txt")
    item = item_of(document, "Finance")
    assert [each.heading for each in item.paragraphs] == [None] * 6
    words = [document.words(each.start, each.end) for each in item.paragraphs]
    assert words[4] == "Stone & Son, mending the lych gate £1,150.00"


def test_two_votes_of_one_paragraph_are_told_apart(read_fixture: Read) -> None:
    item = item_of(read_fixture("parish.txt"), "Allotment rents")
    assert list(map(tally, item.votes)) == [
        ("the amendment", "lost", 1, 3),
        ("the rent be £30 from October", "carried", 4, 1),
    ]


def test_what_was_proposed_and_seconded_after_a_decision_names_its_movers(
    read_fixture: Read,
) -> None:
    (decision,) = item_of(read_fixture("parish.txt"), "Election of Chairman").decisions
    assert (decision.proposer, decision.seconder) == ("Cllr Pell", "Cllr Eve")


def test_the_public_that_left_for_one_item_is_back_for_the_next(read_fixture: Read) -> None:
    document = read_fixture("parish.txt")
    last = document.meetings[0].items[-3:]
    assert [(each.minute_number, each.restricted) for each in last] == [
        ("25/038", False), ("25/039", True), ("25/040", False),
    ]  # fmt: skip
    assert "eleven a week" not in document.text
    assert "RESOLVED to exclude" in document.text


def test_titles_without_numbers_head_the_items_of_a_board(read_fixture: Read) -> None:
    (meeting,) = read_fixture("panel.txt").meetings
    assert (meeting.council, meeting.committee, meeting.date, meeting.venue) == (
        "Tormouth City Council", "Children's Wellbeing Panel", dt.date(2025, 3, 4),
        "Room 2, City Hall",
    )  # fmt: skip
    assert titles(meeting) == [
        (None, "Apologies for absence"),
        (None, "Minutes"),
        (None, "Breakfast clubs: the first year"),
        (None, "School nurses"),
        (None, "Any other business"),
        (None, "Date of next meeting"),
    ]


def test_between_semicolons_a_comma_sets_an_office_apart(read_fixture: Read) -> None:
    (meeting,) = read_fixture("panel.txt").meetings
    assert meeting.chair == "Ada Pell"
    assert meeting.present == ("Ada Pell", "Ben Rook", "Cara Dale", "Noor Eve", "Canon Ruth Hills")
    assert meeting.in_attendance == ("Dr Tom Swann", "Ms Lea Cooke")


def test_a_sentence_among_the_lists_of_names_is_no_name(read_fixture: Read) -> None:
    ((_, opening), *_) = outline(read_fixture("panel.txt"))
    assert opening[-1] == (
        None, "attendance",
        "The Panel met partly by video link, which was lost for ten minutes at about 5pm.",
    )  # fmt: skip


def test_what_the_panel_agreed_is_resolved_and_so_is_what_stands_under_decision(
    read_fixture: Read,
) -> None:
    document = read_fixture("panel.txt")
    clubs = item_of(document, "Breakfast clubs: the first year")
    assert kinds(clubs) == ["narrative", "narrative", *["resolution"] * 3]
    assert len(clubs.decisions) == 1
    assert kinds(item_of(document, "School nurses")) == ["narrative", "resolution"]


def test_a_roll_says_who_was_there_and_who_sent_apologies(read_fixture: Read) -> None:
    (meeting,) = read_fixture("minute.txt").meetings
    assert meeting.present == ("Bailie Una Pell", "Ewen Rook", "Kirsty Dale")
    assert meeting.apologies == ("Sandy Eve",)
    assert meeting.in_attendance == ("Moira Swann", "Iain Hills")
    assert meeting.chair == "Bailie Una Pell"


def test_a_council_may_be_named_in_two_tongues(read_fixture: Read) -> None:
    (meeting,) = read_fixture("minute.txt").meetings
    assert (meeting.council, meeting.committee) == (
        "Glenard Council", "Environment and Roads Committee",
    )  # fmt: skip
    assert titles(meeting)[:2] == [(None, "Preliminary"), ("1", "DECLARATIONS OF INTEREST")]


def test_of_a_motion_and_an_amendment_the_vote_is_on_the_motion(read_fixture: Read) -> None:
    document = read_fixture("minute.txt")
    gritting, lights = (item_of(document, each) for each in ("WINTER GRITTING", "PIER LIGHTS"))
    assert list(map(tally, gritting.votes)) == [
        ("the school route at Inverlair be made a first priority", "carried", 8, 3)
    ]
    assert [(each.kind.value, each.proposer, each.vote) for each in gritting.decisions] == [
        ("resolution", "Councillor Dale", 0)
    ]
    (vote,) = lights.votes
    assert tally(vote) == ("the lights be mended", "carried", 2, 1)
    assert vote.voters.in_favour == ("Bailie Pell", "Dale")
    assert vote.voters.against == ("Rook",)


def test_the_points_under_decision_are_one_decision(read_fixture: Read) -> None:
    item = item_of(read_fixture("minute.txt"), "WINTER GRITTING")
    assert [each.label for each in item.paragraphs[-2:]] == ["a", "b"]
    assert kinds(item)[-3:] == ["resolution"] * 3
    assert len(item.decisions) == 1


def test_a_motion_that_fell_was_lost(read_fixture: Read) -> None:
    item = item_of(read_fixture("minute.txt"), "CAR PARK AT THE PIER")
    assert list(map(tally, item.votes)) == [("the first hour be free", "lost", 4, 7)]


def test_a_hearing_is_told_by_the_table_above_it(read_fixture: Read) -> None:
    document = read_fixture("hearing.html")
    (meeting,) = document.meetings
    assert (meeting.council, meeting.committee, meeting.date, meeting.venue) == (
        "Northmere Borough Council", "Licensing Sub-Committee", dt.date(2025, 4, 3),
        "Committee Room B, Town Hall",
    )  # fmt: skip
    assert (meeting.present, meeting.chair) == (("Ann Pell", "Bo Rook", "Cy Dale"), "Ann Pell")
    assert meeting.in_attendance == ("Dee Swann",)
    ((_, opening), *_) = outline(document)
    assert (None, "attendance", "Premises The Lantern, 4 Quay Street") in opening
    assert unplaced(document) == []


def test_a_numbered_list_of_a_page_has_no_headings_of_items(read_fixture: Read) -> None:
    (meeting,) = read_fixture("hearing.html").meetings
    assert titles(meeting) == [
        ("1", "Procedure"), ("2", "The application"), ("3", "Objections"),
        ("4", "Determination"), ("5", "Reasons"),
    ]  # fmt: skip


def test_what_stands_under_determination_is_the_decision(read_fixture: Read) -> None:
    document = read_fixture("hearing.html")
    assert kinds(item_of(document, "Determination")) == ["resolution", "resolution"]
    assert kinds(item_of(document, "Reasons")) == ["narrative", "narrative"]


def test_conditions_do_not_go_on_with_the_numbers_of_the_items(read_fixture: Read) -> None:
    document = read_fixture("planning.txt")
    (meeting,) = document.meetings
    assert (meeting.council, meeting.committee) == (
        "London Borough of Marlow Heath", "Planning Committee B",
    )  # fmt: skip
    assert titles(meeting) == [
        ("1", "APOLOGIES"), ("2", "DISCLOSURES OF INTERESTS"),
        ("3", "25/1042 - 9 Heron Way, Marlow Heath"), ("4", "24/0877 - Marlow Heath Baths"),
        ("5", "APPEALS"),
    ]  # fmt: skip
    conditions = item_of(document, "25/1042 - 9 Heron Way, Marlow Heath").paragraphs[-3:]
    assert [each.label for each in conditions] == ["1", "2", "3"]


def test_a_substitute_is_present_and_the_one_replaced_is_not(read_fixture: Read) -> None:
    (meeting,) = read_fixture("planning.txt").meetings
    assert meeting.present == ("R Pell", "S Rook", "T Dale", "U Eve", "V Hills")
    assert meeting.apologies == ("W Swann",)


def test_voters_named_in_a_sentence_and_again_below_it_have_voted_once(read_fixture: Read) -> None:
    (vote,) = item_of(read_fixture("planning.txt"), "25/1042 - 9 Heron Way, Marlow Heath").votes
    assert tally(vote) == ("approval", None, 3, 2)
    assert vote.voters.against == ("Rook", "Eve")


def test_somebody_listed_at_the_head_speaks_without_a_title(read_fixture: Read) -> None:
    (paragraph,) = item_of(read_fixture("planning.txt"), "APPEALS").paragraphs
    assert paragraph.speakers == ("Mina Cooke",)


def test_a_metropolitan_borough_numbers_its_minutes_by_committee(read_fixture: Read) -> None:
    document = read_fixture("borough.txt")
    (meeting,) = document.meetings
    assert (meeting.council, meeting.committee, meeting.date, meeting.venue) == (
        "Metropolitan Borough of Hallowdale", "Overview and Scrutiny Committee (Place)",
        dt.date(2025, 1, 15), "Civic Centre, Hallowdale",
    )  # fmt: skip
    assert titles(meeting) == [
        ("PL.31", "MINUTES"), ("PL.32", "DECLARATIONS OF INTEREST"),
        ("PL.33", "WASTE COLLECTION: MISSED BINS"),
        ("PL.34", "LITTER BINS ON THE CANAL TOWPATH"),
    ]  # fmt: skip
    assert unplaced(document) == []


def test_offices_after_a_dash_and_apologies_in_a_sentence_are_no_names(read_fixture: Read) -> None:
    (meeting,) = read_fixture("borough.txt").meetings
    assert meeting.present == (
        "Booth", "Akhtar", "Crowther", "Dyson", "Ellam", "Firth", "Greenwood",
    )  # fmt: skip
    assert meeting.in_attendance == ("Mrs J Holroyd", "Mr P Iqbal", "Ms K Jagger")
    assert meeting.apologies == ("Hirst", "Ibbotson")
    assert meeting.chair == "Booth"


def test_the_second_point_beside_a_resolution_resolves_too(read_fixture: Read) -> None:
    document = read_fixture("borough.txt")
    item = item_of(document, "WASTE COLLECTION: MISSED BINS")
    (decision,) = item.decisions
    assert document.words(decision.start, decision.end).endswith("April 2025.")


def test_a_vote_may_be_counted_in_words(read_fixture: Read) -> None:
    item = item_of(read_fixture("borough.txt"), "LITTER BINS ON THE CANAL TOWPATH")
    assert list(map(tally, item.votes)) == [
        ("the Trust be invited to the next meeting", "carried", 5, 2)
    ]


def test_an_authority_lists_names_beside_their_councils(read_fixture: Read) -> None:
    (meeting,) = read_fixture("combined.txt").meetings
    assert (meeting.council, meeting.committee) == (
        "Vale and Fells Combined Authority", "Transport Board",
    )  # fmt: skip
    assert meeting.present == ("Mayor Rosa Whitfield", "Imran Sadiq", "Joan Peel")
    assert meeting.in_attendance == ("Dominic Hart", "Lucy Amis")
    assert meeting.apologies == ("Roy Fell",)
    assert len(titles(meeting)) == 5


def test_points_go_on_with_a_resolution_that_ends_with_who_resolved(read_fixture: Read) -> None:
    item = item_of(read_fixture("combined.txt"), "Bus franchising: outline business case")
    assert [(each.label, each.kind.value) for each in item.paragraphs[-3:]] == [
        ("3.3", "resolution"), ("3.3(a)", "resolution"), ("3.3(b)", "recommendation"),
    ]  # fmt: skip


def test_members_of_a_body_in_its_terms_of_reference_did_not_meet(read_text: Read) -> None:
    document = read_text(
        "Northmere Borough Council\n\nTerms of Reference of the Flood Panel\n\n"
        "Adopted 3 March 2025\n\nMembers: Mr A Pell, Ms B Rook\n\n1. Purpose\n\nIt advises.\n\n"
        "2. Meetings\n\nIt meets four times a year.\n\n3. Money\n\nThe Council pays."
    )
    assert document.kind is DocumentKind.AGREEMENT
    assert document.meetings[0].present == ()


def test_members_who_are_summoned_are_not_present(read_text: Read) -> None:
    document = read_text(
        "Northmere Borough Council\nFlood Panel\nAgenda\nMonday 2 June 2025, 10am\n\n"
        "Members: Mr A Pell (Chair), Ms B Rook\n\n1. Apologies\n2. Ponds\n3. Other business\n"
    )
    assert document.meetings[0].present == ()


def test_a_committee_on_policy_has_minutes(read_text: Read) -> None:
    document = read_text(
        "Northmere Borough Council\n\nPolicy and Strategy Committee\n\nMonday 2 June 2025\n\n"
        "Members: Mr A Pell (Chair), Ms B Rook\n\n1  Ponds\n\nThe report was noted."
    )
    assert document.kind is DocumentKind.MINUTES
    assert document.meetings[0].committee == "Policy and Strategy Committee"
    assert document.meetings[0].present == ("Mr A Pell", "Ms B Rook")


def test_a_clerk_named_above_the_sentence_that_opens_is_not_yet_the_list(
    read_fixture: Read,
) -> None:
    (meeting,) = read_fixture("village.txt").meetings
    assert (meeting.date, meeting.time) == (dt.date(2025, 6, 10), "7.00 p.m.")
    assert (meeting.present, meeting.chair) == (("A Pell", "B Rook", "C Dale", "N Eve"), "A Pell")


def test_a_title_may_begin_with_a_figure(read_fixture: Read) -> None:
    (meeting,) = read_fixture("village.txt").meetings
    assert titles(meeting) == [
        ("1", "Apologies"),
        ("2", "20mph in Ferry Lane"),
        ("3", "80th anniversary of the lifeboat"),
        ("4", "Date of next meeting"),
    ]
