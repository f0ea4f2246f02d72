"""The program's own sentences: every shortfall has its words, and none says more than is known."""

from dataclasses import replace
from datetime import date

import pytest

from assistant import phrasing
from assistant.answer import AnswerSentence, AnswerStatus, Citation, SentenceKind
from assistant.evidence.asked_for import gives
from assistant.evidence.judging import Extent, Verdict
from assistant.extractive.extract import compose
from assistant.understanding.premise import Ending
from assistant.understanding.question import Kind, Part
from tests.assistant.found import candidate, findings, part_of, term
from tests.assistant.invented import passage
from ui.wording import STATUS_WORDS
from vectorstore.found import Hit
from vectorstore.records import ParagraphKind

PART = Part(asked="the ferry", text="how late was the ferry", kind=Kind.FIGURE)


def test_every_way_for_a_question_to_end_has_its_words() -> None:
    assert set(STATUS_WORDS) == set(AnswerStatus)
    assert len(set(STATUS_WORDS.values())) == len(AnswerStatus)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_thing_that_can_be_lacking_has_its_words(kind: Kind) -> None:
    part = Part(asked="the ferry", text="the ferry", kind=kind)
    nothing_given = passage("a member spoke at length.")
    verdict = Verdict(extent=Extent.PARTLY, lacks=kind)
    told = phrasing.shortfall(part, verdict, alone=True)
    assert told or gives(nothing_given.text, nothing_given.reference.kind, part)


@pytest.mark.parametrize(
    ("question", "whom"),
    [
        ("who opened the pier?", "person"),
        ("who is the chief constable?", "chief constable"),
        ("which company ran the ferry?", "business"),
        ("who got the ferry contract?", "business"),
    ],
)
def test_who_is_not_named_is_told_as_what_was_asked_for(question: str, whom: str) -> None:
    verdict = Verdict(extent=Extent.PARTLY, lacks=Kind.WHO)
    told = phrasing.shortfall(part_of(question), verdict, alone=True)
    assert told == f"The minutes do not name the {whom}."


@pytest.mark.parametrize("ending", Ending)
def test_every_ending_taken_for_granted_has_its_words(ending: Ending) -> None:
    verdict = Verdict(extent=Extent.PARTLY, not_so=ending)
    told = phrasing.shortfall(PART, verdict, alone=True) or ""
    assert told.startswith("The minutes do not record that this ")
    assert told.endswith("; this is what they record.")


def test_words_that_stand_elsewhere_are_named_apart_from_those_that_stand_nowhere() -> None:
    verdict = Verdict(extent=Extent.PARTLY, missing=("Zanzibar",), unmet=("pier",))
    assert phrasing.shortfall(PART, verdict, alone=True) == (
        "The minutes nowhere mention “Zanzibar”. What comes nearest does not mention “pier”."
    )
    assert (phrasing.shortfall(PART, verdict, alone=False) or "").startswith("On “the ferry”: ")


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (("Zanzibar",), "“Zanzibar”"),
        (("Zanzibar", "mermaids"), "“Zanzibar” or “mermaids”"),
        (("a", "b", "c"), "“a”, “b” or “c”"),
    ],
)
def test_unknown_words_are_named(missing: tuple[str, ...], words: str) -> None:
    verdict = Verdict(extent=Extent.PARTLY, missing=missing)
    assert words in (phrasing.shortfall(PART, verdict, alone=True) or "")


def test_a_part_that_was_not_found_is_named_when_others_were() -> None:
    nothing = Verdict(extent=Extent.NONE)
    assert phrasing.shortfall(PART, nothing, alone=False) == ("Nothing was found on “the ferry”.")
    assert phrasing.shortfall(PART, nothing, alone=True) is None


def test_nothing_is_said_of_a_part_that_was_answered() -> None:
    assert phrasing.shortfall(PART, Verdict(extent=Extent.ENOUGH), alone=True) is None


def test_what_is_not_recorded_is_said_so_and_not_guessed() -> None:
    held = passage("It was late.", date=None).reference
    assert phrasing.meeting_heading(held) == (
        "Marlshire County Council, Cabinet, date not recorded"
    )
    nameless = replace(held, council=None, committee=None)
    assert phrasing.meeting_heading(nameless) == "cabinet.txt, date not recorded"
    titled = replace(nameless, title="Ferry strategy")
    assert phrasing.meeting_heading(titled) == "Ferry strategy, date not recorded"


def test_a_lead_counts_the_meetings_committees_and_decisions_that_follow() -> None:
    held = [
        passage(
            "It was late.",
            id=f"p{year}",
            meeting=f"m{year}",
            date=date(year, 5, 1),
            kind=ParagraphKind.RESOLUTION if year == 2022 else ParagraphKind.NARRATIVE,
        )
        for year in (2021, 2022, 2023)
    ]
    statements = compose([(candidate(one), part_of("ferry")) for one in held], lambda key: [
        one for one in held if one.id == key
    ])  # fmt: skip
    assert phrasing.lead(statements) == (
        "What follows is from 3 meetings of 1 committee, 1 May 2021 to 1 May 2023, "
        "with decisions at 1."
    )
    assert phrasing.lead(statements[:2]) is None


def test_a_lead_counts_no_committees_where_one_is_not_recorded() -> None:
    held = [
        passage("It was late.", id=f"p{year}", meeting=f"m{year}", date=date(year, 5, 1))
        for year in (2021, 2022, 2023)
    ]
    held[1] = replace(held[1], reference=replace(held[1].reference, committee=None))
    statements = compose([(candidate(one), part_of("ferry")) for one in held], lambda key: [
        one for one in held if one.id == key
    ])  # fmt: skip
    assert phrasing.lead(statements) == (
        "What follows is from 3 meetings, 1 May 2021 to 1 May 2023."
    )


def test_a_question_is_asked_back_with_its_choices_or_for_its_topic() -> None:
    assert phrasing.clarification(["the pier", "the ferry"]).startswith(
        "Do you mean “the pier” or “the ferry”?"
    )
    assert "naming what it is about" in phrasing.clarification([])


def test_each_corrected_spelling_is_told_once_beside_what_was_typed() -> None:
    found = findings("fery", terms=(term("fery", corrected="ferry"), term("late")))
    assert phrasing.corrections([found, found]) == ("Showing results for “ferry” (typed “fery”).")
    assert phrasing.corrections([findings("late", terms=(term("late"),))]) is None


def test_the_nearest_items_are_suggested_each_once_and_those_of_every_meeting_not() -> None:
    titles = ["Ferries", "Apologies for absence", "Ferries", None, "Piers", "Roads"]
    likenesses = [0.5, 0.45, 0.4, 0.4, 0.3, 0.1]
    hits = tuple(
        Hit(rank=at, score=like, similarity=like, keyword=0.0,
            passage=passage("Rain.", id=str(at), item_title=title))
        for at, (title, like) in enumerate(zip(titles, likenesses, strict=True))
    )  # fmt: skip
    found = replace(findings("boats"), hits=hits)
    assert phrasing.suggestion([found]) == (
        "The nearest items in the minutes: “Ferries” and “Piers”."
    )
    assert phrasing.suggestion([replace(found, hits=hits[-1:])]) is None


def test_a_person_who_alone_is_heard_is_named_once() -> None:
    found = findings("ferry")
    heard = replace(found, speaker="Mrs Vance")
    assert phrasing.speakers([heard, found, heard]) == "Limited to what Mrs Vance said."
    assert phrasing.speakers([found]) is None


def sentence(
    text: str, *citations: int, kind: SentenceKind = SentenceKind.SAID, meeting: str | None = "m1"
) -> AnswerSentence:
    return AnswerSentence(text=text, citations=citations, kind=kind, meeting=meeting)


def citation(number: int, meeting: str = "m1") -> Citation:
    held = passage("It was late.", meeting=meeting)
    return Citation(
        number=number,
        quote=held.text,
        start=held.start,
        end=held.end,
        passage=held.id,
        reference=held.reference,
        exact=True,
    )


def test_the_text_stands_by_meeting_with_decisions_apart_and_a_marker_after_each_quote() -> None:
    text = phrasing.answer_text(
        [
            sentence("No figure.", kind=SentenceKind.SUMMARY, meeting=None),
            sentence("It was late.", 1),
            sentence("It was full.", 1),
            sentence("It was green.", 2),
            sentence("It be sold.", 3, kind=SentenceKind.DECIDED),
            sentence("It was sold.", 4, 1, meeting="m2"),
        ],
        [citation(1), citation(2), citation(3), citation(4, "m2")],
    )
    heading = "Marlshire County Council, Cabinet, 14 October 2021:"
    assert text.splitlines() == [
        "No figure.",
        heading,
        "It was late. It was full. [1] It was green. [2]",
        "Decided: It be sold. [3]",
        heading,
        "It was sold. [4][1]",
    ]


def test_an_empty_answer_has_no_text() -> None:
    assert phrasing.answer_text([], []) == ""


def test_a_comparison_of_two_places_is_not_said_to_be_of_one() -> None:
    one = replace(findings("the ferry"), places=("Castermouth",))
    assert phrasing.places([one]) == "Limited to minutes of Castermouth."
    assert phrasing.places([one, findings("the ferry")]) is None
