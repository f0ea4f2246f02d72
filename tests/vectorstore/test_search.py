"""The two legs of a search and its filters."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.vectorstore.conftest import open_quickly
from tests.vectorstore.documents import HIGHWAYS, SCRUTINY, minutes, publish
from vectorstore import search
from vectorstore.edition import Edition
from vectorstore.found import Filters, Hit, Only
from vectorstore.library import Library

ROUNDING = 1e-3
TOPICS = "ferries lamps kerbs drains bridges verges signs bollards crossings shelters".split()
SINCE, UNTIL = Filters(since=date(2022, 6, 1)), Filters(until=date(2022, 6, 1))
NARROW = Filters(committee=HIGHWAYS, since=date(2022, 3, 1), until=date(2022, 8, 1))


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Thirty meetings, every fifth of them without a date, of two committees."""
    library = open_quickly(tmp_path_factory.mktemp("search"))
    meetings = [
        minutes(
            f"{number}.txt",
            {
                topic.title(): [
                    f"Meeting {number} spoke of {topic} and their cost.",
                    f"The {topic} of ward {number} would be inspected.",
                ]
                for topic in TOPICS
            },
            committee=(SCRUTINY, HIGHWAYS)[number % 2],
            on=date(2021, 1, 1) + timedelta(days=30 * number) if number % 5 else None,
        )
        for number in range(30)
    ]
    publish(library, *meetings)
    return library.current()


@pytest.fixture
def by_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every filter that leaves a passage asks the index."""
    monkeypatch.setattr(search, "EXACT_UP_TO", 0)


def found(hits: list[Hit]) -> list[str]:
    return [hit.passage.id for hit in hits]


FILTERS = [
    NARROW,
    SINCE,
    UNTIL,
    Filters(council="Wexcombe County Council"),
    Filters(committee=SCRUTINY),
    Filters(since=date(2021, 9, 1), until=date(2023, 1, 1)),
]


@pytest.mark.parametrize("asked_for", [search.ASKED_FOR_FILTERED, 1])
@pytest.mark.parametrize("filters", FILTERS)
def test_the_index_finds_with_a_filter_what_comparing_everything_finds(
    edition: Edition, filters: Filters, asked_for: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = edition.search("the cost of lamps", limit=10, filters=filters)
    monkeypatch.setattr(search, "EXACT_UP_TO", 0)
    monkeypatch.setattr(search, "ASKED_FOR_FILTERED", asked_for)
    by_index = edition.search("the cost of lamps", limit=10, filters=filters)
    # Vectors are kept in 16 bits and indexed in 32, so the last places may change hands.
    assert [hit.score for hit in by_index] == pytest.approx(
        [hit.score for hit in exact], abs=ROUNDING
    )
    clear = {hit.passage.id for hit in exact if hit.score > exact[-1].score + ROUNDING}
    assert clear <= set(found(by_index))
    assert len(exact) == 10


@pytest.mark.parametrize("filters", FILTERS)
def test_only_what_the_filters_let_through_is_found(edition: Edition, filters: Filters) -> None:
    for hit in edition.search("bridges", limit=100, filters=filters):
        reference = hit.passage.reference
        assert filters.council in (None, reference.council)
        assert filters.committee in (None, reference.committee)
        if reference.date:
            assert filters.since is None or filters.since <= reference.date
            assert filters.until is None or reference.date <= filters.until


@pytest.mark.parametrize("exact_up_to", [search.EXACT_UP_TO, 0])
@pytest.mark.parametrize("limits", [Filters(), NARROW])
def test_only_what_was_decided_is_found_by_those_who_ask_for_it(
    tmp_path: Path, limits: Filters, exact_up_to: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "EXACT_UP_TO", exact_up_to)
    library = open_quickly(tmp_path)
    said = ["Kerbs were discussed.", "RESOLVED that kerbs be lowered.", "Kerbs cost much."]
    publish(library, minutes("a.txt", {"Kerbs": said}, committee=HIGHWAYS, on=date(2022, 4, 1)))
    only = replace(limits, only=Only.DECIDED)
    [hit] = library.current().search("kerbs", filters=only)
    assert hit.passage.text == "RESOLVED that kerbs be lowered."


@pytest.mark.parametrize("filters", [SINCE, UNTIL, NARROW])
def test_a_meeting_without_a_date_passes_the_date_filters(
    edition: Edition, filters: Filters
) -> None:
    dates = {
        hit.passage.reference.date for hit in edition.search("kerbs", limit=60, filters=filters)
    }
    assert None in dates


@pytest.mark.usefixtures("by_index")
@pytest.mark.parametrize("filters", [SINCE, UNTIL, NARROW])
def test_a_meeting_without_a_date_passes_the_date_filters_of_the_index(
    edition: Edition, filters: Filters
) -> None:
    dates = {
        hit.passage.reference.date for hit in edition.search("kerbs", limit=60, filters=filters)
    }
    assert None in dates


def test_filters_that_nothing_passes_find_nothing(edition: Edition) -> None:
    assert edition.search("kerbs", filters=Filters(council="Elsewhere")) == []


def test_scores_fall_and_ranks_count_from_one(edition: Edition) -> None:
    hits = edition.search("drains and signs", limit=25)
    assert [hit.rank for hit in hits] == list(range(1, 26))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert max(hit.keyword for hit in hits) == 1.0


def test_a_search_always_answers_the_same(edition: Edition) -> None:
    assert edition.search("drains", limit=40) == edition.search("drains", limit=40)


def test_words_bring_in_what_meaning_misses_and_the_other_way_round(county: Library) -> None:
    edition = county.current()
    assert edition.search("Larkfield", limit=1)[0].keyword == 1.0
    by_meaning = edition.search("road surface repairs", limit=1)[0]
    assert by_meaning.passage.reference.document == "potholes.txt"


def test_a_misspelt_word_is_searched_for_as_the_library_writes_it(edition: Edition) -> None:
    right = edition.search("bollards", limit=5)
    assert found(edition.search("bolards", limit=5)) == found(right)


def test_a_word_that_is_everywhere_gives_way_to_one_that_tells(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "COMMON", 100)
    [lamps] = edition.search("lamps of ward 7", limit=1)
    assert "lamps" in lamps.passage.text
    assert edition.search("ward", limit=1)[0].keyword == 1.0


def test_of_two_like_passages_the_one_among_its_kind_comes_first(
    tmp_path: Path,
) -> None:
    library = open_quickly(tmp_path)
    aside = ["Rents rose.", "The lamps were old.", "Fares fell."]
    debate = ["New lamps were bought.", "The lamps were old.", "Broken lamps were sold."]
    publish(
        library, minutes("aside.txt", {"Rents": aside}), minutes("debate.txt", {"Lamps": debate})
    )
    hits = library.current().search("old lamps", limit=6)
    old = [hit.passage.reference.document for hit in hits if "were old" in hit.passage.text]
    assert old == ["debate.txt", "aside.txt"]


def test_any_passage_can_be_compared_with_a_query(edition: Edition) -> None:
    hits = edition.search("ferries", limit=5)
    cosines = edition.similarities("ferries", (hit.passage.id for hit in hits))
    assert cosines == pytest.approx({hit.passage.id: hit.similarity for hit in hits}, abs=ROUNDING)
    assert edition.similarities("ferries", []) == {}
