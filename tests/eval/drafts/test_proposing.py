"""Drafts from documents: what is asked stands in the evidence, or nowhere."""

import datetime
from dataclasses import replace

from eval.checking import problems
from eval.drafts.proposing import decisions, definitions, figures, propose, unanswerable
from vectorstore.records import (
    AgendaItem,
    Document,
    DocumentKind,
    Meeting,
    Paragraph,
    ParagraphKind,
)

PARAGRAPHS = (
    "Mr Orrell told of the Bus Service Improvement Plan (BSIP) in 2023.",
    "He said that 1,204 shelters had been painted in 2022/23, of which 82 had been broken.",
    "In 2021 drivers had asked for more, and two of the 28 depots were shut for 3 months.",
    "RESOLVED that the shelters be painted white by 31 March 2024.",
    "RESOLVED that the report be noted.",
)


def document(*wordings: str) -> Document:
    text, paragraphs = "", []
    for wording in wordings:
        decides = wording.startswith("RESOLVED")
        paragraphs.append(
            Paragraph(
                label=None,
                kind=ParagraphKind.RESOLUTION if decides else ParagraphKind.NARRATIVE,
                start=len(text),
                end=len(text) + len(wording),
            )
        )
        text += f"{wording}\n"
    item = AgendaItem(
        number="4", minute_number=None, title="Bus  shelters", paragraphs=tuple(paragraphs)
    )
    held = Meeting(committee="Cabinet", date=datetime.date(2023, 7, 4), items=(item,))
    return Document(
        name="buses.txt",
        digest="d",
        kind=DocumentKind.MINUTES,
        title=None,
        url=None,
        text=text,
        meetings=(held,),
    )


BUSES = document(*PARAGRAPHS)


def test_an_abbreviation_is_asked_for_where_it_is_defined() -> None:
    [case] = definitions(BUSES)
    assert case.question == "What does BSIP stand for?"
    assert case.evidence[0].quote == "Bus Service Improvement Plan (BSIP)"
    assert case.nuggets[0].match == ("Bus Service Improvement Plan",)


def test_a_count_is_asked_for_but_neither_a_year_nor_a_part_nor_a_length_of_time() -> None:
    [case] = figures(BUSES)
    assert case.question == "How many shelters had been painted in 2022/23?"
    assert case.nuggets[0].match == ("1,204",)
    assert case.evidence[0].quote == PARAGRAPHS[1]


def test_a_decision_is_asked_for_unless_it_is_routine() -> None:
    [case] = decisions(BUSES)
    assert case.question == "What was decided about “Bus shelters”, Cabinet, 4 July 2023?"
    assert case.nuggets[0].match == ("the shelters be painted white by 31 March 2024",)


def test_words_that_stand_twice_are_no_evidence() -> None:
    assert not list(definitions(document(PARAGRAPHS[0], PARAGRAPHS[0])))


def test_a_variant_asks_about_what_the_documents_cannot_tell() -> None:
    [definition], [figure], [decision] = (
        list(kind(BUSES)) for kind in (definitions, figures, decisions)
    )
    variants = [
        unanswerable(case, years=[2022, 2024], known=["BSIP", "PISB"])
        for case in (definition, figure, decision)
    ]
    assert [variant.question for variant in variants] == [
        "What does PISBX stand for?",
        "How many shelters had been painted in 2027?",
        "What was decided about “Bus shelters” in 2027?",
    ]
    for variant in variants:
        assert not variant.answerable
        assert not variant.evidence + variant.nuggets
        assert "near-miss" in variant.tags


def test_drafts_come_from_every_document_in_turn_each_question_once_and_sound() -> None:
    trams = replace(
        document("The Tram Development Board (TDB) met.", PARAGRAPHS[3].replace("white", "blue")),
        name="trams.txt",
    )
    cases = propose([BUSES, trams, BUSES], 20)
    assert {case.evidence[0].document for case in cases if case.evidence} == {
        "buses.txt",
        "trams.txt",
    }
    assert len({case.question for case in cases}) == len(cases)
    assert any(not case.answerable for case in cases)
    assert problems(cases, {"buses.txt": BUSES.text, "trams.txt": trams.text}) == []
    assert propose([BUSES], 2) == propose([BUSES], 20)[:2]
