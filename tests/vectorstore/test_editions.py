"""Editions on disk: which one is current, which are kept, and what they say of themselves."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.vectorstore.conftest import open_quickly
from tests.vectorstore.documents import POTHOLES, SCOOTERS, Written, minutes, publish
from vectorstore.edition import Edition
from vectorstore.embedding import CARRIED_SHA256
from vectorstore.errors import LibraryError, WrongModel
from vectorstore.library import Library, open_library
from vectorstore.records import DocumentKind


def numbered(number: int) -> Written:
    return minutes("meeting.txt", {"Number": [f"This is revision {number}."]})


def told(edition: Edition) -> str:
    """What the one document of an edition says."""
    [hit] = edition.search("revision")
    return hit.passage.text


def names(library: Library) -> list[str]:
    return [info.name for info in library.editions()]


@pytest.fixture
def home(quick_library: Library) -> Path:
    return quick_library.settings.home


def test_readers_see_the_old_edition_until_the_new_one_is_published(quick_library: Library) -> None:
    publish(quick_library, numbered(1))
    other = open_quickly(quick_library.settings.home)
    with quick_library.revise() as revision:
        numbered(2).put(revision)
        revision.embed()
        assert told(quick_library.current()) == told(other.current()) == "This is revision 1."
        revision.publish()
        assert told(quick_library.current()) == told(other.current()) == "This is revision 2."


def test_an_edition_held_on_to_answers_as_before(quick_library: Library) -> None:
    publish(quick_library, numbered(1))
    held = quick_library.current()
    publish(quick_library, numbered(2))
    assert told(held) == "This is revision 1."
    assert quick_library.current() is quick_library.current()


def test_an_earlier_edition_is_read_while_the_current_one_stays_so(
    quick_library: Library,
) -> None:
    publish(quick_library, numbered(1))
    publish(quick_library, numbered(2))
    earlier, again = quick_library.edition("000001"), quick_library.edition("000001")
    assert (earlier.name, told(earlier)) == ("000001", "This is revision 1.")
    # Whoever lets go of it does not take it from those who hold it as well.
    del again
    assert told(earlier) == "This is revision 1."
    assert quick_library.current_name() == "000002"
    assert told(quick_library.current()) == "This is revision 2."
    assert quick_library.edition("000002") is quick_library.current()
    with pytest.raises(LibraryError, match="There is no edition 000007: `minutes editions`"):
        quick_library.edition("000007")


def test_the_last_three_editions_are_kept(quick_library: Library, home: Path) -> None:
    for number in range(1, 6):
        publish(quick_library, numbered(number))
    assert names(quick_library) == ["000005", "000004", "000003"]
    assert sorted(path.name for path in (home / "editions").iterdir()) == [
        "000003", "000004", "000005",
    ]  # fmt: skip
    assert len(list((home / "originals").iterdir())) == 3


def test_a_revision_without_a_change_makes_no_edition(quick_library: Library) -> None:
    with quick_library.revise() as revision:
        assert revision.publish() is None
    publish(quick_library, POTHOLES)
    with quick_library.revise() as revision:
        assert revision.embed() == 0
        assert revision.publish() == "000001"
    assert names(quick_library) == ["000001"]
    assert not (quick_library.settings.home / "staging").exists()


def test_one_revision_may_publish_twice(quick_library: Library) -> None:
    with quick_library.revise() as revision:
        numbered(1).put(revision)
        assert revision.publish() == "000001"
        numbered(2).put(revision)
        assert revision.publish() == "000002"
    assert told(quick_library.current()) == "This is revision 2."


def test_an_edition_says_how_it_was_made(library: Library) -> None:
    publish(library, POTHOLES, SCOOTERS)
    home = library.settings.home
    kept = json.loads((home / "editions" / "000001" / "edition.json").read_text())
    assert kept["model"] == {
        "name": "all-MiniLM-L6-v2",
        "revision": CARRIED_SHA256,
        "dimension": 384,
        "query_prefix": "",
        "passage_prefix": "",
    }
    assert (kept["documents"], kept["meetings"], kept["passages"]) == (2, 2, 7)
    [info] = library.editions()
    assert info.published_at.tzinfo is not None
    assert info.base is None
    assert library.current_name() == library.current().name == "000001"


def test_rolling_back_brings_the_edition_before_to_the_readers(quick_library: Library) -> None:
    for number in (1, 2, 3):
        publish(quick_library, numbered(number))
    assert quick_library.rollback() == "000002"
    assert told(quick_library.current()) == "This is revision 2."
    assert quick_library.rollback("000003") == "000003"
    assert quick_library.rollback("000001") == "000001"
    with pytest.raises(LibraryError, match=r"no earlier edition"):
        quick_library.rollback()
    assert names(quick_library) == ["000003", "000002", "000001"]


def test_publishing_after_a_rollback_goes_on_from_the_edition_gone_back_to(
    quick_library: Library,
) -> None:
    publish(quick_library, POTHOLES)
    publish(quick_library, SCOOTERS)
    quick_library.rollback()
    assert publish(quick_library, numbered(1)) == "000003"
    listed = {document.name for document in quick_library.current().documents()}
    assert listed == {"potholes.txt", "meeting.txt"}
    assert quick_library.editions()[0].base == "000001"
    assert quick_library.rollback() == "000001"


def test_an_unknown_edition_is_refused_in_one_sentence(quick_library: Library) -> None:
    publish(quick_library, POTHOLES)
    with pytest.raises(LibraryError, match=r"no edition 000009: `minutes editions` lists"):
        quick_library.rollback("000009")


def test_rolling_back_leaves_an_edition_that_cannot_be_read(
    quick_library: Library, home: Path
) -> None:
    publish(quick_library, numbered(1))
    publish(quick_library, numbered(2))
    (home / "editions" / "000002" / "edition.json").write_text("{")
    with pytest.raises(LibraryError, match=r"run `minutes rollback`\.$"):
        open_quickly(home).current()
    assert quick_library.rollback() == "000001"
    assert told(quick_library.current()) == "This is revision 1."


def test_an_edition_that_was_current_stays_listed_when_its_mark_was_never_set(
    quick_library: Library, home: Path
) -> None:
    publish(quick_library, numbered(1))
    (home / "editions" / "000001" / "published").unlink()
    publish(quick_library, numbered(2))
    assert names(quick_library) == ["000002", "000001"]


def test_half_removed_editions_are_swept_up(quick_library: Library, home: Path) -> None:
    publish(quick_library, numbered(1))
    leaving = home / "editions" / "leaving-000000"
    (leaving / "chroma").mkdir(parents=True)
    (leaving / "catalogue.sqlite").write_bytes(b"rest")
    assert names(quick_library) == ["000001"]
    with quick_library.revise():
        assert not leaving.exists()


def test_another_model_is_refused_in_one_sentence(quick_library: Library) -> None:
    publish(quick_library, POTHOLES)
    settings = quick_library.settings.model_copy(update={"embedding_model": "another"})
    for use in (Library.current, Library.revise, Library.verify):
        with pytest.raises(WrongModel, match=r"“all-MiniLM-L6-v2”.*“another”: set MINUTES_EMB"):
            use(open_library(settings))


def test_another_prefix_is_refused(quick_library: Library) -> None:
    publish(quick_library, POTHOLES)
    settings = quick_library.settings.model_copy(update={"query_prefix": "query: "})
    with pytest.raises(WrongModel, match="and its prefixes as they were"):
        open_library(settings).current()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"schema": 99}, r"another version of the program \(schema 99, this one reads 3\)"),
        ({"model": {"revision": "0" * 64}}, "other weights of the model"),
    ],
)
def test_what_another_version_made_is_refused_in_one_sentence(
    quick_library: Library, home: Path, change: dict[str, object], sentence: str
) -> None:
    publish(quick_library, POTHOLES)
    path = home / "editions" / "000001" / "edition.json"
    kept = json.loads(path.read_text())
    for name, value in change.items():
        kept[name] = kept[name] | value if isinstance(value, dict) else value
    path.write_text(json.dumps(kept))
    with pytest.raises(WrongModel, match=sentence):
        open_quickly(home).current()


def test_an_agreement_is_no_meeting_of_an_edition(quick_library: Library) -> None:
    agreement = replace(SCOOTERS, document=replace(SCOOTERS.document, kind=DocumentKind.AGREEMENT))
    publish(quick_library, agreement, POTHOLES)
    [info] = quick_library.editions()
    assert (info.documents, info.meetings) == (2, 1)
