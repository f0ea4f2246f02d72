"""Names in an item on apologies."""

import pytest

from ingest.document import read_document
from ingest.metadata import Metadata
from vectorstore.records import Meeting

HEAD = """MARLSHIRE COUNTY COUNCIL

MINUTES of a meeting of the Scrutiny Committee held in County Hall on Tuesday, 4 June 2024.

PRESENT: Mr A Brockhurst (Chairman) and Ms P Oduya
"""


def meeting(body: str, head: str = HEAD) -> Meeting:
    """A meeting with one item on apologies."""
    text = f"{head}\nUNRESTRICTED ITEMS\n\n12.    Apologies and Substitutes\n(Item 1)\n\n{body}\n"
    return read_document("minutes.txt", text.encode(), Metadata()).meetings[0]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Apologies were received from Mr Pell and Mrs C Dale, OBE.", ("Mr Pell", "Mrs C Dale")),
        ("Apologies were received from Councillors Pell, Rook and Orr-Dale.",
         ("Pell", "Rook", "Orr-Dale")),
        ("An apology for absence was received from Cllr Rook.", ("Rook",)),
        ("Apologies for absence: Mr Pell, Ms Rook", ("Mr Pell", "Ms Rook")),
        ("Apologies were received from:\n\nMr A Pell\n\nMs B Rook\n\nMr Dale was present.",
         ("Mr A Pell", "Ms B Rook")),
    ],
)  # fmt: skip
def test_the_names_are_those_of_the_meeting(said: str, names: tuple[str, ...]) -> None:
    assert meeting(said).apologies == names


@pytest.mark.parametrize(
    "said",
    [
        "Apologies were received from Mr Pell, for whom Mr Rook was present.",
        "Apologies were received from Mr Pell (Mr Rook substituting).",
        "Apologies were received from Mr Pell, Mr Rook was present as his substitute.",
        "Apologies were received from Mr Pell and Mr Rook attended in his place.",
        "Apologies were received from Mr Pell. Mr Rook was present instead.",
        "The Clerk reported apologies from Mr Pell, and that Mr Rook would be late.",
    ],
)
def test_who_came_instead_or_late_sent_none(said: str) -> None:
    assert meeting(said).apologies == ("Mr Pell",)


@pytest.mark.parametrize(
    "said",
    [
        "There were no apologies.",
        "Apologies for lateness were received from Mr Dale.",
        "Apologies were received from the Castermouth Ferry Company.",
    ],
)
def test_where_nobody_is_named_nobody_is_recorded(said: str) -> None:
    assert meeting(said).apologies == ()


def test_a_list_of_names_in_the_title_block_holds() -> None:
    listed = meeting("Apologies were received from Mr Dale.", HEAD + "\nAPOLOGIES: Mr J Dale\n")
    assert listed.apologies == ("Mr J Dale",)
