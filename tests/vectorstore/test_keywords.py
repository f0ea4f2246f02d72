"""The words of a question and the ways in which minutes write them."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.keywords import (
    Term,
    as_printed,
    content_words,
    correction,
    hyphen_forms,
    match_expression,
    numbered,
    numbers,
    pair_forms,
    spellings,
    spelt_out,
    uninflected,
    words,
)


def test_hyphenated_words_and_figures_stay_whole_and_possessives_are_cut() -> None:
    assert words("The council’s e-scooters cost £1,250.50 in 2024") == [
        "The", "council", "e-scooters", "cost", "1,250.50", "in", "2024",
    ]  # fmt: skip


def test_grammar_carries_no_topic_and_each_word_counts_once() -> None:
    assert content_words("What was said about potholes, or about Potholes?") == ["Potholes"]
    assert content_words("what is it") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organise", "organize"),
        ("neighbour", "neighbor"),
        ("neighbourhoods", "neighborhoods"),
        ("centre", "center"),
        ("programme", "program"),
        ("licence", "license"),
        ("travelled", "traveled"),
    ],
)
def test_british_and_american_spellings_lead_to_each_other(one: str, other: str) -> None:
    assert other in spellings(one)
    assert one in spellings(other)


@pytest.mark.parametrize("word", ["four", "for", "hour", "tour", "filled", "filed", "poling"])
def test_short_words_that_only_look_alike_are_no_spellings_of_each_other(word: str) -> None:
    assert spellings(word) == []


@pytest.mark.parametrize(
    ("one", "several"),
    [("bus", "buses"), ("virus", "viruses"), ("knife", "knives"), ("thief", "thieves"),
     ("crisis", "crises"), ("child", "children"), ("life", "lives")],
)  # fmt: skip
def test_a_word_leads_to_its_plural_and_back(one: str, several: str) -> None:
    assert several in numbers(one)
    assert one in numbers(several)


def test_buses_are_no_business() -> None:
    assert numbers("buses") == ["bus"]


def test_a_compound_is_tried_joined_apart_and_as_electric() -> None:
    assert hyphen_forms("e-scooters", set()) == [
        "escooters", "electric scooters", "electronic scooters",
    ]  # fmt: skip
    assert "electric scooters" in hyphen_forms("escooters", {"e", "scooters"})
    assert hyphen_forms("antisocial", {"anti", "social"}) == ["anti social"]
    assert hyphen_forms("carpet", {"car", "pet"}) == ["car pet"]
    assert hyphen_forms("carpet", {"car"}) == []
    assert "escooter" in pair_forms("electric", "scooter")


@pytest.mark.parametrize(
    ("typed", "known"), [("chatam", "chatham"), ("pothoels", "potholes"), ("libarry", "library")]
)
def test_a_slip_is_forgiven(typed: str, known: str) -> None:
    assert correction(typed, {"chatham", "potholes", "library", "harbour"}) == known


@pytest.mark.parametrize(
    "typed", ["mermaids", "dover", "cat", "2024", "Zanzibar", "batham", "count", "lated"]
)
def test_what_is_not_near_any_word_stays_as_typed(typed: str) -> None:
    assert correction(typed, {"chatham", "potholes", "rover", "cart", "county", "late"}) is None


@given(st.lists(st.text(min_size=1), min_size=1, max_size=5))
def test_no_phrase_is_read_as_an_operator(phrases: list[str]) -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE minutes USING fts5 (words)")
        terms = [Term(word=phrase, phrases=(phrase,), passages=0) for phrase in phrases]
        connection.execute("SELECT * FROM minutes WHERE minutes MATCH ?", [match_expression(terms)])
    connection.close()


def test_initials_are_told_by_the_words_beside_them() -> None:
    assert list(spelt_out(["river", "safety", "board", "RSB"])) == [
        ("RSB", ["river", "safety", "board"])
    ]
    assert list(spelt_out(["river", "board", "RSB"])) == []
    assert list(spelt_out(["rsb", "river", "safety", "board"])) == []


def test_endings_come_off_long_words_only() -> None:
    assert list(uninflected("recorded")) == ["record"]
    assert list(uninflected("paving")) == []


def test_a_question_is_put_as_the_library_prints_it_and_nothing_else_of_it() -> None:
    slip = Term(word="fery", phrases=("ferry",), passages=1, corrected="ferry", printed="ferry")
    assert as_printed("the fery and the ferymen", [slip]) == "the ferry and the ferymen"


def test_what_is_named_by_its_number_is_one_word() -> None:
    assert numbered("is a section 114 notice coming?") == {"section 114": ("section 114", "s114")}
    assert numbered("the S106 money") == {"S106": ("S106", "section 106")}
    assert "bus 7" in numbered("route 7")["route 7"]
    assert numbered("in 2024 there were 7 cats") == {}


def test_the_name_of_what_is_done_is_known_by_its_verb() -> None:
    assert "close" in spellings("closures")
    assert "revoke" in spellings("revocation")
