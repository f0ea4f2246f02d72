"""Who chaired, who was there, where and when: told in the minutes' words, or not recorded."""

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.extractive.sitting import TOLD, sitting
from assistant.understanding.question import understand
from vectorstore.edition import Edition
from vectorstore.found import NO_FILTERS


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who chaired the Cabinet in October 2023?", ["Mr D Askerigg (Chairman)"]),
        (
            "who sent apologies to the Cabinet in 2024?",
            ["APOLOGIES: Mrs N Castell", "An apology for absence was received from Mrs Castell."],
        ),
        (
            "where did the Scrutiny Committee meet in September 2023?",
            [
                "MINUTES of a meeting of the Scrutiny Committee held in the Council Chamber, "
                "County Hall, Aldermere on Tuesday, 12 September 2023."
            ],
        ),
    ],
)
def test_it_is_told_in_the_words_of_that_meeting(
    assistant: Assistant, question: str, told: list[str]
) -> None:
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert [sentence.text for sentence in answer.sentences] == told
    assert all(citation.exact for citation in answer.citations)


def test_who_was_present_is_told_without_those_who_were_not(assistant: Assistant) -> None:
    answer = assistant.ask("who was present at the Cabinet in June 2022?")
    assert "PRESENT: Mrs J Thornbury (Chairman)" in answer.text
    assert "IN ATTENDANCE:" in answer.text
    assert "apology" not in answer.text.casefold()


def test_the_chair_of_a_place_is_not_taken_from_another(assistant: Assistant) -> None:
    answer = assistant.ask("who chaired the meeting in Castermouth?")
    assert "Cllr Hallam, who was in the Chair" in answer.text
    assert {citation.reference.council for citation in answer.citations} == {
        "Castermouth City Council"
    }


def test_what_is_not_recorded_is_said_to_be_so(assistant: Assistant) -> None:
    answer = assistant.ask("how long was the Cabinet meeting in October 2023?")
    assert answer.status is AnswerStatus.NOT_FOUND
    assert "do not record at what time the meeting began and ended" in answer.text
    assert not answer.citations


def test_of_many_meetings_the_latest_are_told(edition: Edition) -> None:
    found = sitting(understand("who was present?", NO_FILTERS), edition)
    assert found is not None
    held = [each.quotes[0].passage.reference.date for each in found.statements]
    assert held == sorted(held, key=str)
    assert len({each.meeting for each in found.statements}) == TOLD
    latest = max(sitting.date for sitting in edition.sittings() if sitting.date)
    assert latest.year == max(day.year for day in held if day)


@pytest.mark.parametrize(
    "question",
    [
        "when was the meeting where potholes were discussed?",
        "who attended the youth conference?",
        "who chaired the meeting and what was decided?",
    ],
)
def test_what_names_a_matter_or_asks_for_more_is_searched_for(
    edition: Edition, question: str
) -> None:
    assert sitting(understand(question, NO_FILTERS), edition) is None
