"""Lists of those who were there, as councils lay them out."""

from ingest.lines import lay_out
from ingest.shapes.attendance import Attendance, read_attendance


def attendance(text: str) -> Attendance:
    return read_attendance([line for line in lay_out(text).lines if not line.blank])


def test_names_on_lines_of_their_own_stand_before_a_wrapped_row() -> None:
    read = attendance(
        "PRESENT:\nMrs P Pell (Chairman)\nMr T Rook (Vice-Chairman)\n\nMr D Dale, Mr C J\n"
        "O’Hara, Mrs N Eve and\nMs A de Winter"
    )
    assert read.present == (
        "Mrs P Pell", "Mr T Rook", "Mr D Dale", "Mr C J O’Hara", "Mrs N Eve", "Ms A de Winter",
    )  # fmt: skip
    assert read.chair == "Mrs P Pell"


def test_those_who_joined_from_elsewhere_are_in_attendance() -> None:
    read = attendance("PRESENT: Mr A Pell\nIN ATTENDANCE VIRTUALLY:\tMs B Rook\tDr C Dale")
    assert read.present == ("Mr A Pell",)
    assert read.in_attendance == ("Ms B Rook", "Dr C Dale")
