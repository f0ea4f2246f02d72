"""The queue of drafts: nothing twice, nothing lost, nothing settled twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer_json import answer_json
from eval.drafts.draft import Dislike, Origin, State
from eval.drafts.queue import FILE, Queue
from tests.eval.invented import CASE, SAID, SILENT, answer
from vectorstore.errors import SettingsError
from vectorstore.found import Filters

DISLIKED = answer_json(answer(SAID, text="It was late. [1]"))
FERRY = Dislike(question="ferry?", answer=DISLIKED)


@pytest.fixture
def queue(tmp_path: Path) -> Queue:
    return Queue(tmp_path / "home")


def test_reading_an_empty_queue_makes_no_file(queue: Queue, tmp_path: Path) -> None:
    assert queue.drafts() == []
    assert not (tmp_path / "home").exists()


def test_a_proposed_case_waits_as_it_was_proposed(queue: Queue) -> None:
    assert queue.propose([CASE, SILENT], edition="000001") == 2
    first, second = queue.drafts(State.WAITING)
    assert (first.case, second.case) == (CASE, SILENT)
    assert (first.origin, first.answer, first.edition) == (Origin.LIBRARY, None, "000001")
    assert first.made_at.tzinfo is not None


def test_a_question_is_proposed_once_even_of_a_later_edition_and_after_rejection(
    queue: Queue,
) -> None:
    queue.propose([CASE], edition="000001")
    queue.settle(1, State.REJECTED)
    assert queue.propose([CASE], edition="000002") == 0
    assert queue.propose([replace(CASE, history=("buses",))], edition="000002") == 1


def test_a_disliked_answer_waits_with_its_question_and_what_was_said_of_it(queue: Queue) -> None:
    limited = Filters(council="Marlshire County Council")
    asked = Dislike(
        question="and the ferry?",
        answer=DISLIKED,
        history=("buses",),
        filters=limited,
        note="Too short.",
    )
    assert queue.thumbs_down(asked)
    [draft] = queue.drafts()
    assert (draft.origin, draft.note, draft.edition) == (Origin.THUMBS_DOWN, "Too short.", "000001")
    assert (draft.case.question, draft.case.history) == ("and the ferry?", ("buses",))
    assert draft.case.filters == limited
    assert draft.answer == DISLIKED
    assert draft.to_json()["origin"] == "thumbs_down"


def test_the_same_dislike_counts_once(queue: Queue) -> None:
    assert queue.thumbs_down(FERRY)
    assert not queue.thumbs_down(FERRY)
    assert len(queue.drafts()) == 1


def test_what_several_people_say_of_an_answer_is_kept_together(queue: Queue) -> None:
    for note in (None, "Too short.", "Wrong"):
        queue.thumbs_down(replace(FERRY, note=note))
    [draft] = queue.drafts()
    assert draft.note == "Too short.; Wrong"
    queue.settle(draft.id, State.REJECTED)
    queue.thumbs_down(replace(FERRY, note="Too late."))
    assert queue.draft(draft.id).note == "Too short.; Wrong"


def test_a_dislike_that_is_taken_back_leaves_nothing(queue: Queue, tmp_path: Path) -> None:
    queue.withdraw(FERRY)
    queue.thumbs_down(replace(FERRY, note="Too short."))
    queue.withdraw(replace(FERRY, note="Too short."))
    assert queue.drafts() == []
    assert b"Too short." not in (tmp_path / "home" / FILE).read_bytes()
    # Somebody may still read the one before: its number is not another's.
    queue.thumbs_down(FERRY)
    assert [draft.id for draft in queue.drafts()] == [2]


def test_what_others_say_of_an_answer_stays_when_one_takes_it_back(queue: Queue) -> None:
    for note in (None, "Too short.", "Wrong"):
        queue.thumbs_down(replace(FERRY, note=note))
    queue.withdraw(replace(FERRY, note="Too short."))
    [draft] = queue.drafts()
    assert draft.note == "Wrong"
    for note in ("Wrong", "never said"):
        queue.withdraw(replace(FERRY, note=note))
    assert [draft.note for draft in queue.drafts()] == [None]


def test_what_has_been_read_is_not_taken_back(queue: Queue) -> None:
    queue.thumbs_down(replace(FERRY, note="Wrong"))
    queue.settle(1, State.REJECTED)
    queue.withdraw(replace(FERRY, note="Wrong"))
    assert queue.draft(1).note == "Wrong"


def test_a_question_with_other_limits_is_another_one(queue: Queue) -> None:
    assert queue.thumbs_down(FERRY)
    assert queue.thumbs_down(replace(FERRY, filters=Filters(committee="Cabinet")))
    assert len(queue.drafts()) == 2


def test_a_draft_is_settled_once(queue: Queue) -> None:
    queue.propose([CASE], edition="000001")
    queue.settle(1, State.ACCEPTED)
    assert queue.drafts(State.WAITING) == []
    with pytest.raises(SettingsError, match="Draft 1 is accepted already"):
        queue.settle(1, State.REJECTED)
    with pytest.raises(SettingsError, match="no draft 2"):
        queue.draft(2)


def test_erasing_a_document_takes_out_what_was_made_from_it(queue: Queue, tmp_path: Path) -> None:
    silent = answer_json(answer(text="Not found."))
    queue.propose([CASE, SILENT], edition="000001")
    queue.thumbs_down(FERRY)
    queue.thumbs_down(Dislike(question="zebras?", answer=silent))
    queue.erase("other.txt")
    # A variant without evidence may be of any document.
    assert [draft.case.question for draft in queue.drafts()] == ["the ferry", "ferry?", "zebras?"]
    queue.erase("cabinet.txt")
    assert [draft.case.question for draft in queue.drafts()] == ["zebras?"]
    assert b"late on 40 days" not in (tmp_path / "home" / FILE).read_bytes()
