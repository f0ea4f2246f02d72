"""Questions to begin with."""

from pathlib import Path

import pytest

from ingest.job import ingest
from ui.examples import example_questions, subject, topics
from vectorstore.edition import Edition
from vectorstore.library import open_library
from vectorstore.records import DECIDES
from vectorstore.settings import LibrarySettings

UNDATED = """MARLSHIRE COUNTY COUNCIL

CABINET

MINUTES of a meeting of the Cabinet held in the Council Chamber, Castermouth.

PRESENT: Mrs J Applin (Chairman), Mr T Kettleby

12. The pier - update
(Item 4)

(1) Mr Kettleby said that the pier had been painted in the spring.
"""


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


def test_decisions_are_asked_about_where_there_are_some(samples: Edition) -> None:
    [topic] = [
        question.removeprefix("What was decided about ").removesuffix("?")
        for question in example_questions(samples)
        if question.startswith("What was decided")
    ]
    kinds = {
        paragraph.kind
        for document in samples.documents()
        for meeting in samples.document(document.key).meetings
        for item in meeting.items
        for paragraph in item.paragraphs
        if subject(item.title or "") == topic
    }
    assert kinds & DECIDES


def test_minutes_without_a_date_give_examples_too(tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text(UNDATED)
    library = open_library(LibrarySettings(home=tmp_path / "home"))
    ingest(library, [minutes])
    assert example_questions(library.current()) == ("What was said about The pier?",)


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Priority two: Safer roads", "Safer roads"),
        ("Appendix B – Ferry fares", "Ferry fares"),
        ("Priority four", None),
        ("Part-time ferries", "Part-time ferries"),
        ("Apologies for absence", None),
        ("Notes of the meeting held on 3 May 2023", None),
        ("Dates of future meetings", None),
        ("Ferry timetable (summer) - update", "Ferry timetable"),
        ("Pier Trust Update", "Pier Trust"),
        ("Updates", None),
        ("Ferry Strategy 2022 - 25", "Ferry Strategy 2022 - 25"),
    ],
)
def test_the_subject_of_an_item_is_what_its_title_says_after_a_number(
    title: str, about: str | None
) -> None:
    assert subject(title) == about
