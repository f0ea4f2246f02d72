"""Minutes as councils print them, each trait in a PDF made from a text that says what it holds."""

import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from ingest.document import read_document
from ingest.metadata import Metadata
from ingest.readers import pdf
from tests.ingest.fixtures.make_printed import FOLDER, word_file
from tests.ingest.outlines import outside, unplaced
from tests.ingest.printed_sources import read_items, written_items
from vectorstore.records import Document, DocumentKind, Meeting, ParagraphKind, Vote
from vectorstore.wording import fold

SAMPLES = Path(__file__).parents[2] / "samples/library"
# Every paragraph of these is told by their texts.
ITEMISED = ["council", "budget", "cabinet", "committee", "scrutiny", "reserves"]
PDFS = sorted([*FOLDER.glob("*.pdf"), *SAMPLES.glob("*.pdf")])


def printed(name: str) -> Document:
    path = FOLDER / f"{name}.pdf"
    return read_document(path.name, path.read_bytes(), Metadata())


def typed(name: str) -> Document:
    """The same minutes as a Word file."""
    holder = io.BytesIO()
    word_file((FOLDER / f"{name}.txt").read_text(encoding="utf-8")).save(holder)
    return read_document(f"{name}.docx", holder.getvalue(), Metadata())


def meeting_of(name: str) -> Meeting:
    (meeting,) = printed(name).meetings
    return meeting


def counts(vote: Vote) -> tuple[str | None, int | None, int | None, int | None]:
    return vote.outcome, vote.in_favour, vote.against, vote.abstained


@pytest.mark.parametrize("name", ITEMISED)
@pytest.mark.parametrize("medium", [printed, typed], ids=["PDF", "Word"])
def test_every_item_and_paragraph_is_as_it_was_written(
    medium: Callable[[str], Document], name: str
) -> None:
    written = written_items((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    assert read_items(medium(name)) == written


def test_the_title_block_of_a_council_meeting() -> None:
    meeting = meeting_of("council")
    assert (meeting.council, meeting.date) == ("Marlshire County Council", dt.date(2025, 1, 30))
    assert meeting.venue == "Council Chamber, County Hall, Aldermere"
    assert meeting.chair == "Mrs P Oduya"
    assert len(meeting.present) == 15
    assert {"Mr C J Bream", "Mr R Hale-Byng", "Mr P St. Aubyn"} <= set(meeting.present)
    assert meeting.in_attendance[-2:] == ("Mr F Pilling", "Mrs G Tillotson")


def test_officers_may_be_listed_as_present_and_nobody_be_in_the_chair() -> None:
    meeting = meeting_of("cabinet")
    assert (meeting.committee, meeting.time) == ("Cabinet", "10.00 am")
    assert meeting.chair is None
    assert meeting.present[-2:] == ("Mr M Dunstable", "Mrs A Strang")
    assert (meeting.apologies, meeting.in_attendance) == (("Mrs B Yarrow",), ("Mr J Twelvetrees",))


def test_an_item_begins_on_the_page_of_its_heading() -> None:
    (item,) = (each for each in meeting_of("cabinet").items if each.number == "6")
    assert (item.first_page, item.paragraphs[0].page) == (2, 3)


def test_nested_labels_are_paths() -> None:
    labels = {each.label for *_, each in printed("cabinet").paragraphs()}
    assert {"1(c)", "1(c)(ii)", "4(m)", "5(A)", "5(B)"} <= labels


def test_recorded_votes_have_counts_names_and_subject() -> None:
    (plan,) = (item for item in meeting_of("council").items if item.minute_number == "275")
    amendment, motion = plan.votes
    assert counts(amendment) == ("lost", 4, 10, 1)
    assert counts(motion) == ("carried", 11, 4, 0)
    assert amendment.voters.abstained == ("Mrs B Yarrow",)
    assert motion.voters.against == (
        "Ms A de Winter", "Dr H Lumsden", "Mrs K Ravensdale", "Mr J Twelvetrees",
    )  # fmt: skip
    assert len(motion.voters.in_favour) == 11
    assert amendment.subject is not None
    assert amendment.subject.startswith("The County Council agrees to: refer back the Local")
    assert motion.subject is not None
    assert motion.subject.endswith("make minor corrections to it")


def test_an_amended_motion_is_voted_on_by_no_other_words_than_the_texts() -> None:
    by_number = {item.number: item for item in meeting_of("budget").items}
    told = [(vote.subject, vote.outcome) for vote in by_number["4"].votes]
    assert told[1][0] is not None
    assert told[1][0].startswith("Restore the funding of the Community Warden Service")
    # The second amendment was accepted without a vote.
    assert told[2] == ("the substantive motion", "carried")
    assert [decision.vote for decision in by_number["4"].decisions] == [0, 1, 2]
    amendment, substantive = by_number["6"].votes
    assert (counts(amendment), counts(substantive)) == (
        ("carried", 20, 8, 2), ("carried", None, None, None),
    )  # fmt: skip
    assert substantive.subject == "the substantive motion"


def test_what_is_resolved_by_acclaim_holds_the_words_below() -> None:
    (item,) = (each for each in meeting_of("budget").items if each.minute_number == "280")
    assert [(each.label, each.kind.value, each.heading) for each in item.paragraphs] == [
        ("1", "narrative", "(a) Former Members"),
        ("2", "resolution", "(a) Former Members"),
        (None, "resolution", "(a) Former Members"),
        ("3", "narrative", "(b) Royal Garden Party"),
    ]
    (decision,) = item.decisions
    assert (decision.proposer, decision.seconder) == ("the Chairman", "the Vice-Chairman")


def test_a_wrapped_cell_stays_in_its_row() -> None:
    rows = [
        printed("budget").words(each.start, each.end) for *_, each in printed("budget").paragraphs()
    ]
    assert "Band Charge including increase in ASCL Percentage" in rows


def test_those_who_sent_apologies_are_named_in_the_item() -> None:
    assert meeting_of("budget").apologies == ("Mrs Bruneau", "Mr Kennett", "Ms Ridgers")


def test_votes_without_a_count_are_recorded_once() -> None:
    by_number = {item.number: item.votes for item in meeting_of("council").items}
    assert [counts(vote) for vote in by_number["9"]] == [
        ("carried", None, None, None), ("withdrawn", None, None, None),
    ]  # fmt: skip
    assert [(vote.subject, vote.outcome) for vote in by_number["10"]] == [
        ("the recommendations", "carried")
    ]
    by_number = {item.number: item.votes for item in meeting_of("cabinet").items}
    assert [counts(vote) for vote in by_number["5"]] == [("carried", None, None, None)]
    assert [(vote.subject, *counts(vote)) for vote in by_number["6"]] == [
        ("the centre at Thackmere be left as it is", "lost", 2, 4, None)
    ]


def test_several_motions_of_an_item_stand_under_their_headings() -> None:
    (item,) = (each for each in meeting_of("council").items if each.number == "9")
    headings = {each.label: each.heading for each in item.paragraphs if each.label}
    assert list(headings) == ["1", "2", "3", "4", "5"]
    assert headings["2"] == "Motion for Time Limited Debate – Keeping the almshouses open"
    assert headings["5"] == "Motion for Time Limited Debate – Rural buses"


def test_the_points_of_a_motion_are_moved_not_resolved() -> None:
    (item,) = (each for each in meeting_of("council").items if each.number == "8")
    kinds = {each.label: each.kind for each in item.paragraphs if each.label}
    assert kinds["1(a)"] is kinds["2(b)"] is ParagraphKind.MOTION
    assert kinds["5(a)"] is ParagraphKind.RESOLUTION


@pytest.mark.parametrize("medium", [printed, typed], ids=["PDF", "Word"])
def test_nothing_struck_through_stands(medium: Callable[[str], Document]) -> None:
    document = medium("council")
    assert [each.text for each in document.deletions] == [
        "adopt",
        "; and",
        "delegate to the Corporate Director, in consultation with the Cabinet Member, the power "
        "to make minor corrections to it.",
    ]
    (moved,) = (
        document.words(each.start, each.end)
        for *_, item, each in document.paragraphs()
        if item.number == "8" and each.label == "2(b)"
    )
    assert moved == "ask the Cabinet Member to report to the Council in May.”"
    first = document.deletions[0].position
    assert document.text[first:].startswith("refer back the Local Transport Plan 5")


def test_a_number_that_is_printed_twice_stands_once_when_one_is_struck_through() -> None:
    document = printed("committee")
    (item,) = (each for each in document.meetings[0].items if each.number == "8")
    assert [each.label for each in item.paragraphs if each.label in tuple("12345")] == list("12345")
    assert document.deletions[-1].text == "3. The Chair said that the amendment was out of order."


def test_questions_and_answers_have_who_asks_and_who_answers() -> None:
    (item,) = (each for each in meeting_of("council").items if each.number == "6")
    assert [(each.kind.value, each.speakers) for each in item.paragraphs[1:]] == [
        ("question", ("Mr J Twelvetrees",)),
        ("answer", ("Mrs S Varley",)),
        ("answer", ("Mrs S Varley",)),
        ("question", ("Ms A de Winter",)),
        ("answer", ("Mr G Fennimore",)),
    ]


def test_questions_printed_by_themselves_are_items_of_their_own() -> None:
    document = printed("questions")
    assert document.kind is DocumentKind.QUESTIONS
    (meeting,) = document.meetings
    assert (meeting.council, meeting.date) == ("Marlshire County Council", dt.date(2025, 1, 30))
    first, *_, last = meeting.items[1:]
    assert (first.number, last.number) == ("1", "3")
    assert last.title == "Question by Dr H Lumsden to the Leader of the Council, Mr D Askerigg"
    assert [each.speakers for each in last.paragraphs] == [("Dr H Lumsden",), ("Mr D Askerigg",)]
    assert [each.label for each in first.paragraphs] == [None, None, None, None, "1", "2"]


def test_a_plan_is_cut_by_its_sections_and_its_contents_page_is_none() -> None:
    document = printed("plan")
    assert document.kind is DocumentKind.AGREEMENT
    assert document.title == "Marlshire Flood Resilience Plan 2024–2029"
    (holder,) = document.meetings
    assert [(each.number, each.title) for each in holder.items] == [
        ("1", "Introduction"), ("2", "What we know"), ("3", "What we will do"),
    ]  # fmt: skip
    pages = {each.label: each.page for *_, each in document.paragraphs()}
    assert (pages["1.2(c)"], pages["2.3"], pages["3.3"]) == (2, 2, 3)
    assert [each.heading for each in holder.items[2].paragraphs] == [
        "Rivers", "Rivers", "Surface water",
    ]  # fmt: skip
    (contents,) = unplaced(document)
    assert contents.startswith("Contents 1. Introduction ....")


def test_items_after_the_public_is_excluded_are_restricted() -> None:
    restricted = [item.number for item in meeting_of("cabinet").items if item.restricted]
    assert restricted == ["10"]


def test_only_running_headers_and_page_numbers_are_left_out() -> None:
    reading = pdf.read((FOLDER / "cabinet.pdf").read_bytes())
    assert Counter(reading.furniture) == {
        "Cabinet – 13 March 2025": 3, "Page 1": 1, "Page 2": 1, "Page 3": 1,
    }  # fmt: skip


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_every_letter_of_a_pdf_is_text_furniture_or_deleted(path: Path) -> None:
    reading = pdf.read(path.read_bytes())
    deleted = "".join(each.text for each in reading.deletions)
    kept = Counter(_letters(reading.text + "".join(reading.furniture) + deleted))
    document = pypdfium2.PdfDocument(path)
    printed = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert kept == Counter(_letters(printed))


def _letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


@pytest.mark.parametrize("name", ["council", "budget", "cabinet", "committee", "questions", "plan"])
def test_no_text_of_a_document_is_lost_but_its_headings_and_labels(name: str) -> None:
    document = printed(name)
    titles = {item.title for meeting in document.meetings for item in meeting.items}
    headings = {each.heading for *_, each in document.paragraphs()}
    known = {each for each in (*titles, *headings, document.title) if each}
    known |= {"MARLSHIRE COUNTY COUNCIL", "CABINET", "UNRESTRICTED ITEMS", "EXEMPT ITEMS", "Answer"}
    known |= {"HOUSING, GROWTH AND COMMUNITIES OVERVIEW COMMITTEE"}
    for run in outside(document):
        label = len(run) <= 5 or run.startswith(("(Item ", "Question "))
        words = fold(re.sub(r"^(?:\d+\.)?\s+", "", run.removeprefix("\t").lstrip("0123456789.")))
        assert label or any(words in each for each in known), run
