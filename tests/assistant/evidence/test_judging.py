"""Whether there is evidence, and what of the question it does not give."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from assistant.evidence import judging
from assistant.evidence.finding import Findings
from assistant.evidence.judging import Extent, Verdict
from assistant.understanding.question import Kind
from tests.assistant.found import candidate, findings, term
from tests.assistant.invented import passage
from vectorstore.embedding import Embedder
from vectorstore.found import Hit

KNOWN = (term("ferry"),)
Judge = Callable[[Findings], Verdict]


@pytest.fixture(scope="session")
def judge(embedder: Embedder) -> Judge:
    """Judging with the carried model."""
    return partial(judging.judge, embed=embedder.queries)


def test_nothing_found_is_no_evidence(judge: Judge) -> None:
    verdict = judge(findings("ferry", terms=KNOWN))
    assert verdict.extent is Extent.NONE
    assert not verdict.found
    assert not verdict.complete


def test_unlike_sentences_without_the_words_are_no_evidence(judge: Judge) -> None:
    found = candidate(own=0.0, likeness=0.1)
    assert not judge(findings("the mermaids", found, terms=(term("mermaids", passages=0),))).found
    assert not judge(findings("ferry", found, terms=KNOWN)).found


def test_a_sentence_that_is_alike_and_has_the_words_is_evidence(judge: Judge) -> None:
    verdict = judge(findings("what of the ferry", candidate(likeness=0.9), terms=KNOWN))
    assert verdict.extent is Extent.ENOUGH
    assert verdict.complete


def test_the_score_tells_evidence_from_none_and_more_of_it_from_less(judge: Judge) -> None:
    assert judge(findings("ferry", terms=KNOWN)).score is None
    scores = [
        judge(findings("what of the ferry", candidate(own=0.0, likeness=likeness), terms=KNOWN))
        for likeness in (0.1, 0.5, 0.9)
    ]
    silent, weak, strong = [verdict.score for verdict in scores if verdict.score is not None]
    assert silent < 0 < weak < strong


def test_a_name_that_the_library_lacks_is_missing(judge: Judge) -> None:
    terms = (*KNOWN, *(term(word) for word in "late pier cost fare".split()))
    verdict = judge(
        findings(
            "was the late ferry in Zanzibar said to cost a pier fare",
            candidate(likeness=0.9),
            terms=(*terms, term("Zanzibar", passages=0)),
        )
    )
    assert verdict.extent is Extent.PARTLY
    assert verdict.missing == ("Zanzibar",)


def test_a_misspelt_word_that_was_corrected_is_not_missing(judge: Judge) -> None:
    terms = (term("fery", corrected="ferry"),)
    assert judge(findings("what of the fery", candidate(likeness=0.9), terms=terms)).complete


@pytest.mark.parametrize(
    ("question", "silent", "telling", "lacks"),
    [
        ("how many were late?", "Many ferries.", "Some 40 ferries.", Kind.FIGURE),
        ("when was the ferry late?", "The ferry was late.", "A ferry in May 2023.", Kind.WHEN),
        ("who spoke of the ferry?", "A Member of the ferry.", "Mrs Vance of the ferry.", Kind.WHO),
    ],
)
def test_the_sort_of_thing_that_is_not_given_is_named(
    judge: Judge, question: str, silent: str, telling: str, lacks: Kind
) -> None:
    partly = judge(findings(question, candidate(passage(silent), likeness=0.9), terms=KNOWN))
    assert (partly.extent, partly.lacks) == (Extent.PARTLY, lacks)
    whole = judge(findings(question, candidate(passage(telling), likeness=0.9), terms=KNOWN))
    assert whole.complete


def test_a_name_that_stands_elsewhere_but_not_in_what_was_chosen_is_named(judge: Judge) -> None:
    found = candidate(passage("Some 40 ferries were late."), likeness=0.9)
    verdict = judge(
        findings(
            "how many ferries were late at Stonehythe?", found, terms=(*KNOWN, term("Stonehythe"))
        )
    )
    assert (verdict.extent, verdict.unmet) == (Extent.PARTLY, ("Stonehythe",))


def test_evidence_of_other_minutes_than_those_of_the_place_is_called_so(judge: Judge) -> None:
    found = findings("what was said of the ferry at Northport?", candidate(), terms=KNOWN)
    assert judge(found).complete
    verdict = judge(replace(found, not_only_of=("Northport",)))
    assert (verdict.extent, verdict.elsewhere) == (Extent.PARTLY, ("Northport",))
    assert verdict.naming(()).extent is Extent.PARTLY
    assert judge(replace(found, not_only_of=("Marlshire",))).complete


def test_what_the_paragraph_just_before_named_is_not_said_to_be_missing(judge: Judge) -> None:
    before = passage("The ferry at Stonehythe was new.", id="p0", start=100)
    found = candidate(passage("Some 40 ferries were late.", start=before.end + 1), likeness=0.9)
    terms = (*KNOWN, term("Stonehythe"))
    alone = findings("how many ferries were late at Stonehythe?", found, terms=terms)
    hit = Hit(rank=2, score=0.4, similarity=0.4, keyword=0.4, passage=before)
    assert not judge(alone).complete
    assert judge(replace(alone, hits=(hit,))).complete
    far = replace(hit, passage=replace(before, start=before.start - 900, end=before.end - 900))
    assert not judge(replace(alone, hits=(far,))).complete


def test_a_place_is_met_by_the_name_of_the_council_or_the_item(judge: Judge) -> None:
    found = candidate(passage("Some 40 ferries were late."), likeness=0.9)
    terms = (*KNOWN, term("Marlshire"), term("Scooter"))
    assert judge(findings("how many ferries in Marlshire on Scooter?", found, terms=terms)).complete


def test_a_question_of_mostly_unknown_words_stands_on_likeness_and_names_them_all(
    judge: Judge,
) -> None:
    terms = (*KNOWN, term("gazebo", passages=0), term("kiosk", passages=0))
    near = judge(findings("what gazebo kiosk", candidate(likeness=0.6), terms=terms))
    assert (near.extent, near.missing) == (Extent.PARTLY, ("gazebo", "kiosk"))
    assert not judge(findings("what gazebo kiosk", candidate(likeness=0.3), terms=terms)).found


def test_a_word_that_the_minutes_say_in_another_way_is_not_missing(judge: Judge) -> None:
    found = candidate(passage("Most children took the bus."), likeness=0.9)
    terms = (term("took"), term("bus"), term("kids", passages=0))
    assert judge(findings("did the kids take the bus?", found, terms=terms)).complete
    other = candidate(passage("Most walruses took the bus."), likeness=0.9)
    verdict = judge(findings("did the kids take the bus?", other, terms=terms))
    assert verdict.missing == ("kids",)


def test_what_a_question_is_about_is_not_met_by_a_word_that_only_comes_near(judge: Judge) -> None:
    found = candidate(passage("The council reported on a development by the pier."), likeness=0.9)
    devolution = term("devolution", passages=0)
    about_it = findings("devolution in the council", found, terms=(term("council"), devolution))
    assert judge(about_it).missing == ("devolution",)
    rest = tuple(map(term, "council reported pier".split()))
    beside = findings("did the council report devolution at the pier", found,
                      terms=(*rest, devolution))  # fmt: skip
    assert judge(beside).complete


def test_the_premise_of_a_why_is_missed_however_little_it_weighs(judge: Judge) -> None:
    found = candidate(passage("The new ferry at the pier was late."), likeness=0.9)
    rest = tuple(map(term, "new ferry pier late".split()))
    terms = (*rest, term("dismantled", passages=0))
    why = findings("why was the new late ferry at the pier dismantled?", found, terms=terms)
    said = findings("what of the new late ferry at the pier dismantled", found, terms=terms)
    assert judge(why).missing == ("dismantled",)
    assert judge(said).complete


def test_what_one_part_borrows_from_another_is_told_of_that_one(judge: Judge) -> None:
    found = candidate(passage("Some 40 ferries were late."), likeness=0.9)
    terms = (*KNOWN, term("gazebo", passages=0))
    asked = findings("how many were late (ferry gazebo)", found, terms=terms)
    assert judge(asked).missing == ("gazebo",)
    borrowing = replace(asked, part=replace(asked.part, asked="how many were late"))
    assert judge(borrowing).complete


def test_an_office_is_not_met_by_another_that_is_near_in_meaning(judge: Judge) -> None:
    spoke = candidate(passage("The superintendent spoke of the ferry."), likeness=0.9)
    terms = (*KNOWN, term("constable"))
    asked = "did the constable speak of the ferry?"
    assert judge(findings(asked, spoke, terms=terms)).unmet == ("constable",)
    police = (*KNOWN, term("officer"))
    assert judge(findings("did an officer speak of the ferry?", spoke, terms=police)).complete


def test_a_word_that_says_little_is_not_missed(judge: Judge) -> None:
    mended = candidate(passage("The ferry had been removed."), likeness=0.9)
    asked = "was the ferry taken down?"
    assert judge(findings(asked, mended, terms=(*KNOWN, term("down", passages=0)))).complete
    assert judge(findings(asked, mended, terms=(*KNOWN, term("Down", passages=0)))).missing


def test_the_premise_of_a_why_is_missed_though_the_library_has_the_word(judge: Judge) -> None:
    noted = candidate(passage("The Committee noted the timetable of the ferry."), likeness=0.9)
    terms = (*KNOWN, term("refuse"))
    why = judge(findings("why did members refuse the ferry?", noted, terms=terms))
    assert why.unmet == ("refuse",)


def test_what_happened_in_the_first_year_is_not_taken_for_the_second(judge: Judge) -> None:
    held = passage("In the first twelve months the ferry carried 810 people.", id="first")
    terms = (*KNOWN, term("people"), term("carried"), term("second"))
    question = "how many people did the ferry carry in its second year?"
    assert judge(findings(question, candidate(held), terms=terms)).unmet == ("second",)
    told = passage("In the second year the ferry carried 920 people.", id="second")
    assert judge(findings(question, candidate(told), terms=terms)).complete


def test_a_sum_of_something_else_is_not_what_was_asked_for(judge: Judge) -> None:
    held = passage("The ferry company quoted £21,150 for the work.", id="quote")
    terms = (*KNOWN, *(term(word) for word in "company quoted penalties".split()))
    asked = "how much did the quoted ferry company pay in penalties?"
    assert judge(findings(asked, candidate(held), terms=terms)).unmet == ("penalties",)


def test_why_without_a_reason_is_told(judge: Judge) -> None:
    verdict = judge(findings("why was the ferry late?", candidate(), terms=KNOWN))
    assert (verdict.extent, verdict.lacks) == (Extent.PARTLY, Kind.WHY)


def test_a_refusal_does_not_say_that_something_was_approved(judge: Judge) -> None:
    held = passage("The ferry was refused because of the tide.", id="refused")
    terms = (*KNOWN, term("approve"))
    verdict = judge(findings("why did they approve the ferry?", candidate(held), terms=terms))
    assert verdict.unmet == ("approve",)


def test_nothing_is_like_the_only_name_that_is_asked_about(judge: Judge) -> None:
    terms = (term("Lieutenancy", passages=0),)
    found = candidate(own=0.0, likeness=0.6)
    assert not judge(findings("What did the Lieutenancy say?", found, terms=terms)).found
    # A common word may be said in another way.
    terms = (term("boats", passages=0),)
    assert judge(findings("what was said about boats?", found, terms=terms)).found


def test_little_is_shown_beside_a_name_that_the_library_lacks(judge: Judge) -> None:
    said = [candidate(passage(f"The ferry {n}.", id=f"p{n}"), likeness=0.9) for n in range(12)]
    unknown = findings(
        "what was said about the ferry in Zanzibar",
        *said,
        terms=(*KNOWN, term("Zanzibar", passages=0)),
    )
    assert 0 < len(judging.shown(unknown, judge(unknown))) <= judging.MOST_BESIDE
    known = findings("what was said about the ferry", *said, terms=KNOWN)
    assert len(judging.shown(known, judge(known))) == len(said)
    nothing = findings("what was said about the ferry", terms=KNOWN)
    assert judging.shown(nothing, judge(nothing)) == []
