"""The library's upkeep: damage found and mended, documents erased."""

import json
import shutil
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.vectorstore import worker
from tests.vectorstore.conftest import open_quickly
from tests.vectorstore.documents import POTHOLES, SCOOTERS, WARDENS, minutes, publish
from tests.vectorstore.stand_in import WordEmbedder
from vectorstore import catalogue
from vectorstore.errors import DamagedLibrary, LibraryError
from vectorstore.found import Hit
from vectorstore.library import Library
from vectorstore.revision import Step

# Chroma writes its index to files of its own from a thousand vectors on, and then forgets the log.
MANY = minutes(
    "wards.txt",
    {f"Ward {ward}": [f"Ward {ward} asked for {thing} bins." for thing in range(30)]
     for ward in range(84)},
)  # fmt: skip
WORD = "Quillfeather"
SECRET = minutes(
    "secret.txt",
    {"Complaint": [f"Miss {WORD} of Larkfield Hill complained of the Noisy Geese Unit (NGU)."]},
)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("large") / "home"
    publish(open_quickly(home), MANY)
    return home


@pytest.fixture
def home(large: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(large, tmp_path / "home"))


def answers(library: Library) -> list[list[Hit]]:
    return [library.current().search(question) for question in ("ward 7", "12 bins", "asked")]


def index_files(home: Path) -> list[Path]:
    chroma = home / "editions" / "000001" / "chroma"
    return sorted(path for path in chroma.rglob("*") if path.is_file() and path.stat().st_size)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("damage", [Path.unlink, cut_short])
def test_a_damaged_index_is_refused_named_and_mended_without_embedding(
    home: Path, damage: Callable[[Path], None]
) -> None:
    opened = open_quickly(home)
    before = answers(opened)
    for path in index_files(home):
        sound = path.read_bytes()
        damage(path)
        for library in (opened, open_quickly(home)):
            with pytest.raises(DamagedLibrary, match=r"^Edition 000001 is damaged .+ --repair`\.$"):
                library.current()
        assert any(path.name in problem for problem in opened.verify())
        path.write_bytes(sound)
    damage(index_files(home)[0])
    mended = open_quickly(home)
    assert mended.repair() == "000002"
    assert isinstance(mended.embedder, WordEmbedder)
    assert mended.embedder.embedded == []
    assert mended.verify() == []
    assert answers(mended) == before


@pytest.mark.parametrize("rest", [b"", None, bytes(100_000)])
def test_an_index_whose_vectors_are_gone_is_found_though_its_count_looks_right(
    large: Path, home: Path, rest: bytes | None
) -> None:
    # From another folder: within one process, whoever opens a folder again shares what is loaded.
    before = answers(open_quickly(large))
    for path in index_files(home):
        if path.name != "chroma.sqlite3":
            if rest is None:
                path.unlink()
            else:
                path.write_bytes(rest)
    # As if the files had been so when the edition was made.
    manifest = home / "editions" / "000001" / "edition.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"files": {}}))
    library = open_quickly(home)
    library.current()
    assert [problem for problem in library.verify() if "index" in problem]
    library.repair()
    assert library.verify() == []
    assert answers(library) == before


def test_verifying_does_not_disturb_a_reader_of_the_same_process(home: Path) -> None:
    library = open_quickly(home)
    before = answers(library)
    assert library.verify() == []
    assert answers(library) == before


def test_a_damaged_catalogue_is_not_repaired_but_gone_back_from(tmp_path: Path) -> None:
    library = open_quickly(tmp_path)
    publish(library, POTHOLES)
    publish(library, SCOOTERS)
    path = tmp_path / "editions" / "000002" / "catalogue.sqlite"
    path.write_bytes(path.read_bytes()[:4096] + bytes(path.stat().st_size - 4096))
    library = open_quickly(tmp_path)
    assert library.verify()
    with pytest.raises(DamagedLibrary, match=r"with `minutes rollback`, then ingest again\.$"):
        library.repair()
    assert library.rollback() == "000001"
    assert library.verify() == []
    assert publish(library, SCOOTERS) == "000003"


def test_a_keyword_index_that_lost_words_is_found(tmp_path: Path) -> None:
    library = open_quickly(tmp_path)
    publish(library, POTHOLES, SCOOTERS)
    path = tmp_path / "editions" / "000001" / "catalogue.sqlite"
    connection = catalogue.open_to_write(path)
    for row in connection.execute("SELECT row, heading, raw FROM passages").fetchall():
        connection.execute(
            "INSERT INTO passage_words (passage_words, rowid, heading, raw) "
            "VALUES ('delete', ?, ?, ?)",
            tuple(row),
        )
        connection.execute(
            "INSERT INTO passage_words (rowid, heading, raw) VALUES (?, '', '')", (row["row"],)
        )
    connection.close()
    assert any("keyword index does not find" in problem for problem in library.verify())


def test_letters_that_sqlite_and_python_part_differently_are_no_damage(tmp_path: Path) -> None:
    library = open_quickly(tmp_path)
    wording = "The cafe\u0301teria, naïve ½ ﬁnance \u0a17\u0a41\u0a1c\u0a30 \u0000 x\u0308y\u0308."
    publish(library, minutes("letters.txt", {"Letters": [wording]}))
    assert library.verify() == []
    assert library.current().search("cafeteria")[0].keyword == 1.0


# --- Erasing -------------------------------------------------------------------------------


def traces(home: Path) -> list[str]:
    """The files under a home that still hold a word, the digest's bytes or a vector of SECRET."""
    [passage] = SECRET.passages
    words = SECRET.document.text[passage.start : passage.end]
    embedder = WordEmbedder(open_quickly(home).settings)
    [vector] = embedder.passages([catalogue.embedded_text(passage.heading, words)])
    wanted = [WORD.encode(), WORD.lower().encode(), b"quillfeath", b"Noisy Geese", b"ngu"]
    wanted += [vector.tobytes(), catalogue.pack(vector), SECRET.document.digest.encode()]
    return [
        str(path.relative_to(home))
        for path in sorted(home.rglob("*"))
        if path.is_file() and any(trace in path.read_bytes() for trace in wanted)
    ]


@pytest.fixture
def told(tmp_path: Path) -> Library:
    """A library whose editions and originals hold SECRET, in two versions."""
    library = open_quickly(tmp_path / "told")
    older = minutes("secret.txt", {"Complaint": [f"Miss {WORD} has not complained yet."]})
    publish(library, older, POTHOLES)
    publish(library, SECRET, WARDENS)
    publish(library, SCOOTERS)
    assert len(traces(library.settings.home)) >= 5
    return library


def test_a_forgotten_document_leaves_no_word_in_any_file(told: Library) -> None:
    digest = told.forget("secret.txt")
    assert digest == SECRET.document.digest
    assert traces(told.settings.home) == []
    assert told.verify() == []
    assert [info.name for info in told.editions()] == ["000004"]
    listed = {document.name for document in told.current().documents()}
    assert listed == {"potholes.txt", "wardens.txt", "scooters.txt"}
    assert told.current().search("potholes", limit=1)[0].keyword == 1.0
    with pytest.raises(LibraryError, match="not kept"):
        told.original(digest)


def test_forgetting_needs_no_embedding(told: Library) -> None:
    library = open_quickly(told.settings.home)
    library.forget("secret.txt")
    assert isinstance(library.embedder, WordEmbedder)
    assert library.embedder.embedded == []


def test_a_forgotten_document_takes_unpublished_work_with_it(told: Library) -> None:
    newer = minutes("secret.txt", {"Complaint": [f"Miss {WORD} withdrew the complaint."]})
    with told.revise() as revision:
        newer.put(revision)
    told.forget("secret.txt")
    assert traces(told.settings.home) == []


def test_a_document_that_only_shares_its_bytes_is_forgotten_with_all_its_sources(
    told: Library,
) -> None:
    with told.revise() as revision:
        copy = replace(SECRET, document=replace(SECRET.document, name="copy.txt"))
        copy.put(revision, source="/elsewhere/copy.txt")
        revision.publish()
    told.forget("/elsewhere/copy.txt")
    assert traces(told.settings.home) == []


def test_forgetting_what_is_not_there_is_refused_in_one_sentence(told: Library) -> None:
    with pytest.raises(LibraryError, match=r"no document called “nowhere\.txt”"):
        told.forget("nowhere.txt")
    assert told.current_name() == "000003"


def test_a_forgotten_document_may_come_back(told: Library) -> None:
    told.forget("secret.txt")
    publish(told, SECRET)
    assert told.current().document("secret.txt") == SECRET.document
    assert told.original(SECRET.document.digest) == SECRET.original


@pytest.mark.parametrize("step", [Step.COPY, Step.INDEX, Step.VERIFY, Step.PUBLISH])
def test_an_erasure_killed_before_publication_is_done_when_asked_again(
    told: Library, step: Step
) -> None:
    home = told.settings.home
    process, _ = worker.start(worker.forgetting, home, "secret.txt", step.value)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    library = open_quickly(home)
    assert library.current().document("secret.txt") == SECRET.document
    library.forget("secret.txt")
    assert traces(home) == []


def test_an_erasure_killed_after_publication_is_finished_by_the_next_writer(told: Library) -> None:
    home = told.settings.home
    process, _ = worker.start(worker.forgetting, home, "secret.txt", Step.TIDY.value)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert traces(home)
    with open_quickly(home).revise():
        assert traces(home) == []
    assert [info.name for info in open_quickly(home).editions()] == ["000004"]


def test_an_erasure_that_was_killed_is_not_published_by_another_revision(told: Library) -> None:
    home = told.settings.home
    process, _ = worker.start(worker.forgetting, home, "secret.txt", Step.INDEX.value)
    process.join()
    library = open_quickly(home)
    publish(library, MANY)
    assert library.current().document("secret.txt") == SECRET.document
    assert library.original(SECRET.document.digest) == SECRET.original
