"""Stems: a wording is found whatever its endings, and as the full-text index finds it."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.stems import holds, stems


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the libraries were closed", "library"),
        ("POTHOLES", "pothole"),
        ("it was replacing them", "replaced"),
        ("the Section-19 report", "section 19"),
        ("anti-social behaviour", "anti social behaviour"),
        ("the Café on the quay", "cafes"),
        ("Mr O’Shea’s bus", "bus"),
    ],
)
def test_endings_case_and_hyphens_make_no_difference(text: str, phrase: str) -> None:
    assert holds(stems(text), stems(phrase))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the bus lane", "lane bus"),
        ("electric cars and scooters", "electric scooters"),
        ("a business case", "bus"),
        ("electric", "electric scooters"),
        ("", "bus"),
        ("the bus", ""),
        ("the bus", "?!"),
    ],
)
def test_words_must_stand_together_in_order_and_whole(text: str, phrase: str) -> None:
    assert not holds(stems(text), stems(phrase))


def test_stems_keep_the_order_and_number_of_the_words() -> None:
    assert stems("Two stops, two trips.") == ("two", "stop", "two", "trip")


@given(st.text(max_size=60))
def test_a_text_holds_its_own_words(text: str) -> None:
    assert holds(stems(text), stems(text)) == bool(stems(text))


@pytest.mark.parametrize(
    "word",
    "libraries closures consulted consultation subsidies speeding flooded gullies "
    "enforcement defibrillators resurfacing authorised organisations appeals café Zoë".split(),
)
def test_the_full_text_index_has_the_same_stems(word: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE held "
        "USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')"
    )
    connection.execute("CREATE VIRTUAL TABLE stem USING fts5vocab(held, row)")
    connection.execute("INSERT INTO held VALUES (?)", (word,))
    [(indexed,)] = connection.execute("SELECT term FROM stem").fetchall()
    connection.close()
    assert stems(word) == (indexed,)
