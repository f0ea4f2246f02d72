"""What is chosen gives the sort of thing asked for, and leaves no meeting out."""

from dataclasses import replace
from datetime import date

from assistant.evidence.choosing import choose
from tests.assistant.found import candidate, findings
from tests.assistant.invented import passage
from vectorstore.records import ParagraphKind


def test_nothing_found_is_nothing_chosen() -> None:
    assert choose(findings("pier")) == []


def test_a_topic_is_shown_from_every_meeting_where_it_came_up() -> None:
    busy = passage("The pier one. The pier two. The pier three.", id="busy", meeting="m1")
    quiet = [
        passage("The pier was mentioned.", id=f"quiet{number}", meeting=f"q{number}")
        for number in range(6)
    ]
    found = [candidate(busy, at, score=0.9) for at in range(3)]
    found += [candidate(held, score=0.7) for held in quiet]
    chosen = choose(findings("what was said about the pier", *found))
    assert {one.passage.reference.meeting for one in chosen} == {
        "m1", *(f"q{number}" for number in range(6)),
    }  # fmt: skip


def test_what_was_said_and_what_was_decided_are_both_shown() -> None:
    said = [candidate(passage(f"The pier {n}.", id=f"s{n}"), score=0.9) for n in range(30)]
    noted = passage("RESOLVED that the pier be shut.", id="d", kind=ParagraphKind.RESOLUTION)
    chosen = choose(findings("pier", *said, candidate(noted, score=0.7)))
    assert noted in [one.passage for one in chosen]


def test_the_latest_position_is_that_of_the_last_meetings() -> None:
    held = [
        passage("The pier.", id=str(year), meeting=str(year), date=date(year, 1, 1))
        for year in range(2015, 2025)
    ]
    chosen = choose(findings("what is the latest on the pier?", *map(candidate, held)))
    years = {one.passage.reference.date for one in chosen}
    assert date(2024, 1, 1) in years
    assert date(2015, 1, 1) not in years


def test_a_question_for_one_thing_gets_few_sentences_best_first() -> None:
    held = [
        candidate(passage(f"It was {n}.", id=f"p{n}", meeting=f"m{n}"), score=0.9 - n / 1000)
        for n in range(40)
    ]
    chosen = choose(findings("how many were late?", *held))
    assert 1 <= len(chosen) < 10
    assert [one.score for one in chosen] == sorted((one.score for one in chosen), reverse=True)


def test_of_two_like_sentences_the_one_that_gives_a_figure_is_chosen_first() -> None:
    vague = candidate(passage("Many ferries were late.", id="vague"), score=0.52)
    exact = candidate(passage("Some 40 ferries were late.", id="exact"), score=0.50)
    best, *_ = choose(findings("how many ferries were late?", vague, exact))
    assert best.passage.id == "exact"


def test_choosing_changes_nothing_that_it_was_given() -> None:
    found = findings("pier", candidate(score=0.4))
    before = replace(found)
    choose(found)
    assert found == before


def test_a_paragraph_that_is_far_from_the_best_is_left_out() -> None:
    near = candidate(passage("The pier was shut.", id="near", meeting="m1"), score=1.0)
    far = candidate(passage("The ferry.", id="far", meeting="m2"), score=0.5, own=0.2)
    assert [one.passage.id for one in choose(findings("pier", near, far))] == ["near"]


def test_what_gives_the_thing_asked_for_is_preferred_to_what_only_sounds_like_it() -> None:
    like = candidate(passage("The ferries were late.", id="like", meeting="m1"), score=1.0)
    gives = candidate(passage("Some 40 were.", id="gives", meeting="m2"), score=0.75)
    [chosen] = choose(findings("how many ferries were late?", like, gives))
    assert chosen.passage.id == "gives"


def test_a_short_answer_stays_short() -> None:
    long = [
        candidate(passage(f"Some {n} {'very ' * 30}late ferries.", id=f"l{n}", meeting=f"m{n}"))
        for n in range(20, 23)
    ]
    assert len(choose(findings("how many ferries were late?", *long))) == 1
    assert len(choose(findings("what was said about ferries?", *long))) == 3


def test_what_is_asked_of_now_is_told_by_the_last_meeting_that_gives_it() -> None:
    told = [
        candidate(
            passage(f"There were {count} piers.", id=str(year), meeting=str(year),
                    date=date(year, 1, 1)),
            score=score,
        )
        for year, count, score in ((2015, 40, 0.9), (2023, 50, 0.7))
    ]  # fmt: skip
    now, *_ = choose(findings("how many piers are there?", *told))
    assert now.passage.id == "2023"
    then, *_ = choose(findings("how many piers were counted?", *told))
    assert then.passage.id == "2015"
    off_topic = [told[0], replace(told[1], own=0.0)]
    assert choose(findings("how many piers are there?", *off_topic))[0].passage.id == "2015"


def test_the_latest_of_a_figure_that_changed_is_told_unless_a_time_is_named() -> None:
    told = [
        candidate(
            passage(words, id=str(year), meeting=str(year), date=date(year, 1, 1)), score=score
        )
        for year, words, score in (
            (2015, "The pier was to cost £40 million.", 0.9),
            (2023, "The pier stood at £88 million, compared with £40 million before.", 0.7),
            (2024, "The pier took £3 million of grant.", 0.7),
        )
    ]
    for question in ("how much did the pier cost?", "what is the pier to cost?"):
        assert "2023" in [one.passage.id for one in choose(findings(question, *told))]
    dated = replace(findings("how much did the pier cost in 2015?", *told), of_a_period=True)
    assert [one.passage.id for one in choose(dated)] == ["2015"]


def test_all_that_a_meeting_decided_is_told_where_no_matter_is_named() -> None:
    decided = [
        candidate(
            passage(f"RESOLVED that {what}.", id=what, kind=ParagraphKind.RESOLUTION), score=s
        )
        for what, s in (("the pier be shut", 0.9), ("the report be noted", 0.3))
    ]
    asked = findings("what did the Cabinet decide in May 2023?", *decided)
    assert len(choose(replace(asked, of_a_meeting=True))) == 2
    assert len(choose(asked)) == 1


def test_a_matter_that_was_decided_more_than_once_is_told_from_each_meeting() -> None:
    decided = [
        candidate(
            passage(f"RESOLVED that the pier {end}.", id=end, meeting=end,
                    kind=ParagraphKind.RESOLUTION),
            score=score,
        )
        for end, score in (("be shut", 0.9), ("be opened", 0.72))
    ]  # fmt: skip
    chosen = choose(findings("what was decided about the pier?", *decided))
    assert [one.passage.id for one in chosen] == ["be shut", "be opened"]
    elsewhere = [decided[0], replace(decided[1], own=0.1)]
    assert len(choose(findings("what was decided about the pier?", *elsewhere))) == 1


def test_why_something_was_decided_is_told_by_the_reasons_that_are_given_as_such() -> None:
    debate = candidate(passage("He was against it because of the noise.", id="said"), score=0.9)
    given = candidate(
        passage("Reasons: The policy was to refuse.", id="r", kind=ParagraphKind.RESOLUTION),
        score=0.6,
        titled=0.6,
    )
    [chosen] = choose(findings("why was the licence refused?", debate, given))
    assert chosen.passage.id == "r"
    assert choose(findings("why were people noisy?", debate, given))[0].passage.id == "said"


def test_what_was_decided_under_the_title_of_the_topic_is_told_whatever_it_repeats() -> None:
    named = candidate(passage("The pier was old.", id="said"), score=0.9)
    decided = candidate(
        passage("That it be closed.", id="d", kind=ParagraphKind.RESOLUTION), score=0.3, titled=1.0
    )
    [chosen] = choose(findings("what was decided about the pier?", named, decided))
    assert chosen.passage.id == "d"


def test_what_was_decided_on_another_matter_is_not_what_came_of_this_one() -> None:
    asked = candidate(passage("He was asked for a list of the injuries.", id="asked"), score=0.9)
    decided = candidate(
        passage("RESOLVED that the hire of boats end.", id="d", kind=ParagraphKind.RESOLUTION),
        score=0.7, own=0.2,
    )  # fmt: skip
    question = "what came of the request for a list of injuries?"
    assert [one.passage.id for one in choose(findings(question, asked, decided))] == ["asked"]
    nearer = replace(decided, coverage=0.4)
    assert [one.passage.id for one in choose(findings(question, asked, nearer))] == ["d"]


def test_the_lead_of_a_list_is_no_answer_by_itself() -> None:
    lead = candidate(passage("The discussion included:", id="lead"), score=0.9, own=0.2)
    said = candidate(passage("The pier was open.", id="said"), score=0.8)
    [chosen] = choose(findings("who opened the pier?", lead, said))
    assert chosen.passage.id == "said"


def test_what_only_comes_near_is_left_out_of_a_long_answer_and_no_meeting_is() -> None:
    long = "The pier " + "and its planks " * 100 + "were told of."
    about = candidate(passage(long, id="about", meeting="m1"), score=0.9)
    near = candidate(passage("Planks are wood.", id="near", meeting="m1"), score=0.8, own=0.1)
    other = candidate(passage("Wood floats.", id="other", meeting="m2"), score=0.8, own=0.1)
    chosen = choose(findings("what was said about the pier", about, near, other))
    assert {one.passage.id for one in chosen} == {"about", "other"}
    brief = candidate(passage("The pier.", id="brief", meeting="m1"), score=0.9)
    chosen = choose(findings("what was said about the pier", brief, near, other))
    assert {one.passage.id for one in chosen} == {"brief", "near", "other"}
