"""The order in which an answer is read."""

from dataclasses import replace
from datetime import date

from assistant.answer import SentenceKind
from tests.ui.answers import citation, reference, sentence
from ui.sections import sections
from vectorstore.records import ActionKind

OLD, NEW, UNDATED = (
    citation(1, of=reference("old", on=date(2021, 5, 1))),
    citation(2, of=reference("new", on=date(2024, 5, 1))),
    citation(3, of=reference("undated", on=None)),
)


def test_meetings_come_in_date_order_and_those_without_a_date_last() -> None:
    told = sections(
        [
            sentence("c", 3, meeting="undated"),
            sentence("b", 2, meeting="new"),
            sentence("a", 1, meeting="old"),
        ],
        [OLD, NEW, UNDATED],
    )
    assert [section.runs[0].sentences[0].text for section in told] == ["a", "b", "c"]
    assert [section.reference and section.reference.meeting for section in told] == [
        "old",
        "new",
        "undated",
    ]


def test_sentences_of_no_single_meeting_come_first_without_a_heading() -> None:
    told = sections(
        [sentence("a", 1, meeting="old"), sentence("In all, two.", meeting=None)], [OLD]
    )
    assert told[0].reference is None
    assert told[0].runs[0].sentences[0].text == "In all, two."


def test_the_decided_is_set_apart_from_the_said_and_keeps_its_place() -> None:
    [section] = sections(
        [
            sentence("It was asked.", 1, meeting="old"),
            sentence("RESOLVED so.", 1, meeting="old", kind=SentenceKind.DECIDED),
            sentence("And so.", 1, meeting="old", kind=SentenceKind.DECIDED),
            sentence("It was thanked.", 1, meeting="old"),
        ],
        [OLD],
    )
    assert [(run.decided, len(run.sentences)) for run in section.runs] == [
        (False, 1),
        (True, 2),
        (False, 1),
    ]


def test_a_request_is_called_one_and_not_taken_for_a_decision() -> None:
    asked = replace(sentence("Mrs Vance asked.", 1, meeting="old"), action=ActionKind.REQUEST)
    resolved = sentence("RESOLVED so.", 1, meeting="old", kind=SentenceKind.DECIDED)
    [section] = sections([sentence("It was late.", 1, meeting="old"), asked, resolved], [OLD])
    assert [(run.label, run.decided) for run in section.runs] == [
        (None, False),
        ("Asked for", False),
        ("Decided", True),
    ]


def test_no_sentence_is_lost_while_the_citations_are_still_to_come() -> None:
    arriving = [sentence("a", 1, meeting="old"), sentence("b", 2, meeting="new")]
    told = sections(arriving, [])
    assert [each for section in told for run in section.runs for each in run.sentences] == arriving


def test_two_sources_of_the_same_body_and_date_are_told_apart() -> None:
    minutes = reference("minutes")
    strategy = replace(reference("strategy"), title="Ferry Strategy")
    told = sections(
        [sentence("a", 1, meeting="minutes"), sentence("b", 2, meeting="strategy")],
        [citation(1, of=minutes), citation(2, of=strategy)],
    )
    assert [section.distinction for section in told] == ["cabinet.pdf", "Ferry Strategy"]


def test_a_meeting_alone_on_its_date_needs_no_distinction() -> None:
    [section] = sections([sentence("a", 1, meeting="old")], [OLD, NEW])
    assert section.distinction is None
