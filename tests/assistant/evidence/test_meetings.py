"""No meeting is left out because a sentence of another holds more of the question's words."""

from datetime import date

from assistant.evidence.choosing import MOST_IN_COURSE, choose
from assistant.evidence.weighing import Candidate
from tests.assistant.found import candidate, findings, term
from tests.assistant.invented import passage

POTHOLES, DRAINS = term("potholes"), term("drains")


def _said(words: str, id: str, *, score: float, own: float, meeting: str) -> Candidate:
    held = passage(words, id=id, meeting=meeting, item_title="Roads")
    return candidate(held, score=score, own=own)


BOTH = _said("Potholes and drains.", "both", score=1.0, own=1.0, meeting="m1")


def _chosen(question: str, *found: Candidate) -> set[str]:
    chosen = choose(findings(question, *found, terms=(POTHOLES, DRAINS)))
    return {each.passage.id for each in chosen}


def test_a_meeting_that_dealt_with_one_half_is_told_beside_one_that_dealt_with_both() -> None:
    one_half = _said("More potholes.", "half", score=0.6, own=0.5, meeting="m2")
    assert _chosen("what was said about potholes and drains?", BOTH, one_half) == {"both", "half"}


def test_a_topic_of_one_piece_is_not_told_by_one_of_its_words() -> None:
    one_word = _said("More potholes.", "word", score=0.6, own=0.5, meeting="m2")
    assert _chosen("what was said about potholes under drains?", BOTH, one_word) == {"both"}


def test_what_is_far_from_the_best_is_told_only_where_everything_is_asked_for() -> None:
    far = _said("Potholes and drains.", "far", score=0.45, own=1.0, meeting="m2")
    assert _chosen("what was said about potholes and drains?", BOTH, far) == {"both"}
    everything = "what was said about potholes and drains at all the meetings?"
    assert _chosen(everything, BOTH, far) == {"both", "far"}


def test_the_course_of_something_takes_a_few_paragraphs_of_each_meeting() -> None:
    held = [
        passage("Potholes.", id=f"{year}-{n}", meeting=str(year), date=date(year, 5, 1))
        for year in (2021, 2022, 2023)
        for n in range(9)
    ]
    chosen = choose(findings("How have potholes changed over the years?", *map(candidate, held)))
    told = [found.passage.reference.meeting for found in chosen]
    assert {meeting: told.count(meeting) for meeting in told} == dict.fromkeys(
        ("2021", "2022", "2023"), MOST_IN_COURSE
    )
