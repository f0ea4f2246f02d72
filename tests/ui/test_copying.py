"""Answers as text to paste."""

from assistant.answer import AnswerStatus, SentenceKind
from tests.ui.answers import answer, citation, reference, sentence
from ui.copying import answer_text


def test_the_text_carries_the_markers_the_sources_and_what_was_searched() -> None:
    text = answer_text(
        answer(
            sentence("The ferry was late.", 1),
            sentence("that it be mended", 2, kind=SentenceKind.DECIDED),
            citations=(
                citation(1),
                citation(2, "that it be mended", reference(url="https://wexcombe.example/84")),
            ),
        )
    )
    assert text == (
        "ferries\n\n"
        "Answered from the minutes.\n\n"
        "30 January 2025 – Cabinet, Wexcombe County Council\n"
        "The ferry was late. [1]\n"
        "Decided: that it be mended [2]\n\n"
        "Sources\n"
        "[1] “The ferry was late.” – Cabinet, Wexcombe County Council, 30 January 2025, "
        "Item 84 – Ferries, Paragraph 3(k), Page 4, Draft minutes, not yet approved, cabinet.pdf\n"
        "[2] “that it be mended” – Cabinet, Wexcombe County Council, 30 January 2025, "
        "Item 84 – Ferries, Paragraph 3(k), Page 4, Draft minutes, not yet approved, cabinet.pdf, "
        "https://wexcombe.example/84\n\n"
        "Searched 14 meetings of 4 committees, 12 March 2021 to 3 June 2024, edition 000012; "
        "2 documents could not be read.\n"
    )


def test_the_notice_goes_with_the_text() -> None:
    text = answer_text(answer(status=AnswerStatus.NOT_FOUND, notice="Showing results for “ferry”."))
    assert "Showing results for “ferry”." in text
