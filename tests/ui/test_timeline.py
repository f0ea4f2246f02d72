"""Meetings along a line of time."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import SentenceKind
from tests.ui.answers import reference, sentence
from ui.sections import Run, Section
from ui.timeline import timeline


def section(on: date | None, *, decided: bool = False) -> Section:
    kind = SentenceKind.DECIDED if decided else SentenceKind.SAID
    run = Run(label=None, decided=decided, sentences=(sentence("It was late.", 1, kind=kind),))
    return Section(reference=reference(on=on), distinction=None, runs=(run,))


def test_two_dated_meetings_need_no_line() -> None:
    assert timeline([section(date(2021, 5, 1)), section(date(2024, 5, 1)), section(None)]) is None


def test_meetings_stand_in_the_order_of_their_dates_and_lead_to_their_sections() -> None:
    found = timeline(
        [
            Section(reference=None, distinction=None, runs=()),
            section(date(2021, 1, 1)),
            section(date(2022, 7, 2), decided=True),
            section(date(2023, 12, 31)),
            section(None),
        ]
    )
    assert found is not None
    assert [mark.section for mark in found.marks] == [1, 2, 3]
    assert [mark.decided for mark in found.marks] == [False, True, False]
    assert [round(mark.at, 2) for mark in found.marks] == [0, 0.5, 1]
    assert found.marks[1].words == "2 July 2022, Cabinet, Wexcombe County Council"
    assert [year for _, year in found.years] == ["2021", "2022", "2023"]


def test_meetings_on_one_day_do_not_hide_each_other() -> None:
    found = timeline([section(date(2022, 12, 31))] * 4)
    assert found is not None
    places = [mark.at for mark in found.marks]
    assert places == sorted(set(places))
    assert places[-1] <= 1


def test_many_years_are_not_written_over_each_other() -> None:
    found = timeline([section(date(year, 6, 1)) for year in range(1974, 2025)])
    assert found is not None
    assert 4 <= len(found.years) <= 9


@given(days=st.lists(st.integers(0, 9000), min_size=3, max_size=40))
def test_every_meeting_has_its_own_place_on_the_line(days: list[int]) -> None:
    found = timeline([section(date(2000, 1, 1) + timedelta(days=day)) for day in days])
    assert found is not None
    assert sorted(mark.section for mark in found.marks) == list(range(len(days)))
    places = [mark.at for mark in found.marks]
    assert places[0] >= 0
    assert places[-1] <= 1
    apart = min(0.09, 1 / (len(days) - 1))
    assert all(after - before > apart - 1e-9 for before, after in pairwise(places))
