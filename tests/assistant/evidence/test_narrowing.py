"""A question that names a place or a person keeps to them, as far as the minutes know them."""

from dataclasses import replace

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.evidence.finding import COMPARED, find
from assistant.evidence.narrowing import ANYTHING, Narrowing, narrowing
from assistant.understanding.question import understand
from tests.assistant.found import term
from tests.assistant.invented import passage
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS, Hit, StoredPassage
from vectorstore.holdings import Sitting
from vectorstore.records import ParagraphKind


def at(
    document: str, raw: str = "The ferry was late.", *, council: str | None = None
) -> StoredPassage:
    held = passage(raw, id=document)
    reference = replace(held.reference, council=council, committee=None, document=document)
    return replace(held, reference=reference)


def hits(*passages: StoredPassage) -> list[Hit]:
    return [Hit(rank=1, score=0.5, similarity=0.5, keyword=0.5, passage=each) for each in passages]


NORTH, SOUTH = at("northport-2024.txt"), at("southsea.txt", council="Southsea Town Council")


def test_a_place_is_known_by_the_name_of_the_document_or_of_the_council() -> None:
    found = hits(NORTH, SOUTH)
    for question in ("ferries in Northport", "Northport's ferries", "ferries in northport"):
        limits = narrowing(question, found)
        assert [limits.fits(hit.passage) for hit in found] == [True, False]
    limits = narrowing("ferries in Southsea", found)
    assert [limits.fits(hit.passage) for hit in found] == [False, True]


def test_a_place_that_tells_none_apart_limits_nothing() -> None:
    found = hits(NORTH, SOUTH)
    for question in (
        "ferries in Zanzibar",
        "the northport ferries",
        "in Northport and in Southsea",
    ):
        assert narrowing(question, found) == ANYTHING
    assert narrowing("ferries in Northport", hits(NORTH)) == ANYTHING
    assert narrowing("ferries in Northport", []) == ANYTHING


def test_whether_most_minutes_are_of_a_place_is_told_by_the_library_not_by_what_was_found() -> None:
    found = hits(NORTH)  # as a search for its name finds them
    held = [Sitting(council=None, committee=None, date=None, document="northport-2024.txt")]
    held += [replace(held[0], document=f"southsea-{number}.txt") for number in range(3)]
    limits = narrowing("ferries in Northport", found, sittings=held)
    assert limits == Narrowing(places=frozenset({"northport"}))
    of_most = narrowing("ferries in Southsea", hits(SOUTH), sittings=held)
    assert of_most.by_the_way
    assert of_most.or_named


def test_a_name_in_small_letters_is_one_where_the_minutes_never_write_it_so() -> None:
    found = hits(NORTH, NORTH, SOUTH, SOUTH, SOUTH)
    assert not narrowing("what did northport decide", found).or_named
    assert narrowing("What did they say in northport", found).or_named
    town = at("southsea.txt", "The town was dark.", council="Southsea Town Council")
    found = hits(NORTH, NORTH, NORTH, town)
    assert narrowing("ferries in town", found).or_named


def test_a_passage_of_another_place_fits_where_naming_this_one_is_enough() -> None:
    limits = Narrowing(places=frozenset({"northport"}), or_named=True)
    assert limits.fits(at("southsea.txt", "The ferry to Northport was late."))


def test_of_a_speaker_only_the_own_sentences_are_taken() -> None:
    held = replace(
        passage(
            "Mrs Vance said that it was late. It had been so for weeks. Mr Crane replied that it "
            "was not. He was sorry. Mrs Vance thanked him."
        ),
        speakers=("Mrs Vance", "Mr Crane"),
    )
    limits = Narrowing(speaker="Mrs Vance")
    told = [held.raw[start:end] for start, end in limits.spans(held)]
    assert told == [
        "Mrs Vance said that it was late.", "It had been so for weeks.", "Mrs Vance thanked him.",
    ]  # fmt: skip


def test_a_list_of_names_is_nothing_that_somebody_said() -> None:
    limits = Narrowing(speaker="Mrs Vance")
    vote = passage("For (2) Mr Crane, Mrs Vance", kind=ParagraphKind.VOTE)
    assert not limits.fits(vote)
    assert limits.fits(passage("Taxis – Mrs Vance was uneasy."))


def test_place_and_person_are_no_topic_while_there_is_another() -> None:
    limits = Narrowing(places=frozenset({"northport"}), speaker="Mrs Vance")
    terms = tuple(map(term, ("Mrs", "Vance", "Northport", "ferry")))
    assert [each.word for each in limits.topic(terms)] == ["ferry"]
    assert limits.topic(terms[:2]) == terms[:2]


def test_only_the_words_of_a_person_who_is_asked_for_are_found(edition: Edition) -> None:
    [part] = understand("what did Dr Lumsden say about the e-scooter trial?", NO_FILTERS).parts
    found = find(edition, part, NO_FILTERS)
    assert found.speaker == "Dr Lumsden"
    assert {each.passage.speakers for each in found.candidates} == {("Dr Lumsden",)} or all(
        "Lumsden" in each.passage.text for each in found.candidates
    )


def test_a_place_of_some_minutes_leaves_out_those_that_only_name_it() -> None:
    of_it = passage("The ferry was late.", id="of-it")
    of_it = replace(of_it, reference=replace(of_it.reference, council="Northport Town Council"))
    naming = passage("The Northport ferry was late.", id="naming")
    found = [of_it, naming, passage("Buses were late.", id="other")]
    hits = [Hit(rank=1, score=0.5, similarity=0.5, keyword=0.5, passage=each) for each in found]
    limits = narrowing("In Northport, what was said about the ferry?", hits)
    assert list(map(limits.fits, found)) == [True, False, False]
    # Where nothing there is to the point, what names the place is enough.
    assert list(map(replace(limits, or_named=True).fits, found)) == [True, True, False]


def test_a_place_that_most_minutes_are_of_is_named_by_the_way() -> None:
    hits = [
        Hit(rank=1, score=0.5, similarity=0.5, keyword=0.5, passage=each)
        for each in (passage("One.", id="1"), passage("Two.", id="2"))
    ]
    elsewhere = passage("The Marlshire ferry.", id="3")
    elsewhere = replace(
        elsewhere, reference=replace(elsewhere.reference, council="Northport Town Council")
    )
    hits.append(replace(hits[0], passage=elsewhere))
    assert narrowing("ferries in Marlshire", hits).fits(elsewhere)


def test_a_place_without_evidence_does_not_hide_the_rest(edition: Edition) -> None:
    [part] = understand("what was said about gritters in Castermouth?", NO_FILTERS).parts
    found = find(edition, part, NO_FILTERS)
    assert any("gritters" in each.words for each in found.candidates)


def test_what_only_others_minutes_answer_is_told_to_be_of_others(assistant: Assistant) -> None:
    answer = assistant.ask("what was said about flooding in Castermouth?")
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert answer.text.startswith(
        "Nothing that answers this was found in minutes of Castermouth; "
        "what follows is from others."
    )
    assert "112 properties had been flooded" in answer.text
    councils = {citation.reference.council for citation in answer.citations}
    assert councils == {"Marlshire County Council"}


def test_a_passage_owes_no_likeness_to_a_place_that_limits_the_question(edition: Edition) -> None:
    [part] = understand("what was said about flooding in Castermouth?", NO_FILTERS).parts
    found = find(edition, part, NO_FILTERS)
    alike = {each.passage.id: each.likeness for each in found.candidates}
    exact = edition.similarities(" ".join(part.about.replace("Castermouth", "").split()), alike)
    far = [hit.passage.id for hit in found.hits[COMPARED:] if hit.passage.id in alike]
    assert len(far) > 20
    assert [alike[one] for one in far] == pytest.approx([exact[one] for one in far], abs=1e-3)


def test_an_office_alone_keeps_to_what_its_holders_said(assistant: Assistant) -> None:
    answer = assistant.ask("what did the Cabinet Member for Education say about appeals")
    assert answer.notice == "Limited to what the Cabinet Member for Education said."
    assert "Mr Fennimore asked for an assurance" in answer.text
    answer = assistant.ask("what did the Chairman say about e-scooters")
    assert "The Chairman said that the operator had told the Committee nothing" in answer.text
    assert "to the vote" not in answer.text


def test_where_nobody_with_an_office_is_heard_that_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("what did the Director of Public Health say about school transport")
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert answer.sentences[0].text == (
        "Nobody named as “Director of Public Health” is found speaking on this."
    )
