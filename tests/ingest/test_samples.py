"""The sample minutes that are shipped, read as their README tells."""

import tomllib
from pathlib import Path

import pytest

from ingest.readers import SUFFIXES
from tests.ingest.outlines import outside, read, unplaced
from vectorstore.records import DocumentKind

SAMPLES = Path(__file__).parents[2] / "samples/library"
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in SUFFIXES)
PRINTED = [path for path in FILES if path.name.startswith(("cabinet", "environment"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_sample_has_its_facts(path: Path) -> None:
    document = read(path)
    (meeting,) = document.meetings
    sidecar = path.with_name(f"{path.name}.toml")
    dated = not sidecar.is_file() or "date" in tomllib.loads(sidecar.read_text(encoding="utf-8"))
    assert meeting.council is not None
    assert meeting.committee is not None
    assert (meeting.date is not None) is dated
    assert all(item.title for item in meeting.items[1:])


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.name)
def test_printed_samples_have_everyone_in_their_place(path: Path) -> None:
    (meeting,) = read(path).meetings
    assert meeting.chair in meeting.present
    assert len(meeting.present) >= 6
    assert len(meeting.in_attendance) >= 4
    numbers = [int(item.minute_number or 0) for item in meeting.items[1:]]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    for item in meeting.items[1:]:
        assert item.paragraphs
        for vote in item.votes:
            assert vote.outcome in ("carried", "lost")
            assert vote.in_favour is not None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_sentence_of_a_sample_is_lost(path: Path) -> None:
    document = read(path)
    titles = [item.title for meeting in document.meetings for item in meeting.items if item.title]
    for run in outside(document):
        is_sentence = run.endswith((".", ";", ":")) and len(run.split()) > 3
        pointer = "view the full minutes text" in run
        assert not is_sentence or pointer or any(title in run for title in titles), run


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_minuted_in_a_sample_is_unplaced(path: Path) -> None:
    for run in unplaced(read(path)):
        assert "RESOLVED" not in run
        assert not run.startswith(("1.", "(1)"))


def test_the_strategy_is_an_agreement_with_sections() -> None:
    document = read(SAMPLES / "community-safety-strategy-2022-2025.pdf")
    assert document.kind is DocumentKind.AGREEMENT
    labels = {each.label: each.page for *_, each in document.paragraphs()}
    assert labels["8.2(c)"] == 3
    assert labels["11.4"] == 4
