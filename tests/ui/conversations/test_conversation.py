"""Conversations that somebody has open."""

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerSentence
from assistant.answer_json import answer_json
from eval.drafts.draft import Origin, State
from eval.drafts.queue import Queue
from tests.ui.answers import answer, citation, sentence
from ui.conversations.conversation import Conversation, Conversations
from ui.conversations.store import ERASED, erase
from ui.conversations.turn import Answered, Failed, Turn
from ui.conversations.verdict import Reason, Verdict
from ui.surroundings import quote_alone
from vectorstore.found import NO_FILTERS, Filters

WHOLE = answer(sentence("The ferry was late.", 1), citations=(citation(),))
SURROUNDINGS = {1: quote_alone(citation())}
Parts = Iterator[AnswerSentence | Answer]


@pytest.fixture
def everybody(tmp_path: Path) -> Conversations:
    return Conversations(tmp_path)


def ask(
    conversation: Conversation,
    question: str,
    filters: Filters = NO_FILTERS,
    parts: Callable[[Callable[[], bool]], Parts] = lambda stopped: iter([WHOLE]),
) -> Turn:
    asked = conversation.asked(question, filters)
    return conversation.add(asked, parts, quote_alone)


def until_stopped(stopped: Callable[[], bool]) -> Parts:
    while not stopped():
        threading.Event().wait(0.01)
    yield WHOLE


def test_a_question_knows_those_before_it(everybody: Conversations) -> None:
    conversation = everybody.begin("ann")
    ask(conversation, "ferries").wait(10)
    assert ask(conversation, "and then?").asked.history == ("ferries",)


def test_all_tabs_of_a_person_see_one_conversation(everybody: Conversations) -> None:
    conversation = everybody.begin("ann")
    assert everybody.open("ann", conversation.id) is conversation
    assert everybody.open("bob", conversation.id) is None


def test_an_answer_on_its_way_is_kept_when_nobody_looks_any_more(
    everybody: Conversations,
) -> None:
    arrive = threading.Event()

    def parts(stopped: Callable[[], bool]) -> Parts:
        arrive.wait(10)
        yield WHOLE

    conversation = everybody.begin("ann")
    id, turn = conversation.id, ask(conversation, "ferries", parts=parts)
    del conversation
    gc.collect()
    found = everybody.open("ann", id)
    assert found is not None
    assert found.turns == [turn]
    arrive.set()
    turn.wait(10)
    del found, turn
    gc.collect()
    reopened = everybody.open("ann", id)
    assert reopened is not None
    assert [turn.question for turn in reopened.turns] == ["ferries"]


def test_an_open_conversation_lets_go_of_what_is_erased(
    everybody: Conversations, tmp_path: Path
) -> None:
    conversation = everybody.begin("ann")
    turn = ask(conversation, "ferries")
    turn.wait(10)
    outcomes: list[Answered | Failed | None] = []
    for document in ("another.pdf", "cabinet.pdf"):
        erase(tmp_path, document)
        conversation.heed_erasures()
        outcomes.append(turn.outcome)
    assert outcomes == [Answered(answer=WHOLE, surroundings=SURROUNDINGS), Failed(message=ERASED)]


def test_what_is_deleted_stops_and_is_not_kept_after_all(everybody: Conversations) -> None:
    conversation = everybody.begin("ann")
    turn = ask(conversation, "ferries", parts=until_stopped)
    conversation.delete()
    turn.wait(10)
    assert everybody.store("ann").listed(most=1) == []
    assert everybody.open("ann", conversation.id) is None


def test_a_disliked_answer_waits_for_an_evaluator(everybody: Conversations, tmp_path: Path) -> None:
    conversation = everybody.begin("ann")
    ask(conversation, "ferries").wait(10)
    turn = ask(conversation, "and in May?", Filters(committee="Cabinet"))
    turn.wait(10)
    verdict = Verdict(helpful=False, reasons=(Reason.MISSING,), remark="The vote.")
    conversation.judge(turn, verdict)
    [draft] = Queue(tmp_path).drafts()
    assert draft.origin is Origin.THUMBS_DOWN
    assert (draft.case.question, draft.case.history) == ("and in May?", ("ferries",))
    assert draft.case.filters == Filters(committee="Cabinet")
    assert draft.answer == answer_json(WHOLE)
    assert (draft.edition, draft.note) == (WHOLE.edition, "Something is missing: The vote.")
    assert turn.verdict == verdict
    assert everybody.store("ann").turns(conversation.id)[1].verdict == verdict


def test_a_dislike_that_is_taken_back_no_longer_waits(
    everybody: Conversations, tmp_path: Path
) -> None:
    conversation = everybody.begin("ann")
    turn = ask(conversation, "ferries")
    turn.wait(10)
    for remark in ("The vote.", "The date."):
        conversation.judge(turn, Verdict(helpful=False, remark=remark))
        assert [draft.note for draft in Queue(tmp_path).drafts()] == [remark]
    conversation.judge(turn, Verdict(helpful=True))
    assert Queue(tmp_path).drafts() == []


def test_a_dislike_that_was_read_stays_read(everybody: Conversations, tmp_path: Path) -> None:
    conversation = everybody.begin("ann")
    turn = ask(conversation, "ferries")
    turn.wait(10)
    conversation.judge(turn, Verdict(helpful=False, remark="The vote."))
    Queue(tmp_path).settle(1, State.ACCEPTED)
    conversation.judge(turn, Verdict(helpful=True))
    assert [draft.state for draft in Queue(tmp_path).drafts()] == [State.ACCEPTED]


def test_praise_is_kept_and_troubles_nobody(everybody: Conversations, tmp_path: Path) -> None:
    conversation = everybody.begin("ann")
    turn = ask(conversation, "ferries")
    turn.wait(10)
    conversation.judge(turn, Verdict(helpful=True))
    assert Queue(tmp_path).drafts() == []
    assert everybody.store("ann").turns(conversation.id)[0].verdict == Verdict(helpful=True)
