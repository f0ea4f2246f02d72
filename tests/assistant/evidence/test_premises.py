"""A question that takes for granted what the minutes do not record is met with what they do."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.finding import Findings
from assistant.evidence.premises import Record, after_record, record
from assistant.understanding.premise import Ending
from assistant.understanding.question import Kind
from tests.assistant.found import candidate, findings, part_of, term
from tests.assistant.invented import passage
from vectorstore.found import Hit, StoredPassage
from vectorstore.records import ParagraphKind

ITEM = passage("Mrs Vane spoke of the pier licence.", id="said", item_title="Pier licence")
LICENCE = (term("pier"), term("licence"))


def decided(raw: str, id: str = "decided") -> StoredPassage:
    return passage(raw, id=id, start=300, kind=ParagraphKind.RESOLUTION, item_title="Pier licence")


def found(question: str, *passages: StoredPassage) -> Findings:
    hits = [
        Hit(rank=at, score=0.5, similarity=0.5, keyword=0.5, passage=each)
        for at, each in enumerate(passages)
    ]
    of_all = findings(question, *map(candidate, passages), terms=LICENCE)
    return replace(of_all, hits=tuple(hits))


def recorded(taken: Ending, question: str, *passages: StoredPassage) -> Record:
    def around(_: str) -> Sequence[StoredPassage]:
        return passages

    return record(taken, found(question, *passages), [candidate(passages[0])], around)


def test_another_end_than_the_one_taken_for_granted_is_what_is_recorded() -> None:
    asked = "why was the pier licence revoked?"
    told = recorded(Ending.REVOKED, asked, ITEM, decided("The licence be suspended for a month."))
    assert not told.borne_out
    assert [each.words for each in told.instead] == ["The licence be suspended for a month."]


def test_a_premise_that_the_minutes_bear_out_stands() -> None:
    asked = "why was the pier licence revoked?"
    told = recorded(Ending.REVOKED, asked, ITEM, decided("RESOLVED that it be revoked."))
    assert told == Record(borne_out=True, instead=())


def test_what_was_not_done_bears_nothing_out() -> None:
    asked = "why was the pier licence refused?"
    for words in (
        "The licence was agreed. Mr Orrell would have refused it.",
        "The licence was granted and not refused.",
    ):
        assert recorded(Ending.REFUSED, asked, ITEM, decided(words)).instead


def test_a_motion_to_refuse_that_was_carried_grants_nothing() -> None:
    asked = "why was the pier licence approved?"
    motion = decided("It was moved that the pier licence be refused. Carried unanimously.")
    assert recorded(Ending.GRANTED, asked, ITEM, motion).instead
    assert recorded(Ending.GRANTED, asked, ITEM, decided("The motion was carried.")).borne_out


def test_silence_on_how_it_ended_contradicts_nothing() -> None:
    asked = "why was the pier licence refused?"
    told = recorded(Ending.REFUSED, asked, ITEM, decided("RESOLVED that officers report back."))
    assert told == Record(borne_out=False, instead=())


def test_the_paragraph_that_names_the_matter_goes_before_others_of_its_item() -> None:
    asked = "why was the pier licence approved?"
    own = decided("The pier licence be refused.", id="own")
    other = decided("The ferry contract be approved.", id="other")
    told = recorded(Ending.GRANTED, asked, ITEM, own, other)
    assert [each.passage.id for each in told.instead] == ["own"]


def test_a_bare_end_comes_with_what_it_is_said_of() -> None:
    asked = "why was the pier licence refused?"
    both = decided("Mr Orrell moved the pier licence. Carried by 8 votes to 3.")
    told = recorded(Ending.REFUSED, asked, ITEM, both)
    assert [each.words for each in told.instead] == [
        "Mr Orrell moved the pier licence.",
        "Carried by 8 votes to 3.",
    ]


def test_a_rise_is_no_fall() -> None:
    rise = passage("The pier licence is to go up to £58.")
    told = recorded(Ending.FALLEN, "when was the pier licence fee cut?", rise)
    assert told.instead
    assert recorded(Ending.RISEN, "when did the pier licence go up?", rise).borne_out


def test_what_is_recorded_is_shown_as_a_decision_is() -> None:
    part = part_of("why was the pier licence refused?")
    assert after_record(part, candidate(decided("It be granted."))).kind is Kind.DECIDED
    motion = passage("Mr Orrell moved it. Carried.", kind=ParagraphKind.MOTION)
    assert after_record(part, candidate(motion)).kind is Kind.YES_NO
