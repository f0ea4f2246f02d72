"""Turns of a conversation."""

import logging
import threading
from collections.abc import Callable, Iterator

import pytest

from assistant.answer import Answer, AnswerSentence, Citation
from tests.ui.answers import answer, citation, sentence, turn_of
from ui.conversations.turn import Answered, Asked, Failed, Turn
from ui.surroundings import MOVED_ON, Surroundings, quote_alone
from ui.wording import UNEXPECTED
from vectorstore.errors import DamagedLibrary, LibraryError

Parts = Iterator[AnswerSentence | Answer]


def answered(turn: Turn) -> Answered:
    """The whole answer of a turn that has one."""
    assert isinstance(turn.outcome, Answered)
    return turn.outcome


def test_sentences_can_be_read_before_the_answer_is_whole() -> None:
    said, go_on = threading.Event(), threading.Event()

    def parts() -> Parts:
        yield sentence("The ferry was late.", 1)
        said.set()
        go_on.wait(10)
        yield answer(sentence("The ferry was late.", 1), citations=(citation(),))

    turn = turn_of(parts)
    assert said.wait(10)
    assert [each.text for each in turn.sentences] == ["The ferry was late."]
    assert turn.outcome is None
    go_on.set()
    turn.wait(10)
    assert answered(turn).surroundings.keys() == {1}


def test_a_library_that_cannot_be_used_ends_the_turn_with_its_sentence() -> None:
    def parts() -> Parts:
        raise DamagedLibrary("Edition 000001 is damaged: run `minutes verify --repair`.")

    turn = turn_of(parts)
    turn.wait(10)
    assert turn.outcome == Failed(
        message="Edition 000001 is damaged: run `minutes verify --repair`."
    )


def test_what_nobody_expected_is_told_plainly_and_its_details_only_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def parts() -> Parts:
        raise ZeroDivisionError("secret detail")

    with caplog.at_level(logging.ERROR):
        turn = turn_of(parts)
        turn.wait(10)
    assert turn.outcome == Failed(message=UNEXPECTED)
    assert "secret detail" in caplog.text


def test_an_answer_that_breaks_off_is_not_passed_off_as_whole(
    caplog: pytest.LogCaptureFixture,
) -> None:
    turn = turn_of(lambda: iter([sentence("Half.", 1)]))
    turn.wait(10)
    assert turn.outcome == Failed(message=UNEXPECTED)


def test_a_library_lost_between_answer_and_look_up_leaves_the_quote() -> None:
    def lost(citation: Citation) -> Surroundings:
        raise DamagedLibrary("gone")

    whole = answer(sentence("The ferry was late.", 1), citations=(citation(),))
    turn = turn_of(lambda: iter([whole]), lost)
    turn.wait(10)
    assert answered(turn).surroundings[1].note == MOVED_ON


def test_news_of_a_turn_ends_the_wait_for_it() -> None:
    go_on = threading.Event()

    def parts() -> Parts:
        yield sentence("The ferry was late.", 1)
        go_on.wait(10)
        yield answer()

    turn = turn_of(parts)
    turn.wait_for_news(10)
    assert turn.sentences
    assert turn.outcome is None
    go_on.set()
    turn.wait_for_news(10)
    assert turn.outcome is not None


def test_an_answer_that_is_stopped_says_so_and_holds_what_there_was() -> None:
    said = threading.Event()

    def parts(stopped: Callable[[], bool]) -> Parts:
        yield sentence("The ferry was late.", 1)
        said.set()
        while not stopped():
            threading.Event().wait(0.01)
        yield answer(sentence("The ferry was late.", 1), citations=(citation(),))

    turn = Turn(Asked(question="ferries")).begin(parts, quote_alone)
    assert said.wait(10)
    turn.stop()
    turn.wait(10)
    assert answered(turn).stopped
    assert answered(turn).answer.citations == (citation(),)


def test_an_answer_is_kept_before_it_is_shown() -> None:
    shown: list[Answered | Failed | None] = []
    kept: list[Answered] = []

    def keep(turn: Turn, whole: Answered) -> None:
        shown.append(turn.outcome)
        kept.append(whole)

    turn = Turn(Asked(question="ferries"))
    turn.begin(lambda stopped: iter([answer()]), quote_alone, keep).wait(10)
    assert shown == [None]
    assert kept == [turn.outcome]


@pytest.mark.parametrize("error", [LibraryError("The disk is full."), ZeroDivisionError("secret")])
def test_an_answer_that_cannot_be_kept_is_shown_all_the_same(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    def keep(turn: Turn, whole: Answered) -> None:
        raise error

    turn = Turn(Asked(question="ferries"))
    turn.begin(lambda stopped: iter([answer()]), quote_alone, keep).wait(10)
    assert answered(turn).answer == answer()
    assert turn.unkept
    assert ("full" in turn.unkept) is isinstance(error, LibraryError)
    assert "secret" not in turn.unkept


def test_nothing_is_kept_of_a_question_that_failed() -> None:
    def parts(stopped: Callable[[], bool]) -> Parts:
        raise DamagedLibrary("gone")

    turn = Turn(Asked(question="ferries"))
    turn.begin(parts, quote_alone, lambda turn, whole: pytest.fail("was kept")).wait(10)
    assert turn.outcome == Failed(message="gone")
