"""Real records of committees, where they are beside the checkout: the traps of each."""

from pathlib import Path

import pytest

from tests.ingest.outlines import outline, outside, read, unplaced
from vectorstore.records import Document

NAMES = (
    "kent-community-safety-agreement-2014-17.txt",
    "kent-community-safety-partnership-meeting.txt",
    "kent-scrutiny-community-safety-agreement-2024.txt",
    "kent-scrutiny-community-safety-partnership-2025.txt",
    "medway-community-safety-plan-2024-27.txt",
)


def labels(document: Document) -> list[str | None]:
    return [each.label for *_, each in document.paragraphs()]


@pytest.mark.parametrize("name", NAMES)
def test_no_date_and_no_council_is_guessed(shared_minutes: Path, name: str) -> None:
    (meeting,) = read(shared_minutes / name).meetings
    assert (meeting.council, meeting.date, meeting.status) == (None, None, None)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_the_file_and_nothing_of_it_is_lost(shared_minutes: Path, name: str) -> None:
    document = read(shared_minutes / name)
    assert document.text == (shared_minutes / name).read_text(encoding="utf-8").lstrip("\ufeff")
    titles = [item.title for item in document.meetings[0].items if item.title]
    furniture = {
        "Agenda item", "Minutes:", "Discussion:", "Decision:", "Supporting documents:", "Items",
        "Additional documents:", "• Agenda and minutes", "No. Item",
    }  # fmt: skip
    for run in outside(document):
        short_label = len(run) <= 3
        of_title = any(title in run for title in titles)
        pointer = run.startswith("...") and "view the full minutes text" in run
        assert run in furniture or short_label or of_title or pointer, run


def test_paragraphs_of_the_partnership_meeting(shared_minutes: Path) -> None:
    document = read(shared_minutes / NAMES[1])
    (meeting,) = document.meetings
    business = meeting.items[1:]
    assert [item.number for item in business] == [str(number) for number in range(79, 89)]
    assert [item.number for item in business if item.cut_off] == ["80", "83"]
    assert not any("PDF" in (item.title or "") for item in business)
    assert [each.label for each in business[1].paragraphs] == [
        "1", "1", "1", "1", "1", "2", "1", "1", "1", "1", "1", None,
    ]  # fmt: skip
    assert (meeting.venue, meeting.committee) == ("Online", "Kent Community Safety Partnership")
    assert any(words.startswith("Contact:") for _, rows in outline(document) for *_, words in rows)
    assert any("SSL/TLS" in run for run in unplaced(document))


def test_paths_of_the_2024_agreement(shared_minutes: Path) -> None:
    document = read(shared_minutes / NAMES[2])
    letters = [f"3({letter})" for letter in "abcdefghijklmno"]
    assert labels(document) == ["1", "2", "3", *letters, None]
    assert document.meetings[0].committee == "Scrutiny Committee"
    speakers = {each.label: each.speakers for *_, each in document.paragraphs()}
    assert speakers["1"] == ("Mrs Bell",)
    assert speakers["3(c)"] == ()


def test_bullets_of_the_2014_agreement(shared_minutes: Path) -> None:
    document = read(shared_minutes / NAMES[0])
    assert "5 •2" in labels(document)
    assert "12 •8" in labels(document)
    assert document.meetings[0].committee == "Crime and Disorder Committee"


def test_topics_and_decisions_of_medway(shared_minutes: Path) -> None:
    document = read(shared_minutes / NAMES[4])
    ((_, rows),) = outline(document)
    assert [(label, kind) for label, kind, _ in rows[-3:]] == [
        ("a", "resolution"), ("b", "resolution"), ("c", "resolution"),
    ]  # fmt: skip
    assert any(words.startswith("Flags – Members") for *_, words in rows)
    assert all(each.heading is None for *_, each in document.paragraphs())
    assert document.meetings[0].committee is None
    assert len(unplaced(document)) == 1


def test_wrapped_lines_and_the_motion_of_2025(shared_minutes: Path) -> None:
    document = read(shared_minutes / NAMES[3])
    ((_, rows),) = outline(document)
    assert [label for label, *_ in rows if label] == ["a", "b", "c", "d", "e"]
    motion = next(n for n, (_, kind, _) in enumerate(rows) if kind == "motion")
    assert "Mr Eustace seconded" in rows[motion][2]
    assert {kind for _, kind, _ in rows[motion:-1]} == {"motion"}
    assert rows[-1][1] == "resolution"
    assert document.meetings[0].committee == "Scrutiny Committee"
    assert unplaced(document) == []
