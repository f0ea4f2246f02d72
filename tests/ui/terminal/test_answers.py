"""How an answer reads on a terminal."""

from datetime import date

import pytest

from assistant.answer import AnswerStatus, SentenceKind
from tests.ui.answers import answer, citation, reference, sentence
from ui.terminal import answers, text


def printed(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().out.split())


def test_meetings_come_in_date_order_and_what_was_decided_is_set_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    later, earlier = reference("m2", on=date(2025, 1, 30)), reference("m1", on=date(2024, 3, 5))
    text.show(
        answers.answer(
            answer(
                sentence("A new boat be bought.", 1, kind=SentenceKind.DECIDED, meeting="m2"),
                sentence("The boat was old.", 2, meeting="m1"),
                citations=(
                    citation(1, "A new boat be bought.", later),
                    citation(2, "The boat was old.", earlier),
                ),
            )
        )
    )
    shown = printed(capsys)
    assert "30 January 2025 – Cabinet, Wexcombe County Council Decided A new boat" in shown
    assert shown.index("The boat was old. [2]") < shown.index("A new boat be bought. [1]")


def test_a_citation_says_where_its_words_stand() -> None:
    assert answers.where_words(reference()) == (
        "Cabinet, Wexcombe County Council, 30 January 2025, item 84, paragraph 3(k), page 4, draft"
    )
    assert "Date not recorded" in answers.where_words(reference(on=None))


def test_what_was_searched_is_said_even_when_nothing_is_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text.show(answers.answer(answer(status=AnswerStatus.NOT_FOUND, notice="No model answered.")))
    shown = printed(capsys)
    assert shown.startswith("Not found in the minutes searched No model answered.")
    assert "Searched 14 meetings of 4 committees" in shown
    assert "edition 000012; 2 documents could not be read." in shown


def test_quotes_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    quote = "The \x1b[2Jferry \x1b]0;title\x07was [bold]late[/bold]."
    text.show(answers.answer(answer(sentence(quote, 1), citations=(citation(1, quote),))))
    shown = printed(capsys)
    assert "The ferry was [bold]late[/bold]. [1]" in shown
    assert "\x1b" not in shown


def test_an_empty_search_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    text.show(answers.hits([]))
    assert printed(capsys) == "No passage was found."
