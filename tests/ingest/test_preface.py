"""What stands before the first item of business."""

from collections.abc import Callable

from vectorstore.records import Document

Read = Callable[[str], Document]


def opening(document: Document) -> list[tuple[str, str]]:
    return [
        (each.kind.value, document.words(each.start, each.end))
        for each in document.meetings[0].items[0].paragraphs
    ]


def test_what_is_short_before_the_first_item_is_who_met_where_and_when(read_text: Read) -> None:
    document = read_text(
        "NORTHMERE BOROUGH COUNCIL\n\nMonday 2 June 2025, 6pm, Town Hall\n\nPresent: Mr A Pell\n\n"
        "The meeting began late because of the snow.\n\n1. Ponds\n\nThe report was noted."
    )
    assert opening(document) == [
        ("attendance", "Monday 2 June 2025, 6pm, Town Hall"),
        ("attendance", "Present: Mr A Pell"),
        ("attendance", "The meeting began late because of the snow."),
    ]


def test_business_before_the_first_item_stays_business(read_text: Read) -> None:
    tribute = "The Mayor recalled " + "the long service of the late Mr Rook, " * 8 + "with regret."
    document = read_text(
        "NORTHMERE BOROUGH COUNCIL\n\n2 June 2025\n\nPresent: Mr A Pell\n\n"
        f"The meeting was opened at 6pm. {tribute}\n\n1. Ponds\n\nThe report was noted."
    )
    assert opening(document)[-1][0] == "narrative"


def test_the_preamble_of_an_agreement_is_no_list_of_names(read_fixture: Read) -> None:
    document = read_fixture("agreement.txt")
    assert opening(document) == [("narrative", "Signed by the partners in June 2022")]
