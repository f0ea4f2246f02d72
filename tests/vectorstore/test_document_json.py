"""The JSON of a document: scripts rely on its keys, and its offsets lead to the words."""

from datetime import date

from vectorstore.document_json import document_json
from vectorstore.records import (
    AgendaItem,
    Deletion,
    Document,
    DocumentKind,
    Meeting,
    MeetingStatus,
    Origin,
    Paragraph,
    ParagraphKind,
    Span,
    Vote,
    Voters,
)

TEXT = "Ferries\n(a) The ferry\n was late. For 5, against 2.\nPage 1"
DOCUMENT = Document(
    name="ferries.txt",
    digest="0" * 64,
    kind=DocumentKind.MINUTES,
    title=None,
    url=None,
    text=TEXT,
    meetings=(
        Meeting(
            committee="Cabinet",
            date=date(2024, 3, 5),
            status=MeetingStatus.DRAFT,
            present=("Mrs A Fenn",),
            items=(
                AgendaItem(
                    number="4",
                    minute_number="87",
                    title="Ferries",
                    paragraphs=(
                        Paragraph(
                            label="3(a)",
                            kind=ParagraphKind.VOTE,
                            start=TEXT.index("The ferry"),
                            end=TEXT.index("\nPage"),
                            page=1,
                            speakers=("Mrs A Fenn",),
                        ),
                    ),
                    votes=(
                        Vote(
                            subject=None, outcome="carried", in_favour=5, against=2,
                            abstained=None, start=0, end=1,
                            voters=Voters(in_favour=("Mrs A Fenn",)),
                        ),
                    ),
                ),
            ),
        ),
    ),
    unplaced=(Span(start=TEXT.index("Page 1"), end=len(TEXT)),),
    deletions=(Deletion(position=TEXT.index("was late"), text="was early"),),
)  # fmt: skip


def test_a_document_has_the_keys_of_the_contract_in_their_order() -> None:
    given = document_json(DOCUMENT)
    assert list(given) == [
        "schema", "document", "kind", "attached_to", "sources", "characters", "unread_pages",
        "unplaced", "deletions", "roles",
        "abbreviations", "meetings",
    ]  # fmt: skip
    [meeting] = given["meetings"]
    assert (
        list(meeting)
        == (
            "council committee date time venue status chair present in_attendance apologies items"
        ).split()
    )
    [item] = meeting["items"]
    assert (
        list(item)
        == (
            "number minute_number title first_page cut_off restricted paragraphs votes decisions "
            "actions"
        ).split()
    )
    [paragraph] = item["paragraphs"]
    assert list(paragraph) == "label kind text page start end speakers".split()
    [vote] = item["votes"]
    assert vote == {
        "subject": None, "outcome": "carried", "for": 5, "against": 2, "abstain": None,
        "names": {"for": ["Mrs A Fenn"], "against": [], "abstain": []},
    }  # fmt: skip


def test_every_place_with_the_same_minutes_is_given() -> None:
    origin = Origin(
        source="/minutes/draft.pdf",
        address="https://council.example/draft.pdf",
        status=MeetingStatus.DRAFT,
        cited=False,
    )
    assert document_json(DOCUMENT, [origin])["sources"] == [
        {
            "source": "/minutes/draft.pdf",
            "address": "https://council.example/draft.pdf",
            "status": "draft",
            "cited": False,
        }
    ]


def test_offsets_lead_to_the_words_and_the_rest_is_not_left_out() -> None:
    given = document_json(DOCUMENT)
    paragraph = given["meetings"][0]["items"][0]["paragraphs"][0]
    words = TEXT[paragraph["start"] : paragraph["end"]]
    assert paragraph["text"] == " ".join(words.split())
    assert paragraph["text"].startswith("The ferry was late.")
    assert given["unplaced"] == [
        {"text": "Page 1", "start": len(TEXT) - len("Page 1"), "end": len(TEXT)}
    ]


def test_what_was_struck_through_is_given_apart_from_the_text() -> None:
    position = TEXT.index("was late")
    assert document_json(DOCUMENT)["deletions"] == [{"text": "was early", "position": position}]


def test_what_is_not_recorded_is_null() -> None:
    [meeting] = document_json(DOCUMENT)["meetings"]
    assert (meeting["council"], meeting["chair"]) == (None, None)
    assert (meeting["date"], meeting["status"]) == ("2024-03-05", "draft")


def test_every_character_read_is_placed_or_told_as_unplaced() -> None:
    given = document_json(DOCUMENT)
    unplaced = sum(len("".join(run["text"].split())) for run in given["unplaced"])
    assert given["characters"]["read"] == len("".join(TEXT.split()))
    assert given["characters"]["placed"] == given["characters"]["read"] - unplaced
