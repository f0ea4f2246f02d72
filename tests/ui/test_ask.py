"""The page on which people ask, run without a browser."""

from pathlib import Path

import pytest
import streamlit as st

from ingest.job import ingest
from tests.ui.asking import Serve, ask, drawn_by, texts, turns, wait
from ui import opened
from ui.wording import STATUS_WORDS, WENT_WRONG
from vectorstore.library import open_library
from vectorstore.settings import LibrarySettings


def test_an_empty_conversation_says_what_there_is_to_search(
    serve: Serve, sample_home: Path
) -> None:
    page = serve(sample_home)
    assert "19 meetings of 5 committees" in texts(page)
    [examples] = drawn_by(page, "minutes_choices")
    assert len(examples["buttons"]) == 4


def test_a_question_is_answered_with_citations_in_their_surroundings(
    serve: Serve, sample_home: Path
) -> None:
    drawn = ask(serve(sample_home), "potholes")
    assert drawn["words"] in STATUS_WORDS.values()
    assert "Searched 19 meetings" in drawn["coverage"]
    numbers = {
        str(number)
        for section in drawn["sections"]
        for run in section["runs"]
        for each in run["sentences"]
        for number in each["citations"]
    }
    assert numbers == drawn["citations"].keys() != set()
    for shown in drawn["citations"].values():
        assert any(paragraph["quoted"] for paragraph in shown["paragraphs"])
        assert shown["notes"] == []


def test_a_follow_up_is_understood_from_the_earlier_questions(
    serve: Serve, sample_home: Path
) -> None:
    page = serve(sample_home)
    ask(page, "Brackwell Bypass")
    drawn = ask(page, "and what did it cost?")
    assert "Brackwell" in drawn["understood"]
    assert [turn["question"] for turn in turns(page)] == [
        "Brackwell Bypass",
        "and what did it cost?",
    ]


def test_a_new_conversation_forgets_the_old_one(serve: Serve, sample_home: Path) -> None:
    page = serve(sample_home)
    ask(page, "Brackwell Bypass")
    [button] = [button for button in page.button if button.label == "New conversation"]
    button.click().run()
    assert turns(page) == []
    assert ask(page, "potholes")["understood"] is None


def test_filters_limit_the_search_and_are_shown_with_the_answer(
    serve: Serve, sample_home: Path
) -> None:
    page = serve(sample_home)
    page.selectbox(key="filter_committee_0").set_value("Cabinet").run()
    drawn = ask(page, "libraries")
    assert drawn["limits"] == {"committee": "Cabinet"}
    assert {section["body"] for section in drawn["sections"] if section["body"]} == {
        "Cabinet, Marlshire County Council"
    }
    assert "of 1 committee" in drawn["coverage"]


def test_a_click_does_not_lose_an_answer_on_its_way(serve: Serve, sample_home: Path) -> None:
    page = serve(sample_home)
    page.chat_input[0].set_value("potholes").run()
    page.selectbox(key="filter_committee_0").set_value("Cabinet").run()
    wait(page)
    assert turns(page)[-1]["limits"] == {}
    assert turns(page)[-1]["citations"]


def test_blank_questions_are_not_asked(serve: Serve, sample_home: Path) -> None:
    page = serve(sample_home)
    page.chat_input[0].set_value("   ").run()
    assert turns(page) == []


def test_an_empty_library_says_what_to_do(serve: Serve, tmp_path: Path) -> None:
    page = serve(tmp_path)
    assert "minutes ingest" in texts(page)
    assert not page.chat_input


def test_minutes_that_arrive_are_found_without_a_restart(serve: Serve, tmp_path: Path) -> None:
    minutes = tmp_path / "ferry-panel.txt"
    minutes.write_text(
        "WEXCOMBE COUNTY COUNCIL\n\nFERRY PANEL\n\nMINUTES of a meeting of the Ferry Panel held "
        "at County Hall on Tuesday, 4 March 2025.\n\nPRESENT: Mr A Brown (Chairman), Mrs C Dunn\n"
        "\nUNRESTRICTED ITEMS\n\n1.    Winter timetable\n(Item 1)\n\n"
        "(1)    Mrs Dunn said that the walrus had delayed the ferry twice in February.\n\n"
        "(2)    RESOLVED that the report be noted.\n",
        encoding="utf-8",
    )
    page = serve(tmp_path / "home")
    assert not page.chat_input
    report = ingest(open_library(LibrarySettings(home=tmp_path / "home")), [minutes])
    assert not report.failures
    drawn = ask(page.run(), "walrus")
    assert drawn["coverage"].startswith("Searched 1 meeting of 1 committee, 4 March 2025")
    assert "the walrus had delayed the ferry" in drawn["copy"]


def test_a_damaged_library_is_told_in_its_sentence_and_old_answers_stay(
    serve: Serve, copied_home: Path
) -> None:
    page = serve(copied_home)
    before = ask(page, "potholes")
    [catalogue] = copied_home.glob("editions/*/catalogue.sqlite")
    catalogue.unlink()
    page.run()
    assert "minutes verify --repair" in texts(page)
    assert not page.chat_input
    assert turns(page) == [before]


def test_a_library_of_another_model_is_refused_in_a_sentence(
    serve: Serve, sample_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    st.cache_resource.clear()
    monkeypatch.setenv("MINUTES_EMBEDDING_MODEL", "another-model")
    page = serve(sample_home)
    assert "was embedded with the model" in texts(page)
    assert not page.chat_input
    st.cache_resource.clear()


def test_what_nobody_expected_is_told_plainly_and_its_details_only_logged(
    serve: Serve,
    sample_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(edition: str) -> tuple[str, ...]:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(opened, "examples", fail)
    page = serve(sample_home)
    assert WENT_WRONG in texts(page)
    assert "secret detail" not in texts(page)
    assert "secret detail" in caplog.text
