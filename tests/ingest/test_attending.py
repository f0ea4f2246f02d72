"""Who attended, from one person after the other to the lists that minutes have."""

import pytest

from ingest.attending import Attendee, listed


def person(attendance: str, role: str = "Committee Member", name: str = "Cllr Fenn") -> Attendee:
    return Attendee(name=name, role=role, attendance=attendance)


@pytest.mark.parametrize(
    ("attendance", "where"),
    [
        ("Present, as expected", "present"),
        ("Present, as substitute", "present"),
        ("Attended remotely", "present"),
        ("In attendance", "in_attendance"),
        ("Apologies, sent representative", "apologies"),
        ("Expected", None),
        ("Absent", None),
        ("Not present", None),
        ("", None),
    ],
)
def test_people_are_in_the_list_that_their_attendance_names(
    attendance: str, where: str | None
) -> None:
    lists = listed([person(attendance)])
    for name in ("present", "in_attendance", "apologies"):
        assert bool(getattr(lists, name)) is (name == where)


def test_the_chair_is_who_was_present_in_that_role() -> None:
    people = [
        person("Apologies", "Chair", "Mr Absent"),
        person("Present", "Vice-Chair", "Ms Vice"),
        person("Present", "Chairman", "Mrs Fenn"),
    ]
    assert listed(people).chair == "Mrs Fenn"
    assert listed(people[:2]).chair is None


def test_roles_are_told_where_they_say_more_than_member() -> None:
    people = [person("Present", "Vice-Chair", "Ms Vice"), person("Present"), person("Present", "")]
    assert listed(people).lines == ("Present: Ms Vice (Vice-Chair), Cllr Fenn, Cllr Fenn",)


def test_a_row_without_a_name_is_nobody() -> None:
    assert listed([person("Present", name="")]).present == ()
