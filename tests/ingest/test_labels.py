"""Labels of paragraphs and the paths they make."""

import pytest

from ingest.labels import Numbering, Series, mark_of


def labels(*printed: str | None) -> list[str | None]:
    """The paths of labels in order; `None` stands for a paragraph without a label."""
    numbering = Numbering()
    found: list[str | None] = []
    for each in printed:
        if each is None:
            numbering.interrupt()
            found.append(None)
        else:
            mark = mark_of(f"{each} words")
            assert mark is not None
            found.append(numbering.place(mark)[0])
    return found


@pytest.mark.parametrize(
    ("line", "series", "value"),
    [
        ("1. Words", Series.NUMBER, "1"),
        ("(12)\u00a0\u00a0 Words", Series.NUMBER, "12"),
        ("3) Words", Series.NUMBER, "3"),
        ("2.1 Words", Series.DECIMAL, "2.1"),
        ("a. Words", Series.LETTER, "a"),
        ("(k) Words", Series.LETTER, "k"),
        ("(aa) Words", Series.LETTER, "aa"),
        ("iv. Words", Series.ROMAN, "iv"),
        ("• Words", Series.BULLET, ""),
        ("· Words", Series.BULLET, ""),
        ("§\u00a0 Words", Series.BULLET, ""),
        ("- Words", Series.BULLET, ""),
        ("a.", Series.LETTER, "a"),
    ],
)
def test_each_printed_form_of_a_label_is_known(line: str, series: Series, value: str) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert (mark.series, mark.value) == (series, value)
    assert line[mark.width :] in ("Words", "")


@pytest.mark.parametrize(
    "line", ["2023. A year", "12.5 million", "A. Smith spoke", "e.g. this", "Words", "3.5% of", ""]
)
def test_what_only_looks_like_a_label_is_none(line: str) -> None:
    assert mark_of(line) is None


def test_letters_under_a_number_are_a_path() -> None:
    assert labels("3.", "a.", "b.", "4.") == ["3", "3(a)", "3(b)", "4"]


def test_i_after_h_is_a_letter_and_elsewhere_a_numeral() -> None:
    assert labels("3.", "h.", "i.", "j.") == ["3", "3(h)", "3(i)", "3(j)"]
    assert labels("(2)", "(a)", "(i)", "(ii)", "(b)") == [
        "2", "2(a)", "2(a)(i)", "2(a)(ii)", "2(b)",
    ]  # fmt: skip


def test_v_after_iv_is_a_numeral_and_after_u_a_letter() -> None:
    assert labels("(iv)", "(v)", "(vi)") == ["iv", "v", "vi"]
    assert labels("(u)", "(v)", "(w)") == ["u", "v", "w"]


def test_bullets_are_counted_under_their_paragraph_and_unlabelled_at_the_top() -> None:
    assert labels("5.", "·", "·", "6.", "·") == ["5", "5 •1", "5 •2", "6", "6 •1"]
    assert labels("-", "-") == [None, None]


def test_every_paragraph_that_is_printed_as_1_stays_1() -> None:
    assert labels("1.", "1.", "2.", "1.") == ["1", "1", "2", "1"]


def test_a_list_after_an_unlabelled_paragraph_starts_by_itself() -> None:
    assert labels("8.", None, "a.", "b.") == ["8", None, "a", "b"]


def test_a_list_goes_on_after_an_unlabelled_paragraph_when_its_next_label_follows() -> None:
    assert labels("3.", "a.", None, "b.") == ["3", "3(a)", None, "3(b)"]


def test_numbers_go_on_after_the_points_of_an_unnumbered_resolution() -> None:
    assert labels("8.", None, "a.", "b.", "9.", "a.") == ["8", None, "a", "b", "9", "9(a)"]


def test_decimal_labels_are_paths_already() -> None:
    assert labels("5.1", "5.2", "(a)", "(b)", "5.3") == ["5.1", "5.2", "5.2(a)", "5.2(b)", "5.3"]


def test_a_quoted_list_begins_anew_after_words_between_and_may_never_be_closed() -> None:
    numbering = Numbering()

    def path(printed: str) -> str | None:
        mark = mark_of(f"{printed} words")
        assert mark is not None
        return numbering.place(mark)[0]

    assert path("(1)") == "1"
    numbering.quote()
    assert [path("•"), path("•")] == ["1 •1", "1 •2"]
    numbering.interrupt()
    assert [path("1."), path("2.")] == ["1(1)", "1(2)"]
    assert path("(2)") == "2"
