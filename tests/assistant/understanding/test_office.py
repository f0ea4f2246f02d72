"""Somebody named by office or rank alone is known by what the minutes say of who holds it."""

import pytest

from assistant.understanding.office import holders, office_named

ROLES = (
    ("Mrs Strang", "Corporate Director of Finance"),
    ("Mr Vance", "Deputy Chief Executive"),
    ("Ms Teal", "Cabinet Member for Highways and Transport"),
    ("Mr Crane", "Chairman"),
)


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("what did the Superintendent say about theft?", "Superintendent"),
        ("what does the Director of Public Health think?", "Director of Public Health"),
        ("according to the Chief Executive, what is next?", "Chief Executive"),
        ("what did the Cabinet Member for Highways reply on buses", "Cabinet Member for Highways"),
        ("what did the Committee say about theft?", None),
        ("what did Mrs Strang say?", None),
        ("what was said about the Chief Executive?", None),
    ],
)
def test_an_office_is_read_where_its_holder_is_to_speak(question: str, office: str | None) -> None:
    assert office_named(question) == office


@pytest.mark.parametrize(
    ("office", "held_by"),
    [
        ("Director of Finance", ["Mrs Strang"]),
        ("Cabinet Member", ["Ms Teal"]),
        ("Chief Executive", []),
        ("Director of Public Health", []),
        ("Superintendent", ["Supt. Russell", "Superintendent A Imrie"]),
        ("Chairman", []),
    ],
)
def test_who_holds_it_is_known_by_office_or_rank_and_no_deputy_is(
    office: str, held_by: list[str]
) -> None:
    speakers = ("Supt. Russell", "Superintendent A Imrie", "Chief Superintendent Banks", "Mr Gray")
    assert holders(office, ROLES, speakers) == held_by
