"""What sidecars and options know about a document."""

import datetime as dt
from pathlib import Path

import pytest

from ingest.metadata import Metadata, read_sidecar
from vectorstore.errors import UnreadableDocument
from vectorstore.records import DocumentKind, MeetingStatus


def sidecar(folder: Path, text: str) -> Path:
    (folder / "minutes.txt.toml").write_text(text, encoding="utf-8")
    return folder / "minutes.txt"


def test_a_file_without_a_sidecar_has_no_metadata(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "minutes.txt") == Metadata()


def test_every_key_of_a_sidecar_is_read(tmp_path: Path) -> None:
    path = sidecar(
        tmp_path,
        'council = "Marsh Council"\ncommittee = "Roads Committee"\ndate = 2024-03-04\n'
        'title = "Minutes"\nstatus = "draft"\nurl = "https://x.example/1"\nkind = "minutes"\n',
    )
    assert read_sidecar(path) == Metadata(
        council="Marsh Council",
        committee="Roads Committee",
        date=dt.date(2024, 3, 4),
        title="Minutes",
        status=MeetingStatus.DRAFT,
        url="https://x.example/1",
        kind=DocumentKind.MINUTES,
    )


def test_a_date_may_be_in_quotation_marks(tmp_path: Path) -> None:
    assert read_sidecar(sidecar(tmp_path, 'date = "2024-03-04"')).date == dt.date(2024, 3, 4)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('comittee = "Roads"', "unknown key 'comittee'"),
        ("council = 7", "text in quotation marks for 'council'"),
        ('council = " "', "text in quotation marks for 'council'"),
        ('date = "4 March"', "a date such as 2025-01-30"),
        ("date = 2024-03-04T10:00:00", "a date such as 2025-01-30"),
        ('status = "final"', '"draft" or "approved"'),
        ('kind = "notes"', '"minutes" or "agreement" or "questions"'),
        ("council = ", "is not TOML"),
    ],
)
def test_a_bad_sidecar_is_refused_with_one_sentence(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"minutes\.txt\.toml") as refusal:
        read_sidecar(sidecar(tmp_path, text))
    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_what_is_given_holds_over_the_sidecar() -> None:
    given = Metadata(council="A")
    assert given.over(Metadata(council="B", title="T")) == Metadata(council="A", title="T")
