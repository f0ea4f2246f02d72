"""Conversations on the page on which people ask: kept, private, stopped, shared by address."""

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.answer import Answer, AnswerSentence
from tests.ui.answers import answer
from tests.ui.asking import Serve, ask, drawn_by, texts, turns, wait
from ui.people import Person
from ui.surroundings import quote_alone
from ui.wording import STOPPED
from vectorstore.found import NO_FILTERS


def conversation_of(page: AppTest) -> str:
    """What the address of the page names."""
    return str(page.query_params["c"])


def titles(page: AppTest) -> list[str]:
    """The conversations that the sidebar lists."""
    [listed] = drawn_by(page, "minutes_conversation_list")
    return [each["title"] for group in listed["groups"] for each in group["conversations"]]


def shown(page: AppTest) -> list[dict[str, Any]]:
    """What is drawn of each turn, however many steps it took to arrive."""
    return [{**turn, "step": None} for turn in turns(page)]


def limits(drawn: dict[str, Any]) -> list[str]:
    """The words of the filters of a turn."""
    return [each["words"] for each in drawn["limits"]]


def press(page: AppTest, label: str) -> None:
    [button] = [button for button in page.button if button.label == label]
    button.click().run()


def test_a_conversation_is_come_back_to_after_a_restart(serve: Serve, copied_home: Path) -> None:
    page = serve(copied_home)
    ask(page, "Brackwell Bypass")
    st.cache_resource.clear()
    again = serve(copied_home, c=conversation_of(page))
    assert shown(again) == shown(page)
    assert titles(again) == ["Brackwell Bypass"]
    assert "Brackwell" in ask(again, "and what did it cost?")["understood"]


def test_kept_answers_are_read_without_the_library(serve: Serve, copied_home: Path) -> None:
    page = serve(copied_home)
    before = ask(page, "potholes")
    st.cache_resource.clear()
    shutil.rmtree(copied_home / "editions")
    (copied_home / "current").unlink()
    again = serve(copied_home, c=conversation_of(page))
    assert shown(again) == shown(page)
    assert all(each["paragraphs"] for each in before["citations"].values())


def test_a_new_conversation_leaves_the_old_one_in_the_list(serve: Serve, copied_home: Path) -> None:
    page = serve(copied_home)
    ask(page, "potholes")
    press(page, "New conversation")
    assert turns(page) == []
    assert "c" not in page.query_params
    assert titles(page) == ["potholes"]


def test_the_list_can_be_searched(serve: Serve, copied_home: Path) -> None:
    page = serve(copied_home)
    ask(page, "potholes")
    press(page, "New conversation")
    ask(page, "e-scooters")
    [search] = page.sidebar.text_input
    search.set_value("potholes repaired").run()
    assert titles(page) == ["potholes"]


def test_nobody_reaches_a_conversation_of_somebody_else(
    serve: Serve, copied_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = serve(copied_home)
    ask(page, "potholes")
    named = conversation_of(page)
    bob = Person(id="https://id.example bob", name="Bob", editor=False)
    for module in ("ui.conversations.at_hand", "ui.sidebar"):
        monkeypatch.setattr(f"{module}.person", lambda: bob)
    other = serve(copied_home, c=named)
    assert turns(other) == []
    assert titles(other) == []
    assert "You have no such conversation" in texts(other)
    # Not even within one session, when another person goes on with it.
    assert turns(page.run()) == []


def test_an_address_asks_its_question_once_with_its_filters_in_force(
    serve: Serve, copied_home: Path
) -> None:
    page = serve(copied_home, q="libraries", committee="cabinet", since="2022-01-01")
    wait(page)
    [drawn] = turns(page)
    assert drawn["question"] == "libraries"
    assert drawn["limits"] == {"committee": "Cabinet", "since": "From 1 January 2022"}
    choices = drawn_by(page, "minutes_choices")
    [chips] = [each for each in choices if each["label"] == "Limited to"]
    assert [each["words"] for each in chips["buttons"]] == list(drawn["limits"].values())
    assert "q" not in page.query_params
    again = serve(copied_home, c=conversation_of(page))
    assert shown(again) == shown(page)
    assert titles(again) == ["libraries"]


def test_filters_of_an_address_without_a_question_limit_the_next_one(
    serve: Serve, copied_home: Path
) -> None:
    page = serve(copied_home, committee="Cabinet")
    assert turns(page) == []
    assert ask(page, "libraries")["limits"] == {"committee": "Cabinet"}


def test_an_address_with_a_bad_value_says_so_and_asks_nothing(
    serve: Serve, copied_home: Path
) -> None:
    page = serve(copied_home, q="libraries", since="yesterday")
    assert "“since” in the address is not a date" in texts(page)
    assert turns(page) == []
    assert ask(page, "potholes")["limits"] == {}
    assert "yesterday" not in texts(page)


def test_what_is_shared_of_a_follow_up_is_the_question_it_stands_for(
    serve: Serve, copied_home: Path
) -> None:
    page = serve(copied_home)
    ask(page, "Brackwell Bypass")
    ask(page, "and what did it cost?")
    first, second = (each["share"] for each in drawn_by(page, "minutes_answer_actions"))
    assert first == "q=Brackwell+Bypass"
    assert "Brackwell" in second
    assert "cost" in second


def test_an_answer_on_its_way_can_be_stopped(serve: Serve, copied_home: Path) -> None:
    page = serve(copied_home)
    begun = threading.Event()

    def parts(stopped: Callable[[], bool]) -> Iterator[AnswerSentence | Answer]:
        begun.set()
        while not stopped():
            threading.Event().wait(0.01)
        yield answer()

    conversation = page.session_state["conversation"]
    turn = conversation.add(conversation.asked("ferries", NO_FILTERS), parts, quote_alone)
    turn.asked_at = datetime.now(UTC) - timedelta(seconds=5)
    assert begun.wait(10)
    page.run()
    press(page, "Stop")
    wait(page)
    assert turns(page)[-1]["words"] == STOPPED
    assert drawn_by(page, "minutes_answer_actions") == []
    again = serve(copied_home, c=conversation_of(page))
    assert turns(again)[-1]["words"] == STOPPED


def test_answers_go_on_where_conversations_cannot_be_kept(serve: Serve, copied_home: Path) -> None:
    (copied_home / "conversations.sqlite").write_bytes(b"no database, though it was once" * 99)
    page = serve(copied_home)
    assert ask(page, "potholes")["citations"]
    assert "Conversations cannot be kept" in texts(page)
