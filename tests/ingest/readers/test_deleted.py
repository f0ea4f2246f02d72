"""Deleted words are taken out of the text, and where they stood is kept."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.deleted import settle, struck, unmarked
from vectorstore.records import Deletion


def test_one_space_is_left_where_words_stood() -> None:
    settled = settle([f"The pond {struck('shall')} may stay{struck(', or go')}."])
    assert settled.text == "The pond may stay."
    assert settled.deletions == (
        Deletion(position=9, text="shall"), Deletion(position=17, text=", or go"),
    )  # fmt: skip


def test_a_line_that_is_deleted_whole_goes_with_its_line_end() -> None:
    settled = settle(["It is", struck("not"), "agreed"])
    assert settled.text == "It is\nagreed"
    assert settled.starts == (0, None, 6)


def test_what_is_struck_over_several_lines_is_one_deletion() -> None:
    settled = settle([f"It {struck('is not')}", struck("agreed at"), f"{struck('all')} stands"])
    assert [each.text for each in settled.deletions] == ["is not agreed at all"]


def test_paragraphs_that_were_struck_are_deletions_each() -> None:
    settled = settle([struck("One."), "", struck("Two."), "", "Three."])
    assert [each.text for each in settled.deletions] == ["One.", "Two."]


def test_a_label_goes_with_its_words_but_stays_for_those_that_replace_them() -> None:
    assert settle([f"(b) {struck('gone')}", "(c) stays"]).text == "(c) stays"
    kept = settle([f"(b) {struck('gone')}", struck("too"), "but this stays"])
    assert kept.text == "(b) but this stays"
    assert kept.deletions == (Deletion(position=4, text="gone too"),)


@given(st.lists(st.lists(st.tuples(st.text("ab (1).", max_size=5), st.booleans()))))
def test_every_letter_either_stands_or_is_deleted(lines: list[list[tuple[str, bool]]]) -> None:
    marked = ["".join(struck(run) if gone else run for run, gone in line) for line in lines]
    settled = settle(marked)
    kept = settled.text + "".join(each.text for each in settled.deletions)
    assert sorted("".join(kept.split())) == sorted("".join(unmarked("".join(marked)).split()))
    assert all(0 <= each.position <= len(settled.text) for each in settled.deletions)
