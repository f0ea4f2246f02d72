"""What a list in a folder says of its files."""

import datetime as dt
from pathlib import Path

import pytest

from ingest.manifest import Manifests
from ingest.metadata import Metadata
from vectorstore.records import MeetingStatus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "deep/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def test_a_csv_file_gives_each_file_its_facts(folder: Path) -> None:
    (folder / "manifest.csv").write_text(
        "File,Committee,Date,Status,Address\na.txt,Roads Panel,30/01/2025,draft,https://x.example/\n"
        "deep/c.txt,,2024-02-03,,\n"
    )
    manifests = Manifests([folder])
    assert manifests.of(folder / "a.txt") == Metadata(
        committee="Roads Panel",
        date=dt.date(2025, 1, 30),
        status=MeetingStatus.DRAFT,
        url="https://x.example/",
    )
    assert manifests.of(folder / "deep/c.txt") == Metadata(date=dt.date(2024, 2, 3))
    assert manifests.of(folder / "b.txt") == Metadata()
    assert list(manifests.faults()) == []


def test_a_toml_file_does_too_and_the_nearest_list_holds(folder: Path) -> None:
    (folder / "manifest.toml").write_text('["deep/c.txt"]\ncouncil = "A"\ntitle = "T"\n')
    (folder / "deep/manifest.toml").write_text('["c.txt"]\ncouncil = "B"\n')
    assert Manifests([folder]).of(folder / "deep/c.txt") == Metadata(council="B", title="T")


def test_each_bad_line_is_told_by_its_place_and_the_others_hold(folder: Path) -> None:
    (folder / "manifest.csv").write_text(
        "file,date,kind\na.txt,soon,\ngone.txt,,\n,2024-01-01,\nb.txt,2024-01-01,minutes\n"
    )
    (folder / "manifest.toml").write_text("torn = ")
    manifests = Manifests([folder])
    assert manifests.of(folder / "a.txt") == Metadata()
    assert manifests.of(folder / "b.txt").date == dt.date(2024, 1, 1)
    assert [fault.place for fault in manifests.faults()] == [
        "manifest.csv, line 2", "manifest.csv, line 3", "manifest.csv, line 4", "manifest.toml",
    ]  # fmt: skip
    assert all(each.reason.endswith(".") for each in manifests.faults())
