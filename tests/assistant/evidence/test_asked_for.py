"""What a question asks for is told from what merely stands near it."""

import pytest

from assistant.evidence.amounts import counted, counts, counts_something
from assistant.evidence.asked_for import given, gives
from assistant.evidence.asking import asks, unanswered
from tests.assistant.found import part_of
from vectorstore.records import ParagraphKind


def fit(words: str, question: str, kind: ParagraphKind = ParagraphKind.NARRATIVE) -> bool:
    return gives(words, kind, part_of(question))


@pytest.mark.parametrize(
    ("question", "gives", "gives_not"),
    [
        ("how many ferries were late?", "Some 40 ferries were late.", "Many ferries were late."),
        ("how many ferries were late?", "Twelve were late.", "The ferries of 2021 were late."),
        ("how much did 40 ferries cost?", "They cost £3.5 million.", "The 40 ferries cost a lot."),
        ("when did the pier shut?", "It was shut on 4 May 2023.", "It was shut early."),
        ("who spoke of the pier?", "Mrs Vance spoke.", "A Member spoke."),
        ("who asked about the pier?", "Mrs Vance asked about the pier.", "Members asked about it."),
        ("who asked about the pier?", "Mr T Orrell asked for more.", "One Member asked."),
        ("who replied about the pier?", "Mr Orrell did.", "Mrs Vance asked about the pier."),
        ("how many were late?", "It was 40.", "Mrs Vance asked whether 40 were late."),
        ("how many were late?", "One was late.", "It was one of the ferries."),
        ("who spoke?", "Ann Vance spoke.", "The Chair spoke."),
        ("who asked for plans?", "It was what Mrs Vance had requested.", "Mrs Vance spoke."),
        ("who introduced the report?", "Ann Vance presented it.", "It was presented to Ann Vance."),
        ("who introduced the report?", "It was presented by Ann Vance.", "Ann Vance spoke of it."),
        ("who presented the plan?", "Mr Orrell gave an oral update.", "RESOLVED that it be noted."),
        ("who presented it?", "Mr Orrell presented what they had asked for.", "They had asked."),
        ("who runs the pier?", "Orrell Boats runs it.", "The Portfolio Holder and a Member."),
        ("who opened the pier?", "Mrs Vance opened it.", "It was opened for Mrs Vance."),
        ("which company ran the pier?", "It was run by Skimmer Boats Limited.", "Mr Orrell spoke."),
        ("how much does the pier cost?", "The cost was £4 million.", "It overspent by £4 million."),
        ("how much did the pier save?", "The saving was £4 million.", "It saved a great deal."),
        ("how long did it take?", "It took four months.", "There were 250 ferries."),
        ("how many did they pay for?", "They paid for 57 ferries.", "They paid £57."),
        ("did Mr Orrell introduce the report?", "Ann Vance introduced it.", "Mr Orrell spoke."),
        ("who proposed it?", "Mr Orrell moved that it be shut.", "Mrs Vance spoke."),
        ("who got the contract?", "RESOLVED to accept Skimmer.", "Mr Orrell presented it."),
        ("who won the ferry job?", "The tender of Orrell Ltd was accepted.", "Mrs Vance did."),
        ("what did they quote?", "Skimmer £18,640.", "There were three quotations."),
        ("how much did the ferry get?", "It had a grant of £400.", "It carried 400 people."),
        ("what funding does Sandham get?", "Sandham had £400.", "£400 for Sandham was refused."),
        ("what % of ferries were late?", "Late ferries were 22% of all.", "Some 40 were late."),
        ("what percentage was late?", "Of 305 ferries 97 were, or 97 of 305.", "Some 40 were."),
        ("when will it open?", "It would open 30 months later.", "It will open in future."),
        ("when does it run?", "It runs each week from spring.", "The Ferries Act 2003 applied."),
        ("where is the pier?", "It stands at Sandham.", "It stands in the Act."),
        ("where is the bin?", "It is by the tennis court gate.", "It was bought in May."),
        ("where does he live?", "He lived in Sandham.", "Mr Orrell lived well."),
        ("why is it late?", "It was put down to asbestos.", "They noted the delay with concern."),
        ("how old is the pier?", "It was 127 years old.", "Its 40 boats ran for 3 years."),
        ("how old is the pier?", "It was built in 1898.", "It shut on 4 May 2023."),
        ("how many fell ill?", "Of the crew 12 fell ill.", "Many fell ill with Covid-19."),
        ("where is the depot?", "It was moved to Quay Street.", "It was moved by Cllr Vance."),
    ],
)
def test_only_what_the_question_itself_does_not_say_answers_it(
    question: str, gives: str, gives_not: str
) -> None:
    assert fit(gives, question)
    assert not fit(gives_not, question)


@pytest.mark.parametrize(
    ("kind", "decides"),
    [
        (ParagraphKind.RESOLUTION, True),
        (ParagraphKind.RECOMMENDATION, True),
        (ParagraphKind.VOTE, True),
        (ParagraphKind.MOTION, True),
        (ParagraphKind.NARRATIVE, False),
        (ParagraphKind.ANSWER, False),
    ],
)
def test_a_decision_is_found_in_what_decides(kind: ParagraphKind, decides: bool) -> None:
    assert fit("The pier be shut.", "what was decided about the pier?", kind) is decides


def test_any_sentence_tells_what_was_said() -> None:
    assert fit("The pier was green.", "what was said about the pier?")
    assert fit("The pier was green.", "pier")


@pytest.mark.parametrize(
    ("question", "sum_of_it"),
    [
        ("what did the pier cost?", True),
        ("what is the budget for the pier?", True),
        ("how much was spent on the pier?", True),
        ("how many boats came to the pier?", False),
    ],
)
def test_a_question_after_money_is_answered_by_a_sum_only(question: str, sum_of_it: bool) -> None:
    assert fit("Some 40 boats came.", question) is not sum_of_it
    assert fit("They paid £40 in all.", question) is sum_of_it


def test_a_sum_in_a_list_is_of_whom_its_piece_names() -> None:
    words = "Paid: Ferry Club £1,500; Pier Friends £750; Sandham Choir £1,200."
    runs = given(words, part_of("how much did the Pier Friends get?"))
    assert [words[start:end] for start, end in runs] == ["£750"]
    assert len(given(words, part_of("how much did they get?"))) == 3


def test_who_asked_is_told_by_the_question_and_not_by_the_reply() -> None:
    asked = "which member asked about the pier?"
    assert fit("Mrs Vance asked when the pier would open.", asked)
    assert not fit("A Member asked when the pier would open.", asked)
    assert not fit("Mr Crane said that the pier would open in May.", asked)


def test_the_day_of_a_meeting_is_told_by_what_says_that_it_was_held() -> None:
    asked = "on what date did the committee meet?"
    assert fit("A meeting held on 4 May 2023.", asked)
    assert not fit("A report was due in July 2026.", asked)
    following = "when is the next meeting?"
    assert fit("The next meeting will be on 6 July 2026.", following)
    assert fit("• Monday, 6 July 2026", following)
    assert not fit("The plan was adopted on 6 July 2026.", following)


@pytest.mark.parametrize(
    ("sentence", "is_question"),
    [
        ("Mrs Vance asked why the pier was shut.", True),
        ("Members queried the cost.", True),
        ("Why was the pier shut?", True),
        ("Officers wanted to know the date.", True),
        ("The Cabinet was asked to be patient.", False),
        ("A task force met.", False),
    ],
)
def test_reported_questions_are_told_from_statements(sentence: str, is_question: bool) -> None:
    assert asks(sentence) is is_question


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("how many ferries are there?", "ferries"),
        ("how many of the late ferries were full", "ferries"),
        ("how many school transport appeals", "appeals"),
        ("how many people were on the ferry?", None),
        ("how much is the ferry?", None),
    ],
)
def test_what_is_to_be_counted_is_the_last_noun_of_the_phrase(
    question: str, noun: str | None
) -> None:
    assert counted(question) == noun


def test_what_is_counted_stands_just_after_its_number() -> None:
    assert counts("The Council paid for 57 supported ferry services.", "services")
    assert not counts("The wardens gave 41 notices.", "wardens")
    assert not counts("In 2023 services were poor.", "services")


@pytest.mark.parametrize(
    ("reply", "in_vain"),
    [
        ("Mr Orrell did not know.", True),
        ("Mr Orrell could not say.", True),
        ("The hours had not been recorded.", True),
        ("Mr Orrell said that there were 40.", False),
    ],
)
def test_a_reply_that_nobody_knows_is_told_from_an_answer(reply: str, in_vain: bool) -> None:
    assert unanswered(reply) is in_vain


def test_a_figure_of_something_that_is_named_is_told_from_one_that_stands_alone() -> None:
    part = part_of("how many ferries were late?")
    assert counts_something("The wardens spoke to 20,000 young pupils.", part)
    assert counts_something("It was two of the piers.", part)
    assert counts_something("By then 63% were on the pier within four hours.", part)
    assert not counts_something("Of the 97, 58 were.", part)
    assert not counts_something("None was late.", part)


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("The ferry was late because the tide was low.", True),
        ("The pier was shut owing to rot.", True),
        ("The fare was raised to meet the cost of fuel.", True),
        ("The ferry was late.", False),
        ("RESOLVED that the report on the ferry be noted.", False),
        # These compare or list, and tell no reason.
        ("The pier was shut as well.", False),
        ("Members thanked the crew as part of the vote.", False),
    ],
)
def test_why_is_answered_by_a_reason(words: str, given: bool) -> None:
    assert gives(words, ParagraphKind.NARRATIVE, part_of("why was the ferry late?")) is given


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("Mrs Vane, Chair of the Harbour Board, welcomed members.", True),
        ("Mrs Vane took the Chair.", True),
        ("Mrs Vane, Chair of the Ferry Users Forum, spoke.", False),
        ("Mrs Vane spoke.", False),
    ],
)
def test_the_head_of_another_body_is_not_who_was_asked_for(words: str, given: bool) -> None:
    part = part_of("who chairs the Harbour Board?")
    assert gives(words, ParagraphKind.NARRATIVE, part) is given
