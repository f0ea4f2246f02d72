"""A document on a terminal."""

import pytest

from ui.terminal import documents, text
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
)

TEXT = "RESOLVED that the ferry  stay open.\nIt sails."
FERRY = Document(
    name="ferry.pdf",
    digest="0" * 64,
    kind=DocumentKind.MINUTES,
    title=None,
    url=None,
    text=TEXT,
    meetings=(
        Meeting(
            items=(
                AgendaItem(
                    number="4",
                    minute_number=None,
                    title="The ferry",
                    paragraphs=(
                        Paragraph(
                            label=None,
                            kind=ParagraphKind.RESOLUTION,
                            start=0,
                            end=TEXT.index("\n"),
                        ),
                        Paragraph(
                            label="1",
                            kind=ParagraphKind.NARRATIVE,
                            start=TEXT.index("It"),
                            end=len(TEXT),
                        ),
                    ),
                ),
            )
        ),
    ),
    deletions=(
        Deletion(position=TEXT.index("stay"), text="be sold"),
        Deletion(position=len(TEXT), text="No more."),
    ),
)


def test_what_is_struck_through_is_said_to_be_deleted_where_it_stood(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text.show(documents.document(FERRY))
    printed = " ".join(capsys.readouterr().out.split())
    assert "RESOLVED that the ferry [deleted: be sold] stay open. (resolution)" in printed
    assert "It sails.[deleted: No more.]" in printed


def test_every_place_of_the_same_minutes_has_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    printed = Origin(
        source="/minutes/ferry.pdf", address=None, status=MeetingStatus.APPROVED, cited=True
    )
    page = Origin(
        source="https://wexcombe.example/mgAi.aspx?ID=4",
        address="https://wexcombe.example/mgAi.aspx?ID=4",
        status=None,
        cited=False,
    )
    text.show(documents.document(FERRY, [printed, page]))
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    at = lines.index("Sources")
    assert lines[at + 1 : at + 3] == ["/minutes/ferry.pdf, approved, cited", page.source]
