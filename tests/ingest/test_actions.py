"""What counts as a request or an undertaking, and what does not."""

import pytest

from ingest.actions import actions
from ingest.speakers import people_of


def found(text: str) -> list[tuple[str, str | None, str]]:
    """The actions of a text by kind, by whom and in which words."""
    return [
        (each.kind.value, each.by, text[each.start : each.end])
        for each in actions(text, 0, len(text), people_of(text))
    ]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Mr Garrick asked that the fourth point be dealt with in a new report.", "Mr Garrick"),
        ("Ms Oduya asked for a breakdown of the fares by age.", "Ms Oduya"),
        ("The Committee requested that a list of defibrillators be published.", "The Committee"),
        ("Mr Dray asked the Committee to wait for the evaluation.", "Mr Dray"),
        ("A Member would like to see the figures for each ferry.", None),
    ],
)
def test_what_is_asked_for_is_a_request(sentence: str, by: str | None) -> None:
    assert found(sentence) == [("request", by, sentence)]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Dr Lumsden undertook to write to Members with the amount.", "Dr Lumsden"),
        ("Officers would provide a breakdown of blocked gullies to the Committee.", None),
        ("Further information could be provided to the Committee in writing.", None),
        ("Mr Okafor said that it would be sent to Members after the meeting.", "Mr Okafor"),
        ("She would write to the Secretary of State.", None),
    ],
)
def test_what_is_promised_is_an_undertaking(sentence: str, by: str | None) -> None:
    assert found(sentence) == [("undertaking", by, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Garrick asked whether the ferry was safe.",
        "Ms Oduya asked what was spent on grants.",
        "Residents had asked for the lights to be left on.",
        "The Committee received a petition, which asked the Council to end the trial.",
        "The shelter would provide warmth to those who waited.",
        "He declined to provide the figures to the Committee.",
        "The strategy would be reported in the press.",
    ],
)
def test_questions_reports_and_refusals_are_neither(sentence: str) -> None:
    assert found(sentence) == []


def test_each_sentence_stands_for_itself() -> None:
    text = "Ms Oduya asked for a copy of the plan. Mr Carrow agreed to send it to her."
    assert [(kind, by) for kind, by, _ in found(text)] == [
        ("request", "Ms Oduya"),
        ("undertaking", "Mr Carrow"),
    ]
