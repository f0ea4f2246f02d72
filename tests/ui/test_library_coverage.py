"""The chart of what the library covers."""

import datetime

from ui.library.coverage import SHADES, Place, chart, chart_view, meetings_in, place_at
from vectorstore.edition import Edition
from vectorstore.holdings import Sitting

COUNCIL = "Marlshire County Council"


def sitting(year: int | None, committee: str | None = "Cabinet", month: int = 1) -> Sitting:
    """A meeting in a year."""
    return Sitting(
        council=COUNCIL,
        committee=committee,
        date=datetime.date(year, month, 14) if year else None,
        document=f"{committee}-{year}-{month}.txt",
    )


def test_a_year_without_meetings_between_years_with_some_is_a_gap() -> None:
    shown = chart([sitting(2020), sitting(2023), sitting(2019, "Scrutiny")])
    assert shown.years == (2019, 2020, 2021, 2022, 2023)
    cabinet, scrutiny = shown.rows
    assert [cell.gap for cell in cabinet.cells] == [False, False, True, True, False]
    assert not any(cell.gap for cell in scrutiny.cells)
    assert shown.gaps == 2


def test_the_fullest_cell_is_the_darkest_and_no_meeting_goes_without_shade() -> None:
    [row] = chart([sitting(2020), *(sitting(2021, month=month) for month in range(1, 11))]).rows
    assert [(cell.meetings, cell.shade) for cell in row.cells] == [(1, 1), (10, SHADES)]


def test_meetings_without_a_date_are_in_no_year_and_told_apart() -> None:
    shown = chart([sitting(None), sitting(2021)])
    assert shown.years == (2021,)
    assert shown.undated == (sitting(None),)
    assert chart([sitting(None)]).rows == ()


def test_a_committee_that_is_not_recorded_comes_last_under_its_own_words() -> None:
    shown = chart([sitting(2021, None), sitting(2021, "Scrutiny"), sitting(2021)])
    view = chart_view(shown, None)
    names = [row["committee"] for row in view["rows"]]
    assert names == ["Cabinet", "Scrutiny", "Committee not recorded"]
    assert [row["council"] for row in view["rows"]] == [None] * 3


def test_a_chosen_cell_names_its_meetings_and_no_others() -> None:
    sittings = [sitting(2021), sitting(2021, month=2), sitting(2022), sitting(2021, "Scrutiny")]
    shown = chart(sittings)
    place = place_at(shown, 0, 0)
    assert place == Place(council=COUNCIL, committee="Cabinet", year=2021)
    assert meetings_in(sittings, place) == sittings[:2]
    assert [row["chosen"] for row in chart_view(shown, place)["rows"]] == [0, None]


def test_a_cell_outside_the_chart_is_none() -> None:
    shown = chart([sitting(2021)])
    assert [place_at(shown, *at) for at in ((0, 1), (1, 0), (-1, 0), (0, -1))] == [None] * 4


def test_the_chart_of_a_library_holds_every_dated_meeting_and_no_agreement(
    samples: Edition,
) -> None:
    shown = chart(samples.sittings())
    drawn = sum(cell.meetings for row in shown.rows for cell in row.cells)
    assert drawn + len(shown.undated) == samples.coverage().meetings
    agreements = {each.name for each in samples.documents() if each.kind == "agreement"}
    assert agreements
    assert agreements.isdisjoint(each.document for each in samples.sittings())
