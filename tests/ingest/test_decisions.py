"""What an item decides, who moved it, and the vote on it."""

from ingest.document import read_document
from ingest.metadata import Metadata
from vectorstore.records import AgendaItem, Decision, Document

HEAD = """MARLSHIRE COUNTY COUNCIL

MINUTES of a meeting of the Scrutiny Committee held in County Hall on Tuesday, 4 June 2024.

PRESENT: Mr A Brockhurst (Chairman), Mrs L Ormerod and Ms P Oduya

UNRESTRICTED ITEMS

12.    Ferry fares
(Item 4)

"""


def item(body: str) -> tuple[Document, AgendaItem]:
    """A document with one item of that body."""
    document = read_document("minutes.txt", (HEAD + body).encode(), Metadata())
    *_, found = document.meetings[0].items
    return document, found


def told(document: Document, decision: Decision) -> tuple[str, str, str | None, str | None]:
    """A decision as a test spells it out."""
    words = document.words(decision.start, decision.end)
    return decision.kind.value, words, decision.proposer, decision.seconder


def test_a_resolution_holds_its_points_and_nobody_moved_it() -> None:
    document, found = item(
        "1.    Mr Brockhurst introduced the report.\n\n"
        "2.    RESOLVED that:\n\n(a)    the proposed fares be agreed; and\n\n"
        "(b)    the Cabinet be recommended to review them.\n"
    )
    [decision] = found.decisions
    assert told(document, decision) == (
        "resolution",
        "RESOLVED that: (a) the proposed fares be agreed; and (b) the Cabinet be recommended to "
        "review them.",
        None,
        None,
    )
    assert decision.vote is None


def test_two_resolutions_one_after_the_other_are_two_decisions() -> None:
    document, found = item(
        "1.    RESOLVED that the report be noted.\n\n2.    RESOLVED that fares be frozen.\n"
    )
    assert [told(document, each)[1] for each in found.decisions] == [
        "RESOLVED that the report be noted.",
        "RESOLVED that fares be frozen.",
    ]


def test_a_carried_motion_and_the_resolution_after_it_have_its_movers_and_its_vote() -> None:
    _, found = item(
        "1.    Ms Oduya proposed and Mrs Ormerod seconded that fares be frozen.\n\n"
        "2.    The motion was put to the vote and carried.\n\n"
        "3.    RESOLVED that fares be frozen.\n"
    )
    motion, resolution = found.decisions
    assert (motion.proposer, motion.seconder) == ("Ms Oduya", "Mrs Ormerod")
    assert (resolution.proposer, resolution.seconder) == ("Ms Oduya", "Mrs Ormerod")
    assert motion.vote == resolution.vote == 0
    assert found.votes[0].outcome == "carried"


def test_a_lost_motion_lends_nothing_to_the_resolution_after_it() -> None:
    _, found = item(
        "1.    Ms Oduya proposed and Mrs Ormerod seconded that fares be doubled.\n\n"
        "2.    The motion was put to the vote and lost.\n\n"
        "3.    RESOLVED that the report be noted.\n"
    )
    motion, resolution = found.decisions
    assert motion.vote == 0
    assert found.votes[0].outcome == "lost"
    assert (resolution.proposer, resolution.seconder, resolution.vote) == (None, None, None)


def test_who_moved_an_amendment_did_not_move_what_was_resolved() -> None:
    _, found = item(
        "1.    Ms Oduya proposed and Mrs Ormerod seconded, as an amendment, that children go free."
        "\n\n2.    The amendment was carried.\n\n3.    RESOLVED that fares be frozen.\n"
    )
    assert found.decisions[0].proposer == "Ms Oduya"
    assert found.decisions[-1].proposer is None


def test_a_motion_that_was_never_voted_on_decided_nothing() -> None:
    _, found = item("1.    Ms Oduya proposed and Mrs Ormerod seconded that fares be frozen.\n")
    assert found.decisions == ()


def test_the_vote_on_a_motion_is_not_taken_for_the_one_on_its_amendment() -> None:
    _, found = item(
        "1.    Ms Oduya proposed and Mrs Ormerod seconded that fares be frozen.\n\n"
        "2.    Mr Brockhurst proposed and Mrs Ormerod seconded, as an amendment, that fares be "
        "doubled.\n\n"
        "3.    The amendment was put to the vote and lost.\n\n"
        "4.    The original motion was put to the vote and carried.\n\n"
        "5.    RESOLVED that fares be frozen.\n"
    )
    amendment, resolution = found.decisions
    assert [vote.outcome for vote in found.votes] == ["lost", "carried"]
    assert (amendment.proposer, amendment.vote) == ("Mr Brockhurst", 0)
    assert (resolution.proposer, resolution.vote) == ("Ms Oduya", 1)


def test_a_decision_that_is_endorsed_is_resolved_with_its_points() -> None:
    document, found = item(
        "3.    RESOLVED that the proposed decision:\n\nTo:\n\na)    approve the contract; and\n\n"
        "b)    review it;\n\nbe endorsed.\n\n4.    Mr Brockhurst closed the debate.\n"
    )
    [decision] = found.decisions
    assert told(document, decision)[1] == (
        "RESOLVED that the proposed decision: To: a) approve the contract; and b) review it; "
        "be endorsed."
    )
