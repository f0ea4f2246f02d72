"""What a question asks for, its parts, and the limits that it names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.question import Kind, kind_of, understand
from vectorstore.found import NO_FILTERS, Filters
from vectorstore.keywords import content_words


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("ferry", Kind.TOPIC),
        ("harbour wall repairs", Kind.TOPIC),
        ("what did they say about the ferry", Kind.SAID),
        ("tell me about the ferry", Kind.SAID),
        ("the ferry?", Kind.SAID),
        ("what did the panel decide on the ferry", Kind.DECIDED),
        ("was the fare approved?", Kind.DECIDED),
        ("did members agree to close the pier?", Kind.DECIDED),
        ("who voted against the pier?", Kind.DECIDED),
        ("did anyone abstain on the pier?", Kind.DECIDED),
        ("who seconded the motion on the pier?", Kind.DECIDED),
        ("what happened to the petition?", Kind.DECIDED),
        ("what was the vote count on the pier?", Kind.FIGURE),
        ("how many ferries are late", Kind.FIGURE),
        ("how much did the pier cost?", Kind.FIGURE),
        ("budget for the pier", Kind.FIGURE),
        ("when does the pier open", Kind.WHEN),
        ("what year was the pier built?", Kind.WHEN),
        ("who asked for the pier?", Kind.WHO),
        ("which councillor opposed the fare", Kind.WHO),
        ("where is the depot?", Kind.WHERE),
        ("which town has the worst roads", Kind.WHERE),
        ("why was the pier shut?", Kind.WHY),
        ("how come the pier is shut", Kind.WHY),
        ("is the pier open?", Kind.YES_NO),
        ("what's the latest on the pier?", Kind.LATEST),
        ("most recent figure for ferries", Kind.LATEST),
        ("what is the position on ferries now?", Kind.LATEST),
        ("how many ferries are there now?", Kind.FIGURE),
        ("what is the cost of the pier?", Kind.FIGURE),
        ("what was the total annual saving on ferries", Kind.FIGURE),
        ("history of the pier", Kind.TIMELINE),
        ("how has the fare changed?", Kind.TIMELINE),
        ("how did the fare change?", Kind.TIMELINE),
        ("did Mrs Vance change her mind about the ferry?", Kind.TIMELINE),
    ],
)
def test_the_words_tell_what_is_asked_for(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind
    assert kind_of(f"  {question.upper()} ") is kind


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("ferries and buses", [("ferries and buses", Kind.TOPIC)]),
        (
            "when did the ferry stop and who paid?",
            [("when did the ferry stop", Kind.WHEN), ("who paid (ferry stop)", Kind.WHO)],
        ),
        (
            "what was said about the pier; how much did it cost?",
            [("what was said about the pier", Kind.SAID),
             ("how much did it cost (pier)", Kind.FIGURE)],
        ),
        (
            "why did the pier close - and when does the pier open?",
            [("why did the pier close", Kind.WHY),
             ("when does the pier open (close)", Kind.WHEN)],
        ),
        (
            "How many ferries run, how many are late?",
            [("How many ferries run, how many are late?", Kind.FIGURE)],
        ),
        ("the ferry? yes", [("the ferry? yes", Kind.SAID)]),
    ],
)  # fmt: skip
def test_each_part_keeps_the_topic_of_the_whole(
    question: str, parts: list[tuple[str, Kind]]
) -> None:
    understood = understand(question, NO_FILTERS)
    assert [(part.text, part.kind) for part in understood.parts] == parts
    assert understood.asked == question


@pytest.mark.parametrize(
    ("question", "since", "until", "rest"),
    [
        ("ferries since 2021", date(2021, 1, 1), None, "ferries"),
        ("ferries from the start of 2021", date(2021, 1, 1), None, "ferries"),
        ("ferries until 2022", None, date(2022, 12, 31), "ferries"),
        ("ferries up to 2022?", None, date(2022, 12, 31), "ferries ?"),
        ("ferries before 2022", None, date(2021, 12, 31), "ferries"),
        ("Since 2021, ferries until 2022", date(2021, 1, 1), date(2022, 12, 31), ", ferries"),
        ("ferries from 2021 to 2022", date(2021, 1, 1), date(2022, 12, 31), "ferries"),
        ("ferries between 2022 and 2021", date(2021, 1, 1), date(2022, 12, 31), "ferries"),
        # Neither a body's year nor a price is a limit, and 2021/22 is no calendar year.
        ("ferries since 2021/22", None, None, "ferries since 2021/22"),
        ("ferries until 2021-22", None, None, "ferries until 2021-22"),
        ("ferries in 2021", None, None, "ferries in 2021"),
        ("fares from 1500 to 2500 pence", None, None, "fares from 1500 to 2500 pence"),
        ("since when do ferries run", None, None, "since when do ferries run"),
    ],
)
def test_years_that_limit_become_filters_and_leave_the_words(
    question: str, since: date | None, until: date | None, rest: str
) -> None:
    understood = understand(question, NO_FILTERS)
    assert understood.filters == Filters(since=since, until=until)
    assert [part.text for part in understood.parts] == [rest]
    assert understood.asked == question


def test_filters_that_were_given_hold_over_the_words() -> None:
    chosen = Filters(committee="Cabinet", since=date(2023, 5, 1))
    understood = understand("ferries since 2021 until 2024", chosen)
    assert understood.filters == Filters(
        committee="Cabinet", since=date(2023, 5, 1), until=date(2024, 12, 31)
    )


@given(st.text(max_size=200))
def test_whatever_is_typed_has_a_part_with_a_kind(question: str) -> None:
    understood = understand(question, NO_FILTERS)
    assert understood.parts
    assert all(part.kind in Kind for part in understood.parts)


def test_what_the_asker_says_of_themselves_is_no_part_of_the_question() -> None:
    framed = "Hello, I'm writing a letter to the chair and need the points made on harbour repairs"
    [part] = understand(framed, NO_FILTERS).parts
    assert part.text == "the points made on harbour repairs"
    for short in ("I need help", "we want a new harbour wall for the pier"):
        [part] = understand(short, NO_FILTERS).parts
        assert "harbour" in part.text or part.text == short


@pytest.mark.parametrize(
    "order", [", by date", " in date order", " - in chronological order", " (in order of date)"]
)
def test_the_order_that_every_answer_has_is_no_part_of_what_is_asked(order: str) -> None:
    [part] = understand(f"what was said about the harbour{order}?", NO_FILTERS).parts
    assert content_words(part.text) == ["harbour"]


def test_a_date_that_is_asked_for_stays() -> None:
    [part] = understand("what was fixed by date of sailing", NO_FILTERS).parts
    assert "sailing" in part.text


def test_the_next_meeting_is_looked_for_where_minutes_tell_it() -> None:
    [part] = understand("when is the next meeting of the Harbour Board?", NO_FILTERS).parts
    assert part.about == "when is the dates of future meetings of the Harbour Board?"


def test_the_words_of_a_part_are_kept_apart_from_the_topic_that_it_borrows() -> None:
    _, second = understand("who opened the harbour wall and when was it?", NO_FILTERS).parts
    assert second.asked == "when was it"
    assert "harbour" in second.text


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("the points made on the pier at the Harbour and Quay meetings", "pier"),
        ("what was said about the pier in Stonehythe", "Stonehythe"),
        ("what was said at the June meeting?", "June"),
    ],
)
def test_the_meetings_that_are_named_in_passing_are_not_the_topic(
    question: str, about: str
) -> None:
    [part] = understand(question, NO_FILTERS).parts
    assert about in part.about
    assert "Quay" not in part.about
    assert part.text == question


def test_a_filter_found_in_the_words_can_be_left_out_one_by_one() -> None:
    question = "ferries from 2021 to 2023"
    whole = understand(question, NO_FILTERS)
    assert (whole.filters.since, whole.filters.until) == (date(2021, 1, 1), date(2023, 12, 31))
    open_ended = understand(question, NO_FILTERS, {"until"})
    assert open_ended.filters == Filters(since=date(2021, 1, 1))
    assert open_ended.parts == whole.parts
    assert understand(question, NO_FILTERS, {"since", "until"}).filters == NO_FILTERS
    chosen = Filters(since=date(2022, 5, 1))
    assert understand(question, chosen, {"since"}).filters.since == date(2022, 5, 1)
