"""Who holds an office is told by what ties a name to it, not by what merely names the office."""

import pytest

from assistant.evidence.holding import holders, holds_of
from assistant.understanding.holder import Office, office_held


def names(words: str, question: str) -> list[str]:
    office = office_held(question)
    assert office is not None
    return [words[start:end] for start, end in holders(words, office)]


@pytest.mark.parametrize(
    ("words", "question", "name"),
    [
        ("Mrs Vane, Leader of the Council, spoke.", "who is the leader?", "Mrs Vane"),
        ("The Leader, Mrs Vane, spoke.", "who is the leader?", "Mrs Vane"),
        ("Town Clerk: Mrs J. Orrell", "who is the clerk?", "Mrs J. Orrell"),
        ("In attendance: Mrs L Orrell (Clerk & RFO).", "who is the parish clerk", "Mrs L Orrell"),
        ("Provost Vane presiding.", "who is the provost?", "Vane"),
        ("Cllr D. Vane (Town Mayor, in the Chair)", "who is the mayor?", "Cllr D. Vane"),
        ("Cllr Vane was elected Convener.", "who is the convener?", "Cllr Vane"),
        ("They wrote to Màiri Vane MSP.", "who is the MSP?", "Màiri Vane"),
        ("Mrs Vane took the Chair.", "who chairs the Harbour Board?", "Mrs Vane"),
        (
            "Mrs Vane, Cabinet Member for Ferries and Chair of the Harbour Board (HB), rose.",
            "who chairs the HB?",
            "Mrs Vane",
        ),
        ("Mr L Vane, director and owner, spoke.", "who is the owner?", "Mr L Vane"),
        (
            "Cllr Gwen Vane (Highways and Ferries) was there.",
            "who is the Cabinet Member for Ferries?",
            "Cllr Gwen Vane",
        ),
    ],
)
def test_a_name_that_is_tied_to_the_office_is_found(words: str, question: str, name: str) -> None:
    assert names(words, question) == [name]


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("The Deputy Chief Constable approved more support.", "who is the chief constable?"),
        ("Mrs Vane, Deputy Leader, spoke.", "who is the leader?"),
        ("Ms S Vane (Harbour Team Leader) spoke.", "who is the leader of Sandham?"),
        ("Mrs Vane, responding to the Leader, spoke.", "who is the leader?"),
        ("The Leader of the Sandham Council Group spoke.", "who is the leader?"),
        ("Cllr Vane (Leader of the Opposition) spoke.", "who is the leader?"),
        ("Mrs Vane (Chair, Ferries Panel) spoke.", "who chairs the Harbour Board?"),
        ("Links with the Police and Crime Commissioners were good.",
         "who is the Police and Crime Commissioner?"),
        ("Orrell Boats asked the Clerk to write, copy to the MP.", "who is the MP?"),
    ],
)  # fmt: skip
def test_an_office_without_its_holder_names_nobody(words: str, question: str) -> None:
    assert names(words, question) == []


def test_each_office_of_a_list_is_its_own_holders() -> None:
    words = "Al Niven, Chief Executive; Ann Vane, Head of Finance; Dr Lorna Orrell, Head of Ferries"
    assert names(words, "who is the head of ferries?") == ["Dr Lorna Orrell"]


def test_an_office_may_be_told_by_what_its_sentence_stands_under() -> None:
    chair = Office(name="chair", of="Sandham Parish Council")
    assert holds_of("Sandham Parish Council, 4 May 2023", chair)
    assert not holds_of("Thackmere Parish Council, 4 May 2023", chair)
    assert holds_of("Thackmere", Office(name="chair"))
