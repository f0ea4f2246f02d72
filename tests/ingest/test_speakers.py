"""Who spoke, as the paragraph itself says."""

import pytest

from ingest.speakers import People, people_of, speakers


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("Supt. Russett explained that it was so.", ("Supt. Russett",)),
        ("Cllr Paxton introduced the report, thanked all.", ("Cllr Paxton",)),
        ("Mr S Perry (Head of Parks, NBC) introduced it.", ("Mr S Perry",)),
        ("Mrs Dale, Cabinet Member for Roads and Chair of the NB introduced it.", ("Mrs Dale",)),
        ("Superintendent\nStone, Harbour Police, explained why.", ("Superintendent Stone",)),
        ("Chief Superintendent Emma Brook concurred.", ("Chief Superintendent Emma Brook",)),
        ("Ms A Day-Fry, Ms Eve and Dr Fox then spoke.", ("Ms A Day-Fry", "Ms Eve", "Dr Fox")),
        ("The Chair proposed and Mr Eustace seconded it.", ("Mr Eustace",)),
        ("Mr Rowe of the County Council confirmed it.", ("Mr Rowe",)),
        ("Asked by the Chair about it, Mr Beck said no.", ("Mr Beck",)),
        ("The Chairman, Mrs Varley, welcomed all.", ("Mrs Varley",)),
        ("Key points made by Mr Beck included;", ("Mr Beck",)),
        ("Ruth Pell, Head of Parks, introduced it.", ("Ruth Pell",)),
        ("Mr O’Hara and Mr de Vries agreed.", ("Mr O’Hara", "Mr de Vries")),
        ("Mr Beck said yes. Later Mr Beck added no.", ("Mr Beck",)),
    ],
)  # fmt: skip
def test_those_whom_the_paragraph_says_spoke_are_named(
    paragraph: str, names: tuple[str, ...]
) -> None:
    assert speakers(paragraph) == names


@pytest.mark.parametrize(
    "paragraph",
    [
        "A Member asked why.",
        "The Chair said that it was.",
        "Members commented that Mr Beck was retiring.",
        "Kent Police confirmed it was a high priority.",
        "Trading Standards reported seizures.",
        "The report to Mr Beck was noted.",
        "She asked Mr Beck.",
    ],
)
def test_nobody_is_guessed(paragraph: str) -> None:
    assert speakers(paragraph) == ()


def test_a_name_without_a_title_counts_when_the_document_gives_it_one_elsewhere() -> None:
    people = people_of("Mr Wilks was there. Nick Wilks thanked the team. Harbour Police said so.")
    assert speakers("Nick Wilks thanked the team.", people) == ("Nick Wilks",)
    assert speakers("Harbour Police said so.", people) == ()
    assert speakers("Nick Wilks thanked the team.", People()) == ()


def test_in_a_transcript_the_speaker_of_a_turn_is_who_it_begins_with() -> None:
    turns = "Ann Lee AM: Mr Beck said no.\n\nDr Bo Ray: I did.\n\nThe Chair: Order."
    people = people_of(turns)
    assert [speakers(turn, people) for turn in turns.split("\n\n")] == [
        ("Ann Lee AM",),
        ("Dr Bo Ray",),
        (),
    ]


def test_a_long_list_of_voters_speaks_of_nobody() -> None:
    voters = ", ".join(f"Mr A B C de Winter{letter * 2}-Rook" for letter in "abcdefghij" * 6)
    assert speakers(f"Against (60) {voters}") == ()
    assert len(speakers(f"{voters} and Ms D Eve said no.")) == 11
