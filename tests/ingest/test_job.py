"""The ingestion, with a real library."""

import json
import os
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from ingest.job import Progress, Stage, ingest, read
from ingest.metadata import Metadata
from ingest.report import Outcome
from vectorstore.embedding import Embedder
from vectorstore.errors import UnreadableDocument
from vectorstore.library import Library, open_library
from vectorstore.settings import LibrarySettings

DUCKS = "Agenda item\n\nDucks\n\nMinutes:\n\n1. Mr Pell counted forty ducks on the mill pond.\n"
SWANS = "Agenda item\n\nSwans\n\nMinutes:\n\n1. Ms Rook asked who fed the swans in winter.\n"


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder(LibrarySettings())


@pytest.fixture
def library(tmp_path: Path, embedder: Embedder) -> Library:
    library = open_library(LibrarySettings(home=tmp_path / "home"))
    library.embedder = embedder  # so that the model is loaded once
    return library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "ducks.txt").write_text(DUCKS)
    (folder / "swans.txt").write_text(SWANS)
    return folder


def outcomes(library: Library, *paths: Path) -> dict[str, int]:
    return {name: n for name, n in ingest(library, paths).documents.items() if n}


def test_what_was_ingested_is_found(library: Library, folder: Path) -> None:
    report = ingest(library, [folder])
    assert report.documents[Outcome.ADDED] == 2
    assert (report.meetings, report.items, report.paragraphs, report.passages) == (2, 2, 2, 2)
    assert report.embedded == 2
    assert report.edition == library.current().name
    assert library.current().search("ducks")[0].passage.reference.document == "ducks.txt"


def test_unchanged_files_are_not_read_again_and_make_no_edition(
    library: Library, folder: Path
) -> None:
    first = ingest(library, [folder])
    second = ingest(library, [folder])
    assert second.documents == {Outcome.UNCHANGED: 2, Outcome.SKIPPED: 0}
    assert second.edition == first.edition
    assert second.embedded == 0


def test_a_changed_file_and_a_new_sidecar_update_their_document(
    library: Library, folder: Path
) -> None:
    ingest(library, [folder])
    (folder / "ducks.txt").write_text(DUCKS.replace("forty", "fifty"))
    (folder / "swans.txt.toml").write_text("date = 2024-03-04")
    assert outcomes(library, folder) == {"updated": 2}
    edition = library.current()
    assert "fifty" in edition.search("ducks")[0].passage.text
    assert str(edition.coverage().first_date) == "2024-03-04"
    assert len(edition.documents()) == 2


def test_the_same_bytes_in_two_places_are_a_duplicate(library: Library, folder: Path) -> None:
    (folder / "again.txt").write_text(DUCKS)
    assert outcomes(library, folder) == {"added": 2, "duplicate": 1}


def test_every_bad_file_is_one_failure_and_the_others_go_on(library: Library, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "swans.txt.toml").write_text("year = 2024")
    (folder / "photo.png").write_bytes(b"x")
    report = ingest(library, [folder, folder / "photo.png", folder / "gone.txt"])
    assert report.documents[Outcome.ADDED] == 1
    assert report.documents[Outcome.FAILED] == 5
    assert sorted(each.document for each in report.failures) == [
        "broken.pdf", "empty.txt", "gone.txt", "photo.png", "swans.txt",
    ]  # fmt: skip
    assert all(each.reason.endswith(".") and "\n" not in each.reason for each in report.failures)
    remembered = {each.document for each in library.current().failures()}
    assert remembered == {"broken.pdf", "empty.txt", "swans.txt"}


def test_a_file_that_is_mended_is_no_failure_any_more(library: Library, folder: Path) -> None:
    (folder / "late.txt").write_bytes(b"")
    ingest(library, [folder])
    (folder / "late.txt").write_text(SWANS.replace("swans", "geese"))
    assert outcomes(library, folder) == {"added": 1, "unchanged": 2}
    assert library.current().failures() == []


def test_what_is_given_holds_for_every_file(library: Library, folder: Path) -> None:
    ingest(library, [folder], given=Metadata(committee="Parks Panel"))
    assert library.current().committees() == ("Parks Panel",)


def test_progress_tells_each_file_and_the_stages(library: Library, folder: Path) -> None:
    told: list[Progress] = []
    ingest(library, [folder], progress=told.append)
    read_now = [each for each in told if each.stage is Stage.READ]
    assert [(each.done, each.total, each.document) for each in read_now] == [
        (0, 2, "ducks.txt"), (1, 2, "swans.txt"),
    ]  # fmt: skip
    assert [each.stage for each in told][-1] is Stage.PUBLISH
    assert any(each.stage is Stage.EMBED and each.done == each.total for each in told)


def test_warnings_name_what_a_person_may_mend(library: Library, folder: Path) -> None:
    (folder / "cut.txt").write_text(
        "Items\nNo. Item\n\n7.\n\nGeese\n\nMinutes:\n\n1. The ... view the full minutes text for "
        "item 7.\n\n8.\n\nHens\n\nMinutes:\n\nRESOLVED that they stay.\n"
    )
    (folder / "deep").mkdir()
    (folder / "deep" / "ducks.txt").write_text(DUCKS.replace("forty", "sixty"))
    warnings = "\n".join(ingest(library, [folder]).warnings)
    assert "cut.txt: the text of item 7 is cut off" in warnings
    assert "ducks.txt: the date of the meeting is not recorded" in warnings
    assert "2 files are named ducks.txt" in warnings
    (folder / "swans.txt").unlink()
    assert "swans.txt is in the library but no longer in" in ingest(library, [folder]).warnings[0]


def test_what_is_gone_from_a_folder_is_taken_out_when_asked_and_kept_by_default(
    library: Library, folder: Path
) -> None:
    (folder / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    ingest(library, [folder])
    (folder / "swans.txt").unlink()
    (folder / "torn.pdf").unlink()
    assert outcomes(library, folder) == {"unchanged": 1}
    assert [each.name for each in library.current().documents()] == ["ducks.txt", "swans.txt"]
    assert library.current().failures() == []
    report = ingest(library, [folder], prune=True)
    assert (report.documents[Outcome.REMOVED], report.documents[Outcome.UNCHANGED]) == (1, 1)
    assert [each.name for each in library.current().documents()] == ["ducks.txt"]


def test_the_report_is_the_json_that_was_agreed(library: Library, folder: Path) -> None:
    report = json.loads(json.dumps(ingest(library, [folder]).to_json()))
    assert list(report) == [
        "schema", "documents", "meetings", "items", "paragraphs", "passages", "restricted",
        "embedded", "edition", "failures", "warnings", "seconds",
    ]  # fmt: skip
    assert report["schema"] == 1
    assert report["documents"] == {
        "added": 2, "updated": 0, "unchanged": 0, "removed": 0, "duplicate": 0, "failed": 0,
        "skipped": 0,
    }  # fmt: skip


def test_one_file_is_read_with_its_sidecar_and_without_a_library(folder: Path) -> None:
    (folder / "ducks.txt.toml").write_text('council = "Marsh Council"')
    assert read(folder / "ducks.txt").meetings[0].council == "Marsh Council"
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read(folder)


def test_a_list_in_the_folder_gives_facts_and_its_bad_lines_are_told(
    library: Library, folder: Path
) -> None:
    (folder / "manifest.csv").write_text(
        "file,committee\nducks.txt,Pond Panel\ngeese.txt,Pond Panel\n"
    )
    report = ingest(library, [folder])
    assert report.documents[Outcome.ADDED] == 2
    assert [each.document for each in report.failures] == ["manifest.csv, line 3"]
    assert library.current().committees() == ("Pond Panel",)


def test_the_documents_of_an_archive_are_read_under_their_names(
    library: Library, folder: Path
) -> None:
    with zipfile.ZipFile(folder / "papers.zip", "w") as archive:
        archive.writestr("2024/../../geese.txt", DUCKS.replace("ducks", "geese"))
        archive.writestr("2024/photo.png", b"x")
        archive.writestr("inner.zip", b"PK")
    report = ingest(library, [folder])
    assert report.documents[Outcome.ADDED] == 3
    [refused] = report.failures
    assert refused.document == "inner.zip"
    assert "archive within an archive" in refused.reason
    assert library.current().document(f"{folder}/papers.zip!/2024/../../geese.txt").name == (
        "geese.txt"
    )
    assert outcomes(library, folder) == {"unchanged": 3, "failed": 1}


def test_an_archive_that_would_overwhelm_is_not_unpacked(library: Library, folder: Path) -> None:
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b" " * 30_000_000)
    (folder / "torn.zip").write_bytes(b"PK\x03\x04 torn")
    report = ingest(library, [folder])
    assert report.documents[Outcome.ADDED] == 2
    reasons = {each.document: each.reason for each in report.failures}
    assert "must be a trap" in reasons["bomb.zip"]
    assert "no ZIP archive" in reasons["torn.zip"]


def test_a_name_with_a_line_end_and_bytes_that_are_no_text_is_told_on_one_line(
    library: Library, folder: Path
) -> None:
    (folder / "new\nline.txt").write_bytes(b"")
    (folder / os.fsdecode(b"b\xe9.txt")).write_text(DUCKS.replace("ducks", "bees"))
    report = ingest(library, [folder])
    assert [each.document for each in report.failures] == ["new line.txt"]
    assert report.documents[Outcome.ADDED] == 3
    assert outcomes(library, folder) == {"unchanged": 3, "failed": 1}


def test_an_ingest_killed_while_it_reads_goes_on_with_what_was_not_recorded(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(DUCKS.replace("forty", f"{number}") * 20)
    home = library.settings.home
    process = subprocess.Popen(
        [sys.executable, "-m", "minutes_cli", "ingest", str(folder)],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"MINUTES_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while recorded(home) < 20:
        assert process.poll() is None
        time.sleep(0.02)
    process.kill()
    process.wait()
    kept = recorded(home)
    report = ingest(library, [folder])
    assert report.documents[Outcome.UNCHANGED] == kept
    assert report.documents[Outcome.ADDED] == 300 - kept
    assert library.verify() == []


def recorded(home: Path) -> int:
    """How many documents the edition in the making holds."""
    staged = home / "staging" / "catalogue.sqlite"
    if not staged.is_file():
        return 0
    with closing(sqlite3.connect(staged)) as connection:
        try:
            [count] = connection.execute("SELECT count(*) FROM documents").fetchone()
        except sqlite3.OperationalError:  # its tables are only being made
            return 0
    return int(count)


def test_importing_the_job_loads_no_heavy_library() -> None:
    heavy = "{'torch', 'openvino', 'chromadb', 'pypdf', 'docx', 'selectolax'}"
    code = f"import sys, ingest.job; sys.exit(', '.join({heavy} & sys.modules.keys()))"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert done.stderr == "\n"


def test_an_ingest_with_nothing_new_loads_no_model_and_opens_no_index(
    library: Library, folder: Path
) -> None:
    ingest(library, [folder])
    code = (
        "import sys; from pathlib import Path; from ingest.job import ingest; "
        "from vectorstore.library import open_library; "
        "from vectorstore.settings import LibrarySettings; "
        "library = open_library(LibrarySettings(home=Path(sys.argv[1]))); "
        "assert ingest(library, [Path(sys.argv[2])]).documents['unchanged'] == 2; "
        "sys.exit(', '.join({'torch', 'openvino', 'chromadb'} & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", code, str(library.settings.home), str(folder)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.stderr == "\n"
