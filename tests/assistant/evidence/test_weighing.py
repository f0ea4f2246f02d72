"""What makes a sentence worth more: the question's words, its passage, its speaker, its place."""

from dataclasses import replace

from assistant.evidence.weighing import (
    WEIGHTS,
    Lean,
    Wanted,
    known_share,
    surroundings,
    weighed,
    weight,
)
from tests.assistant.found import part_of, term
from tests.assistant.invented import passage
from vectorstore.found import Filters, Hit

PIER = passage("Mrs Vance said that the pier was shut. Rain fell.", id="pier", meeting="m1")
WANTED = Wanted(
    part=part_of("what was said about the pier"),
    terms=(term("pier"),),
    weights={"pier": 1.0},
    known=1.0,
    lean=Lean(),
)


def worth(wanted: Wanted = WANTED, *, rain: bool = False, nearest: float = 0.5) -> float:
    """The score of the first sentence of a passage, or of the second."""
    cut = PIER.raw.index("Rain")
    start, end = (cut, len(PIER.raw)) if rain else (0, cut)
    hit = Hit(rank=1, score=0.5, similarity=0.5, keyword=1.0, passage=PIER)
    return weighed(hit, (start, end), 0.5, surroundings(PIER, nearest, wanted), wanted).score


def test_a_sentence_that_holds_the_words_is_worth_more_than_its_neighbour() -> None:
    assert worth() > worth(rain=True)
    assert worth(nearest=0.9) > worth(nearest=0.1)


def test_words_count_for_little_where_most_of_the_question_is_unknown() -> None:
    assert worth(replace(WANTED, known=0.1)) < worth()


def test_the_meeting_that_answered_before_and_the_one_that_is_named_are_leaned_towards() -> None:
    assert worth(replace(WANTED, lean=Lean(meetings={"m1"}))) > worth(
        replace(WANTED, lean=Lean(meetings={"m2"}))
    )
    cabinet = Filters(committee=PIER.reference.committee)
    assert worth(replace(WANTED, lean=Lean(named=cabinet))) > worth()


def test_one_who_is_named_and_spoke_counts_by_the_surname() -> None:
    spoke = replace(PIER, speakers=("Mrs J Vance",))
    hit = Hit(rank=1, score=0.5, similarity=0.5, keyword=1.0, passage=spoke)
    asked = replace(WANTED, part=part_of("what has mrs vance said about the pier"))
    lent = surroundings(PIER, 0.5, asked)
    by_her = weighed(hit, (0, 38), 0.5, lent, asked).score
    by_nobody = weighed(replace(hit, passage=PIER), (0, 38), 0.5, lent, asked).score
    assert by_her == by_nobody + WEIGHTS.speaker


def test_rare_words_weigh_more_and_unknown_ones_lower_what_is_known() -> None:
    rare, common = term("pier", passages=1), term("ferry", passages=50)
    assert weight(rare, 100) > weight(common, 100)
    unknown = term("gazebo", passages=0)
    assert known_share((rare, unknown), {"pier": 1.0, "gazebo": 3.0}) == 0.25
    assert known_share((), {}) == 0.0


def test_a_title_of_several_matters_is_not_the_topic_of_each_passage() -> None:
    of_one = passage("It was late.", item_title="The pier")
    of_several = passage("It was late.", item_title="The pier, buses and fares")
    at_an_address = passage("It was late.", item_title="The pier, 9 Quayside, E20")
    assert surroundings(at_an_address, 0.5, WANTED).titled == 1.0
    assert surroundings(of_one, 0.5, WANTED).titled == 1.0
    lent = surroundings(of_several, 0.5, WANTED)
    assert (lent.titled, lent.around) == (0.0, 0.0)


def test_a_count_of_something_else_is_no_answer_to_how_many() -> None:
    held = passage("There were wardens on the pier. They met 300 pupils. Some 40 came by boat.")
    wanted = replace(
        WANTED,
        part=part_of("how many wardens are there?"),
        terms=(term("wardens"),),
        weights={"wardens": 1.0},
    )
    hit = Hit(rank=1, score=0.5, similarity=0.5, keyword=1.0, passage=held)
    around = surroundings(held, 0.5, wanted)
    at = [held.raw.index("They"), held.raw.index("Some"), len(held.raw)]
    pupils = weighed(hit, (at[0], at[1]), 0.5, around, wanted)
    boat = weighed(hit, (at[1], at[2]), 0.5, around, wanted)
    assert not pupils.gives
    assert boat.gives


def test_how_many_is_answered_by_a_count_of_what_is_named() -> None:
    held = passage("The pier had two long tall sheds. It had forty benchs. There were 40.")
    wanted = replace(
        WANTED,
        part=part_of("how many benches are there on the pier?"),
        terms=(term("benches"), term("pier")),
        weights={"benches": 1.0, "pier": 1.0},
    )
    hit = Hit(rank=1, score=0.5, similarity=0.5, keyword=1.0, passage=held)
    around = surroundings(held, 0.5, wanted)
    ends = [held.raw.index(". ") + 1, held.raw.rindex(". ") + 1, len(held.raw)]
    spans = zip([0, ends[0] + 1, ends[1] + 1], ends, strict=True)
    given = [weighed(hit, span, 0.5, around, wanted).gives for span in spans]
    assert given == [False, True, True]
