"""A sentence comes with the neighbours it needs to be understood, word for word."""

from dataclasses import replace

import pytest

from assistant.extractive.completing import completed
from tests.assistant.found import candidate, judged, part_of
from tests.assistant.invented import passage
from vectorstore.found import Reference, StoredPassage
from vectorstore.records import ParagraphKind


def item(*paragraphs: tuple[str | None, ParagraphKind, str]) -> list[StoredPassage]:
    """The passages of one agenda item, with their labels and kinds."""
    held = []
    for number, (label, kind, raw) in enumerate(paragraphs):
        made = passage(raw, id=f"p{number}", start=1000 * (number + 1), kind=kind)
        names = {name: getattr(made.reference, name) for name in Reference.__slots__}
        reference = Reference(**{**names, "paragraph": label})
        held.append(
            StoredPassage(
                id=made.id,
                heading=made.heading,
                raw=raw,
                start=made.start,
                end=made.end,
                speakers=(),
                reference=reference,
            )
        )
    return held


SAID, DECIDED = "what was said of the pier?", "what was decided about the pier?"


def words(
    around: list[StoredPassage], chosen: int, at: int = 0, asked: str = SAID, titled: float = 0.0
) -> str:
    """What a sentence is completed to, in the order of the text."""
    found = completed(candidate(around[chosen], at, titled=titled), around, part_of(asked))
    spans = sorted({(span, held.id): (held, span) for held, span in found}.values(), key=_start)
    return " ".join(held.raw[a - held.start : b - held.start] for held, (a, b) in spans)


def _start(found: tuple[StoredPassage, tuple[int, int]]) -> int:
    return found[1][0]


NARRATIVE, MOTION = ParagraphKind.NARRATIVE, ParagraphKind.MOTION
VOTE, RESOLUTION = ParagraphKind.VOTE, ParagraphKind.RESOLUTION


def test_a_sentence_that_stands_alone_stays_alone() -> None:
    around = item(("1", NARRATIVE, "The pier opened. It was full. Mr Orrell was glad."))
    assert words(around, 0, at=2) == "Mr Orrell was glad."


def test_a_sentence_that_leans_on_those_before_it_brings_them() -> None:
    around = item(("1", NARRATIVE, "The pier opened. It was full. This pleased all. Rain fell."))
    assert words(around, 0, at=2) == "The pier opened. It was full. This pleased all."


def test_a_question_comes_with_the_reply_of_its_paragraph() -> None:
    around = item(
        ("1", NARRATIVE, "Mrs Vance asked about the pier. Mr Orrell did not know. Rain fell."),
    )
    assert words(around, 0) == "Mrs Vance asked about the pier. Mr Orrell did not know."


def test_a_question_that_ends_its_paragraph_comes_with_the_next_one_s_beginning() -> None:
    around = item(
        ("1", NARRATIVE, "Mrs Vance asked about the pier."),
        ("2", NARRATIVE, "Mr Orrell did not know. Rain fell."),
    )
    assert words(around, 0) == "Mrs Vance asked about the pier. Mr Orrell did not know."


@pytest.mark.parametrize(
    "asked", ["was the motion for a free ferry carried?", "how many voted for the free ferry?"]
)
def test_a_motion_comes_with_the_end_that_its_own_paragraph_tells(asked: str) -> None:
    around = item(
        ("1", MOTION, "Mr Orrell moved that the ferry be free. It was dear. Fell, 4 votes to 7."),
        ("2", MOTION, "Mrs Vance moved that the pier be shut. Carried by 8 votes to 3."),
        ("3", VOTE, "For (8): Mrs Vance and others"),
    )
    assert (
        words(around, 0, asked=asked)
        == "Mr Orrell moved that the ferry be free. Fell, 4 votes to 7."
    )


def test_a_decision_is_no_reply_to_a_question() -> None:
    around = item(
        ("1", NARRATIVE, "Mrs Vance asked about the pier."),
        (None, RESOLUTION, "RESOLVED that the report be noted."),
    )
    assert words(around, 0) == "Mrs Vance asked about the pier."


def test_a_lead_brings_the_whole_of_its_nested_list_and_no_more() -> None:
    around = item(
        ("3", NARRATIVE, "Mr Orrell reported that:"),
        ("3(i)", NARRATIVE, "the pier was shut;"),
        ("3(ii)", NARRATIVE, "the ferry was late. It was full."),
        ("4", NARRATIVE, "Mrs Vance spoke."),
    )
    assert words(around, 0) == (
        "Mr Orrell reported that: the pier was shut; the ferry was late. It was full."
    )
    assert words(around, 1) == "the pier was shut;"


def test_lettered_points_belong_to_the_lead_before_them() -> None:
    around = item(
        (None, NARRATIVE, "The points were:"),
        ("a", NARRATIVE, "The pier."),
        ("b", NARRATIVE, "The ferry."),
        (None, NARRATIVE, "Mrs Vance spoke."),
    )
    assert words(around, 0) == "The points were: The pier. The ferry."


def test_a_lettered_list_begins_with_a() -> None:
    around = item(
        ("4", NARRATIVE, "Mrs Vance read this out:"),
        ("c", NARRATIVE, "The pier."),
    )
    assert words(around, 0) == "Mrs Vance read this out:"


DECISION = (
    ("1", NARRATIVE, "Mrs Vance spoke."),
    ("2", MOTION, "Mr Orrell moved that the pier be shut."),
    (None, VOTE, "For (4) Mr Orrell"),
    (None, VOTE, "Motion carried."),
    (None, RESOLUTION, "RESOLVED that:"),
    ("a", RESOLUTION, "the pier be shut; and"),
    ("b", RESOLUTION, "the ferry be kept."),
    ("3", NARRATIVE, "Rain fell."),
)
MOVED = "Mr Orrell moved that the pier be shut."
RESOLVED = "RESOLVED that: the pier be shut; and the ferry be kept."


@pytest.mark.parametrize("chosen", [4, 5, 6])
def test_any_point_of_a_resolution_brings_the_whole_of_it_and_who_moved_it(chosen: int) -> None:
    assert words(item(*DECISION), chosen, asked=DECIDED) == f"{MOVED} {RESOLVED}"


def test_a_motion_that_was_resolved_is_told_with_the_resolution_and_without_the_votes() -> None:
    assert words(item(*DECISION), 1, asked=DECIDED) == f"{MOVED} {RESOLVED}"


def test_a_motion_that_was_lost_is_told_with_its_end() -> None:
    lost = (DECISION[1], (None, VOTE, "Motion lost."), DECISION[-1])
    assert words(item(*lost), 0, asked=DECIDED) == (
        "Mr Orrell moved that the pier be shut. Motion lost."
    )


def test_the_whole_decision_comes_where_it_is_asked_for_or_its_item_is_the_topic() -> None:
    around = item(*DECISION)
    assert words(around, 5, asked=SAID) == "the pier be shut; and"
    assert words(around, 5, asked=SAID, titled=1.0) == RESOLVED
    assert words(around, 0, asked=DECIDED) == "Mrs Vance spoke."


def test_who_voted_how_is_told_where_it_is_asked() -> None:
    around = item(*DECISION)
    assert (
        words(around, 1, asked="how did Mr Orrell vote on the pier?")
        == "Mr Orrell moved that the pier be shut. For (4) Mr Orrell"
    )


def test_a_list_without_labels_ends_where_somebody_speaks_or_another_begins() -> None:
    around = item(
        (None, NARRATIVE, "Members named the following points for the pier:"),
        (None, NARRATIVE, "Its lamps."),
        (None, NARRATIVE, "Its boards."),
        (None, NARRATIVE, "They also named two for the ferry:"),
        (None, NARRATIVE, "Its fares."),
    )
    assert words(around, 0) == (
        "Members named the following points for the pier: Its lamps. Its boards."
    )
    around[2] = replace(around[2], speakers=("Mrs Vance",))
    assert words(around, 0) == "Members named the following points for the pier: Its lamps."


def test_a_debate_is_no_list() -> None:
    turns = [(None, NARRATIVE, f"The pier was {'very ' * 60}old.") for _ in range(6)]
    around = item((None, NARRATIVE, "In the debate it was said:"), *turns)
    assert words(around, 0) == "In the debate it was said:"


@pytest.mark.parametrize("chosen", [0, 4])
def test_how_a_vote_ended_is_told_to_those_who_ask_whether_it_was_carried(chosen: int) -> None:
    around = item(
        ("1", MOTION, "Mrs Vance moved that the pier be mended."),
        ("2", VOTE, "The votes cast were as follows:"),
        ("3", VOTE, "For (2) Mrs Vance, Dr Pell"),
        ("4", VOTE, "Motion carried."),
        ("5", RESOLUTION, "RESOLVED that the pier be mended."),
    )
    motion, ended, resolved = around[0].text, around[3].text, around[4].text
    asked = "was the motion on the pier carried?"
    assert words(around, chosen, asked=asked).endswith(f"{ended} {resolved}")
    assert ended not in words(around, chosen, asked=DECIDED)
    assert words(around, 0, asked=asked) == f"{motion} {ended} {resolved}"


def test_a_date_that_was_asked_for_is_told_without_the_list_that_it_leads_to() -> None:
    around = item(
        ("1", NARRATIVE, "Points for the report in July 2026:"),
        ("1(a)", NARRATIVE, "the pier;"),
    )
    asked = part_of("when will the report return?")
    found = completed(judged(candidate(around[0]), asked), around, asked)
    assert [held.id for held, _ in found] == ["p0"]
    assert words(around, 0) == "Points for the report in July 2026: the pier;"


def test_what_opens_a_matter_brings_what_was_decided_on_it_to_a_broad_question() -> None:
    around = item(
        (None, NARRATIVE, "A kiosk on the pier."),
        (None, NARRATIVE, "Two people had objected."),
        (None, RESOLUTION, "Decision: REFUSED, as it would hide the sea."),
    )
    assert words(around, 0) == "A kiosk on the pier. Decision: REFUSED, as it would hide the sea."
    assert words(around, 0, asked="how big is the kiosk?") == "A kiosk on the pier."
    assert words(around, 1) == "Two people had objected."
    assert words(around, 1, titled=1.0).endswith("Decision: REFUSED, as it would hide the sea.")
