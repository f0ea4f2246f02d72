"""A motion keeps together with how it ended, and a vote with those who cast it."""

import pytest

from assistant.extractive.decisions import (
    asks_for_count,
    asks_for_votes,
    counted,
    decision,
    moved,
    outcome,
    voted_on,
    votes,
)
from tests.assistant.invented import passage
from vectorstore.found import StoredPassage
from vectorstore.records import ParagraphKind

MOTION, VOTE = ParagraphKind.MOTION, ParagraphKind.VOTE
RESOLUTION, NARRATIVE = ParagraphKind.RESOLUTION, ParagraphKind.NARRATIVE

ITEM = [
    passage(raw, id=f"p{at}", start=100 * (at + 1), kind=kind)
    for at, (kind, raw) in enumerate(
        [
            (MOTION, "Mr Orrell moved that the pier be shut."),
            (VOTE, "The amendment was put to the vote:"),
            (VOTE, "For (1) Mrs Vance"),
            (VOTE, "Against (2) Mr Orrell, Dr Pell"),
            (VOTE, "Amendment lost."),
            (MOTION, "Dr Pell moved that the pier be mended."),
            (NARRATIVE, "Rain fell."),
            (VOTE, "The motion was put to the vote:"),
            (VOTE, "For (2) Mrs Vance, Dr Pell"),
            (VOTE, "Against (1) Mr Orrell"),
            (VOTE, "Motion carried."),
            (RESOLUTION, "RESOLVED that the pier be mended."),
        ]
    )
]


def texts(passages: list[StoredPassage]) -> list[str]:
    return [held.text for held in passages]


def test_a_motion_ends_with_its_own_vote_and_not_with_the_next() -> None:
    assert texts(list(decision(0, ITEM))) == ["Amendment lost."]
    assert texts(list(decision(5, ITEM))) == [
        "Motion carried.",
        "RESOLVED that the pier be mended.",
    ]


def test_a_line_of_a_vote_leads_back_to_its_motion() -> None:
    assert texts(list(decision(2, ITEM))) == [
        "Mr Orrell moved that the pier be shut.",
        "Amendment lost.",
    ]


def test_the_points_of_a_resolution_keep_together_under_their_lead() -> None:
    points = ["RESOLVED that:", "(a) the pier be mended;", "(b) Dr Pell be thanked."]
    led = [passage(raw, id=raw, kind=RESOLUTION) for raw in points]
    assert texts(list(decision(1, led))) == [points[0], points[2]]
    assert texts(list(decision(0, led))) == points[1:]


def test_decisions_without_a_common_lead_are_told_one_by_one() -> None:
    apart = ["The Panel noted the report.", "The Panel asked for the fares to be published."]
    assert not list(decision(0, [passage(raw, id=raw, kind=RESOLUTION) for raw in apart]))


def test_a_resolution_is_led_back_to_who_moved_it() -> None:
    assert texts(list(moved(11, ITEM))) == []
    resolved = [*ITEM[5:6], *ITEM[7:]]
    assert texts(list(moved(5, resolved))) == ["Dr Pell moved that the pier be mended."]


def test_a_side_of_a_vote_is_told_with_what_was_voted_on() -> None:
    assert texts(votes("who voted against it?", ITEM)) == [
        "The amendment was put to the vote:",
        "Against (2) Mr Orrell, Dr Pell",
        "The motion was put to the vote:",
        "Against (1) Mr Orrell",
    ]


def test_the_vote_of_one_person_is_found_by_the_name_however_typed() -> None:
    assert texts(votes("how did dr pell vote?", ITEM[7:])) == ["For (2) Mrs Vance, Dr Pell"]


def test_without_a_side_or_a_name_the_whole_vote_is_told() -> None:
    assert votes("what was the vote?", ITEM[7:]) == ITEM[7:11]


def test_questions_for_votes_are_known() -> None:
    assert asks_for_votes("who voted against the pier?")
    assert asks_for_votes("who abstained?")
    assert not asks_for_votes("what was decided about the pier?")


def test_a_vote_is_told_with_the_motion_that_it_is_on() -> None:
    assert texts(list(voted_on([ITEM[3]], ITEM))) == ["Mr Orrell moved that the pier be shut."]
    assert texts(list(voted_on([ITEM[9]], ITEM))) == ["Dr Pell moved that the pier be mended."]
    assert not list(voted_on([ITEM[3]], ITEM[1:]))


def test_votes_are_counted_where_their_lines_hold_numbers() -> None:
    assert counted(ITEM)
    assert not counted([passage("Motion carried.", id="end", kind=VOTE), ITEM[0]])
    assert counted([passage("The pier be shut. Carried by 8 votes to 3.", id="m", kind=MOTION)])
    assert asks_for_count("how many members voted for the pier?")
    assert not asks_for_count("who voted for the pier?")


def matter(*decided: str, said: int = 2) -> list[StoredPassage]:
    """An item that opens with what it is on and ends with what was decided."""
    words = [(NARRATIVE, "A kiosk on the pier.")] * said + [(RESOLUTION, each) for each in decided]
    return [
        passage(raw, id=f"p{at}", start=100 * (at + 1), kind=kind)
        for at, (kind, raw) in enumerate(words)
    ]


def test_what_came_of_a_matter_is_what_its_item_resolved_without_the_reasons() -> None:
    around = matter("REFUSED for the following reason:", "The kiosk would hide the sea.")
    assert texts(outcome(around))[:1] == ["REFUSED for the following reason:"]
    assert texts(outcome(matter("Decision: APPROVED.", "Reason: it is small."))) == [
        "Decision: APPROVED."
    ]


@pytest.mark.parametrize(
    "noted",
    [
        "RESOLVED that the update be noted.",
        "RESOLVED the Harbour Board noted the progress of the works.",
        "RESOLVED that the Harbour Board note the report.",
    ],
)
def test_that_something_was_noted_tells_nothing_of_what_came_of_it(noted: str) -> None:
    assert outcome(matter(noted)) == []
    assert outcome(matter("RESOLVED that the report be noted, and that the kiosk be let."))


def test_an_item_on_several_matters_has_no_one_outcome() -> None:
    twice = [*matter("Decision: APPROVED."), *matter("Decision: REFUSED.")]
    assert outcome(twice) == []
    assert outcome(matter("Decision: APPROVED.", said=20)) == []
    assert outcome(matter()) == []
