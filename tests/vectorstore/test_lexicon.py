"""Wordings that a library knows, from its own documents."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.conftest import open_quickly
from tests.vectorstore.documents import POTHOLES, SCOOTERS, WARDENS, minutes, publish
from vectorstore.edition import Edition

CHATHAM = minutes(
    "chatham.txt",
    {"Harbour": ["The ferry to Chatham would sail hourly.", "An antisocial driver was fined."]},
)
SHARED = minutes("shared.txt", {"Hire": ["The hire of an escooter cost £4.", "The e-bike scheme."]})
TAXIS = minutes(
    "taxis.txt",
    {"Transport": ["A bus or taxi for children with special educational needs cost more."]},
)
ROUTES = minutes(
    "routes.txt",
    {"Routes": ["Bus 7 ran late.", "A section 114 notice was feared.", "Mill Rd was closed."]},
)
SEVEN = minutes("seven.txt", {"Cats": ["All 7 cats on the canal lived in Mill Lane."]})
TREES = minutes("trees.txt", {"Trees": ["The TPO on the old oak stands.", "Ten oaks were felled."]})
HOSTILE = st.text(alphabet=st.characters(codec=None) | st.sampled_from("\"'*^:(){}+-&\0 \ud800"))
OPERATORS = st.lists(
    st.sampled_from("AND OR NOT NEAR( ) \" ' * ^ : { } + - potholes e-scooters -- ; raw:".split())
).map(" ".join)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    library = open_quickly(tmp_path_factory.mktemp("lexicon"))
    publish(library, SCOOTERS, POTHOLES, WARDENS, CHATHAM, SHARED, TAXIS, TREES, ROUTES, SEVEN)
    return library.current()


def mentioned(edition: Edition, question: str) -> set[str]:
    """The documents that hold a word of the question in one of its wordings."""
    found = edition.search(question, limit=50)
    return {hit.passage.reference.document for hit in found if hit.keyword > 0}


@pytest.mark.parametrize(
    "question",
    ["e-scooters", "escooters", "electric scooters", "e-scooter", "E-SCOOTERS", "escooter"],
)
def test_electric_scooters_are_found_however_they_are_written(
    edition: Edition, question: str
) -> None:
    assert {"scooters.txt", "shared.txt"} <= mentioned(edition, question)


@pytest.mark.parametrize("question", ["anti-social", "antisocial", "anti social"])
def test_a_compound_is_found_hyphenated_joined_and_apart(edition: Edition, question: str) -> None:
    assert {"wardens.txt", "chatham.txt"} <= mentioned(edition, question)


def test_an_abbreviation_finds_its_long_form_and_the_other_way_round(edition: Edition) -> None:
    [short] = edition.terms("ASB")
    assert "anti-social behaviour" in short.phrases
    assert short.passages == 2
    [several] = edition.terms("ASBs")
    assert "anti-social behaviour" in several.phrases
    assert "asb" in {
        form for term in edition.terms("anti-social behaviour") for form in term.phrases
    }


@pytest.mark.parametrize(
    ("question", "document"),
    [("SEN", "taxis.txt"), ("send", "taxis.txt"), ("tree preservation orders", "trees.txt")],
)
def test_what_every_council_abbreviates_need_not_be_defined(
    edition: Edition, question: str, document: str
) -> None:
    assert document in mentioned(edition, question)


@pytest.mark.parametrize("question", ["route 7", "s114", "section 114", "when do buses run"])
def test_what_is_named_by_its_number_is_no_other_of_that_number(
    edition: Edition, question: str
) -> None:
    found = mentioned(edition, question)
    assert "routes.txt" in found
    assert "seven.txt" not in found


def test_a_number_of_which_nothing_is_named_is_nowhere(edition: Edition) -> None:
    [term] = edition.terms("route 9")
    assert (term.word, term.passages) == ("route 9", 0)


@pytest.mark.parametrize("question", ["Mill Road", "the mill rd"])
def test_a_short_form_finds_the_long_one_and_the_other_way_round(
    edition: Edition, question: str
) -> None:
    [_, road] = edition.terms(question)
    assert {"rd"} <= {phrase.lower() for phrase in road.phrases}


def test_a_slip_in_a_word_of_four_letters_is_forgiven_where_it_is_plain(edition: Edition) -> None:
    [term] = edition.terms("buss")
    assert term.corrected == "bus"
    [name] = edition.terms("Buss")
    assert name.corrected is None


@pytest.mark.parametrize("question", ["buses", "bus", "child", "Children"])
def test_one_is_found_by_many_and_many_by_one(edition: Edition, question: str) -> None:
    assert "taxis.txt" in mentioned(edition, question)


def test_american_spelling_finds_british_minutes(edition: Edition) -> None:
    assert mentioned(edition, "neighborhood") == {"wardens.txt"}
    assert mentioned(edition, "organize") == {"wardens.txt"}


def test_a_typing_error_is_corrected_to_a_word_of_the_library(edition: Edition) -> None:
    [term] = edition.terms("chatam")
    assert (term.word, term.corrected) == ("chatam", "chatham")
    assert mentioned(edition, "chatam") == {"chatham.txt"}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("electricscooters", "electric scooters"), ("SEN", "special educational needs"),
     ("antisocial", None), ("neighborhood", "neighbourhood"), ("ebike", "e bike")],
)  # fmt: skip
def test_a_word_that_the_library_writes_another_way_is_known_by_that_way(
    edition: Edition, typed: str, printed: str | None
) -> None:
    [term] = edition.terms(typed)
    assert term.printed == printed


def test_a_slip_in_a_word_that_carries_no_topic_makes_it_none(edition: Edition) -> None:
    assert [term.word for term in edition.terms("what hapened to the ferry")] == ["ferry"]
    assert [term.word for term in edition.terms("the cloud")] == ["cloud"]


@pytest.mark.parametrize("name", ["mermaids", "Zanzibar", "Fotheringay"])
def test_a_name_that_the_library_does_not_know_stays_unknown(edition: Edition, name: str) -> None:
    [term] = edition.terms(name)
    assert (term.word, term.phrases, term.passages, term.corrected) == (name, (name,), 0, None)


def test_endings_do_not_matter(edition: Edition) -> None:
    assert mentioned(edition, "patrol") == mentioned(edition, "patrols") == {"wardens.txt"}


def test_frequencies_count_passages_not_mentions(edition: Edition) -> None:
    [term] = edition.terms("scooters")
    # Three passages stand under the heading that has the word, two of them say it as well.
    assert term.passages == 3


@given(HOSTILE | OPERATORS)
def test_no_question_is_too_hostile_to_be_searched_for(edition: Edition, question: str) -> None:
    edition.terms(question)
    edition.search(question, limit=3)


def test_a_long_question_is_searched_for(edition: Edition) -> None:
    question = " ".join(f"word{number} potholes{number}" for number in range(600)) + " potholes"
    assert edition.search(question, limit=1)[0].keyword == 1.0


def test_nothing_can_be_asked_of_a_library_without_words(tmp_path: Path) -> None:
    library = open_quickly(tmp_path)
    publish(library, minutes("silent.txt", {}))
    edition = library.current()
    assert edition.search("potholes") == []
    assert [term.passages for term in edition.terms("potholes")] == [0]
