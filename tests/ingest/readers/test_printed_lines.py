"""Words with their places become lines; the places here are invented."""

import pytest

from ingest.readers.printed_lines import (
    PrintedLine,
    goes_on_in_cell,
    had_room,
    is_apart,
    lines_of,
    usual_leading,
)
from ingest.readers.printed_page import Page, Rules, Word


def word(text: str, left: float, baseline: float, size: float = 10.0) -> Word:
    return Word(
        text=text,
        left=left,
        right=left + 0.5 * size * len(text),
        baseline=baseline,
        size=size,
        bold=False,
    )


def texts(*words: Word) -> list[str]:
    return [
        line.text for line in lines_of(Page(width=600, height=800, words=words, rules=Rules([])))
    ]


def test_a_raised_ordinal_belongs_to_its_number_and_line() -> None:
    assert texts(
        word("on", 50, 700), word("30", 63, 700), word("th", 73, 703.5, 6.5), word("May", 83, 700)
    ) == ["on 30th May"]  # fmt: skip


def test_a_ligature_is_its_letters() -> None:
    assert texts(word("o\ufb03ce", 50, 700)) == ["office"]


def test_cells_of_a_row_have_a_tab_between_them() -> None:
    assert texts(word("Rivers", 50, 700), word("1,210", 200, 700)) == ["Rivers\t1,210"]


def test_a_label_that_is_drawn_after_its_words_stands_before_them() -> None:
    assert texts(word("Mr", 80, 700), word("Pell", 93, 700), word("(1)", 60, 700)) == [
        "(1) Mr Pell"
    ]


def test_labels_in_a_column_of_their_own_stand_before_their_lines() -> None:
    assert texts(
        word("(1)", 50, 700), word("(2)", 50, 676), word("One", 90, 701), word("more.", 90, 688),
        word("Two.", 90, 676),
    ) == ["(1)\tOne", "more.", "(2)\tTwo."]  # fmt: skip


def test_lines_that_are_drawn_from_the_foot_up_are_read_from_the_top() -> None:
    assert texts(word("last", 50, 100), word("middle", 50, 400), word("first", 50, 700)) == [
        "first", "middle", "last",
    ]  # fmt: skip


def test_columns_are_read_one_after_the_other_as_they_were_drawn() -> None:
    assert texts(
        word("left", 50, 700), word("below", 50, 688), word("right", 300, 700),
        word("under", 300, 688),
    ) == ["left", "below", "right", "under"]  # fmt: skip


def test_a_paragraph_ends_where_the_next_word_would_have_fitted() -> None:
    above, below = lines_of(
        Page(
            width=600,
            height=800,
            words=(word("short", 50, 700), word("Next", 50, 688)),
            rules=Rules([]),
        )
    )
    assert had_room(above, below, margin=500)
    assert not had_room(above, below, margin=above.right + 10)
    assert not is_apart(above, below, leading=1.2)
    assert is_apart(above, below, leading=0.8)


def line(text: str, baseline: float, *, left: float = 50, right: float = 500) -> PrintedLine:
    return PrintedLine(
        text=text, left=left, right=right, baseline=baseline, size=10, first_word=20, bold=False
    )


def test_lines_that_surely_go_on_tell_the_leading_where_most_paragraphs_have_one_line() -> None:
    short = [line("One paragraph.", 700 - 20 * n) for n in range(6)]
    long = [line("of more", 580), line("than one", 568), line("line of", 556), line("text.", 544)]
    assert usual_leading([[*short, *long]]) == pytest.approx(1.2)


def test_a_narrow_column_does_not_tell_the_leading() -> None:
    text = [line("of text", 700 - 18 * n) for n in range(5)]
    cell = [line("in a cell", 600 - 12 * n, left=400) for n in range(9)]
    assert usual_leading([[*text, *cell]]) == pytest.approx(1.8)


def test_a_short_line_that_is_spread_to_the_margin_is_no_row() -> None:
    assert texts(word("Mrs", 50, 700), word("C", 165, 700), word("Belling", 270, 700)) == [
        "Mrs C Belling"
    ]


def test_columns_of_equal_width_are_apart_though_their_gaps_are_the_same() -> None:
    assert texts(word("12", 50, 700), word("14", 150, 700), word("16", 250, 700)) == ["12\t14\t16"]


def test_a_page_that_begins_in_a_cell_of_the_last_row_goes_on_with_it() -> None:
    row, below = lines_of(
        Page(
            width=600,
            height=800,
            words=(word("Rivers", 50, 700), word("much", 200, 700), word("rain", 201, 60)),
            rules=Rules([]),
        )
    )
    assert goes_on_in_cell(row, below)
    assert not goes_on_in_cell(row, line("Weirs", 60))
