"""What every kind of library must do, whatever stands behind `open_library`."""

from dataclasses import replace
from datetime import date

import pytest

from tests.vectorstore.documents import (
    COUNCIL,
    HIGHWAYS,
    NOTED,
    POTHOLES,
    SCOOTERS,
    SCRUTINY,
    WARDENS,
    minutes,
    publish,
)
from vectorstore.errors import EmptyLibrary, LibraryError
from vectorstore.found import NO_FILTERS, Filters
from vectorstore.library import Library
from vectorstore.records import Document
from vectorstore.staging import Placed
from vectorstore.wording import fold


def test_an_empty_library_is_refused_in_one_sentence(library: Library) -> None:
    with pytest.raises(EmptyLibrary, match=r"is empty: add minutes with `minutes ingest PATH`\.$"):
        library.current()


def test_what_was_put_is_read_back(county: Library) -> None:
    for written in (SCOOTERS, POTHOLES, WARDENS):
        assert county.current().document(written.document.name) == written.document
        assert county.current().document(f"/minutes/{written.document.name}") == written.document
        assert county.original(written.document.digest) == written.original


def test_an_unknown_document_is_refused_in_one_sentence(county: Library) -> None:
    with pytest.raises(LibraryError, match=r"no document called “nowhere\.txt”"):
        county.current().document("nowhere.txt")
    with pytest.raises(LibraryError, match=r"not kept: ingest it again\.$"):
        county.original("../current")


def test_a_question_finds_the_passage_that_answers_it(county: Library) -> None:
    hits = county.current().search("how many potholes were repaired?", limit=3)
    assert hits[0].passage.text.startswith("Officers said that 412 potholes")
    assert [hit.rank for hit in hits] == [1, 2, 3]


def test_a_passage_names_where_it_stands(county: Library) -> None:
    [hit] = county.current().search("Tobias Quill patching winter", limit=1)
    reference = hit.passage.reference
    assert (reference.document, reference.council, reference.committee, reference.date) == (
        "potholes.txt", COUNCIL, HIGHWAYS, date(2024, 1, 18),
    )  # fmt: skip
    assert (reference.item, reference.item_title, reference.paragraph) == (
        "1", "Highway maintenance", "2",
    )  # fmt: skip


def test_a_passage_is_the_documents_own_characters(county: Library) -> None:
    edition = county.current()
    for hit in edition.search("report", limit=50):
        passage = hit.passage
        text = edition.document(passage.reference.document).text
        assert passage.raw == text[passage.start : passage.end]
        assert passage.text == fold(text[passage.start : passage.end])
        assert edition.verbatim(passage.id, passage.start, passage.end) == passage.raw
        assert edition.passage(passage.id) == passage


def test_an_unknown_passage_is_a_key_error(county: Library) -> None:
    with pytest.raises(KeyError):
        county.current().passage("nothing")
    with pytest.raises(KeyError):
        county.current().surroundings("nothing")


def test_surroundings_stay_within_the_agenda_item(county: Library) -> None:
    edition = county.current()
    [hit] = edition.search("forty scooters seized since Easter", limit=1)
    around = edition.surroundings(hit.passage.id, before=5, after=5)
    assert [passage.reference.paragraph for passage in around] == ["1", "2", "3"]
    assert {passage.reference.item for passage in around} == {"1"}
    assert edition.surroundings(hit.passage.id, before=0, after=1) == around[1:]


def test_the_passages_at_a_place_are_those_that_hold_any_of_it(county: Library) -> None:
    edition = county.current()
    document = edition.document("scooters.txt")
    [first, second, *_] = [paragraph for *_, paragraph in document.paragraphs()]
    at = edition.passages_at("scooters.txt", first.end - 1, second.start + 1)
    assert [(held.start, held.end) for held in at] == [
        (first.start, first.end),
        (second.start, second.end),
    ]
    assert edition.passages_at("scooters.txt", first.end, second.start) == []
    assert len(edition.passages_at("scooters.txt", 0, len(document.text))) == 4


def test_coverage_counts_what_the_filters_let_through(county: Library) -> None:
    everything = county.current().coverage()
    assert (everything.meetings, everything.documents, everything.undated) == (3, 3, 1)
    assert everything.committees == (HIGHWAYS, SCRUTINY)
    assert (everything.first_date, everything.last_date) == (date(2023, 6, 14), date(2024, 1, 18))
    since = county.current().coverage(Filters(since=date(2024, 1, 1)))
    assert (since.meetings, since.undated, since.first_date) == (2, 1, date(2024, 1, 18))
    nothing = county.current().coverage(Filters(council="Elsewhere"))
    assert (nothing.meetings, nothing.committees, nothing.first_date) == (0, (), None)


def test_the_list_of_documents_is_in_date_order_those_without_a_date_last(county: Library) -> None:
    listed = county.current().documents()
    assert [one.name for one in listed] == ["scooters.txt", "potholes.txt", "wardens.txt"]
    assert [one.passages for one in listed] == [4, 3, 3]
    assert (listed[0].committee, listed[2].date, listed[2].meetings) == (SCRUTINY, None, 1)


def test_a_document_without_a_meeting_is_listed_too(quick_library: Library) -> None:
    written = minutes("blank.txt", {})
    blank = replace(written, document=replace(written.document, meetings=()))
    publish(quick_library, blank)
    [listed] = quick_library.current().documents()
    assert (listed.name, listed.meetings, listed.passages) == ("blank.txt", 0, 0)


def test_councils_and_committees_are_listed(county: Library) -> None:
    assert county.current().councils() == (COUNCIL,)
    assert county.current().committees() == (HIGHWAYS, SCRUTINY)


def test_what_is_not_recorded_stays_unknown(quick_library: Library) -> None:
    publish(quick_library, minutes("bare.txt", {"": ["Nothing is known."]}, council=None, on=None))
    edition = quick_library.current()
    [hit] = edition.search("nothing")
    assert (hit.passage.reference.council, hit.passage.reference.date) == (None, None)
    assert hit.passage.reference.url is None
    assert edition.coverage().undated == 1
    assert edition.councils() == ()


def test_a_failure_is_remembered_until_the_source_is_read(quick_library: Library) -> None:
    with quick_library.revise() as revision:
        POTHOLES.put(revision)
        revision.fail("/minutes/scooters.txt", "scooters.txt", "It holds no text.")
        revision.publish()
    [failure] = quick_library.current().failures()
    assert (failure.document, failure.reason) == ("scooters.txt", "It holds no text.")
    assert quick_library.current().coverage().unreadable == 1
    with quick_library.revise() as revision:
        assert revision.failures() == {"/minutes/scooters.txt": "It holds no text."}
    publish(quick_library, SCOOTERS)
    assert quick_library.current().failures() == []


def test_a_source_that_can_no_longer_be_read_keeps_what_it_held(quick_library: Library) -> None:
    publish(quick_library, POTHOLES)
    with quick_library.revise() as revision:
        revision.fail("/minutes/potholes.txt", "potholes.txt", "It is cut short.")
        revision.publish()
    assert quick_library.current().document("potholes.txt") == POTHOLES.document


def test_fingerprints_tell_what_is_held_for_each_source(quick_library: Library) -> None:
    with quick_library.revise() as revision:
        assert revision.fingerprints() == {}
        POTHOLES.put(revision)
        assert revision.fingerprints() == {"/minutes/potholes.txt": POTHOLES.document.digest}
        revision.publish()
    with quick_library.revise() as revision:
        assert revision.fingerprints() == {"/minutes/potholes.txt": POTHOLES.document.digest}


def test_the_same_bytes_from_two_sources_are_kept_once(quick_library: Library) -> None:
    with quick_library.revise() as revision:
        assert POTHOLES.put(revision, source="/a/potholes.txt") == Placed.ADDED
        assert POTHOLES.put(revision, source="/b/copy.txt") == Placed.DUPLICATE
        revision.publish()
    edition = quick_library.current()
    assert edition.coverage().documents == 1
    assert len(edition.search("potholes", limit=50)) == len(POTHOLES.passages)
    assert edition.document("/a/potholes.txt") == edition.document("/b/copy.txt")


def test_a_document_stays_while_one_of_its_sources_has_it(quick_library: Library) -> None:
    with quick_library.revise() as revision:
        POTHOLES.put(revision, source="/a")
        POTHOLES.put(revision, source="/b")
        assert SCOOTERS.put(revision, source="/a") == Placed.UPDATED
        revision.publish()
    edition = quick_library.current()
    assert edition.document("/b") == POTHOLES.document
    assert edition.document("/a") == SCOOTERS.document


def test_a_document_is_recorded_as_its_first_source_gives_it(quick_library: Library) -> None:
    copy = replace(POTHOLES, document=replace(POTHOLES.document, name="copy.txt"))
    better = replace(POTHOLES, document=replace(POTHOLES.document, title="Highways"))
    with quick_library.revise() as revision:
        POTHOLES.put(revision, source="/a")
        copy.put(revision, source="/b")
        assert copy.put(revision, source="/b") == Placed.DUPLICATE
        assert better.put(revision, source="/a") == Placed.UPDATED
        revision.publish()
    assert quick_library.current().document("/b") == better.document


def test_two_documents_of_one_name_are_told_apart_by_their_source(quick_library: Library) -> None:
    with quick_library.revise() as revision:
        minutes("note.txt", {"Item": ["Here."]}).put(revision, source="/a/note.txt")
        minutes("note.txt", {"Item": ["There."]}).put(revision, source="/b/note.txt")
        revision.publish()
    edition = quick_library.current()
    with pytest.raises(LibraryError, match=r"Several documents.*/a/note\.txt, /b/note\.txt"):
        edition.document("note.txt")
    assert "There." in edition.document("/b/note.txt").text


def test_an_updated_source_replaces_what_it_held(quick_library: Library) -> None:
    publish(quick_library, POTHOLES, SCOOTERS)
    newer = minutes("potholes.txt", {"Highway maintenance": ["Only 20 craters remained."]})
    with quick_library.revise() as revision:
        assert newer.put(revision) == Placed.UPDATED
        revision.publish()
    edition = quick_library.current()
    assert edition.document("potholes.txt") == newer.document
    assert [term.passages for term in edition.terms("patching")] == [0]
    assert edition.coverage().documents == 2


def test_a_meeting_that_is_dated_later_on_is_filtered_by_its_new_date(
    quick_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(quick_library, POTHOLES)
    [meeting] = POTHOLES.document.meetings
    dated = replace(meeting, date=date(2030, 1, 1))
    document: Document = replace(POTHOLES.document, meetings=(dated,))
    publish(quick_library, replace(POTHOLES, document=document))
    monkeypatch.setattr("vectorstore.search.EXACT_UP_TO", 0)
    edition = quick_library.current()
    assert len(edition.search("zzz", filters=Filters(since=date(2029, 1, 1)))) == 3
    assert edition.search("zzz", filters=Filters(until=date(2029, 1, 1))) == []


def test_putting_a_document_again_changes_nothing(quick_library: Library) -> None:
    publish(quick_library, POTHOLES, SCOOTERS)
    before = quick_library.current()
    with quick_library.revise() as revision:
        POTHOLES.put(revision)
        POTHOLES.put(revision)
        revision.publish()
    after = quick_library.current()
    assert after.name != before.name
    for question in ("potholes", "report be noted"):
        old, new = (
            sorted(hit.passage.id for hit in edition.search(question, limit=50, filters=NO_FILTERS))
            for edition in (before, after)
        )
        assert new == old


def test_the_same_words_in_two_meetings_are_two_passages(library: Library) -> None:
    def noted(name: str, on: date) -> None:
        minutes(name, {"Budget": [NOTED]}, on=on).put(revision)

    told: list[tuple[int, int]] = []
    with library.revise() as revision:
        noted("may.txt", date(2024, 5, 1))
        noted("june.txt", date(2024, 6, 1))
        assert revision.embed(lambda done, total: told.append((done, total))) == 1
        revision.publish()
    assert told == [(1, 1)]
    hits = library.current().search("was the report noted?")
    assert {hit.passage.reference.document for hit in hits} == {"may.txt", "june.txt"}
    assert {hit.passage.text for hit in hits} == {NOTED}


def test_what_is_embedded_once_is_not_embedded_again(quick_library: Library) -> None:
    publish(quick_library, POTHOLES)
    with quick_library.revise() as revision:
        POTHOLES.put(revision)
        assert revision.embed() == 0
        SCOOTERS.put(revision)
        assert revision.embed() == len(SCOOTERS.passages)


def test_questions_are_embedded_as_unit_vectors(county: Library) -> None:
    vectors = county.current().embed(["potholes", "the state of the roads", "ferries"])
    assert vectors.shape == (3, 384)
    assert (vectors**2).sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
