"""The page on which officers draft a briefing, run without a browser."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from ui import opened

Opened = Callable[[Path], AppTest]


def briefing_page() -> None:
    """The page by itself, as `AppTest` runs it."""
    from ui.pages import briefing

    briefing.show()


@pytest.fixture
def over(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The page over the library of a home."""

    def open_over(home: Path) -> AppTest:
        monkeypatch.setenv("MINUTES_HOME", str(home))
        if opened.library().settings.home != home:
            st.cache_resource.clear()
        return AppTest.from_function(briefing_page, default_timeout=120).run()

    return open_over


@pytest.fixture
def drafted(over: Opened, sample_home: Path) -> AppTest:
    """The page with a draft on potholes."""
    page = over(sample_home)
    page.text_input[0].set_value("potholes")
    return press(page, "Draft the briefing")


def press(page: AppTest, label: str, place: int = 0) -> AppTest:
    """Press the button with that label; the first of several, or another."""
    [*buttons] = [each for each in page.button if each.label == label]
    page = buttons[place].click().run()
    assert not page.exception
    return page


def sections(page: AppTest) -> list[dict[str, Any]]:
    """What is drawn of each section."""
    protos = [element.proto for element in page.get("bidi_component")]
    return [json.loads(proto.json) for proto in protos if proto.component_name == "minutes_section"]


def titles(page: AppTest) -> list[str]:
    return [each["title"] for each in sections(page)]


def test_a_topic_becomes_a_draft_with_its_sections(drafted: AppTest) -> None:
    assert titles(drafted) == [
        "Purpose",
        "Summary",
        "Timeline",
        "What was said, by meeting",
        "Decisions and votes",
        "Requests and undertakings",
        "What the minutes do not say",
        "Sources",
    ]
    [said] = [each for each in sections(drafted) if each["title"] == "What was said, by meeting"]
    first = said["blocks"][0]["lines"][0]
    assert first["text"].startswith("“")
    note = said["notes"][str(first["citations"][0])]
    assert note["quote"] == first["text"].strip("“”")
    assert "Environment and Transport Committee" in note["place"]


def test_an_empty_topic_is_asked_for_again(over: Opened, sample_home: Path) -> None:
    page = press(over(sample_home), "Draft the briefing")
    assert [each.value for each in page.warning] == ["Type a topic first."]
    assert sections(page) == []


def test_a_section_moves_and_is_left_out_and_put_back(drafted: AppTest) -> None:
    page = press(drafted, "Move down")
    assert titles(page)[:2] == ["Summary", "Purpose"]
    page = press(page, "Leave out")
    assert titles(page)[0] == "Purpose"
    assert "Summary (left out)" in [each.value for each in page.text]
    page = press(page, "Put back")
    assert titles(page)[:2] == ["Summary", "Purpose"]


def test_edited_text_is_marked_and_can_be_undone(drafted: AppTest) -> None:
    page = press(drafted, "Edit", place=1)
    [area] = page.text_area
    page = press(page_with(area, page, "Potholes cost us dearly. [1]"), "Keep")
    summary = sections(page)[1]
    [line] = summary["blocks"][0]["lines"]
    assert line == {
        "label": None,
        "text": "Potholes cost us dearly.",
        "remark": "Edited by a person",
        "citations": [1],
    }
    assert summary["kept"]["citations"] == [2]
    page = press(page, "Undo the edits")
    assert len(sections(page)[1]["blocks"][0]["lines"]) > 1


def page_with(area: Any, page: AppTest, text: str) -> AppTest:
    """The page with another text in an area."""
    area.set_value(text)
    return page


def test_a_draft_can_be_taken_along_as_three_kinds_of_file(drafted: AppTest) -> None:
    labels = [each.proto.label for each in drafted.get("download_button")]
    assert labels == ["Word", "Markdown", "Web page"]


def test_an_empty_library_says_what_to_do(over: Opened, tmp_path: Path) -> None:
    page = over(tmp_path / "empty")
    assert "There are no minutes in the library yet" in [each.value for each in page.header]
