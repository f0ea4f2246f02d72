"""A question after a motion or a vote is answered with those on its matter, and with no other."""

import pytest

from assistant.answer import AnswerStatus
from assistant.assistant import Assistant
from assistant.evidence.matter import told_with
from tests.assistant.invented import passage
from vectorstore.found import Hit


def test_an_amendment_on_one_matter_is_none_on_another(assistant: Assistant) -> None:
    answer = assistant.ask("who proposed the amendment on libraries")
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert "“amendment”" in answer.sentences[0].text
    assert "Mr Dray" not in answer.text
    there = assistant.ask("who moved the amendment to the e-scooter motion")
    assert there.status is AnswerStatus.ANSWERED
    assert "Mr Dray proposed" in there.text


def test_a_motion_on_one_matter_is_none_on_another(assistant: Assistant) -> None:
    answer = assistant.ask("was the motion on e-scooters carried?")
    assert "second round of grant" not in answer.text
    ends = [each.text for each in answer.sentences if each.text.startswith("Motion ")]
    assert ends == ["Motion lost.", "Motion carried.", "Motion carried."]


def test_of_a_matter_that_the_minutes_never_mention_no_motion_is_told(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("was the motion on fly-tipping lost?")
    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.citations == ()


@pytest.mark.parametrize("asked", ["who seconded the motion on potholes", "seconder on potholes"])
def test_where_nobody_seconded_no_resolution_is_told_for_it(
    assistant: Assistant, asked: str
) -> None:
    answer = assistant.ask(asked)
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert "The minutes do not name the person." in answer.text


def test_what_a_council_proposed_to_do_names_no_proposer(assistant: Assistant) -> None:
    assert "proposed to reduce" not in assistant.ask("who proposed the motion on youth hubs").text


def test_a_paragraph_goes_on_speaking_of_what_stands_just_before_it() -> None:
    before = passage("Mr Vance spoke of the pier.", id="before", start=0)
    held = passage("Mr Vance moved that it be kept.", id="held", start=60)
    far = passage("Mr Vance moved that it be kept.", id="far", start=9_000)
    hits = [Hit(rank=1, score=0.5, similarity=0.5, keyword=0.5, passage=before)]
    assert "pier" in told_with(held, hits)
    assert "pier" not in told_with(far, hits)


@pytest.mark.parametrize(
    ("asked", "shown", "not_shown"),
    [
        ("how many wardens does Castermouth have?", "four wardens", None),
        ("how much does school transport cost", "£34.1 million", "overspend"),
        ("who introduced the report on school transport appeals?", "Mr Fennimore", "Decided"),
        ("who asked for the breakdown of injuries by age?", "Mr Sadiq", None),
    ],
)
def test_what_has_the_kind_asked_for_must_be_bound_to_the_matter(
    assistant: Assistant, asked: str, shown: str, not_shown: str | None
) -> None:
    answer = assistant.ask(asked)
    assert answer.status is AnswerStatus.ANSWERED
    assert shown in answer.text
    assert not_shown is None or not_shown not in answer.text


@pytest.mark.parametrize(
    ("asked", "told", "shown"),
    [
        (
            "who introduced the report on the winter service policy?",
            "The minutes do not name the person.",
            "Winter Service Policy",
        ),
        (
            "did Dr Lumsden introduce the libraries report?",
            "“Lumsden”",
            "Mrs Varley introduced the report.",
        ),
        (
            "how many fixed penalty notices were paid?",
            "The minutes give no figure for this.",
            "did not have the number",
        ),
        (
            "how much officer time did the e-scooter trial take?",
            "The minutes give no figure for this.",
            "the hours had not been recorded",
        ),
    ],
)
def test_where_nothing_on_the_matter_has_the_kind_asked_for_that_is_told(
    assistant: Assistant, asked: str, told: str, shown: str
) -> None:
    answer = assistant.ask(asked)
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert told in answer.sentences[0].text
    assert shown in answer.text


def test_a_reply_that_nobody_knows_does_not_hide_what_a_later_meeting_was_told(
    assistant: Assistant,
) -> None:
    asked = "how many of the appeals upheld were for children with SEND?"
    assert "58 concerned children" in assistant.ask(asked).text


def test_a_call_in_that_was_not_rejected_is_told_by_how_it_ended(assistant: Assistant) -> None:
    answer = assistant.ask("was the call-in on libraries rejected?")
    assert "Motion carried." in answer.text
    assert "referred back to the Cabinet" in answer.text


def test_where_nobody_is_named_as_holding_an_office_what_names_the_office_is_shown(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("who is the leader of the council?")
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert "The minutes do not name the leader." in answer.text
    assert all("Leader" in cited.quote for cited in answer.citations)


def test_a_refusal_taken_for_granted_is_met_with_what_was_decided(assistant: Assistant) -> None:
    answer = assistant.ask("why was the e-scooter trial rejected?")
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert "do not record that this was refused" in answer.text
