"""Questions to begin with."""

import pytest

from ui.examples import example_questions, subject, topics
from vectorstore.edition import Edition


def test_topics_that_come_up_often_come_first_whatever_their_subtitle() -> None:
    titles = ["Ferries - winter timetable", "Allotments", "Ferries: fares", "FERRIES"]
    assert topics(titles) == ["Ferries", "Allotments"]


def test_what_every_agenda_has_is_no_topic() -> None:
    assert not topics(
        [
            "Apologies and Substitutes",
            "Declarations of Interest by Members in items on the agenda",
            "Minutes of the meeting held on 13 June 2023",
            "Any other business",
        ]
    )


def test_the_samples_give_examples_that_the_samples_can_answer(samples: Edition) -> None:
    questions = example_questions(samples)
    assert len(set(questions)) == 4
    for question in questions:
        assert any(hit.keyword > 0 for hit in samples.search(question, limit=3))


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Priority two: Safer roads", "Safer roads"),
        ("Appendix B – Ferry fares", "Ferry fares"),
        ("Priority four", None),
        ("Part-time ferries", "Part-time ferries"),
        ("Apologies for absence", None),
    ],
)
def test_the_subject_of_an_item_is_what_its_title_says_after_a_number(
    title: str, about: str | None
) -> None:
    assert subject(title) == about
