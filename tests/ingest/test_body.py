"""Lines of an item become paragraphs; nothing of them is lost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ingest.body import read_body
from ingest.lines import gaps, lay_out
from vectorstore.records import ParagraphKind

PIECES = st.sampled_from(
    ["1.", "(2)", "a.", "(i)", "-", "•", "RESOLVED that:", "For (2)", "Motion carried.", "", "…",
     "Decision:", "Mr Pell said so.", "the rest of it", "A Member asked why:", "12 May 2022",
     "\u00a0", "view the full minutes text for item 3."]
)  # fmt: skip
LINES = st.lists(st.lists(PIECES, max_size=3).map(" ".join), max_size=25).map("\n".join)


def kinds(text: str, title: str | None = None) -> list[tuple[str | None, ParagraphKind]]:
    layout = lay_out(text)
    return [
        (each.label, each.kind) for each in read_body(layout, layout.lines, title=title).paragraphs
    ]


@given(LINES)
def test_every_character_of_an_item_finds_its_place_or_is_a_label_without_words(text: str) -> None:
    layout = lay_out(text)
    body = read_body(layout, layout.lines)
    for gap in gaps(text, body.placed):
        assert all(len(part) <= 3 for part in text[gap.start : gap.end].split())
    for paragraph in body.paragraphs:
        assert text[paragraph.start : paragraph.end].strip()


@given(LINES)
def test_paragraphs_stand_in_the_order_of_the_text_and_never_overlap(text: str) -> None:
    layout = lay_out(text)
    paragraphs = read_body(layout, layout.lines).paragraphs
    for above, below in pairwise(paragraphs):
        assert above.end <= below.start


def test_the_points_of_a_resolution_resolve_and_what_follows_does_not() -> None:
    text = "(3) RESOLVED that:\n\n(a) x be done; and\n\n(b) y be done.\n\n(4) Mr Pell left."
    assert [kind for _, kind in kinds(text)] == [
        ParagraphKind.RESOLUTION,
        ParagraphKind.RESOLUTION,
        ParagraphKind.RESOLUTION,
        ParagraphKind.NARRATIVE,
    ]


def test_points_under_an_unnumbered_resolution_resolve() -> None:
    text = "8. Mr Pell spoke.\n\nRESOLVED that the Cabinet be asked:\n\na. to go\n\n9. He sat down."
    assert kinds(text) == [
        ("8", ParagraphKind.NARRATIVE),
        (None, ParagraphKind.RESOLUTION),
        ("a", ParagraphKind.RESOLUTION),
        ("9", ParagraphKind.NARRATIVE),
    ]


def test_a_quoted_motion_belongs_to_its_proposal() -> None:
    text = "2. Ms Rook proposed and Mr Pell seconded this motion:\n\n“That it be so.”\n\n3. No."
    assert [kind for _, kind in kinds(text)] == [
        ParagraphKind.MOTION,
        ParagraphKind.MOTION,
        ParagraphKind.NARRATIVE,
    ]


def test_points_beside_a_motion_belong_to_it_until_its_own_list_has_ended() -> None:
    text = (
        "- Mr Pell proposed and Ms Rook seconded that:\n- ‘The pond be drained.\n"
        "- These be asked for:\na.\nA pump.\nb.\nA net.’\n- Mr Beck asked how long it took.\n"
        "RESOLVED that the pond be\ndrained."
    )
    assert [kind.value for _, kind in kinds(text)] == [*["motion"] * 5, "narrative", "resolution"]


def test_what_is_recommended_is_a_recommendation() -> None:
    assert kinds("RECOMMENDED that the Council adopt it.") == [(None, ParagraphKind.RECOMMENDATION)]


def test_questions_and_answers_are_told_apart() -> None:
    text = "Question 1 from Mr Pell: When?\n\nAnswer by Ms Rook: In May."
    assert [kind for _, kind in kinds(text)] == [ParagraphKind.QUESTION, ParagraphKind.ANSWER]


def test_what_stands_under_declarations_of_interest_declares() -> None:
    assert kinds("Mr Pell said he owned it.", "Declarations of Interest") == [
        (None, ParagraphKind.DECLARATION)
    ]


def test_the_words_before_a_cut_stay_and_the_pointer_goes() -> None:
    text = "RESOLVED that the  ...\u00a0 view the full minutes text for item 8."
    layout = lay_out(text)
    body = read_body(layout, layout.lines)
    assert body.cut_off
    assert [text[each.start : each.end] for each in body.paragraphs] == ["RESOLVED that the"]


def test_bare_headings_stand_over_the_numbered_paragraphs_below() -> None:
    text = "1. A.\n\nLibraries\n\n2. B.\n\n3. C.\n\nScooters\n\n4. D.\n\nRESOLVED that E be so."
    layout = lay_out(text)
    headings = [each.heading for each in read_body(layout, layout.lines).paragraphs]
    assert headings == [None, "Libraries", "Libraries", "Scooters", None]


def test_dates_by_themselves_are_paragraphs_not_headings() -> None:
    text = "12th July 2023\n\n16th November 2023\n\nRESOLVED that the dates be noted."
    layout = lay_out(text)
    assert len(read_body(layout, layout.lines).paragraphs) == 3


def test_wrapped_lines_are_joined_and_a_list_item_is_one_paragraph() -> None:
    text = (
        "- The first\nparagraph goes on over several lines and it ends with a stop.\n"
        "It goes on in the same item after that stop.\n- The second\none."
    )
    layout = lay_out(text)
    assert len(read_body(layout, layout.lines).paragraphs) == 2


def test_a_number_in_the_middle_of_a_wrapped_sentence_is_no_label() -> None:
    text = "1. The report covered the whole of the time from\n12. of May to the end\nand on."
    layout = lay_out(text)
    assert [each.label for each in read_body(layout, layout.lines).paragraphs] == ["1"]


def test_what_is_moved_may_count_as_the_minutes_do_and_these_go_on_after_it() -> None:
    text = (
        "(1) Mr Pell proposed and Ms Rook seconded that:\n\n“The Council resolves to:\n\n"
        "(1) drain the pond; and\n\n(2) plant willows.”\n\n(2) Mr Dale was against it.\n\n"
        "(3) RESOLVED that it be so."
    )
    layout = lay_out(text)
    paragraphs = read_body(layout, layout.lines).paragraphs
    assert [each.label for each in paragraphs] == ["1", None, "1(1)", "1(2)", "2", "3"]
    assert [each.kind.value for each in paragraphs] == [
        "motion", "motion", "motion", "motion", "narrative", "resolution",
    ]  # fmt: skip


def test_quotation_marks_that_are_never_closed_do_not_swallow_the_minutes() -> None:
    text = (
        "(1) Mr Pell proposed and Ms Rook seconded the motion that:\n\n“The Council be wise.\n\n"
        "(2) Mr Dale was against it.\n\n(3) RESOLVED that it be so."
    )
    layout = lay_out(text)
    paragraphs = read_body(layout, layout.lines).paragraphs
    assert [each.label for each in paragraphs] == ["1", None, "2", "3"]


def test_an_outcome_ends_where_the_next_sub_heading_stands_right_below() -> None:
    text = "Amendment lost\nAmendment 2 – Green Group\n(9)\tMrs Rook proposed an amendment."
    layout = lay_out(text, full=frozenset({0}), bold={0, 15})
    paragraphs = read_body(layout, layout.lines).paragraphs
    assert [(text[each.start : each.end], each.heading) for each in paragraphs] == [
        ("Amendment lost", None),
        ("Mrs Rook proposed an amendment.", "Amendment 2 – Green Group"),
    ]


def test_a_question_in_the_line_below_its_heading_is_not_lost_in_it() -> None:
    text = "Question 1 by Mr A Pell to Mrs B Rook\n“How many were open in 2024?”\nForty-one."
    layout = lay_out(text, full=frozenset({0}), bold={0})
    assert any(
        "How many" in text[each.start : each.end]
        for each in read_body(layout, layout.lines).paragraphs
    )
