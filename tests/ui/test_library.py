"""The page on which editors look after the library, run without a browser."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from filelock import FileLock
from streamlit.testing.v1 import AppTest

from ingest.job import ingest
from ingest.sites.planning import WITHDRAWN
from tests.ui.test_library_added import BRIDGE, FERRY
from ui import opened, people
from ui.library.work import jobs
from ui.people import Person
from vectorstore.following import Followed, Visit, open_following
from vectorstore.library import Library, open_library
from vectorstore.records import MeetingStatus
from vectorstore.settings import LibrarySettings

Opened = Callable[..., AppTest]
READER = Person(id="reader", name="Cy Moss", editor=False)


def library_page() -> None:
    """The page by itself, as `AppTest` runs it."""
    from ui.pages import library

    library.show()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where a library will be."""
    return tmp_path / "home"


@pytest.fixture
def section(monkeypatch: pytest.MonkeyPatch, home: Path) -> Opened:
    """A section of the page over the library of the home."""

    def open_section(name: str) -> AppTest:
        monkeypatch.setenv("MINUTES_HOME", str(home))
        if opened.library().settings.home != home:
            st.cache_resource.clear()
        page = AppTest.from_function(library_page, default_timeout=120)
        page.query_params["section"] = name
        return page.run()

    return open_section


@pytest.fixture
def library(home: Path, tmp_path: Path) -> Library:
    """A library of one file, read from elsewhere."""
    file = tmp_path / "june.txt"
    file.write_bytes(FERRY)
    library = open_library(LibrarySettings(home=home))
    ingest(library, [file])
    return library


def press(page: AppTest, label: str) -> AppTest:
    """Press the button with that label."""
    [button] = [each for each in page.button if each.label == label]
    page = button.click().run()
    assert not page.exception
    return page


def until_ended(page: AppTest) -> AppTest:
    """Wait until the last job has ended, and draw the page again."""
    last = jobs().last
    assert last is not None
    last.wait(120)
    return page.run()


def drawn(page: AppTest, component: str) -> list[dict[str, Any]]:
    """What is drawn by the components of a name."""
    assert not page.exception
    protos = [element.proto for element in page.get("bidi_component")]
    return [
        json.loads(proto.json) for proto in protos if proto.component_name == f"minutes_{component}"
    ]


def texts(page: AppTest) -> str:
    """What the page says outside its components."""
    assert not page.exception
    return "\n".join(each.value for each in (*page.title, *page.text, *page.markdown))


def test_a_reader_who_has_the_address_is_shown_nothing_of_it(
    section: Opened, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "person", lambda: READER)
    page = section("Erase")
    assert "for editors" in texts(page)
    assert not page.button
    assert not page.tabs
    assert not page.selectbox


def test_an_empty_library_says_how_to_begin_and_takes_the_first_file(
    section: Opened, home: Path
) -> None:
    assert "The library is empty" in texts(section("What it holds"))
    page = section("Add files")
    page.file_uploader[0].set_value([("june.txt", FERRY, "text/plain")])
    page = until_ended(press(page, "Add to the library"))
    [job] = drawn(page, "job")
    assert (job["title"], job["state"], job["facts"]) == ("Adding 1 file", "done", [["Added", "1"]])
    assert (home / "added" / "june.txt").read_bytes() == FERRY
    assert open_library(LibrarySettings(home=home)).current().document("june.txt")


def test_what_is_given_with_a_file_holds_over_its_text(section: Opened, home: Path) -> None:
    page = section("Add files")
    page.file_uploader[0].set_value([("june.txt", FERRY, "text/plain")])
    [status] = [each for each in page.selectbox if each.label == "Status"]
    status.select_index(1)
    page.text_input[0].set_value("  Minutes of June  ")
    page.date_input[0].set_value(datetime.date(2024, 6, 4))
    until_ended(press(page, "Add to the library"))
    document = open_library(LibrarySettings(home=home)).current().document("june.txt")
    [meeting] = document.meetings
    assert document.title == "Minutes of June"
    assert (meeting.date, meeting.status) == (datetime.date(2024, 6, 4), MeetingStatus.APPROVED)


def test_files_must_be_chosen_before_they_are_added(section: Opened, home: Path) -> None:
    page = press(section("Add files"), "Add to the library")
    assert [each.value for each in page.warning] == ["Choose one or more files first."]
    assert not home.exists()


def test_another_writer_is_named_and_the_files_wait_to_be_tried_again(
    section: Opened, home: Path
) -> None:
    home.mkdir()
    page = section("Add files")
    page.file_uploader[0].set_value([("june.txt", FERRY, "text/plain")])
    holder = {"pid": 4242, "command": "minutes", "since": "2026-03-02T10:15:00"}
    (home / "writer.json").write_text(json.dumps(holder))
    with FileLock(home / "writer.lock"):
        page = until_ended(press(page, "Add to the library"))
    [job] = drawn(page, "job")
    assert job["state"] == "failed"
    assert "Process 4242 (minutes, since 10:15 on 02 March 2026)" in job["words"]
    page = until_ended(press(page, "Try again"))
    assert drawn(page, "job")[0]["facts"] == [["Added", "1"]]


def test_what_could_not_be_read_is_listed_with_its_reason_until_it_is_closed(
    section: Opened, home: Path
) -> None:
    page = section("Add files")
    page.file_uploader[0].set_value(
        [("june.txt", FERRY, "text/plain"), ("empty.txt", b" ", "text/plain")]
    )
    page = until_ended(press(page, "Add to the library"))
    [listing] = drawn(page, "listing")
    assert listing["rows"] == [["empty.txt", "It is empty."]]
    page = press(page, "Close")
    assert drawn(page, "job") == []
    listings = {each["caption"]: each for each in drawn(section("What it holds"), "listing")}
    assert listings["What could not be read"]["rows"] == [["empty.txt", "It is empty."]]


def test_an_added_file_that_is_taken_out_is_gone_with_its_failure(
    section: Opened, home: Path
) -> None:
    page = section("Add files")
    page.file_uploader[0].set_value(
        [("june.txt", FERRY, "text/plain"), ("empty.txt", b" ", "text/plain")]
    )
    page = until_ended(press(page, "Add to the library"))
    for name in ("empty.txt", "june.txt"):
        [box] = [each for each in page.selectbox if each.label == "File"]
        box.set_value(name).run()
        page = until_ended(press(page, "Take it out"))
        assert drawn(page, "job")[0]["title"] == f"Taking out {name}"
        page.run()
    assert list((home / "added").iterdir()) == []
    library = open_library(LibrarySettings(home=home))
    assert library.current().failures() == []
    assert library.current().documents() == []
    assert len(library.editions()) > 1


def test_the_holdings_show_the_chart_and_agreements_apart(
    section: Opened, sample_home: Path, home: Path
) -> None:
    home.symlink_to(sample_home)
    page = section("What it holds")
    [chart] = drawn(page, "coverage")
    assert chart["years"] == [2021, 2022, 2023, 2024]
    assert sum(row["all"] for row in chart["rows"]) == 18
    labels = [each.label for each in page.expander]
    assert labels == ["1 meeting without a recorded date", "1 agreement, plan or strategy"]
    assert "Everything that was given could be read." in texts(page)


def test_going_back_is_asked_once_and_is_for_everybody(
    section: Opened, library: Library, tmp_path: Path
) -> None:
    second = tmp_path / "july.txt"
    second.write_bytes(BRIDGE)
    ingest(library, [second])
    page = press(section("Editions"), "Go back to it")
    assert "asked of edition 000001" in texts(page)
    press(page, "No, stay")
    assert library.current_name() == "000002"
    press(page, "Go back to it")
    page = press(page, "Yes, go back")
    assert library.current_name() == "000001"
    [editions] = drawn(page, "listing")
    assert [row[0] for row in editions["rows"]] == ["000002", "000001 (current)"]


def test_erasing_is_asked_once(section: Opened, library: Library) -> None:
    page = section("Erase")
    page.selectbox[0].select_index(0).run()
    page = press(press(page, "Erase it"), "No, keep it")
    assert library.current().document("june.txt")
    page = until_ended(press(press(page, "Erase it"), "Yes, erase it for good"))
    [job] = drawn(page, "job")
    assert job["words"].startswith("june.txt is erased")
    assert library.current().documents() == []
    assert [each.name for each in library.editions()] == [library.current_name()]


def test_an_address_that_cannot_be_asked_is_refused_in_a_sentence(
    section: Opened, home: Path
) -> None:
    page = section("Web sites")
    assert "No site is followed yet." in texts(page)
    page.text_input[0].set_value("ftp://democracy.example.gov.uk")
    page = press(page, "Follow")
    assert "is not an address that can be asked" in texts(page)
    assert jobs().last is None


def test_what_a_site_has_withdrawn_is_listed(section: Opened, home: Path) -> None:
    site = Followed(address="https://democracy.example.gov.uk/")
    gone = Visit(
        source="https://democracy.example.gov.uk/ieListDocuments.aspx?MId=7",
        found=WITHDRAWN,
        visited_at=datetime.datetime(2026, 3, 2, 10, tzinfo=datetime.UTC),
    )
    with open_following(home) as following:
        following.follow(site)
        following.visit(site, gone)
    page = section("Web sites")
    listings = {each["caption"]: each["rows"] for each in drawn(page, "listing")}
    assert listings == {
        "Sites that are followed": [[site.address, "All of it", "0", "not to the end yet"]],
        "Withdrawn": [[gone.source, "2 March 2026"]],
    }
