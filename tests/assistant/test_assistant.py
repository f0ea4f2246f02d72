"""An answer holds what belongs together, keeps to its filters and to its edition."""

import shutil
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from pydantic import SecretStr

from assistant.answer import Answer, AnswerStatus, Composer, SentenceKind
from assistant.assistant import Assistant
from assistant.phrasing import STOPPED
from assistant.settings import AssistantSettings
from assistant.understanding.occasion import within
from ingest.job import ingest
from tests.assistant.scripted_server import Behaviour, Prompt, ScriptedServer, says
from vectorstore.embedding import Embedder
from vectorstore.errors import EmptyLibrary
from vectorstore.found import NO_FILTERS, Filters, Only
from vectorstore.library import Library, open_library
from vectorstore.records import DECIDES, ParagraphKind
from vectorstore.settings import LibrarySettings

CASTERMOUTH = "Castermouth City Council"


def test_a_question_in_the_minutes_comes_with_its_reply(assistant: Assistant) -> None:
    answer = assistant.ask("who asked how many of the nine people injured were under eighteen?")
    assert answer.status is AnswerStatus.ANSWERED
    assert (
        "Mr Sadiq asked how many of the nine people injured were under eighteen. "
        "Mr Okafor did not know." in answer.text
    )


def test_where_no_votes_were_counted_that_is_told_beside_how_they_are_recorded(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("how many voted for rewriting the appeal letters?")
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert "do not say how many voted" in answer.sentences[0].text
    assert "The motion was agreed unanimously." in answer.text
    counted = assistant.ask("how many members voted to keep the youth hub at Sallowby open?")
    assert counted.status is AnswerStatus.ANSWERED
    assert "For (5)" in counted.text


def test_a_decision_is_given_with_all_its_points(assistant: Assistant) -> None:
    answer = assistant.ask("what did the Cabinet decide about youth hubs in October 2023?")
    decided = [one.text for one in answer.sentences if one.kind is SentenceKind.DECIDED]
    assert "RESOLVED that:" in decided
    assert "the number of youth hubs be reduced from twelve to seven from 1 April 2024; and" in (
        decided
    )
    assert "the recommendation of the Scrutiny Committee concerning Sallowby be not accepted." in (
        decided
    )


def test_who_voted_how_is_told_to_those_who_ask(assistant: Assistant) -> None:
    text = assistant.ask("how did scrutiny vote on youth hubs?").text
    for part in ("For (5)", "Against (3)", "Abstain (2)", "Motion carried."):
        assert part in text
    decided = assistant.ask("what did scrutiny decide about youth hubs?").text
    assert "RESOLVED that" in decided
    assert "For (5)" not in decided


def test_a_follow_up_is_answered_as_the_question_it_stands_for(assistant: Assistant) -> None:
    alone = assistant.ask("what was said about potholes?")
    followed = assistant.ask("and potholes?", history=["what was said about gullies?"])
    assert followed.standalone_question == alone.question
    assert followed.question == "and potholes?"
    assert followed.citations == alone.citations


@pytest.mark.parametrize(
    "filters",
    [
        Filters(council=CASTERMOUTH),
        Filters(committee="Cabinet"),
        Filters(committee="Scrutiny Committee", since=date(2023, 1, 1)),
        Filters(since=date(2022, 3, 1), until=date(2022, 12, 31)),
    ],
)
@pytest.mark.parametrize(
    "question", ["what was said about e-scooters?", "what did the Cabinet decide in October 2023?"]
)
def test_a_filtered_question_never_cites_outside_its_filter(
    assistant: Assistant, question: str, filters: Filters
) -> None:
    answer = assistant.ask(question, filters=filters)
    # What the words add narrows what was given, and never replaces it.
    assert within(answer.filters, filters) == NO_FILTERS
    for citation in answer.citations:
        held = citation.reference
        assert filters.council in (None, held.council)
        assert filters.committee in (None, held.committee)
        if held.date:
            assert (filters.since or date.min) <= held.date <= (filters.until or date.max)


def test_a_question_for_decisions_alone_gets_every_decision_and_nothing_that_was_said(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("only decisions about e-scooters")
    assert answer.filters == Filters(only=Only.DECIDED)
    told = {citation.reference.kind for citation in answer.citations}
    assert told <= DECIDES | {ParagraphKind.MOTION}
    assert len({citation.reference.meeting for citation in answer.citations}) > 3
    everything = list(assistant.stream("only decisions about e-scooters", without=["only"]))[-1]
    assert isinstance(everything, Answer)
    assert everything.filters == Filters()
    assert SentenceKind.SAID in {sentence.kind for sentence in everything.sentences}


def test_years_in_the_words_limit_and_are_shown_as_filters(assistant: Assistant) -> None:
    answer = assistant.ask("what was said about e-scooters until 2022?")
    assert answer.filters == Filters(until=date(2022, 12, 31))
    assert answer.status is AnswerStatus.ANSWERED
    dates = {citation.reference.date for citation in answer.citations} - {None}
    assert all(held.year <= 2022 for held in dates if held)
    assert answer.coverage.last_date
    assert answer.coverage.last_date.year == 2022


def test_filters_that_leave_nothing_find_nothing_and_say_so(assistant: Assistant) -> None:
    answer = assistant.ask("e-scooters", filters=Filters(committee="Ferry Board"))
    assert answer.status is AnswerStatus.NOT_FOUND
    assert (answer.coverage.meetings, answer.coverage.committees) == (0, ())


NEWER = """MARLSHIRE COUNTY COUNCIL

CABINET

MINUTES of a meeting of the Cabinet held at County Hall, Aldermere on Thursday, 13 March 2025.

PRESENT: Mr D Askerigg (Chairman) and Mrs N Castell

UNRESTRICTED ITEMS

300.    Potholes
(Item 1)

(1)    Mr Askerigg said that 51,234 potholes had been repaired by a new machine.

(2)    RESOLVED that the report on potholes be noted.
"""


def test_an_answer_keeps_to_the_edition_that_it_began_with(
    sample_home: Path, embedder: Embedder, tmp_path: Path
) -> None:
    library = open_library(LibrarySettings(home=shutil.copytree(sample_home, tmp_path / "home")))
    library.embedder = embedder
    assistant = Assistant(library, AssistantSettings(chat_model=None))
    first = library.current_name()
    steps = assistant.stream("potholes")
    begun = next(steps)
    newer = tmp_path / "cabinet-2025-03-13.txt"
    newer.write_text(NEWER, encoding="utf-8")
    report = ingest(library, [newer])
    assert report.edition != first
    *rest, answer = steps
    assert isinstance(answer, Answer)
    assert (begun, *rest) == answer.sentences
    assert answer.edition == first
    assert answer.coverage.meetings == 19
    assert newer.name not in {citation.reference.document for citation in answer.citations}

    later = assistant.ask("potholes")
    assert later.edition == report.edition
    assert later.coverage.meetings == 20
    assert "51,234 potholes" in later.text


def test_a_stopped_answer_ends_with_what_had_been_written(assistant: Assistant) -> None:
    stop = Event()
    steps = assistant.stream("what was said about potholes?", stopped=stop.is_set)
    begun = [next(steps), next(steps)]
    stop.set()
    [answer] = steps
    assert isinstance(answer, Answer)
    assert list(answer.sentences) == begun
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert answer.notice == STOPPED
    cited = {number for sentence in answer.sentences for number in sentence.citations}
    assert cited == {citation.number for citation in answer.citations} != set()


def test_extracts_do_not_take_the_place_of_a_model_that_was_stopped(
    sample_home: Path, embedder: Embedder
) -> None:
    stop = Event()

    def stopped_meanwhile(prompt: Prompt) -> str:
        stop.set()
        return "Never said."

    with ScriptedServer(Behaviour(text=stopped_meanwhile)) as server:
        settings = AssistantSettings(
            chat_model="openai:scripted",
            chat_base_url=server.base_url,
            chat_api_key=SecretStr("unused"),
            chat_timeout=600.0,
        )
        library = open_library(LibrarySettings(home=sample_home))
        library.embedder = embedder
        [answer] = Assistant(library, settings).stream("potholes", stopped=stop.is_set)
    assert isinstance(answer, Answer)
    assert (answer.sentences, answer.citations) == ((), ())
    assert answer.notice == STOPPED


def test_an_empty_library_is_refused_with_what_to_do(tmp_path: Path) -> None:
    library = open_library(LibrarySettings(home=tmp_path))
    with pytest.raises(EmptyLibrary, match="minutes ingest"):
        Assistant(library, AssistantSettings(chat_model=None)).ask("potholes")


def test_an_answer_that_a_model_wrote_names_the_model(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with ScriptedServer(
        says("38,900 potholes had been repaired in 2021/22 {0}{1}{2}{3}.")
    ) as server:
        settings = AssistantSettings(
            chat_model="openai:scripted", chat_base_url=server.base_url, chat_timeout=60
        )
        answer = Assistant(library, settings).ask("how many potholes were repaired?")
    assert (answer.composer, answer.model) == (Composer.GENERATIVE, "openai:scripted")
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text.count("38,900 potholes") == 1
    assert all(citation.exact for citation in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        # One who speaks at other items, and one whom the minutes do not know.
        "What did Mr Rowbotham say about the Brackwell Bypass?",
        "What did Cllr Pennyquick say about the Brackwell Bypass?",
    ],
)
def test_who_did_not_speak_on_it_is_told_before_what_others_said(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert answer.text.startswith("The minutes do not record that ")
    assert "bypass" in answer.text.split("\n", 1)[1].lower()


def test_nobody_who_was_not_heard_leaves_an_answer_empty(assistant: Assistant) -> None:
    answer = assistant.ask("What did Mr Rowbotham say about the moon landings?")
    assert answer.status is AnswerStatus.NOT_FOUND or answer.citations
    assert answer.text


def test_a_body_that_the_question_names_limits_it_as_long_as_something_is_there(
    assistant: Assistant,
) -> None:
    limited = assistant.ask("what was said about youth hubs at Scrutiny?")
    assert limited.filters.committee == "Scrutiny Committee"
    assert {each.reference.committee for each in limited.citations} == {"Scrutiny Committee"}
    anywhere = assistant.ask("what was said about potholes at Scrutiny?")
    assert anywhere.filters.committee is None
    assert anywhere.citations


def test_a_limit_of_the_words_can_be_taken_out(assistant: Assistant) -> None:
    question = "what was said about youth hubs at Scrutiny?"
    [answer] = [
        step
        for step in assistant.stream(question, without=("committee",))
        if isinstance(step, Answer)
    ]
    assert len({each.reference.committee for each in answer.citations}) > 1
