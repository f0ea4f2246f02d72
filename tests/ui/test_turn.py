"""What the component of a turn is given to draw."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from assistant.answer import Answer, AnswerSentence, AnswerStatus, SentenceKind
from tests.ui.answers import answer, citation, reference, sentence, turn_of
from ui.components.turn import turn_view, unlimited
from ui.conversations.turn import Answered, Asked, Turn
from ui.surroundings import MOVED_ON, quote_alone
from ui.wording import STATUS_WORDS, STOPPED
from vectorstore.errors import EmptyLibrary
from vectorstore.found import Filters

UI = Path(__file__).parents[2] / "ui"


def view(*parts: AnswerSentence | Answer) -> dict[str, Any]:
    """What is drawn of a turn whose answer came in these parts."""
    turn = turn_of(lambda: iter(parts))
    turn.wait(10)
    return turn_view(turn)


@pytest.mark.parametrize("status", AnswerStatus)
def test_the_status_is_told_in_words(status: AnswerStatus) -> None:
    assert view(answer(status=status))["words"] == STATUS_WORDS[status]


def test_notice_and_coverage_are_always_shown() -> None:
    drawn = view(answer(notice="Showing results for “ferry”."))
    assert drawn["notice"] == "Showing results for “ferry”."
    assert drawn["coverage"].startswith("Searched 14 meetings")


def test_an_answer_without_sentences_shows_its_text() -> None:
    drawn = view(replace(answer(), text="Which ferry is meant?", status=AnswerStatus.CLARIFY))
    assert drawn["text"] == "Which ferry is meant?"


def test_decisions_carry_the_label_decided_and_what_was_said_does_not() -> None:
    drawn = view(
        answer(
            sentence("It was late.", 1),
            sentence("that it be mended", 1, kind=SentenceKind.DECIDED),
            citations=(citation(),),
        )
    )
    [section] = drawn["sections"]
    assert [run["label"] for run in section["runs"]] == [None, "Decided"]


def test_a_question_is_shown_as_understood_only_when_that_differs() -> None:
    assert view(answer())["understood"] is None
    drawn = view(replace(answer(), standalone_question="what did ferries cost"))
    assert drawn["understood"] == "what did ferries cost"


def test_a_citation_says_where_its_words_stand_and_what_is_missing() -> None:
    cited = citation(of=reference(cut_off=True))
    shown = view(answer(sentence("It was late.", 1), citations=(cited,)))["citations"]["1"]
    assert "Draft minutes, not yet approved" in shown["place"]
    assert shown["notes"] == [
        MOVED_ON,
        "The item goes on in a place that the library has not read.",
    ]
    assert shown["paragraphs"][0]["quoted"] == "The ferry was late."


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://wexcombe.example/84", "wexcombe.example"),
        ("http://wexcombe.example@evil.example/", "evil.example"),
        ("javascript:alert(1)", None),
        ("data:text/html,<script>alert(1)</script>", None),
        ("file:///etc/passwd", None),
        ("//evil.example/", None),
        ("https://", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links_and_they_name_their_host(
    url: str | None, host: str | None
) -> None:
    cited = citation(of=reference(url=url))
    link = view(answer(sentence("Late.", 1), citations=(cited,)))["citations"]["1"]["link"]
    assert (link and link["host"]) == host


def test_a_failed_turn_shows_its_sentence_and_no_answer() -> None:
    def parts() -> Iterator[AnswerSentence | Answer]:
        raise EmptyLibrary("The library is empty.")

    turn = turn_of(parts)
    turn.wait(10)
    drawn = turn_view(turn)
    assert drawn["notice"] == "The library is empty."
    assert "sections" not in drawn


def test_each_part_that_arrives_is_a_step_further() -> None:
    release = Event()

    def parts() -> Iterator[AnswerSentence | Answer]:
        release.wait(10)
        yield sentence("It was late.", 1)
        yield answer(sentence("It was late.", 1), citations=(citation(),))

    turn = turn_of(parts)
    begun = turn_view(turn)
    release.set()
    turn.wait(10)
    assert begun["step"] < turn_view(turn)["step"]


def test_a_stopped_answer_does_not_look_like_a_whole_one() -> None:
    turn = turn_of(lambda: iter([answer()]))
    turn.wait(10)
    assert isinstance(turn.outcome, Answered)
    turn.outcome = replace(turn.outcome, stopped=True)
    drawn = turn_view(turn)
    assert (drawn["state"], drawn["words"]) == ("stopped", STOPPED)


def test_nothing_in_the_pages_writes_markup_from_text() -> None:
    for file in UI.rglob("*"):
        if file.suffix in (".py", ".js"):
            source = file.read_text(encoding="utf-8")
            for opening in ("unsafe_allow_html", "innerHTML", "insertAdjacentHTML", "st.html("):
                assert opening not in source, f"{file} has {opening}"


def test_limits_found_in_the_question_are_told_from_those_chosen() -> None:
    whole = replace(answer(), filters=Filters(committee="Cabinet", since=date(2021, 1, 1)))
    turn = Turn(Asked(question="ferries since 2021", filters=Filters(committee="Cabinet")))
    turn.begin(lambda stopped: iter([whole]), quote_alone).wait(10)
    drawn = turn_view(turn)
    assert drawn["limits"] == {"committee": "Cabinet", "since": "From 1 January 2021"}
    assert drawn["found"] == ["since"]
    assert unlimited(turn, "since") == replace(turn.asked, without=frozenset({"since"}))
    assert unlimited(turn, "committee") == replace(
        turn.asked, filters=Filters(), without=frozenset({"committee"})
    )


@pytest.mark.parametrize("name", [None, "until", "question", 3])
def test_only_a_limit_in_force_can_be_taken_away(name: object) -> None:
    whole = replace(answer(), filters=Filters(committee="Cabinet"))
    turn = Turn(Asked(question="ferries", filters=Filters(committee="Cabinet")))
    turn.begin(lambda stopped: iter([whole]), quote_alone).wait(10)
    assert unlimited(turn, name) is None


def test_three_dated_meetings_are_shown_on_a_line() -> None:
    cited = tuple(citation(n, of=reference(f"m{n}", on=date(2020 + n, 5, 1))) for n in (1, 2, 3))
    told = [sentence("It was late.", n, meeting=f"m{n}") for n in (1, 2, 3)]
    assert len(view(answer(*told, citations=cited))["timeline"]["meetings"]) == 3
    assert view(answer(*told[:2], citations=cited[:2]))["timeline"] is None
