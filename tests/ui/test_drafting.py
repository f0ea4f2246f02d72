"""What a person makes of a draft: order, sections left out, edits."""

import datetime

import pytest

from assistant.briefing.briefing import Block, Briefing, Line, Scope, Section, SectionKind, Voice
from ui.drafting import Draft, draft
from vectorstore.found import Coverage

PURPOSE, SAID, SOURCES = SectionKind.PURPOSE, SectionKind.SAID, SectionKind.SOURCES


@pytest.fixture
def fresh() -> Draft:
    """A draft of three sections."""
    line = Line(text="The ferry was late.", voice=Voice.PROGRAM)
    sections = tuple(
        Section(kind=kind, title=kind.value, blocks=(Block(heading=None, lines=(line,)),))
        for kind in (PURPOSE, SAID, SOURCES)
    )
    return draft(
        Briefing(
            scope=Scope(topic="ferries"), councils=(), sections=sections, citations=(),
            coverage=Coverage(
                meetings=1, documents=1, committees=(), first_date=None, last_date=None,
                undated=0, unreadable=0,
            ),
            edition="000001", drafted=datetime.date(2026, 3, 2),
        )
    )  # fmt: skip


def test_a_fresh_draft_is_handed_on_as_it_was_drafted(fresh: Draft) -> None:
    assert fresh.chosen() == fresh.briefing


def test_a_section_moves_and_stops_at_the_ends(fresh: Draft) -> None:
    assert fresh.moved(SAID, -1).order == (SAID, PURPOSE, SOURCES)
    assert fresh.moved(SAID, 1).order == (PURPOSE, SOURCES, SAID)
    assert fresh.moved(PURPOSE, -1).order == fresh.order
    assert fresh.moved(SOURCES, 1).order == fresh.order


def test_a_section_left_out_keeps_its_place_for_when_it_is_put_back(fresh: Draft) -> None:
    without = fresh.turned(SAID)
    assert [each.kind for each in without.chosen().sections] == [PURPOSE, SOURCES]
    assert without.turned(SAID).chosen() == fresh.briefing


def test_an_edit_changes_one_section_and_can_be_undone(fresh: Draft) -> None:
    changed = fresh.rewritten(SAID, "The ferry is slow.")
    assert changed.section(SAID).edited
    assert not changed.section(PURPOSE).edited
    assert changed.drafted(SAID) == fresh.section(SAID)
    assert changed.restored(SAID).chosen() == fresh.briefing
