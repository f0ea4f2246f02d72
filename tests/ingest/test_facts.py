"""Facts of a meeting are taken only where a text states them."""

import datetime as dt

import pytest

from ingest.facts import body_that_resolves, date_in, in_title_case, names_in, sitting_in, time_in


@pytest.mark.parametrize(
    "text", ["Thursday, 30th January, 2025", "on 30 January 2025", "the 30th day of January 2025"]
)
def test_a_full_date_is_read(text: str) -> None:
    assert date_in(text) == dt.date(2025, 1, 30)


@pytest.mark.parametrize("text", ["July 2026", "30 January", "31 February 2025", "2023/24"])
def test_half_a_date_and_a_day_that_is_none_are_no_date(text: str) -> None:
    assert date_in(text) is None


def test_the_body_that_resolves_is_the_committee() -> None:
    assert (
        body_that_resolves("RESOLVED that the Scrutiny\nCommittee note it.") == "Scrutiny Committee"
    )
    assert (
        body_that_resolves("RESOLVED the Marsh Safety Partnership (MSP) noted it.")
        == "Marsh Safety Partnership"
    )
    assert (
        body_that_resolves("welcomed Members to this meeting of the Crime and Disorder Committee.")
        == "Crime and Disorder Committee"
    )


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the Committee note it.",
        "RESOLVED that the Scrutiny Committee be invited to look at it.",
        "RESOLVED that the Roads Committee note it. RESOLVED that the Parks Committee note it.",
        "The Scrutiny Committee had noted it before.",
    ],
)
def test_a_body_that_is_only_mentioned_is_not_the_committee(text: str) -> None:
    assert body_that_resolves(text) is None


def test_the_line_of_a_web_page_gives_body_date_time_and_council() -> None:
    line = "Agenda and minutes - Roads Committee - Monday, 4th March, 2024 2.00 pm - Marsh Council"
    sitting = sitting_in(line)
    assert sitting is not None
    assert sitting.committee == "Roads Committee"
    assert sitting.council == "Marsh Council"
    assert (sitting.date, sitting.time) == (dt.date(2024, 3, 4), "2.00 pm")
    assert sitting_in("It met on Monday in March") is None


def test_a_name_in_capitals_is_written_as_the_text_writes_it() -> None:
    assert in_title_case("CABINET", "A meeting of the Cabinet.") == "Cabinet"
    assert in_title_case("ROADS AND PARKS COMMITTEE", "") == "Roads and Parks Committee"
    assert in_title_case("MSP Board", "") == "MSP Board"


def test_offices_are_left_out_of_names_and_the_chair_is_found() -> None:
    names, chair = names_in(
        "Councillors: Mrs A Dale (Vice-Chairman), Mr B Eve (Chair), Dr C Fox (Land, Sea and Air) "
        "and Ms D Gale"
    )
    assert names == ("Mrs A Dale", "Mr B Eve", "Dr C Fox", "Ms D Gale")
    assert chair == "Mr B Eve"


def test_a_time_is_as_printed() -> None:
    assert time_in("at 10.00 am in the hall") == "10.00 am"
    assert time_in("item 10.2") is None


def test_honours_are_no_names_and_an_office_ends_one() -> None:
    names, chair = names_in("Mrs P Pell, CBE (Chairman) Mr T Rook, MBE, DL and Dr O’Hara")
    assert names == ("Mrs P Pell", "Mr T Rook", "Dr O’Hara")
    assert chair == "Mrs P Pell"


def test_an_office_may_have_parentheses_of_its_own() -> None:
    names, _ = names_in("Mr A Pell (Director, Finance (s151)), Mrs B Rook (Clerk) and Ms D Wren")
    assert names == ("Mr A Pell", "Mrs B Rook", "Ms D Wren")


def test_a_parenthesis_that_is_not_closed_costs_no_other_name() -> None:
    names, chair = names_in("Mr A Pell (Clerk, Mrs B Rook (Chairman), Ms D Wren")
    assert {"Mrs B Rook", "Ms D Wren"} <= set(names)
    assert chair == "Mrs B Rook"
