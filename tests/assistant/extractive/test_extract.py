"""Extracts are verbatim, in the order of meetings and text, said apart from decided."""

from datetime import date

from assistant.answer import SentenceKind
from assistant.extractive.extract import compose
from tests.assistant.found import candidate, judged, part_of
from tests.assistant.invented import passage
from vectorstore.found import StoredPassage
from vectorstore.records import ParagraphKind

SAID, WHEN = part_of("what of the pier?"), part_of("when did the pier open?")
LATER = passage(
    "The pier\n  opened. Rain fell. Sun shone.", id="later", date=date(2023, 5, 1), meeting="m1"
)
EARLIER = passage(
    "RESOLVED that the pier be shut.",
    id="earlier",
    kind=ParagraphKind.RESOLUTION,
    date=date(2022, 5, 1),
    meeting="m2",
)
UNDATED = passage("The pier was green.", id="undated", date=None, meeting="m0")


def alone(passage_id: str) -> list[StoredPassage]:
    return [held for held in (LATER, EARLIER, UNDATED) if held.id == passage_id]


def test_statements_come_by_date_those_without_one_last() -> None:
    chosen = [(candidate(held), SAID) for held in (UNDATED, LATER, EARLIER)]
    statements = compose(chosen, alone)
    assert [statement.meeting for statement in statements] == ["m2", "m1", "m0"]
    assert [statement.kind for statement in statements] == [
        SentenceKind.DECIDED, SentenceKind.SAID, SentenceKind.SAID,
    ]  # fmt: skip


def test_white_space_is_folded_and_nothing_else_changed() -> None:
    [statement] = compose([(candidate(LATER), SAID)], alone)
    assert statement.text == "The pier opened."
    [quote] = statement.quotes
    assert LATER.raw[quote.start - LATER.start : quote.end - LATER.start] == "The pier\n  opened."
    assert quote.text == statement.text


def test_neighbours_share_a_quote_and_others_do_not() -> None:
    first, second, third = (candidate(LATER, at) for at in range(3))
    joined = compose([(second, SAID), (first, SAID)], alone)
    assert [statement.text for statement in joined] == ["The pier opened.", "Rain fell."]
    assert len({statement.quotes for statement in joined}) == 1
    assert joined[0].quotes[0].text == "The pier opened. Rain fell."
    apart = compose([(third, SAID), (first, SAID)], alone)
    assert [statement.quotes[0].text for statement in apart] == ["The pier opened.", "Sun shone."]
    assert [statement.text for statement in apart] == ["The pier opened.", "… Sun shone."]


def test_a_sentence_chosen_for_two_parts_of_a_question_is_said_once() -> None:
    chosen = [(candidate(LATER), SAID), (candidate(LATER), WHEN)]
    assert len(compose(chosen, alone)) == 1


def test_nothing_chosen_is_nothing_said() -> None:
    assert compose([], alone) == []


def test_the_figure_or_the_date_asked_for_is_emphasised() -> None:
    held = passage("Rain fell. The pier opened on 4 May 2023.", id="p", start=7)
    asked = part_of("when did the pier open?")
    found = judged(candidate(held, 1), asked)
    [statement] = compose([(found, asked)], lambda _: [held])
    assert [statement.text[a:b] for a, b in statement.emphasis] == ["4 May 2023"]
    [plain] = compose([(judged(candidate(held, 1), SAID), SAID)], lambda _: [held])
    assert plain.emphasis == ()


def test_what_is_emphasised_after_an_elision_stands_at_its_place() -> None:
    held = passage("Some 40 boats came. Rain fell. Some 50 boats left.", id="p", start=7)
    asked = part_of("how many boats?")
    chosen = [(judged(candidate(held, at), asked), asked) for at in (0, 2)]
    first, second = compose(chosen, lambda _: [held])
    assert [second.text[a:b] for a, b in second.emphasis] == ["50"]
    assert [first.text[a:b] for a, b in first.emphasis] == ["40"]
