"""Offices as the text gives them."""

import pytest

from ingest.roles import roles


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mrs J Thornbury (Chairman), Mr D Askerigg (Vice-Chairman)",
         [("Mrs J Thornbury", "Chairman"), ("Mr D Askerigg", "Vice-Chairman")]),
        ("Mr Okafor, Head of Highways and Transport, said that it was late.",
         [("Mr Okafor", "Head of Highways and Transport")]),
        ("Ms Penhale, Head of Leisure explained the closure.", [("Ms Penhale", "Head of Leisure")]),
        ("The Chairman, Mrs S Varley, asked for silence.", [("Mrs S Varley", "Chairman")]),
        ("Mr L Carrow, Flood Risk Manager and Mr F Pilling, Head of School Transport",
         [("Mr L Carrow", "Flood Risk Manager"), ("Mr F Pilling", "Head of School Transport")]),
    ],
)  # fmt: skip
def test_an_office_belongs_to_the_name_that_the_words_give_it_to(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    found = roles(text)
    assert [(each.name, each.office) for each in found] == wanted
    assert all(each.name in text[each.start : each.end] for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Rowbotham, Superintendent Haverstock and Ms Calloway were thanked.",
        "Mr Garrick, who chaired the working group, spoke.",
        "The Chairman asked Mr Garrick, a resident, to leave.",
    ],
)
def test_nobody_is_given_an_office_that_the_words_do_not_give(text: str) -> None:
    assert roles(text) == ()
