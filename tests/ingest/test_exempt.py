"""What is exempt from publication is nowhere in a document, and what is public stays."""

from collections.abc import Callable

import pytest

from ingest.report import count_restricted
from vectorstore.errors import UnreadableDocument
from vectorstore.records import Document

Read = Callable[[str], Document]

HEAD = (
    "MARLSHIRE COUNTY COUNCIL\n\nMINUTES of a meeting of the Cabinet held in the Long Room on "
    "Monday, 6 March 2023.\n\nPRESENT: Mrs C Dale (Chairman), Mr O Hara\n\nUNRESTRICTED ITEMS\n\n"
    "84.    Ferries\n(Item 1)\n\n1.    Mr Bray reported on the chain ferry.\n\n"
)
EXCLUDED = "that the press and public be excluded from the meeting for the following business."
EXCLUSION = f"85.    Exclusion of the Press and Public\n(Item 2)\n\nRESOLVED {EXCLUDED}\n\n"
SALE = "86.    Mill Lane\n(Item 3)\n\n1.    The offer of nine thousand was accepted.\n\n"
BENCHES = "87.    Benches\n(Item 4)\n\n1.    Ms Tarn asked for two benches.\n"


def test_what_follows_the_exclusion_is_left_out_and_the_resolution_stays(read_text: Read) -> None:
    document = read_text(HEAD + EXCLUSION + SALE + BENCHES)
    assert "chain ferry" in document.text
    assert "press and public be excluded" in document.text
    for secret in ("nine thousand", "Mill Lane", "benches"):
        assert secret not in document.text
        assert secret not in repr(document)
    assert count_restricted(document) == 2
    assert [item.minute_number for item in document.meetings[0].items][-3:] == ["85", "86", "87"]


def test_what_is_public_again_stays_with_its_heading(read_text: Read) -> None:
    document = read_text(HEAD + EXCLUSION + SALE + "UNRESTRICTED ITEMS\n\n" + BENCHES)
    assert "nine thousand" not in repr(document)
    assert "87.    Benches" in document.text
    assert document.meetings[0].items[-1].title == "Benches"
    assert count_restricted(document) == 1


def test_offsets_still_lead_to_the_words(read_text: Read) -> None:
    document = read_text(HEAD + EXCLUSION + SALE + "PUBLIC ITEMS\n\n" + BENCHES)
    [benches] = document.meetings[0].items[-1].paragraphs
    assert document.words(benches.start, benches.end) == "Ms Tarn asked for two benches."


@pytest.mark.parametrize(
    "item",
    [
        f"85.    Papers\n(Item 2)\n\n1.    It was moved {EXCLUDED}\n\n2.    Motion lost.\n\n",
        "85.    Exclusion\n(Item 2)\n\nIt was agreed that there was no need to exclude the public."
        "\n\n",
    ],
)
def test_an_exclusion_that_was_not_carried_leaves_everything(read_text: Read, item: str) -> None:
    document = read_text(HEAD + item + BENCHES)
    assert "two benches" in document.text
    assert count_restricted(document) == 0


def test_a_motion_that_was_carried_excludes(read_text: Read) -> None:
    moved = f"85.    Papers\n(Item 2)\n\n1.    It was moved {EXCLUDED}\n\n2.    Motion carried.\n\n"
    document = read_text(HEAD + moved + SALE)
    assert "nine thousand" not in repr(document)
    assert "Motion carried" in document.text


def test_the_rest_of_the_item_is_left_out_until_the_public_is_let_in(read_text: Read) -> None:
    rest = (
        f"85.    Mill Lane\n(Item 2)\n\n1.    The lane was muddy.\n\n2.    RESOLVED {EXCLUDED}\n\n"
        "3.    The offer of nine thousand was accepted.\n\n"
        "4.    The public were readmitted to the meeting.\n\n5.    The lane would be paved.\n\n"
    )
    document = read_text(HEAD + rest + BENCHES)
    assert "nine thousand" not in repr(document)
    for public in ("muddy", "readmitted", "would be paved", "two benches"):
        assert public in document.text
    assert count_restricted(document) == 1


def test_a_title_that_only_mentions_a_restriction_is_no_restricted_item(read_text: Read) -> None:
    document = read_text(HEAD + SALE.replace("Mill Lane", "Restricted Byways") + BENCHES)
    assert "nine thousand" in document.text
    assert count_restricted(document) == 0


def test_a_document_that_is_not_for_publication_is_refused(read_text: Read) -> None:
    with pytest.raises(UnreadableDocument, match="not for publication"):
        read_text("NOT FOR PUBLICATION by virtue of paragraph 3\n\n" + HEAD)


def test_a_closed_section_whose_minutes_are_open_to_all_stays(read_text: Read) -> None:
    opened = "EXEMPT ITEMS (Open Access to Minutes)\n\n"
    document = read_text(HEAD + EXCLUSION + opened + SALE)
    assert document.meetings[0].items[-1].title == "Mill Lane"
    assert count_restricted(document) == 0


def test_a_closed_section_may_say_in_brackets_why(read_text: Read) -> None:
    closed = "EXEMPT ITEMS (not for publication under paragraph 3)\n\n"
    document = read_text(HEAD + closed + SALE)
    assert "nine thousand" not in repr(document)
    assert count_restricted(document) == 1
